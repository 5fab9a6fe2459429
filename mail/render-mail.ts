/** Draws the parts of a mail as HTML, in tables since several mail programs know nothing newer, and as text. */
import type { RevisionRun } from '../programme/messages/message.js';
import type { Language } from '../programme/requests/context.js';
import type { MailPart } from './mail-parts.js';

/** What stands under the message: why it came, and how to get no more of it. */
export interface MailFooter {
  readonly automatic: string;
  readonly stop: { readonly label: string; readonly address: string } | null;
}

export interface DrawnMail {
  readonly html: string;
  readonly text: string;
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Of control characters only line breaks and tabs are text; NUL and the like make some mail programs drop the rest. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

const clean = (text: string) => text.toWellFormed().replace(controls, '');
const escaped = (text: string) => clean(text).replace(/[&<>"']/g, (character) => escapes[character] ?? '');
const inLines = (text: string) => escaped(text).replace(/\r\n?|\n/g, '<br>');

const FONT = "font-family:'Hiragino Sans',Meiryo,'Noto Sans JP',Arial,sans-serif";

export function drawMail(parts: readonly MailPart[], footer: MailFooter, language: Language): DrawnMail {
  return { html: drawHtml(parts, footer, language), text: drawText(parts, footer) };
}

function drawHtml(parts: readonly MailPart[], { automatic, stop }: MailFooter, language: Language): string {
  const stopping = stop === null ? '' : `<br>${anchor(stop.address, stop.label, 'color:#555')}`;
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"></head>',
    '<body style="margin:0;padding:0;background:#f4f4f4">',
    '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#f4f4f4"><tr><td align="center" style="padding:16px">',
    `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px;background:#fff;${FONT};font-size:15px;line-height:1.7;color:#1d1d1d">`,
    ...parts.map((part) => `<tr>${cellsOf(part)}</tr>`),
    `<tr><td colspan="2" style="padding:16px 20px;border-top:1px solid #ddd;font-size:12px;color:#555">${inLines(automatic)}${stopping}</td></tr>`,
    '</table></td></tr></table></body></html>\n',
  ].join('\n');
}

function cellsOf(part: MailPart): string {
  const cell = (style: string, content: string) =>
    `<td colspan="2" style="padding:${style};overflow-wrap:anywhere">${content}</td>`;
  switch (part.kind) {
    case 'heading':
      return cell('16px 20px 4px', `<strong style="font-size:18px">${inLines(part.text)}</strong>`);
    case 'title':
      return cell('12px 20px 0', `<strong>${inLines(part.text)}</strong>`);
    case 'text':
      return cell('4px 20px', inLines(part.text));
    case 'note':
      return cell('4px 20px;font-size:13px;color:#555', inLines(part.text));
    case 'fact':
      return `<td style="padding:2px 8px 2px 20px;color:#555;vertical-align:top;width:30%">${inLines(part.label)}</td><td style="padding:2px 20px 2px 0;overflow-wrap:anywhere">${inLines(part.value)}</td>`;
    case 'revision':
      return cell('12px 20px 4px', `<strong>${inLines(part.label)}</strong>${part.lines.map(drawLine).join('')}`);
    case 'link':
      return cell('6px 20px', anchor(part.address, part.label, 'color:#0b57d0'));
    case 'picture':
      return cell(
        '8px 20px',
        `<img src="${escaped(part.address)}" alt="${escaped(part.description)}" style="max-width:100%;height:auto;border:0"><br>${anchor(part.address, part.description, 'color:#0b57d0')}`,
      );
  }
}

/** Signs stand beside the colours, for those who see none and for programs that show none. */
const marks = {
  removed: { tag: 'del', style: 'color:#b3261e;text-decoration:line-through', signs: ['[-', '-]'] },
  added: { tag: 'ins', style: 'color:#14652c;text-decoration:underline', signs: ['{+', '+}'] },
} as const;

function drawLine(runs: readonly RevisionRun[]): string {
  const drawn = runs.map(({ kind, text }) => {
    if (kind === 'kept') return escaped(text);
    const { tag, style, signs } = marks[kind];
    return `<${tag} style="${style}">${signs.join(escaped(text))}</${tag}>`;
  });
  return `<br>${drawn.join('')}`;
}

function writeLine(runs: readonly RevisionRun[]): string {
  return runs.map(({ kind, text }) => (kind === 'kept' ? text : marks[kind].signs.join(text))).join('');
}

function anchor(address: string, label: string, style: string): string {
  return `<a href="${escaped(address)}" style="${style}">${inLines(label)}</a>`;
}

function drawText(parts: readonly MailPart[], { automatic, stop }: MailFooter): string {
  const end = ['-- ', automatic, ...(stop === null ? [] : [`${stop.label}: ${stop.address}`])];
  return `${clean([...parts.map(lineOf), '', ...end].join('\n')).trim()}\n`;
}

function lineOf(part: MailPart): string {
  switch (part.kind) {
    case 'heading':
      return `■ ${part.text}\n`;
    case 'title':
      return `\n・${part.text}`;
    case 'text':
    case 'note':
      return part.text;
    case 'fact':
      return `${part.label}: ${part.value}`;
    case 'revision':
      return [`\n・${part.label}`, ...part.lines.map(writeLine)].join('\n');
    case 'link':
      return `${part.label}: ${part.address}`;
    case 'picture':
      return `${part.description}: ${part.address}`;
  }
}
