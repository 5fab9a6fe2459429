/** A company takes a version back: what is lost is said before, nothing of its content is left, and the stage falls back. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { DeliverableType } from '../../../prisma/client.js';
import { buildComment, buildDeliverableType, buildDraft } from '../../support/drafts.js';
import { type BuiltPerson, buildAssignment, buttonsOf, notificationsTo, wordsOf } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const fixture = programmeFixture();
const SECRET = '極秘の文言';
let type: DeliverableType;
let adviser: BuiltPerson;

beforeEach(async () => {
  type = await buildDeliverableType(fixture.services, fixture.programme);
  adviser = await fixture.member({ role: 'adviser' });
  await buildAssignment(fixture.services, { company: fixture.company, adviserId: adviser.id });
});

const build = async (more: { readonly answers?: readonly string[]; readonly text?: string } = {}) => {
  const { services, company, person } = fixture;
  const text = more.text ?? `${SECRET} ${Math.random()}`;
  return await buildDraft(services, { type, company, personId: person.id, note: SECRET, ...more, text });
};
const open = async (draftId: string) =>
  await fixture.database.draft.update({
    where: { id: draftId },
    data: { openedAt: fixture.services.clock.now(), openedById: adviser.id },
  });
const withdraw = async (draft: string, by = fixture.person) => {
  const form = await fixture.opened(by, 'draft.withdraw', { draft });
  return await fixture.done(by, 'draft.withdraw', form.known);
};
const stage = async () => (await fixture.database.deliverable.findFirstOrThrow({ where: { typeId: type.id } })).stage;

/** Everything that the section's tables and the files hold, as text. */
async function everything(): Promise<string> {
  const { database } = fixture;
  const rows = await Promise.all([
    database.draft.findMany(),
    database.draftText.findMany(),
    database.draftCheck.findMany(),
    database.draftDeclaration.findMany(),
    database.checkMark.findMany(),
    database.review.findMany(),
    database.reviewComment.findMany(),
    database.reviewCommentVersion.findMany(),
    database.commentAnswer.findMany(),
    database.deliverableEvent.findMany(),
    database.receivedDocument.findMany(),
    database.file.findMany({ include: { chunks: true } }),
  ]);
  return JSON.stringify(rows, (_key, value) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : value,
  );
}

