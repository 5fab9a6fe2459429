/** A draft as its adviser sends it back: with a comment on a sentence, a reply to it, and tracked changes. */
import { makeDocx } from '../documents/support/docx.js';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const by = (id: number, author: string) => `w:id="${id}" w:author="${escaped(author)}" w:date="2024-10-02T10:00:00Z"`;

interface Commented {
  /** A sentence of the version, which is commented on. */
  readonly sentence: string;
  readonly words: string;
  readonly author?: string;
}

/** Its changes: 「支持し」 is put in, 「努めます」 taken out. */
export function commentedDocx({ sentence, words, author = '佐伯 花子' }: Commented): Uint8Array {
  const run = (text: string) => `<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
  return makeDocx({
    body:
      `<w:p><w:commentRangeStart w:id="1"/>${run(sentence)}<w:commentRangeEnd w:id="1"/>` +
      `<w:r><w:commentReference w:id="1"/></w:r></w:p><w:p>${run('当社は、')}` +
      `<w:ins ${by(10, author)}>${run('支持し')}</w:ins>` +
      `<w:del ${by(11, author)}><w:r><w:delText>努めます</w:delText></w:r></w:del></w:p>`,
    comments: `<w:comment ${by(1, author)}><w:p>${run(words)}</w:p></w:comment>`,
  });
}
