/** Writes a comparison as one HTML file that fetches nothing and runs nothing. */
import { createHash } from 'node:crypto';
import { type DifferenceDocument, type DifferenceSection, printable } from './difference-document.js';
import { type MarkedRun, markedLines } from './marked-lines.js';

const style = `
:root { color-scheme: light; }
body { margin: 0; background: #f4f4f4; color: #1d1d1d; font: 16px/1.8 "Hiragino Sans", Meiryo, "Noto Sans JP", Arial, sans-serif; }
main { max-width: 48rem; margin: 0 auto; padding: 1.5rem; background: #fff; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.4; }
h2 { font-size: 1.05rem; margin: 0; }
section { border-top: 1px solid #ccc; padding: 1rem 0; }
section p { margin: .3rem 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; margin: 1rem 0; }
dt { color: #555; }
dd { margin: 0; }
.note { color: #444; font-size: .9rem; }
del { color: #a3201a; background: #fdecea; text-decoration: line-through; }
ins { color: #14592a; background: #e8f5eb; text-decoration: underline; }
.said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media print {
  body { background: #fff; font-size: 10.5pt; }
  main { max-width: none; padding: 0; }
  section { break-inside: avoid-page; }
  h2 { break-after: avoid-page; }
}
`;

/** Nothing but these styles, whatever stands in the text. */
const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'`;

/** The file as UTF-8. The same document makes the same bytes. */
export function writeDifferenceHtml(document: DifferenceDocument): Uint8Array {
  const { language, title, facts, legend, notes, sections, closing } = document;
  const marked = (runs: readonly MarkedRun[]) => markedLines(runs).map((line) => `<p>${drawLine(line, document)}</p>`);
  const html = [
    `<!doctype html>`,
    `<html lang="${language}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer"><meta name="robots" content="noindex">',
    `<title>${escaped(title)}</title><style>${style}</style></head><body><main>`,
    `<h1>${escaped(title)}</h1>`,
    ...(facts.length === 0 ? [] : [`<dl>${facts.map(({ label, value }) => fact(label, value)).join('')}</dl>`]),
    ...marked(legend),
    ...notes.map(note),
    ...sections.map((section, at) => drawSection(section, at + 1, marked)),
    ...(closing === null ? [] : [note(closing)]),
    '</main></body></html>\n',
  ];
  return Buffer.from(html.join('\n'));
}

function drawSection(
  { heading, notes, runs }: DifferenceSection,
  number: number,
  marked: (runs: readonly MarkedRun[]) => readonly string[],
): string {
  const id = `c${number}`;
  return [
    `<section aria-labelledby="${id}"><h2 id="${id}">${escaped(heading)}</h2>`,
    ...notes.map(note),
    ...marked(runs),
    '</section>',
  ].join('\n');
}

/** The words before and after are heard, not seen. */
function drawLine(runs: readonly MarkedRun[], { spoken }: DifferenceDocument): string {
  const said = (words: string) => `<span class="said"> ${escaped(words)} </span>`;
  return runs
    .map(({ kind, text }) => {
      if (kind === 'kept') return escaped(text);
      const { begins, ends } = spoken[kind];
      const tag = kind === 'removed' ? 'del' : 'ins';
      return `<${tag}>${said(begins)}${escaped(text)}${said(ends)}</${tag}>`;
    })
    .join('');
}

function fact(label: string, value: string): string {
  return `<dt>${escaped(label)}</dt><dd>${escaped(value)}</dd>`;
}

function note(text: string): string {
  return `<p class="note">${escaped(text)}</p>`;
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return printable(text).replace(/[&<>"']/g, (character) => escapes[character] ?? '');
}
