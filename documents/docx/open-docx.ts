/** Opens a Word document, and refuses what nobody should open: macros, bombs, and what fetches something from elsewhere. */
import { posix } from 'node:path';
import { type ArchiveEntry, type ArchiveError, openArchive } from '../archive.js';
import { DocumentRefused } from '../document-fault.js';
import { type PartHandlers, parsePart } from './parse-part.js';

export interface Docx {
  /** The path of the document's main part. */
  readonly main: string;
  /** The path of the main part's relation of this kind, null where it has none: "styles", "comments". */
  related(kind: string): string | null;
  /** False where there is no such part. */
  parse(path: string | null, handlers: PartHandlers): Promise<boolean>;
}

interface Relationship {
  readonly kind: string;
  readonly target: string;
  readonly isExternal: boolean;
}

const MOST_ENTRIES = 10_000;
/** Of all parts together, unpacked. Pictures without compression take most of it. */
const MOST_UNPACKED = 256 * 1024 * 1024;
/** Of a part that is read: a thousand pages have some 10 MB. */
const MOST_IN_PART = 32 * 1024 * 1024;

const DOCUMENT_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** @throws {DocumentRefused} @throws {ArchiveError} */
export async function openDocx(content: Uint8Array): Promise<Docx> {
  const entries = await openArchive(content, { mostEntries: MOST_ENTRIES });
  // By what the archive declares, before anything is unpacked.
  if (entries.reduce((sum, { size }) => sum + size, 0) > MOST_UNPACKED)
    throw new DocumentRefused({ kind: 'too_large' });
  if (entries.some(({ name }) => /(?:^|\/)vba(?:Project|Data)[^/]*\.(?:bin|xml)$/i.test(name)))
    throw new DocumentRefused({ kind: 'macros' });
  const byPath = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  const parse = async (path: string | null, handlers: PartHandlers) => {
    const entry = path === null ? undefined : byPath.get(path.toLowerCase());
    if (entry === undefined) return false;
    await parsePart(entry.stream(MOST_IN_PART), handlers);
    return true;
  };
  await refuseMacros(parse);
  await refuseFetching(entries, parse);
  await refuseWrongSizes(entries);
  const root = await relationshipsOf(parse, '');
  const main = root.find(({ kind }) => kind === 'officeDocument')?.target ?? 'word/document.xml';
  if (!byPath.has(main.toLowerCase())) throw new DocumentRefused({ kind: 'damaged' });
  const relations = await relationshipsOf(parse, main);
  return {
    main,
    related: (kind) => relations.find((one) => one.kind === kind && !one.isExternal)?.target ?? null,
    parse,
  };
}

type Parse = Docx['parse'];

/** By the types that the parts declare: a macro-enabled document that was renamed to .docx declares them, too. */
async function refuseMacros(parse: Parse): Promise<void> {
  const types: string[] = [];
  const isThere = await parse('[Content_Types].xml', {
    open: (_name, attributes) => types.push(attributes('ContentType') ?? ''),
  });
  if (!isThere) throw new DocumentRefused({ kind: 'damaged' });
  if (types.some((type) => /macroEnabled|vbaProject|vbaData/i.test(type)))
    throw new DocumentRefused({ kind: 'macros' });
  if (!types.includes(DOCUMENT_TYPE)) throw new DocumentRefused({ kind: 'wrong_type' });
}

/** Word fetches linked pictures, templates, objects and frames on opening; a hyperlink waits for somebody to press it. */
async function refuseFetching(entries: readonly ArchiveEntry[], parse: Parse): Promise<void> {
  for (const { name } of entries) {
    if (!name.toLowerCase().endsWith('.rels')) continue;
    for (const { isExternal, kind, target } of await readRelationships(parse, name, ''))
      if (isExternal && kind !== 'hyperlink' && !isOwnTemplate(kind, target))
        throw new DocumentRefused({ kind: 'links_elsewhere' });
  }
}

/** Documents made from a template of the writer's own disk name it, and are as good without. */
function isOwnTemplate(kind: string, target: string): boolean {
  return (
    kind === 'attachedTemplate' && /^(?:file:\/\/\/)?(?:[a-z]:[\\/]|[^:/\\]+$|Macintosh HD:|\/?Users\/)/i.test(target)
  );
}

/** Each entry's bytes are counted while they are unpacked and thrown away: one that declares less than it has is a bomb in disguise. */
async function refuseWrongSizes(entries: readonly ArchiveEntry[]): Promise<void> {
  for (const entry of entries) for await (const _piece of entry.stream(MOST_UNPACKED));
}

async function relationshipsOf(parse: Parse, path: string): Promise<readonly Relationship[]> {
  const folder = posix.dirname(path);
  return await readRelationships(parse, posix.join(folder, '_rels', `${posix.basename(path)}.rels`), folder);
}

/** ECMA-376 part 2, 9.3. Strict Open XML has other addresses with the same last word. */
async function readRelationships(parse: Parse, path: string, folder: string): Promise<readonly Relationship[]> {
  const relationships: Relationship[] = [];
  await parse(path, {
    open(name, attributes) {
      const [type, target] = [attributes('Type'), attributes('Target')];
      if (name !== '?:Relationship' || type === undefined || target === undefined) return;
      const isExternal = attributes('TargetMode') === 'External';
      const inside = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
      relationships.push({
        kind: type.slice(type.lastIndexOf('/') + 1),
        target: isExternal ? target : inside,
        isExternal,
      });
    },
  });
  return relationships;
}

/** What an archive's problem means for a document. */
export function faultOfArchive({ problem }: ArchiveError): DocumentRefused {
  if (problem === 'encrypted') return new DocumentRefused({ kind: 'encrypted' });
  const isTooMuch = problem === 'too-large' || problem === 'too-many-entries';
  return new DocumentRefused({ kind: isTooMuch ? 'too_large' : 'damaged' });
}
