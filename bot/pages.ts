/** Pages for people's browsers: the privacy statement and the terms of use that Teams links to, in Japanese and English. */
import { Router } from 'express';
import { type Operator, type PageTexts, pageTexts } from './page-texts.js';

export const privacyPath = '/privacy';
export const termsPath = '/terms';

/** To be mounted at the root. Without an operator's name the pages say that one has to be set. */
export function pagesRouter(operator: Operator | null): Router {
  const router = Router();
  for (const [path, texts] of [
    [privacyPath, pageTexts.privacy],
    [termsPath, pageTexts.terms],
  ] as const) {
    const page = draw(texts, operator);
    router.get(path, (_request, response) => {
      response
        .set('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
        .set('x-content-type-options', 'nosniff')
        .set('referrer-policy', 'no-referrer')
        .type('html')
        .send(page);
    });
  }
  return router;
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => escapes[character] ?? '');

function draw(texts: PageTexts, operator: Operator | null): string {
  const section = (language: 'ja' | 'en') => {
    const { title, paragraphs } = texts[language];
    const said = [...paragraphs, pageTexts.operator[language](operator)];
    return `<section lang="${language}"><h1>${escaped(title)}</h1>${said.map((one) => `<p>${escaped(one)}</p>`).join('')}</section>`;
  };
  return [
    '<!doctype html><html lang="ja"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(texts.ja.title)} / ${escaped(texts.en.title)}</title>`,
    '<style>body{font:1rem/1.7 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#1d1d1d;background:#fff}h1{font-size:1.4rem}section+section{border-top:1px solid #ccc;margin-top:2.5rem;padding-top:1rem}</style>',
    `</head><body>${section('ja')}${section('en')}</body></html>\n`,
  ].join('');
}
