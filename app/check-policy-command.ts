/** `node dist/main.js check-policy`: looks through texts for the elements of a human rights policy. It needs no configuration and no database. */
import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { parseArgs } from 'node:util';
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
  '  reads .txt and .md files; the language is told by the text where --lang does not say it',
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
    const read = await readText(file);
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

async function readText(file: string): Promise<{ readonly text: string } | { readonly refusal: string }> {
  const type = extname(file).toLowerCase();
  if (type !== '.txt' && type !== '.md')
    return { refusal: 'only .txt and .md files are read; save the document as plain text first.' };
  const size = await stat(file).then(
    (found) => found.size,
    () => null,
  );
  if (size === null) return { refusal: 'there is no such file.' };
  if (size > LARGEST_FILE) return { refusal: 'it is larger than 10 MB.' };
  const text = decode(await readFile(file));
  if (text === null) return { refusal: 'it is no text in UTF-8, UTF-16 or Shift_JIS.' };
  return { text: type === '.md' ? plainMarkdown(text) : text };
}

/** Older Japanese editors write Shift_JIS, and Windows' "Unicode" is UTF-16. */
function decode(bytes: Uint8Array): string | null {
  const encodings = bytes[0] === 0xff && bytes[1] === 0xfe ? ['utf-16le'] : ['utf-8', 'shift_jis'];
  for (const encoding of encodings) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return text.includes('\0') ? null : text;
    } catch {
      // The next encoding is tried.
    }
  }
  return null;
}

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
