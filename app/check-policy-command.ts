/** `node dist/main.js check-policy`: looks through texts for the elements of a human rights policy. It needs no configuration and no database. */
import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { parseArgs } from 'node:util';
import { decodeText } from '../documents/decode-text.js';
import type { DocumentFault } from '../documents/document-fault.js';
import { plainText, readDocument } from '../documents/read-document.js';
import type { Language } from '../prisma/client.js';
import { checkSentences, checkText, type ElementFound } from '../programme/drafts/check/check-text.js';
import { plainMarkdown } from '../programme/drafts/check/markdown.js';
import { languageOf, readLines } from '../programme/drafts/check/sentences.js';
import { statusWord } from '../programme/drafts/check/status-words.js';
import type { ChecklistElement } from '../programme/drafts/checklists/checklist.js';
import { humanRightsPolicy } from '../programme/drafts/checklists/human-rights-policy/checklist.js';
import { complain, say } from './say.js';

const usage = [
  'check-policy FILE… [--lines] [--lang ja|en] [--json]',
  '  reads .docx, .pdf, .txt and .md files; the language is told by the text where --lang does not say it',
  '  --lines   each line is one sentence, and is answered on one line',
  '  --json    {"elements":[…]}, with --lines {"lines":[…]}; of several files one line each, with "file" in it',
];

const LARGEST_FILE = 10 * 1024 * 1024;

interface Asked {
  readonly files: readonly string[];
  readonly language: Language | null;
  readonly lines: boolean;
  readonly json: boolean;
}

/** The exit status: 0 where every file was read, whatever is in it. */
export async function checkPolicyCommand(argumentsGiven: readonly string[]): Promise<number> {
  const asked = readArguments(argumentsGiven);
  if (asked === null) {
    complain(...usage);
    return 1;
  }
  let exitStatus = 0;
  for (const file of asked.files) {
    const read = await readText(file, asked.lines);
    if ('refusal' in read) {
      complain(`${file}: ${read.refusal}`);
      exitStatus = 1;
      continue;
    }
    const language = asked.language ?? languageOf(read.text);
    say(...(asked.lines ? linesOf(read.text, language, file, asked) : elementsOf(read.text, language, file, asked)));
  }
  return exitStatus;
}

function readArguments(given: readonly string[]): Asked | null {
  try {
    const { positionals, values } = parseArgs({
      args: [...given],
      allowPositionals: true,
      options: { lines: { type: 'boolean' }, json: { type: 'boolean' }, lang: { type: 'string' } },
    });
    const { lang } = values;
    if (positionals.length === 0 || (lang !== undefined && lang !== 'ja' && lang !== 'en')) return null;
    const { lines = false, json = false } = values;
    return { files: positionals, language: lang ?? null, lines, json };
  } catch {
    return null;
  }
}

async function readText(
  file: string,
  lines: boolean,
): Promise<{ readonly text: string } | { readonly refusal: string }> {
  const size = await stat(file).then(
    (found) => found.size,
    () => null,
  );
  if (size === null) return { refusal: 'there is no such file.' };
  if (size > LARGEST_FILE) return { refusal: refusals.too_large };
  const content = await readFile(file);
  const type = extname(file).toLowerCase();
  // Each line counts in them, empty ones and broken ones, too.
  if (type === '.txt' || type === '.md') {
    const text = decodeText(content);
    if (text === null) return { refusal: 'it is no text in UTF-8, UTF-16, Shift_JIS or EUC-JP.' };
    return { text: type === '.md' ? plainMarkdown(text) : text };
  }
  const read = await readDocument(content, { name: basename(file) });
  if (read.ok) return { text: plainText(read.text, { headings: lines ? 'plain' : 'marked' }) };
  const { fault } = read;
  return {
    refusal: fault.kind === 'unreadable' ? `${refusals.unreadable} (${fault.pages.join(', ')})` : refusals[fault.kind],
  };
}

const refusals: Readonly<Record<DocumentFault['kind'], string>> = {
  wrong_type: 'only .docx, .pdf, .txt and .md files are read, and only where the file is what its name says.',
  old_word: 'it is in the format of Word before 2007; save it as .docx first.',
  macros: 'it contains macros; save it as .docx without them first.',
  encrypted: 'it is protected by a password; save it without one first.',
  too_large: 'it is larger than 10 MB, or unpacks to more than is read.',
  damaged: 'it is damaged; open it in its program and save it again.',
  links_elsewhere: 'it fetches something from elsewhere on opening; break its links (File, Info, Edit Links) first.',
  unreadable:
    'no text comes from its pages: they are pictures, or their fonts do not say what their letters are; save it from the program that it was written in.',
  empty: 'there is no text in it.',
  took_too_long: 'reading it took too long; save it anew, or as .docx.',
  too_much_memory: 'reading it took too much memory; save it anew, or as .docx.',
};

function linesOf(text: string, language: Language, file: string, { files, json }: Asked): readonly string[] {
  const lines = readLines(text).map((line) => ({
    elements: checkSentences(humanRightsPolicy, [line], language)
      .filter(({ status }) => status !== 'not_found')
      .map(({ id }) => id),
  }));
  if (!json) return lines.map(({ elements }) => elements.join(' ') || '-');
  return [JSON.stringify(files.length > 1 ? { file, lines } : { lines })];
}

function elementsOf(text: string, language: Language, file: string, { files, json }: Asked): readonly string[] {
  const found = checkText(humanRightsPolicy, text, language);
  if (json) {
    const elements = found.map(({ id, status, strength, sentences }) => ({ id, status, strength, sentences }));
    return [JSON.stringify(files.length > 1 ? { file, elements } : { elements })];
  }
  const described = new Map(humanRightsPolicy.elements.map((element) => [element.id, element]));
  const told = found.flatMap((one) => {
    const element = described.get(one.id);
    return element === undefined ? [] : tell(one, element, language);
  });
  return files.length > 1 ? [`== ${file}`, ...told] : told;
}

function tell(found: ElementFound, element: ChecklistElement, language: Language): readonly string[] {
  const status = [statusWord(found.status, language)];
  if (element.asksFor !== undefined) status.push(statusWord('asked_for', language));
  const parts = found.parts.map((part) => element.parts?.[part]?.[language] ?? part);
  const named = parts.length === 0 ? '' : `: ${parts.join(language === 'ja' ? '、' : ', ')}`;
  return [
    `${found.id} ${element.name[language]} — ${status.join(language === 'ja' ? '、' : '; ')}${named}`,
    ...found.sentences.slice(0, 3).map((sentence) => `    ${sentence}`),
    ...(found.status === 'not_found' ? [`    → ${element.advice[language]}`] : []),
  ];
}
