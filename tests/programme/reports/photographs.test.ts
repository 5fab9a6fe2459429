/** Photographs in the report: dropped, shown before they are put in, with captions and an order, in every document, and taken out again. */
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { LARGEST_FILE_BYTES } from '../../../programme/files/file-store.js';
import { readWhole } from '../../../programme/files/read-whole.js';
import type { Message } from '../../../programme/messages/message.js';
import { MOST_PHOTOGRAPH_BYTES } from '../../../programme/reports/photographs/add-photographs.js';
import { buildPerson, buildProgramme, buildSession, outcomeOf, wordsOf } from '../../support/factories.js';
import { storeReceivedFile } from '../../support/files.js';
import { buildPhotograph, storePhotograph, TAKEN_AT } from '../../support/photographs.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const given = programmeFixture({ session: { code: 'MSM-1' } });
const { ask, done, refused, opened, about } = given;

const stored = async () =>
  await given.database.reportPhotograph.findMany({
    where: { programmeId: given.programme.id },
    orderBy: [{ sessionId: 'asc' }, { position: 'asc' }],
    include: { file: true },
  });
const namesInOrder = async () => (await stored()).map(({ file }) => file.name);

/** The bytes of the files that the report was made as, by their endings. */
async function madeFiles(): Promise<ReadonlyMap<string, Uint8Array>> {
  const { reply } = await ask(given.secretary, 'report.make', { languages: 'en' });
  if (reply.kind !== 'message') throw new Error('no report');
  const found = new Map<string, Uint8Array>();
  for (const element of reply.message.elements) {
    if (element.kind !== 'file') continue;
    const bytes = await readWhole(given.services.files, element.file);
    if (bytes !== null) found.set(element.name.replace(/^.*\./, ''), bytes);
  }
  return found;
}

const listed = ({ elements }: Message) => elements.flatMap((element) => (element.kind === 'list' ? element.items : []));

it('shows what was dropped before it is put in, with where, number and what is missing, and keeps nothing of what was sent', async () => {
  const files = [await storePhotograph(given.services, given.secretary.id, { name: '会場.jpg', orientation: 6 })];
  const shown = await ask(given.secretary, 'report.add-photographs', { files, ...about() }, { origin: 'words' });
  expect(outcomeOf(shown)).toBe('preview');
  for (const words of ['one photograph', 'MSM-1', '会場.jpg', '(not entered)', '48 × 64'])
    expect(wordsOf(shown)).toContain(words);
  expect(await stored()).toEqual([]);
  // The button beside it leads to the form, and does not put it in unseen.
  const details = { files, ...about(), inForm: true };
  expect((await opened(given.secretary, 'report.add-photographs', details)).known).toMatchObject({
    files,
    shown: true,
  });
  expect(await stored()).toEqual([]);
  await done(given.secretary, 'report.add-photographs', {
    files,
    ...about(),
    captionJa: '会場の様子',
    captionEn: 'The venue',
  });
  const [photograph] = await stored();
  expect(photograph).toMatchObject({
    position: 1,
    width: 48,
    height: 64,
    captionJa: '会場の様子',
    captionEn: 'The venue',
  });
  expect(photograph?.file).toMatchObject({ kind: 'report-photograph', contentType: 'image/jpeg', personId: null });
  expect(await given.database.file.count({ where: { id: { in: files } } })).toBe(0);
  const bytes = await readWhole(given.services.files, photograph?.fileId ?? '');
  expect(Buffer.from(bytes ?? []).includes(TAKEN_AT)).toBe(false);
});

it('takes the session that began last where none is named, and the programme where that is chosen', async () => {
  await given.database.session.update({
    where: { id: given.session.id },
    data: { startsAt: new Date('2024-10-01T06:00:00Z') },
  });
  given.services.clock.set('2024-10-02T10:00:00+09:00');
  const later = await buildSession(given.services, given.programme, {
    code: 'LATER',
    startsAt: new Date('2099-01-01T00:00:00Z'),
    endsAt: new Date('2099-01-01T02:00:00Z'),
  });
  const files = [await storePhotograph(given.services, given.secretary.id)];
  const shown = await ask(given.secretary, 'report.add-photographs', { files }, { origin: 'words' });
  expect(wordsOf(shown)).toContain('MSM-1');
  expect(wordsOf(shown)).not.toContain(later.code);
  await done(given.secretary, 'report.add-photographs', { files, ofProgramme: true });
  expect(await stored()).toMatchObject([{ sessionId: null }]);
});

