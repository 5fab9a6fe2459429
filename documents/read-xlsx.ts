/** Reads the sheets of an Excel workbook as a person sees them: names, what is hidden, and the text of each cell. */
import { posix } from 'node:path';
import { ArchiveError, type ArchiveProblem, openArchive } from './archive.js';
import { parseXml, type XmlHandlers } from './parse-xml.js';
import { readSheetXml, type SheetContent, type SheetLimits } from './read-sheet.js';
import { readStyles } from './read-styles.js';
import { richText } from './rich-text.js';

export type WorkbookProblem = ArchiveProblem | 'not-a-workbook' | 'macros' | OtherFormat;

/** Other formats in an archive that are taken for a workbook. */
export type OtherFormat = 'opendocument' | 'xlsb' | 'numbers' | 'word' | 'powerpoint';

/** Why a workbook was not read. */
export class WorkbookError extends Error {
  override name = 'WorkbookError';
  readonly problem: WorkbookProblem;

  constructor(problem: WorkbookProblem, options?: ErrorOptions) {
    super(`The workbook was not read: ${problem}.`, options);
    this.problem = problem;
  }
}

export interface ReadSheet {
  readonly name: string;
  readonly hidden: boolean;
  /**
   * Cells of nothing but a format do not count, however far down they reach.
   * @throws {WorkbookError}
   */
  read(limits: SheetLimits): Promise<SheetContent>;
}

const MOST_ENTRIES = 1_000;

/**
 * The worksheets of a workbook (.xlsx, Strict Open XML and ZIP64 included) in the order of their tabs; sheets of charts are left out.
 * @param mostBytes that all that is read of it may come to, unpacked
 * @throws {WorkbookError} also for damaged archives and for other formats, by what they hold
 */
export async function openWorkbook(content: Uint8Array, mostBytes: number): Promise<readonly ReadSheet[]> {
  const read = await openParts(content, mostBytes);
  const main = await mainPart(read);
  const workbook = await read.text(main);
  if (workbook === null) throw new WorkbookError('not-a-workbook');
  const relations = await relationsOf(read, main);
  const part = (kind: string) => relations.find(({ type }) => type.endsWith(`/${kind}`))?.target ?? '';
  const [strings, styles] = [await read.text(part('sharedStrings')), await read.text(part('styles'))];
  const shared = strings === null ? [] : await readSharedStrings(strings);
  const formats = styles === null ? [] : await readStyles(styles);
  const sheets: ReadSheet[] = [];
  let from1904 = false;
  await parsing(workbook, {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = /^(?:1|true)$/.test(attributes.get('date1904') ?? '');
      if (name !== 'sheet') return;
      const relation = relations.find(({ id }) => id === attributes.get('id'));
      if (relation === undefined || !relation.type.endsWith('/worksheet')) return;
      sheets.push({
        name: attributes.get('name') ?? '',
        hidden: (attributes.get('state') ?? 'visible') !== 'visible',
        read: async (limits) => {
          const xml = await read.text(relation.target);
          if (xml === null) throw new WorkbookError('broken');
          return await failing(readSheetXml(xml, { shared, formats, from1904 }, limits));
        },
      });
    },
  });
  return sheets;
}

interface Parts {
  /** Null where the archive has no such part. */
  text(path: string): Promise<string | null>;
}

async function openParts(content: Uint8Array, mostBytes: number): Promise<Parts> {
  const entries = await failing(openArchive(content, { mostEntries: MOST_ENTRIES }));
  const names = entries.map(({ name }) => name);
  const other = otherFormat(names);
  if (other !== null) throw new WorkbookError(other);
  if (names.some((name) => /vbaProject\.bin$/i.test(name))) throw new WorkbookError('macros');
  const byName = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  let remaining = mostBytes;
  return {
    async text(path) {
      const entry = byName.get(path.toLowerCase());
      if (entry === undefined) return null;
      const unpacked = await failing(entry.read(remaining));
      remaining -= unpacked.length;
      return decode(unpacked);
    },
  };
}

/** By the parts that each format's archive must have. */
function otherFormat(names: readonly string[]): OtherFormat | null {
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (has(/^xl\/workbook\.bin$/i)) return 'xlsb';
  if (has(/^xl\//i)) return null;
  if (has(/^Index(?:\.zip$|\/.*\.iwa$)/)) return 'numbers';
  if (has(/^word\//i)) return 'word';
  if (has(/^ppt\//i)) return 'powerpoint';
  return has(/^content\.xml$/) ? 'opendocument' : null;
}

/** XML says its encoding itself; Office writes UTF-8, and what is not is told by its first bytes. */
function decode(bytes: Buffer): string {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(utf16 ? 'utf-16le' : 'utf-8').decode(bytes);
}

interface Relation {
  readonly id: string;
  readonly type: string;
  /** The path inside the archive. */
  readonly target: string;
}

async function mainPart(parts: Parts): Promise<string> {
  const relations = await relationsOf(parts, '');
  return relations.find(({ type }) => type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml';
}

/** https://learn.microsoft.com/en-us/openspecs/office_standards/ms-oi29500, part 2, 9.3: beside each part, in `_rels`. */
async function relationsOf(parts: Parts, path: string): Promise<readonly Relation[]> {
  const folder = posix.dirname(path);
  const xml = await parts.text(posix.join(folder, '_rels', `${posix.basename(path)}.rels`));
  const relations: Relation[] = [];
  if (xml === null) return relations;
  await parsing(xml, {
    open(name, attributes) {
      const [id, type, target] = [attributes.get('Id'), attributes.get('Type'), attributes.get('Target')];
      if (name !== 'Relationship' || id === undefined || type === undefined || target === undefined) return;
      const inside = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
      relations.push({ id, type, target: inside });
    },
  });
  return relations;
}

async function readSharedStrings(xml: string): Promise<readonly string[]> {
  const strings: string[] = [];
  const text = richText();
  await parsing(xml, {
    open: (name) => text.open(name),
    text: (part) => text.add(part),
    close(name) {
      text.close(name);
      if (name === 'si') strings.push(text.take());
    },
  });
  return strings;
}

async function parsing(xml: string, handlers: XmlHandlers): Promise<void> {
  await failing(parseXml(xml, handlers));
}

/** What is wrong inside is said in errors of several libraries; to the reader the workbook is damaged. */
async function failing<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    if (cause instanceof WorkbookError) throw cause;
    throw new WorkbookError(cause instanceof ArchiveError ? cause.problem : 'broken', { cause });
  }
}
