/** A company submits drafts: dropped, chosen or pasted; what is shown before, who is told, what is refused, and what is kept. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { DeliverableType } from '../../../prisma/client.js';
import { makeDocx } from '../../documents/support/docx.js';
import {
  buildComment,
  buildDeliverableType,
  buildDraft,
  buttonFor,
  dropDocument,
  sendDocument,
} from '../../support/drafts.js';
import {
  type BuiltPerson,
  buildAssignment,
  buttonsOf,
  fieldOf,
  notificationsTo,
  outcomeOf,
  wordsOf,
} from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';
import { readPolicy } from './policy.js';

const fixture = programmeFixture();
let type: DeliverableType;
let adviser: BuiltPerson;
let stranger: BuiltPerson;

beforeEach(async () => {
  type = await buildDeliverableType(fixture.services, fixture.programme);
  adviser = await fixture.member({ role: 'adviser', nameEn: 'Saeki' });
  stranger = await fixture.member({ role: 'adviser' });
  await buildAssignment(fixture.services, { company: fixture.company, adviserId: adviser.id });
});

const text = (more = '') => Buffer.from(`人権方針\n当社は、国際的に認められた人権を尊重します。${more}\n`);
const drop = async (content: Uint8Array, { name = '方針.txt', by = fixture.person } = {}) =>
  await dropDocument(fixture.services, by, { name, content });
const confirm = async (shown: Awaited<ReturnType<typeof drop>>, by = fixture.person) =>
  await fixture.ask(by, 'preview.confirm', buttonFor(shown, 'preview.confirm').input);
const drafts = async () =>
  await fixture.database.draft.findMany({
    where: { companyId: fixture.company.id },
    include: { text: true, check: true, file: true },
    orderBy: { number: 'asc' },
  });
const draftOf = async (number: number) => {
  const found = (await drafts()).find((one) => one.number === number);
  if (found === undefined) throw new Error(`no version ${number}`);
  return found;
};
const build = async (by = fixture.person, content?: string) =>
  await buildDraft(fixture.services, {
    ...{ type, company: fixture.company, personId: by.id },
    ...(content !== undefined && { text: content }),
  });
const open = async (id: string) =>
  await fixture.database.draft.update({
    where: { id },
    data: { openedAt: fixture.services.clock.now(), openedById: adviser.id },
  });

describe('a file that is dropped without any command', () => {
  it('is shown as a new version with its first line, and submitted once that is confirmed', async () => {
    const shown = await drop(text());
    expect(outcomeOf(shown)).toBe('preview');
    expect(wordsOf(shown)).toContain('Submits this as version 1 of “Human rights policy”. Saeki will be told');
    expect(wordsOf(shown)).toContain('It begins: “人権方針”');
    expect(await drafts()).toEqual([]);
    const submitted = await confirm(shown);
    expect(wordsOf(submitted)).toContain('Version 1 of “Human rights policy” is submitted.');
    expect(buttonsOf(submitted)).toEqual(['draft.check', 'draft.declare', 'draft.mine']);
    expect(await drafts()).toMatchObject([
      {
        ...{ number: 1, source: 'plain', language: 'ja', submittedById: fixture.person.id, openedAt: null },
        ...{ file: { kind: 'draft', personId: null, expiresAt: null, name: `${type.code}-v1.txt` } },
        // 1 October and five business days, the 14th being a holiday of its own.
        reviewDueOn: new Date('2024-10-08'),
      },
    ]);
    expect(await fixture.database.receivedDocument.count()).toBe(0);
    expect(await fixture.database.deliverable.findFirstOrThrow({ where: { typeId: type.id } })).toMatchObject({
      ...{ stage: 'submitted', drafts: 1 },
    });
  });

  it('comes back byte for byte', async () => {
    const content = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), text('\r\n　末尾　')]);
    await confirm(await drop(content));
    const { fileId } = await draftOf(1);
    const pieces: Uint8Array[] = [];
    for await (const piece of fixture.services.files.read(fileId ?? '')) pieces.push(piece);
    expect(Buffer.concat(pieces).equals(content)).toBe(true);
    const given = await fixture.ask(fixture.person, 'draft.file', {});
    expect(JSON.stringify(given.reply)).toContain(`"file":"${fileId}"`);
  });

  it('tells the assigned adviser and the colleagues, and nobody else', async () => {
    await confirm(await drop(text()));
    const told = await fixture.sendAllDue();
    expect(notificationsTo(told, adviser).map(({ kind }) => kind)).toEqual(['draft.submitted']);
    expect(notificationsTo(told, adviser)[0]?.words).toContain('Please review it by Tue, 8 Oct 2024.');
    expect(notificationsTo(told, fixture.colleague).map(({ kind }) => kind)).toEqual(['draft.submitted-by-colleague']);
    for (const other of [stranger, fixture.secretary, fixture.person]) {
      expect(notificationsTo(told, other)).toEqual([]);
    }
  });

  it('is not told to an adviser who was taken off the company meanwhile', async () => {
    await confirm(await drop(text()));
    await fixture.database.assignment.updateMany({ data: { endedAt: fixture.services.clock.now() } });
    expect(notificationsTo(await fixture.sendAllDue(), adviser)).toEqual([]);
  });

  it('is left to what takes files otherwise where the programme asks for nothing', async () => {
    await fixture.database.deliverableType.deleteMany({ where: { id: type.id } });
    expect(wordsOf(await drop(text()))).not.toContain('Submits');
    expect(await fixture.database.receivedDocument.count()).toBe(0);
  });

  it('can be used for a consultation that is ahead instead', async () => {
    const now = fixture.services.clock.now().getTime();
    const [startsAt, endsAt] = [new Date(now + 864e5), new Date(now + 864e5 + 36e5)];
    await fixture.database.booking.create({
      data: {
        ...{ programmeId: fixture.programme.id, companyId: fixture.company.id, adviserId: adviser.id, mode: 'online' },
        ...{ startsAt, endsAt, bookedById: fixture.person.id, createdAt: new Date(now) },
      },
    });
    const shown = await drop(text());
    const { action, input, proposed } = buttonFor(shown, 'consultation.add-files');
    expect(proposed).toBe(true);
    expect(outcomeOf(await fixture.ask(fixture.person, action, input, { origin: 'words' }))).toBe('preview');
  });
});

describe('a Word document', () => {
  const paragraph = (words: string, style = '') =>
    `<w:p>${style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t>${words}</w:t></w:r></w:p>`;
  const styles = '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>';
  const body = `${paragraph('人権の尊重', 'H1')}${paragraph('当社は、国際的に認められた人権を尊重します。')}`;

  it('is read, checked and kept as it came', async () => {
    const content = makeDocx({ body, styles });
    const shown = await drop(Buffer.from(content), { name: '方針.docx' });
    expect(wordsOf(shown)).toContain('It begins: “人権の尊重”');
    await confirm(shown);
    const { text: kept, ...draft } = await draftOf(1);
    expect(draft).toMatchObject({ source: 'docx', file: { name: `${type.code}-v1.docx`, size: content.byteLength } });
    expect(kept?.paragraphs).toMatchObject([{ text: '人権の尊重', heading: 1 }, { heading: null }]);
  });

  it('with macros is refused, and what to do is said', async () => {
    const macros = makeDocx({ body, parts: { 'word/vbaProject.bin': 'x' } });
    const refused = await drop(Buffer.from(macros), { name: '方針.docx' });
    expect(outcomeOf(refused)).toBe('refused');
    expect(wordsOf(refused)).toContain('I cannot take Word documents with macros');
    expect(await fixture.database.deliverable.count({ where: { typeId: type.id } })).toBe(0);
  });
});

describe('what cannot be submitted', () => {
  it.each([
    ['mark.docx', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /Word|cannot/],
    ['empty.txt', Buffer.from(' \n \n'), /There is no text/],
  ])('is refused with the reason and what to do: %s', async (name, content, words) => {
    const refused = await drop(content, { name });
    expect(outcomeOf(refused)).toBe('refused');
    expect(wordsOf(refused)).toMatch(words);
    expect(await drafts()).toEqual([]);
    expect(await fixture.database.deliverable.count({ where: { typeId: type.id } })).toBe(0);
  });

  it('is the same content twice', async () => {
    await confirm(await drop(text()));
    const refused = await drop(text(), { name: '別名.txt', by: fixture.colleague });
    expect(wordsOf(refused)).toContain('This is the same as version 1 of “Human rights policy”');
    expect(await drafts()).toHaveLength(1);
  });

  it('is more than one document at a time', async () => {
    const files = [
      await sendDocument(fixture.services, fixture.person.id, 'a'),
      await sendDocument(fixture.services, fixture.person.id, 'b'),
    ];
    const input = { deliverableType: type.id, files, seen: 0 };
    expect(await fixture.refused(fixture.person, 'draft.submit', input)).toContain('one at a time');
  });

  it('is somebody else’s file', async () => {
    const files = [await sendDocument(fixture.services, fixture.colleague.id, 'a')];
    const input = { deliverableType: type.id, files };
    await fixture.refused(fixture.person, 'draft.submit', input);
    expect(await drafts()).toEqual([]);
  });
});

describe('a further version', () => {
  it('takes the place of one’s own that nobody has opened, whose content is erased', async () => {
    const first = await build();
    const shown = await drop(text());
    expect(wordsOf(shown)).toContain('It takes the place of version 1, which nobody has opened');
    expect(wordsOf(await confirm(shown))).toContain('It took the place of version 1');
    expect(await drafts()).toMatchObject([
      { number: 1, replacedAt: expect.any(Date), erasedAt: expect.any(Date), sha256: null, text: null, file: null },
      { number: 2, replacedAt: null },
    ]);
    expect(await fixture.database.file.count({ where: { id: first.draft.file?.id ?? '' } })).toBe(0);
    const told = notificationsTo(await fixture.sendAllDue(), adviser);
    expect(told).toHaveLength(1);
    expect(told[0]?.words).toContain('version 2');
  });

  it('stands beside one that the adviser has opened', async () => {
    const { draft } = await build();
    await open(draft.id);
    const shown = await drop(text());
    expect(wordsOf(shown)).not.toContain('takes the place');
    await confirm(shown);
    expect((await drafts()).map(({ replacedAt }) => replacedAt)).toEqual([null, null]);
  });

  it('is shown anew where the adviser opened the one that it was to replace', async () => {
    const { draft } = await build();
    const shown = await drop(text());
    await open(draft.id);
    const outdated = await confirm(shown);
    expect(outcomeOf(outdated)).not.toBe('done');
    expect(await drafts()).toHaveLength(1);
  });

  it('of a colleague stays beside one’s own, and both are said', async () => {
    await build(fixture.colleague);
    const form = await fixture.opened(fixture.person, 'draft.submit', { deliverableType: type.id });
    await build(fixture.colleague);
    const files = [await sendDocument(fixture.services, fixture.person.id, '別の案です。')];
    const said = await fixture.done(fixture.person, 'draft.submit', { ...form.known, files });
    expect(said).toContain('submitted version 2 just before. Both are kept');
    expect((await drafts()).filter(({ replacedAt }) => replacedAt === null).map(({ number }) => number)).toEqual([
      2, 3,
    ]);
  });
});

describe('comments that wait for an answer', () => {
  it('are listed before it is sent, and those that the version answers are ticked off', async () => {
    const first = await build();
    await open(first.draft.id);
    const [one, other] = [
      await buildComment(fixture.services, first, { authorId: adviser.id, words: 'Name the scope' }),
      await buildComment(fixture.services, first, { authorId: adviser.id, words: 'Name the helpline' }),
    ];
    const shown = await drop(text());
    expect(wordsOf(shown)).toContain('Comments that you have not answered yet: 2');
    expect(wordsOf(shown)).toContain('Name the helpline');
    const { input } = buttonFor(shown, 'draft.submit');
    const form = await fixture.opened(fixture.person, 'draft.submit', input);
    expect(fieldOf(form, 'reviewComments')).toMatchObject({ choices: [{ value: one }, { value: other }] });
    const said = await fixture.done(fixture.person, 'draft.submit', {
      ...{ ...form.known, reviewComments: [one], note: 'See article 2' },
    });
    expect(said).toContain('It answers 1 comment.');
    expect(said).toContain('1 comment is not answered yet.');
    const { id } = await draftOf(2);
    expect(await fixture.database.commentAnswer.findMany()).toMatchObject([{ commentId: one, draftId: id }]);
    const told = notificationsTo(await fixture.sendAllDue(), adviser).find(({ words }) => words.includes('version 2'));
    expect(told?.words).toContain('Note of the company: See article 2');
    expect(told?.words).toContain('it answers 1 comment');
  });

  it('of another company’s draft are not taken', async () => {
    const first = await build();
    await open(first.draft.id);
    const other = await fixture.member({});
    if (other.company === null) throw new Error('a participant has a company');
    const theirs = await buildDraft(fixture.services, { type, company: other.company, personId: other.id });
    await buildAssignment(fixture.services, { company: other.company, adviserId: stranger.id });
    const comment = await buildComment(fixture.services, theirs, { authorId: stranger.id });
    const files = [await sendDocument(fixture.services, fixture.person.id, '次の案です。')];
    await fixture.refused(fixture.person, 'draft.submit', {
      ...{ deliverableType: type.id, files, reviewComments: [comment] },
    });
    expect(await fixture.database.commentAnswer.count({ where: { commentId: comment } })).toBe(0);
  });
});

describe('pasted text', () => {
  it('is a draft, of several thousand characters', async () => {
    const policy = await readPolicy();
    const shown = await fixture.ask(fixture.person, 'draft.submit', { text: policy }, { origin: 'words' });
    expect(outcomeOf(shown)).toBe('preview');
    const previews = await fixture.database.preview.findMany({ where: { personId: fixture.person.id } });
    expect(JSON.stringify(previews)).not.toContain(policy.slice(20, 60));
    await confirm(shown);
    expect(await drafts()).toMatchObject([{ source: 'pasted', file: { name: `${type.code}-v1.txt` } }]);
  });

  it('is asked for in the form, and kept once', async () => {
    const form = await fixture.opened(fixture.person, 'draft.submit', {});
    expect(fieldOf(form, 'text')).toMatchObject({ maximum: 3_000 });
    await fixture.done(fixture.person, 'draft.submit', { ...form.known, text: '当社は人権を尊重します。' });
    expect(await drafts()).toHaveLength(1);
  });
});

describe('a programme that asks for several', () => {
  it('asks which one a dropped file is, and says where another comes first', async () => {
    const plan = await buildDeliverableType(fixture.services, fixture.programme, {
      ...{ titleEn: 'Due diligence plan', titleJa: '計画', dependsOnId: type.id, checklist: null },
    });
    const asked = await drop(text());
    expect(outcomeOf(asked)).toBe('form');
    expect(wordsOf(asked)).toContain('Due diligence plan');
    const files = [await sendDocument(fixture.services, fixture.person.id, '計画の案です。')];
    const input = { deliverableType: plan.id, files };
    const shown = await fixture.ask(fixture.person, 'draft.submit', input, { origin: 'words' });
    expect(wordsOf(shown)).toContain('“Human rights policy” is to be finished first');
    await confirm(shown);
    expect(await drafts()).toMatchObject([{ number: 1, check: null }]);
  });
});

it('keeps nothing of the content in stored replies, notifications and previews', async () => {
  const shown = await drop(text('極秘の文言'), { name: '極秘の文言.txt' });
  await confirm(shown);
  await fixture.sendAllDue();
  const { request, notification, preview } = fixture.database;
  const stored = [
    await request.findMany({ select: { reply: true, content: true, parameters: true } }),
    await notification.findMany({ select: { data: true, reason: true, key: true } }),
    await preview.findMany({ select: { input: true, words: true, state: true } }),
  ];
  expect(JSON.stringify(stored)).not.toMatch(/極秘|国際的に/);
});
