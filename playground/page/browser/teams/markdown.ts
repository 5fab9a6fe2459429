/** Turns the markdown of messages and cards into HTML, as far as Teams draws it and no further. */
import MarkdownIt, { type MarkdownIt as Markdown } from 'markdown-it';

/** Cards: emphasis, links and lists only. Source: learn.microsoft.com, "Format cards in Microsoft Teams". */
const ofCards = withoutImages(new MarkdownIt({ html: false, linkify: false, breaks: false })).disable([
  'heading',
  'lheading',
  'table',
  'code',
  'fence',
  'hr',
  'blockquote',
  'reference',
  'backticks',
]);

const ofMessages = withMentions(withoutImages(new MarkdownIt({ html: false, linkify: true, breaks: true })));

export function cardMarkdown(text: string): string {
  return ofCards.render(text);
}

export function messageMarkdown(text: string): string {
  return ofMessages.render(text);
}

/** Images are shown as links: the page loads nothing from elsewhere. Links open in a tab that cannot reach back. */
function withoutImages(markdown: Markdown): Markdown {
  markdown.disable('image');
  const drawn = markdown.renderer.rules.link_open;
  markdown.renderer.rules.link_open = (tokens, index, options, env, self) => {
    tokens[index]?.attrSet('target', '_blank');
    tokens[index]?.attrSet('rel', 'noopener noreferrer');
    return drawn ? drawn(tokens, index, options, env, self) : self.renderToken(tokens, index, options);
  };
  return markdown;
}

/** `<at>Name</at>` is how a bot mentions somebody. */
function withMentions(markdown: Markdown): Markdown {
  markdown.inline.ruler.before('autolink', 'mention', (state, silent) => {
    const found = /^<at>([^<]{1,200})<\/at>/.exec(state.src.slice(state.pos));
    if (found === null) return false;
    if (!silent) {
      const token = state.push('mention', 'span', 0);
      token.content = found[1] ?? '';
    }
    state.pos += found[0].length;
    return true;
  });
  markdown.renderer.rules.mention = (tokens, index) =>
    `<span class="teams-mention">${markdown.utils.escapeHtml(tokens[index]?.content ?? '')}</span>`;
  return markdown;
}
