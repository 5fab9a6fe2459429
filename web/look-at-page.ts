/** Looks at a page that a company has reported as published: whether it opens, and whether it says what the document is called. */
import { plainText, readDocument } from '../documents/read-document.js';
import type { LookAtPage } from '../programme/deliverables/publication/page-look.js';
import { type FetchedPage, fetchPage, internet, type WebLimits, type WebReach } from './fetch-page.js';
import { decodePage, visibleWords } from './page-words.js';

/** Keeps nothing of what it reads. */
export function pageLooker({
  reach = internet,
  limits = {},
}: {
  readonly reach?: WebReach;
  readonly limits?: Partial<WebLimits>;
} = {}): LookAtPage {
  return async (address, titles) => {
    const fetched = await fetchPage(address, { reach, limits });
    const { status } = fetched;
    if (fetched.outcome === 'too_large') return { outcome: 'unread', status };
    if (fetched.outcome !== 'fetched') return { outcome: fetched.outcome, status };
    const words = await wordsOf(fetched);
    if (words === null) return { outcome: 'unread', status };
    const said = comparableWords(words);
    const isSaid = titles.some((title) => comparableWords(title) !== '' && said.includes(comparableWords(title)));
    return { outcome: isSaid ? 'shows_title' : 'shows_no_title', status };
  };
}

type Fetched = Extract<FetchedPage, { readonly outcome: 'fetched' }>;

/** Null for pictures, films and whatever else has no words, and for documents that cannot be read. */
async function wordsOf({ content, contentType }: Fetched): Promise<string | null> {
  const beginning = Buffer.from(content.subarray(0, 5)).toString('latin1');
  if (beginning === '%PDF-' || beginning.startsWith('PK')) {
    const read = await readDocument(content);
    return read.ok ? plainText(read.text) : null;
  }
  if (contentType.startsWith('text/plain')) return decodePage(content, contentType);
  const isPage = contentType === '' || /^(?:text\/html|application\/xhtml\+xml)\b/.test(contentType);
  return isPage ? visibleWords(decodePage(content, contentType)) : null;
}

/** Whatever the width of its signs, its spaces and its line breaks. */
function comparableWords(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '');
}
