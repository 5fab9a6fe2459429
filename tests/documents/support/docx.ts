/** Makes Word documents of their parts, so that a test shows the very markup that it is about. */
import { strToU8, type Zippable, zipSync } from 'fflate';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const STRICT_OFFICE = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
const DOCUMENT_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

const namespaces = [
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ');

export interface DocxParts {
  /** What stands in w:body. */
  readonly body: string;
  /** What stands in the root of each of these parts, which the document then has. */
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly comments?: string;
  readonly commentsExtended?: string;
  /** Further relationships of the document: kind, target, and whether it is outside. */
  readonly relationships?: readonly (readonly [kind: string, target: string, isExternal: boolean])[];
  /** Further parts, by their paths. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
  readonly documentType?: string;
  readonly isStrict?: boolean;
  /** In front of the document's root. */
  readonly prologue?: string;
}

/** A document as Word writes it, with what is given and nothing else. */
export function makeDocx(given: DocxParts): Uint8Array {
  const word = given.isStrict === true ? STRICT : WORD;
  const office = given.isStrict === true ? STRICT_OFFICE : OFFICE;
  const part = (root: string, inner: string) => `<w:${root} xmlns:w="${word}" ${namespaces}>${inner}</w:${root}>`;
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      `<Override PartName="/word/document.xml" ContentType="${given.documentType ?? DOCUMENT_TYPE}"/></Types>`,
    '_rels/.rels': relationships([[`${office}/officeDocument`, 'word/document.xml', false]]),
    'word/document.xml': `${given.prologue ?? ''}${part('document', `<w:body>${given.body}<w:sectPr/></w:body>`)}`,
    ...given.parts,
  };
  const roots = { styles: 'styles', numbering: 'numbering', footnotes: 'footnotes', endnotes: 'endnotes' } as const;
  const own: [string, string, boolean][] = [];
  for (const name of ['styles', 'numbering', 'footnotes', 'endnotes', 'comments'] as const) {
    const inner = given[name];
    if (inner === undefined) continue;
    files[`word/${name}.xml`] = part(name === 'comments' ? 'comments' : roots[name], inner);
    own.push([`${office}/${name}`, `${name}.xml`, false]);
  }
  if (given.commentsExtended !== undefined) {
    files['word/commentsExtended.xml'] = `<w15:commentsEx ${namespaces}>${given.commentsExtended}</w15:commentsEx>`;
    own.push([
      'http://schemas.microsoft.com/office/2011/relationships/commentsExtended',
      'commentsExtended.xml',
      false,
    ]);
  }
  const further = (given.relationships ?? []).map(([kind, target, isExternal]): [string, string, boolean] => [
    `${office}/${kind}`,
    target,
    isExternal,
  ]);
  files['word/_rels/document.xml.rels'] = relationships([...own, ...further]);
  return zipOf(files);
}

/** An archive of texts and bytes. */
export function zipOf(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const packed: Zippable = {};
  for (const [path, content] of Object.entries(files))
    packed[path] = typeof content === 'string' ? strToU8(content) : content;
  return zipSync(packed);
}

export function relationships(all: readonly (readonly [type: string, target: string, isExternal: boolean])[]): string {
  const each = all.map(([type, target, isExternal], at) => {
    const mode = isExternal ? ' TargetMode="External"' : '';
    return `<Relationship Id="rId${at + 1}" Type="${type}" Target="${escaped(target)}"${mode}/>`;
  });
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** A run. @param properties what stands in w:rPr */
export function run(text: string, properties = ''): string {
  const own = properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`;
  return `<w:r>${own}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
}

/** A paragraph. @param content runs; a text without a tag becomes one @param properties what stands in w:pPr */
export function paragraph(content: string, properties = ''): string {
  const own = properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`;
  return `<w:p>${own}${content.startsWith('<') || content === '' ? content : run(content)}</w:p>`;
}

export function styled(style: string, content: string): string {
  return paragraph(content, `<w:pStyle w:val="${style}"/>`);
}

/** A paragraph in a list. */
export function item(list: number, level: number, content: string): string {
  return paragraph(content, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
}

export function style(id: string, name: string, inner = '', basedOn?: string): string {
  const base = basedOn === undefined ? '' : `<w:basedOn w:val="${basedOn}"/>`;
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${base}${inner}</w:style>`;
}

/** Level by level: its format, its text with %1, and what else it says. */
export type LevelParts = readonly [format: string, text: string, further?: string];

/** A list and its kind, both under one number. */
export function list(number: number, levels: readonly LevelParts[]): string {
  return `${listKind(number, levels)}<w:num w:numId="${number}"><w:abstractNumId w:val="${number}"/></w:num>`;
}

export function listKind(number: number, levels: readonly LevelParts[], further = ''): string {
  const each = levels.map(
    ([format, text, more = ''], at) =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`,
  );
  return `<w:abstractNum w:abstractNumId="${number}">${further}${each.join('')}</w:abstractNum>`;
}

export function field(code: string, shown: string): string {
  return (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' +
    `<w:r><w:instrText xml:space="preserve">${escaped(code)}</w:instrText></w:r>` +
    `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
  );
}

export function table(...rows: readonly (readonly string[])[]): string {
  const cell = (content: string) => `<w:tc><w:tcPr/>${content.startsWith('<') ? content : paragraph(content)}</w:tc>`;
  return `<w:tbl><w:tblPr/>${rows.map((cells) => `<w:tr>${cells.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
}
