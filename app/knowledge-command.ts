/** `npm run knowledge -- import FOLDER`: adds the documents of a folder to what a programme answers from; `list` prints what it holds. */
import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { inTransaction, type Language, openDatabase, type PrismaClient } from '../prisma/client.js';
import { readDraft } from '../programme/drafts/read-draft.js';
import { LARGEST_FILE_BYTES } from '../programme/files/file-store.js';
import { addSource } from '../programme/knowledge/add-source.js';
import { titleOfFile } from '../programme/knowledge/rules.js';
import { languageOfSource, refuseFault, titleInSource } from '../programme/knowledge/sent-source.js';
import { readSources } from '../programme/knowledge/sources.js';
import { knowledgeTexts } from '../programme/knowledge/texts.js';
import { formatDay } from '../programme/messages/dates.js';
import { systemClock } from '../programme/requests/context.js';
import { isRefusal } from '../programme/requests/refusal.js';
import type { Configuration } from './configuration.js';
import { prepareDatabase } from './database.js';
import { findProgramme } from './find-programme.js';
import { complain, say } from './say.js';

const usage = [
  'npm run knowledge -- import FOLDER [--programme CODE] [--lang ja|en]',
  '  adds every .md, .docx and .pdf in it; a file of the same title as one that is there takes its place',
  '  --lang   what all of them are written in; without it each is told by its text',
  'npm run knowledge -- list [--programme CODE]',
  'In a build or a container: node dist/main.js knowledge …',
];

const endings: ReadonlySet<string> = new Set(['.md', '.docx', '.pdf']);

type Asked =
  | { readonly command: 'list'; readonly programme: string | undefined }
  | {
      readonly command: 'import';
      readonly folder: string;
      readonly programme: string | undefined;
      readonly language: Language | null;
    };

/** The exit status: 0 where every document of the folder is there now, 1 where one was refused or nothing could be done. */
export async function knowledgeCommand(configuration: Configuration, words: readonly string[]): Promise<number> {
  const asked = readWords(words);
  if (asked === null) {
    complain(...usage);
    return 1;
  }
  const files = asked.command === 'import' ? await documentsIn(asked.folder) : [];
  if (files === null) {
    complain('There is no such folder.');
    return 1;
  }
  const prepared = await prepareDatabase(configuration);
  const { database, close } = openDatabase(prepared.url);
  try {
    const programmeId = await findProgramme(database, asked.programme);
    if (programmeId === null) return 1;
    if (asked.command === 'list') return await list(database, programmeId);
    if (files.length === 0) say('There is no .md, .docx or .pdf in the folder.');
    const { folder, language } = asked;
    let exitStatus = 0;
    const titles = new Set<string>();
    for (const name of files) {
      const told = await addFile(database, { programmeId, path: join(folder, name), name, language, titles });
      if ('complaint' in told) {
        complain(`refused  ${name}: ${told.complaint}`);
        exitStatus = 1;
      } else say(told.line);
    }
    return exitStatus;
  } finally {
    await close();
    await prepared.close();
  }
}

function readWords(words: readonly string[]): Asked | null {
  try {
    const options = { programme: { type: 'string' }, lang: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args: [...words], allowPositionals: true, options });
    const [command, folder, ...rest] = positionals;
    const { programme, lang } = values;
    if (rest.length > 0 || (lang !== undefined && lang !== 'ja' && lang !== 'en')) return null;
    if (command === 'list' && folder === undefined) return { command, programme };
    if (command !== 'import' || folder === undefined) return null;
    return { command, folder, programme, language: lang ?? null };
  } catch {
    return null;
  }
}

/** By name; null where there is no such folder. */
async function documentsIn(folder: string): Promise<readonly string[] | null> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => null);
  if (entries === null) return null;
  return entries
    .filter((entry) => entry.isFile() && endings.has(extname(entry.name).toLowerCase()))
    .map(({ name }) => name)
    .sort();
}

interface Document {
  readonly programmeId: string;
  readonly path: string;
  readonly name: string;
  readonly language: Language | null;
  /** Of those before it: of two that begin with the same heading, neither takes the other's place. */
  readonly titles: Set<string>;
}

async function addFile(
  database: PrismaClient,
  { programmeId, path, name, language, titles }: Document,
): Promise<{ readonly line: string } | { readonly complaint: string }> {
  if ((await stat(path)).size > LARGEST_FILE_BYTES) return { complaint: knowledgeTexts.en.refusals.source_too_large() };
  const content = await readFile(path);
  const reading = await readDraft(content, name);
  if (!reading.ok) return { complaint: refuseFault(reading.fault).words.en };
  const { source: kind, text } = reading;
  const own = titleInSource(text, name);
  const title = titles.has(own.toLowerCase()) ? titleOfFile(name) : own;
  titles.add(title.toLowerCase());
  const sha256 = createHash('sha256').update(content).digest('hex');
  const source = { programmeId, title, kind, language: language ?? languageOfSource(text), sha256, text };
  const added = await inTransaction(
    database,
    (transaction) => addSource(transaction, { ...source, by: null, now: systemClock.now() }),
    { viewer: { kind: 'programme', programmeId } },
  );
  if (isRefusal(added)) return { complaint: added.words.en };
  if (added.outcome === 'known') return { line: `known    ${name}: is there already as “${added.known.title}”` };
  const holds = knowledgeTexts.en.sourceLine({
    ...{ kind: knowledgeTexts.en.kinds[kind], language: knowledgeTexts.en.languages[source.language] },
    passages: added.passages.length,
  });
  return { line: `${added.outcome.padEnd(8)} ${name}: “${title}”, ${holds}` };
}

async function list(database: PrismaClient, programmeId: string): Promise<number> {
  const { timeZone } = await database.programme.findUniqueOrThrow({
    where: { id: programmeId },
    select: { timeZone: true },
  });
  const sources = await inTransaction(database, (transaction) => readSources(transaction, programmeId), {
    viewer: { kind: 'programme', programmeId },
  });
  const { en } = knowledgeTexts;
  say(
    en.sources(sources.length),
    ...sources.map(({ title, kind, language, passages, addedAt, addedBy }) => {
      const holds = en.sourceLine({ kind: en.kinds[kind], language: en.languages[language], passages });
      return `${title}: ${holds}. ${en.addedOn(formatDay('en', addedAt, timeZone), addedBy?.nameEn ?? '')}`;
    }),
  );
  return 0;
}
