/** What changed between two versions, as those who may see it are shown it. */
import { beforeEach, describe, expect, it } from 'vitest';
import { type Draft, inTransaction } from '../../../prisma/client.js';
import { draftBriefElements } from '../../../programme/reviews/brief-elements.js';
import {
  type BuiltPerson,
  buildAssignment,
  fieldOf,
  messageWords,
  outcomeOf,
  wordsOf,
} from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';
import { buildPolicy, buildRound, buildVersion } from '../../support/reviews.js';

const fixture = programmeFixture();
const KEPT = '当社は、すべての人の人権を尊重します。';
const OLD = '担当は総務部とします。';
const NEW = '担当は人事部とします。';
let adviser: BuiltPerson;
let typeId: string;
let first: Draft;
let second: Draft;

const submitVersion = async (paragraphs: readonly string[]) =>
  await buildVersion(fixture.services, {
    ...{ typeId, company: fixture.company, personId: fixture.person.id, paragraphs },
  });

beforeEach(async () => {
  adviser = await fixture.member({ role: 'adviser' });
  await buildAssignment(fixture.services, { company: fixture.company, adviserId: adviser.id });
  typeId = await buildPolicy(fixture.services, fixture.programme);
  first = await submitVersion([KEPT, OLD]);
});

describe('what changed', () => {
  beforeEach(async () => {
    await buildRound(fixture.services, first, { adviserId: adviser.id, words: 'Who?', quotation: OLD, ended: true });
    second = await submitVersion([KEPT, NEW]);
  });
  const both = () => ({ olderDraft: first.id, draft: second.id });
  const shown = async (one: BuiltPerson, input = {}) => await fixture.ask(one, 'draft.difference', input);

  it('is shown clause by clause, beside the comment that it answers', async () => {
    for (const one of [fixture.person, adviser]) {
      const words = wordsOf(await shown(one, both()));
      expect(words).toContain('1 changed');
      expect(words).toContain('Comment 1');
      expect(words).toContain('人事');
      expect(words).toContain('changed');
    }
  });

  it('is the same whichever of the two is named first', async () => {
    const turned = wordsOf(await shown(adviser, { olderDraft: second.id, draft: first.id }));
    expect(turned).toContain('version 1 → version 2');
  });

  it('goes from the version before, where nobody looked, and from what the adviser looked at last', async () => {
    await fixture.done(adviser, 'review.open', { draft: first.id });
    const third = await submitVersion([KEPT, NEW, '相談窓口を設けます。']);
    expect(wordsOf(await shown(fixture.person, { draft: third.id }))).toContain('version 2 → version 3');
    expect(wordsOf(await shown(adviser, { draft: third.id }))).toContain('version 1 → version 3');
  });

  it('is asked for by a form that lists the versions, where several deliverables could be meant', async () => {
    const other = await buildPolicy(fixture.services, fixture.programme);
    await buildVersion(fixture.services, { typeId: other, company: fixture.company, personId: fixture.person.id });
    const form = await fixture.opened(fixture.person, 'draft.difference');
    expect(fieldOf(form, 'olderDraft')).toMatchObject({ kind: 'choice' });
    const [a, b] = [
      await fixture.database.draft.findFirstOrThrow({ where: { deliverable: { typeId: other } } }),
      first,
    ];
    expect(await fixture.refused(fixture.person, 'draft.difference', { olderDraft: b.id, draft: a.id })).toContain(
      'two deliverables',
    );
  });

  it('comes as files of its own for the person who asks, where it is long', async () => {
    const long = await submitVersion(Array.from({ length: 60 }, (_, at) => `第${at + 1}の取り組みを行います。`));
    const words = wordsOf(await shown(adviser, { olderDraft: second.id, draft: long.id }));
    expect(words).toContain('.docx');
    expect(words).toContain('.html');
    const files = await fixture.database.file.findMany({ where: { kind: 'difference' } });
    expect(files.map(({ personId }) => personId)).toEqual([adviser.id, adviser.id]);
    expect(files.every(({ name, expiresAt }) => name.startsWith('comparison-') && expiresAt !== null)).toBe(true);
  });

  it('is nobody else’s: not another company’s, not another adviser’s, and the secretariat’s where drafts are open to it', async () => {
    const [rival, stranger] = [await fixture.member(), await fixture.member({ role: 'adviser' })];
    for (const one of [rival, stranger, fixture.secretary]) {
      const refused = await shown(one, both());
      expect(outcomeOf(refused)).toBe('refused');
      expect(wordsOf(refused)).not.toContain('人事');
    }
    await fixture.database.programme.update({ where: { id: fixture.programme.id }, data: { openDrafts: true } });
    expect(outcomeOf(await shown(fixture.secretary, both()))).toBe('done');
  });

  it('stands in the brief of a consultation, with the check and what is not answered', async () => {
    const words = async (readerId: string) =>
      messageWords({
        summary: '',
        elements: await inTransaction(fixture.database, async (transaction) => {
          const now = fixture.services.clock.now();
          const context = { transaction, now, language: 'en', timeZone: 'Asia/Tokyo' } as const;
          return await draftBriefElements(context, { companyId: fixture.company.id, readerId });
        }),
      });
    await fixture.done(adviser, 'review.open', { draft: first.id });
    const told = await words(adviser.id);
    expect(told).toContain('version 2');
    expect(told).toContain('Since version 1: Paragraphs and titles: 1 changed');
    expect(told).toContain('not answered yet: 1');
    expect((await words(fixture.secretary.id)).trim()).toBe('');
  });
});
