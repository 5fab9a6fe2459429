/** Holds an Office document against the schemas of ECMA-376 as Microsoft's Open XML SDK has them, and against the rules of its package. */
import validate, { type ValidationResult } from '@ooxml-tools/validate';
import { openArchive } from '../../../documents/archive.js';
import { parseXml } from '../../../documents/parse-xml.js';

/**
 * ECMA-376 Part 1, 18.8.22: what a font of a workbook has may stand in any order (xsd:choice, unbounded); the SDK wants Excel's own.
 * Names that the standard does not have there stay faults.
 */
const inFont = ['name', 'charset', 'family', 'b', 'i', 'strike', 'outline', 'shadow', 'condense', 'extend', 'color'];
const fontElements: ReadonlySet<string> = new Set([...inFont, 'sz', 'u', 'vertAlign', 'scheme']);

function isFontOrder({ description, path }: ValidationResult): boolean {
  const [, name = ''] = /unexpected child element '[^']*\/spreadsheetml\/2006\/main:(\w+)'/.exec(description) ?? [];
  return /^\/x:styleSheet\[1\]\/x:fonts\[1\]\/x:font\[\d+\]$/.test(path.xpath) && fontElements.has(name);
}

/** What breaks a schema; none where the document is valid. Throws where it is no Office document. */
export async function schemaFaults(bytes: Uint8Array, ending: 'docx' | 'xlsx'): Promise<readonly string[]> {
  const faults = await validate(Uint8Array.from(bytes), ending, 'Microsoft365');
  return faults
    .filter((one) => !isFontOrder(one))
    .map(({ description, path }) => `${path.partUri} ${path.xpath}: ${description}`);
}

/** ECMA-376 Part 2: every part has a type (10.1.2.3), every relation a target (9.3), and what a part refers to is one of its relations. */
export async function packageFaults(bytes: Uint8Array): Promise<readonly string[]> {
  const parts = new Map<string, string>();
  for (const entry of await openArchive(bytes, { mostEntries: 200 })) {
    parts.set(entry.name, Buffer.from(await entry.read(50_000_000)).toString('utf8'));
  }
  const faults: string[] = [];
  const types = await tagsOf(parts.get('[Content_Types].xml') ?? '');
  const typed = new Set(types.map(({ attributes }) => attributes.get('PartName') ?? attributes.get('Extension')));
  for (const { attributes } of types) {
    const part = attributes.get('PartName');
    if (part !== undefined && !parts.has(part.slice(1))) faults.push(`a type for ${part}, which is not there`);
  }
  for (const [name, text] of parts) {
    if (name === '[Content_Types].xml') continue;
    const ending = name.slice(name.lastIndexOf('.') + 1);
    if (!typed.has(`/${name}`) && !typed.has(ending)) faults.push(`no type for ${name}`);
    // Part 1, 17.4.65: a cell has something at least at the level of a block. The SDK lets an empty one pass, and Word calls it damaged.
    if (/<w:tc>(?:<w:tcPr>(?:(?!<\/w:tcPr>).)*<\/w:tcPr>)?<\/w:tc>/.test(text)) faults.push(`an empty cell in ${name}`);
    if (ending === 'rels') faults.push(...(await relationFaults(parts, name, text)));
  }
  return faults;
}

async function relationFaults(parts: ReadonlyMap<string, string>, name: string, text: string): Promise<string[]> {
  const faults: string[] = [];
  const folder = name.replace(/_rels\/[^/]+$/, '');
  const ids: string[] = [];
  for (const { name: tag, attributes } of await tagsOf(text)) {
    if (tag !== 'Relationship') continue;
    ids.push(attributes.get('Id') ?? '');
    if (attributes.get('TargetMode') === 'External') continue;
    const target = attributes.get('Target') ?? '';
    const path = target.startsWith('/') ? target.slice(1) : new URL(target, `file:///${folder}`).pathname.slice(1);
    if (!parts.has(path)) faults.push(`${name} leads to ${path}, which is not there`);
  }
  if (new Set(ids).size !== ids.length) faults.push(`${name} has an identifier twice`);
  const source = parts.get(`${folder}${name.replace(/^.*\//, '').replace(/\.rels$/, '')}`) ?? '';
  for (const [, id = ''] of source.matchAll(/\br:(?:id|embed|link)="([^"]*)"/g)) {
    if (!ids.includes(id)) faults.push(`${name} lacks ${id}`);
  }
  return faults;
}

interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

async function tagsOf(xml: string): Promise<readonly Tag[]> {
  const tags: Tag[] = [];
  await parseXml(xml, { open: (name, attributes) => tags.push({ name, attributes }) });
  return tags;
}