describe('a version that is taken back', () => {
  it('is gone with bytes, text, check, comments, marks and declarations; that it was there remains', async () => {
    const submitted = await build();
    const { id: draftId } = submitted.draft;
    await open(draftId);
    const comment = await buildComment(fixture.services, submitted, { authorId: adviser.id, words: SECRET });
    const whose = { programmeId: fixture.programme.id, companyId: fixture.company.id };
    const at = fixture.services.clock.now();
    const { database } = fixture;
    await database.reviewComment.update({ where: { id: comment }, data: { target: 'quotation', quotation: SECRET } });
    await database.reviewCommentVersion.create({
      data: { ...whose, commentId: comment, version: 1, words: SECRET, until: at },
    });
    await database.review.updateMany({ data: { words: SECRET } });
    await database.checkMark.create({
      data: { ...whose, draftId, element: 'E01', kind: 'missed', sentence: SECRET, personId: adviser.id, at },
    });
    const declared = await fixture.opened(fixture.person, 'draft.declare', {});
    await fixture.done(fixture.person, 'draft.declare', { ...declared.known, boardDate: SECRET });
    expect((await everything()).split(SECRET).length).toBeGreaterThan(8);
    const form = await fixture.opened(fixture.person, 'draft.withdraw', { draft: draftId });
    const words = JSON.stringify(form.introduction);
    expect(words).toContain('This cannot be undone');
    expect(words).toContain('the words of 1 comment');
    expect(words).toContain('what your company told about it');
    await fixture.done(fixture.person, 'draft.withdraw', form.known);
    expect(await everything()).not.toContain(SECRET);
    expect(await database.draft.findMany()).toMatchObject([
      { number: 1, submittedById: fixture.person.id, withdrawnAt: at, erasedAt: at, fileId: null, sha256: null },
    ]);
    const events = await database.deliverableEvent.findMany({ orderBy: { position: 'asc' } });
    expect(events.map(({ kind }) => kind)).toEqual(['submitted', 'withdrawn', 'erased']);
    expect(await stage()).toBe('drafting');
  });

  it('leaves the version before it, and opens again what it had answered', async () => {
    const first = await build();
    await open(first.draft.id);
    const comment = await buildComment(fixture.services, first, { authorId: adviser.id });
    const second = await build({ answers: [comment] });
    expect(await fixture.database.commentAnswer.count()).toBe(1);
    expect(await withdraw(second.draft.id)).toContain('Version 2');
    expect(await fixture.database.commentAnswer.count()).toBe(0);
    expect(await fixture.database.draft.findMany({ where: { withdrawnAt: null } })).toMatchObject([{ number: 1 }]);
    expect(wordsOf(await fixture.ask(fixture.person, 'draft.mine'))).toContain('not answered yet: 1');
  });

  it('is told to the adviser who was told of it, and to colleagues', async () => {
    const { draft } = await build();
    await fixture.sendAllDue();
    await withdraw(draft.id);
    const told = await fixture.sendAllDue();
    expect(notificationsTo(told, adviser).map(({ kind }) => kind)).toEqual(['draft.withdrawn']);
    expect(notificationsTo(told, fixture.colleague).map(({ kind }) => kind)).toEqual(['draft.withdrawn-by-colleague']);
  });

  it('before anybody was told of it is told to no adviser', async () => {
    const { draft } = await build();
    await withdraw(draft.id);
    expect(notificationsTo(await fixture.sendAllDue(), adviser)).toEqual([]);
  });

  it('cannot be taken back twice, shown or opened, and can be submitted again', async () => {
    const { draft } = await build({ text: '同じ内容です。' });
    await withdraw(draft.id, fixture.colleague);
    for (const action of ['draft.withdraw', 'draft.check', 'draft.file']) {
      expect(await fixture.refused(fixture.person, action, { draft: draft.id, agreed: true })).toContain('is gone');
    }
    expect((await build({ text: '同じ内容です。' })).draft.number).toBe(2);
  });

  it('is of one’s own company alone', async () => {
    const { draft } = await build();
    for (const by of [await fixture.member({}), adviser, fixture.secretary]) {
      await fixture.refused(by, 'draft.withdraw', { draft: draft.id, agreed: true });
    }
    expect(await fixture.database.draft.count({ where: { companyId: fixture.company.id, withdrawnAt: null } })).toBe(1);
  });
});

describe('what a company sees of its deliverables', () => {
  it('is the stage, the due date, the latest version and what can be done next', async () => {
    const before = await fixture.ask(fixture.person, 'draft.mine');
    expect(wordsOf(before)).toContain('Stage: Not started');
    expect(wordsOf(before)).toContain('Due: Mon, 31 Mar 2025 (181 days left)');
    expect(buttonsOf(before)).toEqual(['draft.submit', 'draft.begin', 'deliverable.extend']);
    await fixture.done(fixture.person, 'draft.begin', {});
    expect(await fixture.refused(fixture.person, 'draft.begin', { deliverableType: type.id })).toContain('Drafting');
    await build();
    const after = await fixture.ask(fixture.colleague, 'draft.mine');
    expect(wordsOf(after)).toContain('Stage: Submitted (since Tue, 1 Oct 2024)');
    expect(wordsOf(after)).toContain('version 1');
    expect(buttonsOf(after)).toEqual([
      'draft.submit',
      'draft.check',
      'draft.file',
      'deliverable.extend',
      'draft.withdraw',
    ]);
    expect(wordsOf(await fixture.ask(fixture.person, 'home.show'))).toContain(
      'Human rights policy: Submitted, due Mon, 31 Mar 2025',
    );
  });

  it('is said to be nothing where the programme asks for nothing', async () => {
    await fixture.database.deliverableType.deleteMany({ where: { id: type.id } });
    expect(await fixture.refused(fixture.person, 'draft.mine', {}, {})).toContain('nothing to be handed in yet');
  });
});