it('gives several a caption a line, puts them where they are wanted, and refuses more lines than pictures', async () => {
  await buildPhotograph(given.services, { session: given.session, name: 'first.jpg' });
  await buildPhotograph(given.services, { session: given.session, name: 'last.jpg' });
  const send = async (name: string) => await storePhotograph(given.services, given.secretary.id, { name });
  const files = [await send('a.jpg'), await send('b.png')];
  const input = { files, ...about(), position: '２', captionEn: 'One\n\nThree' };
  expect(await refused(given.secretary, 'report.add-photographs', input)).toContain('one line for each picture');
  await done(given.secretary, 'report.add-photographs', { ...input, captionEn: 'One\nTwo', captionJa: '一枚目' });
  expect(await namesInOrder()).toEqual(['first.jpg', 'a.jpg', 'b.jpg', 'last.jpg']);
  expect((await stored()).map(({ position, captionJa, captionEn }) => [position, captionJa, captionEn])).toEqual([
    [1, '', ''],
    [2, '一枚目', 'One'],
    [3, '', 'Two'],
    [4, '', ''],
  ]);
});

it('moves a photograph, and closes the gap that it leaves', async () => {
  const other = await buildSession(given.services, given.programme, { code: 'WLT-1' });
  const [first, second] = [
    await buildPhotograph(given.services, { session: given.session, name: '1.jpg', captionJa: '前' }),
    await buildPhotograph(given.services, { session: given.session, name: '2.jpg' }),
  ];
  const form = await opened(given.secretary, 'report.change-photograph', { photograph: first.id });
  expect(JSON.stringify(form.fields)).toContain('前');
  await done(given.secretary, 'report.change-photograph', {
    ...form.known,
    ...about(),
    position: 2,
    captionEn: 'Before',
  });
  expect(await namesInOrder()).toEqual(['2.jpg', '1.jpg']);
  await done(given.secretary, 'report.change-photograph', { ...form.known, session: other.id, captionEn: 'Before' });
  const rows = await given.database.reportPhotograph.findMany({ where: { id: { in: [first.id, second.id] } } });
  expect(new Map(rows.map(({ id, sessionId, position }) => [id, [sessionId, position]]))).toEqual(
    new Map([
      [first.id, [other.id, 1]],
      [second.id, [given.session.id, 1]],
    ]),
  );
});

it('stands in each document: a picture with its text in .docx, a caption in .md, rows in .json; what lacks a caption is listed', async () => {
  const files = [await storePhotograph(given.services, given.secretary.id)];
  await done(given.secretary, 'report.add-photographs', { files, ...about(), captionEn: 'The venue <before>' });
  const made = await madeFiles();
  const docx = unzipSync(made.get('docx') ?? new Uint8Array());
  const pictures = Object.keys(docx).filter((name) => name.endsWith('.jpg'));
  expect(pictures).toHaveLength(1);
  for (const part of Object.values(docx)) expect(Buffer.from(part).includes(TAKEN_AT)).toBe(false);
  const xml = strFromU8(docx['word/document.xml'] ?? new Uint8Array());
  expect(xml).toContain('descr="The venue &lt;before&gt;"');
  expect(xml).toContain('Photograph 1: The venue &lt;before&gt;');
  const md = Buffer.from(made.get('md') ?? []).toString();
  expect(md).toContain('*Photograph 1: The venue \\<before\\>*');
  const figures = JSON.parse(Buffer.from(made.get('json') ?? []).toString());
  expect(figures.photographs).toEqual([
    { number: 1, session: 'MSM-1', caption: { ja: '', en: 'The venue <before>' }, width: 64, height: 48 },
  ]);
  expect(figures.missingCaptions).toEqual([{ number: 1, session: 'MSM-1', language: 'ja' }]);
  const told = await ask(given.secretary, 'report.make', {});
  expect(wordsOf(told)).toContain('Captions of photographs');
});

