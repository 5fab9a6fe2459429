/** What the Word document brings in which an adviser has commented. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Draft } from '../../../prisma/client.js';
import { commentedDocx } from '../../support/commented-docx.js';
import { type BuiltPerson, buildAssignment, outcomeOf, wordsOf } from '../../support/factories.js';
import { storeReceivedFile } from '../../support/files.js';
import { programmeFixture } from '../../support/programme-fixture.js';
import { buildPolicy, buildVersion } from '../../support/reviews.js';

const fixture = programmeFixture();
const KEPT = '当社は、すべての人の人権を尊重します。';
const OLD = '担当は総務部とします。';
let adviser: BuiltPerson;
let typeId: string;
let first: Draft;

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

describe('a commented document', () => {
  const send = async (content: Uint8Array, type: 'docx' | 'text' = 'docx') =>
    await storeReceivedFile(fixture.services, adviser.id, { name: 'draft.docx', type, content: Buffer.from(content) });
  const rows = async () =>
    await fixture.database.reviewComment.findMany({ where: { draftId: first.id }, orderBy: { number: 'asc' } });

  beforeEach(async () => {
    await fixture.done(adviser, 'review.open', { draft: first.id });
  });

  it('is listed before it is taken, comment by comment', async () => {
    const files = [await send(commentedDocx({ sentence: OLD, words: 'Which section?' }))];
    const preview = await fixture.ask(adviser, 'review.upload', { files }, { origin: 'words' });
    expect(outcomeOf(preview)).toBe('preview');
    expect(wordsOf(preview)).toContain('Takes 3 comments');
    expect(wordsOf(preview)).toContain('Which section?');
    expect(await rows()).toEqual([]);
    const stored = JSON.stringify(await fixture.database.preview.findMany());
    expect(stored).not.toContain('Which section?');
  });

  it('becomes comments of the round, once', async () => {
    const content = commentedDocx({ sentence: OLD, words: 'Which section?' });
    await fixture.done(adviser, 'review.upload', { draft: first.id, files: [await send(content)] });
    expect(await rows()).toMatchObject([
      { target: 'quotation', quotation: OLD, words: 'Which section?', writtenBy: '佐伯 花子', sentAt: null },
      { target: 'whole', words: 'Suggested addition: “支持し”' },
      { target: 'whole', words: expect.stringContaining('努めます') },
    ]);
    const input = { draft: first.id, files: [await send(content)] };
    expect(await fixture.refused(adviser, 'review.upload', input)).toContain('taken before');
    expect(await rows()).toHaveLength(3);
    const more = commentedDocx({ sentence: OLD, words: 'And who decides?' });
    expect(await fixture.done(adviser, 'review.upload', { draft: first.id, files: [await send(more)] })).toContain(
      'Taken: 1 comment',
    );
  });

  it('is refused with a reason where it cannot be read', async () => {
    const files = [await send(Buffer.from('PK no archive at all'))];
    expect(await fixture.refused(adviser, 'review.upload', { draft: first.id, files })).toContain('cannot be read');
    expect(await rows()).toEqual([]);
  });
});