it('is taken out after agreement, with its file, also once the report is final, and the report says so', async () => {
  const photograph = await buildPhotograph(given.services, { session: given.session });
  await done(given.secretary, 'report.freeze');
  const more = { files: [await storePhotograph(given.services, given.secretary.id)], ...about() };
  expect(await refused(given.secretary, 'report.add-photographs', more)).toContain('final since');
  const shown = await opened(given.secretary, 'report.remove-photograph', { photograph: photograph.id });
  expect(JSON.stringify(shown.introduction)).toContain('The report is final');
  expect(await stored()).toHaveLength(1);
  await done(given.secretary, 'report.remove-photograph', shown.known);
  expect(await stored()).toEqual([]);
  expect(await given.database.file.count({ where: { id: photograph.fileId } })).toBe(0);
  const docx = unzipSync((await madeFiles()).get('docx') ?? new Uint8Array());
  expect(Object.keys(docx).filter((name) => name.endsWith('.jpg'))).toEqual([]);
  expect(strFromU8(docx['word/document.xml'] ?? new Uint8Array())).toContain('This photograph was taken out.');
});

it('lists them with a link to each, and leaves all of it to the secretariat', async () => {
  const { id, fileId } = await buildPhotograph(given.services, { session: given.session });
  const { reply } = await ask(given.secretary, 'report.photographs');
  if (reply.kind !== 'message') throw new Error('no list');
  expect(listed(reply.message)[0]?.buttons.map((button) => 'action' in button && button.action)).toEqual([
    ...['report.change-photograph', 'file.link', 'report.remove-photograph'],
  ]);
  expect(await done(given.secretary, 'file.link', { file: fileId })).toContain('This link opens the file');
  const adviser = await given.member({ role: 'adviser' });
  for (const person of [given.person, adviser]) {
    expect(outcomeOf(await ask(person, 'report.photographs'))).toBe('refused');
    expect(outcomeOf(await ask(person, 'report.remove-photograph', { photograph: id, agreed: true }))).toBe('refused');
    expect(outcomeOf(await ask(person, 'file.link', { file: fileId }))).toBe('refused');
  }
  const elsewhere = await buildPerson(given.services, {
    programme: await buildProgramme(given.services),
    role: 'secretariat',
  });
  expect(outcomeOf(await ask(elsewhere, 'report.remove-photograph', { photograph: id, agreed: true }))).toBe('refused');
  expect(outcomeOf(await ask(elsewhere, 'file.link', { file: fileId }))).toBe('refused');
  expect(await stored()).toHaveLength(1);
});

it('refuses what is no picture, whatever its name, and more than a document can hold', async () => {
  const content = Buffer.from('no picture at all');
  const files = [await storeReceivedFile(given.services, given.secretary.id, { name: 'a.jpg', type: 'jpeg', content })];
  expect(await refused(given.secretary, 'report.add-photographs', { files, ...about() })).toContain(
    'neither a PNG nor a JPEG',
  );
  const heic = [await storeReceivedFile(given.services, given.secretary.id, { name: 'b.heic', type: 'heic', content })];
  expect(await refused(given.secretary, 'report.add-photographs', { files: heic, ...about() })).toContain('nor a JPEG');
  const { fileId } = await buildPhotograph(given.services, { session: given.session });
  await given.database.file.update({ where: { id: fileId }, data: { size: MOST_PHOTOGRAPH_BYTES } });
  const one = { files: [await storePhotograph(given.services, given.secretary.id)], ...about() };
  expect(await refused(given.secretary, 'report.add-photographs', one)).toContain('8 MB');
  expect(MOST_PHOTOGRAPH_BYTES + 2 * 1024 * 1024).toBeLessThanOrEqual(LARGEST_FILE_BYTES);
});

it('goes with nobody: another person’s picture is not there', async () => {
  const colleague = await given.member({ role: 'secretariat' });
  const files = [await storePhotograph(given.services, colleague.id)];
  expect(outcomeOf(await ask(given.secretary, 'report.add-photographs', { files, ...about() }))).toBe('refused');
  expect(await stored()).toEqual([]);
});
