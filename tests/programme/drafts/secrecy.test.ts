/** What a draft says is nowhere but in the rows behind the walls: in no log line, job, stored reply, notification, or name of a file. */

import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { type DeliverableType, inTransaction, withoutValues } from '../../../prisma/client.js';
import { claimDue } from '../../../programme/notifications/claim.js';
import type { Log } from '../../../programme/requests/services.js';
import { buildDeliverableType, buttonFor, dropDocument } from '../../support/drafts.js';
import {
  ask,
  type BuiltPerson,
  buildAssignment,
  outcomeOf,
  type TestServices,
  wordsOf,
} from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const fixture = programmeFixture();

/** Part of everything that anybody writes here. */
const CANARY = 'カナリアの歌';

/** Which columns may hold what people write about a draft, each behind the walls. */
const BEHIND_THE_WALLS = new Set([
  'draft.note',
  'draft_text.paragraphs',
  'draft_check.elements',
  'draft_declaration.words',
  'check_mark.sentence',
  'review.words',
  'review_comment.words',
  'review_comment.quotation',
  'review_comment_version.words',
  'comment_answer.words',
]);

/** Of one person alone: what they have sent and not submitted yet, what they were shown before they agree, what they type. */
const OWN = new Set(['received_document.text', 'preview.input', 'preview.words', 'form_draft.entered']);

let logged: unknown[];
let services: TestServices;
let adviser: BuiltPerson;
let type: DeliverableType;

beforeEach(async () => {
  logged = [];
  const line = (fields: object, sentence: string) => {
    logged.push([sentence, ...Object.values(fields).map(printed), JSON.stringify(fields)]);
  };
  const log: Log = { info: line, warn: line, error: line };
  services = { ...fixture.services, log };
  adviser = await fixture.member({ role: 'adviser' });
  await buildAssignment(services, { company: fixture.company, adviserId: adviser.id });
  type = await buildDeliverableType(services, fixture.programme);
});

/** As a log prints errors: with what caused them. */
function printed(value: unknown): string {
  if (!(value instanceof Error)) return String(value);
  const { message, stack } = withoutValues(value);
  return `${message} ${stack} ${printed(value.cause)}`;
}

interface Found {
  readonly column: string;
  readonly row: string;
}

/** Every column of every table in which the canary stands. */
async function whereItStands(): Promise<readonly Found[]> {
  const tables = await fixture.database.$queryRaw<{ name: string }[]>`
    SELECT relname::text AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`;
  const found: Found[] = [];
  for (const { name } of tables) {
    const rows = await fixture.database.$queryRawUnsafe<{ column: string; row: string }[]>(
      `SELECT '${name}.' || c.key AS column, to_jsonb(t)::text AS row FROM "${name}" t, jsonb_each(to_jsonb(t)) c
        WHERE c.value::text LIKE '%' || $1 || '%'`,
      CANARY,
    );
    found.push(...rows);
  }
  return found;
}

const columnsOf = (found: readonly Found[]) => [...new Set(found.map(({ column }) => column))].sort();

async function done(person: BuiltPerson, action: string, input: Parameters<typeof ask>[3]): Promise<void> {
  // Posted separately, so that its reply is stored as well.
  const result = await ask(services, person, action, input, { submitted: true, answeredLater: true });
  expect(outcomeOf(result), wordsOf(result)).toBe('done');
}

/** A version is sent, checked, opened, commented on in every way, answered, and replaced by the next one. */
async function goesThrough(): Promise<void> {
  const content = Buffer.from(`# ${CANARY}\n\n当社は、${CANARY}に関わるすべての人の人権を尊重します。\n`);
  const sent = await dropDocument(services, fixture.person, { name: `${CANARY}.md`, content, words: CANARY });
  expect(outcomeOf(sent), wordsOf(sent)).toBe('preview');
  expect(wordsOf(sent)).toContain(CANARY);
  const { input } = buttonFor(sent, 'preview.confirm');
  await done(fixture.person, 'preview.confirm', input);
  const draft = await fixture.database.draft.findFirstOrThrow({ where: { companyId: fixture.company.id } });
  const about = { draft: draft.id };
  await done(fixture.person, 'draft.check', about);
  await done(fixture.person, 'draft.declare', { deliverableType: type.id, boardDate: CANARY });
  await done(adviser, 'review.open', about);
  const quotation = `${CANARY}に関わるすべての人`;
  await done(adviser, 'review.comment', { ...about, quotation, words: `${CANARY} 1` });
  await done(adviser, 'review.comment', { ...about, words: `${CANARY} 2` });
  await done(adviser, 'draft.mark', { ...about, element: 'E03', kind: 'missed', sentence: quotation });
  await done(adviser, 'review.end', { ...about, outcome: 'to_be_revised', words: CANARY, agreed: true });
  const comment = await fixture.database.reviewComment.findFirstOrThrow({ where: { draftId: draft.id, number: 1 } });
  await done(adviser, 'review.correct', { reviewComment: comment.id, words: `${CANARY} 3` });
  const deliverable = { deliverable: draft.deliverableId };
  await done(fixture.person, 'review.answers', deliverable);
  await done(fixture.person, 'review.answer', { reviewComment: comment.id, words: CANARY });
}

describe('what a draft says', () => {
  it('stands behind the walls, with its one sender, and nowhere else', async () => {
    await goesThrough();
    const jobs = await claimDue(services, 1_000);
    expect(JSON.stringify(jobs)).not.toContain(CANARY);
    const found = await whereItStands();
    const columns = columnsOf(found);
    expect(columns.filter((column) => !BEHIND_THE_WALLS.has(column) && !OWN.has(column))).toEqual([]);
    // The look finds it where it is: without, the list would be empty whatever is stored.
    expect(columns.filter((column) => BEHIND_THE_WALLS.has(column)).length).toBeGreaterThanOrEqual(8);
    expect(JSON.stringify(logged)).not.toContain(CANARY);
  });

  it('is told by notices without being stored in them', async () => {
    await goesThrough();
    const notices = await fixture.sendAllDue();
    expect(notices.length).toBeGreaterThan(0);
    const columns = columnsOf(await whereItStands());
    expect(columns.filter((column) => column.startsWith('notification'))).toEqual([]);
    expect(JSON.stringify(logged)).not.toContain(CANARY);
  });

  it('is in no error where the database refuses it, nor where a value beside it is none', async () => {
    await goesThrough();
    const { draft, ...comment } = await fixture.database.reviewComment.findFirstOrThrow({
      where: { companyId: fixture.company.id },
      include: { draft: true },
    });
    const viewer = { kind: 'person', personId: adviser.id } as const;
    const write = async (data: object) =>
      await inTransaction(
        fixture.test.app,
        async (transaction) =>
          await transaction.reviewComment.create({
            data: { ...comment, id: randomUUID(), number: 9, documentKey: null, words: CANARY, ...data },
          }),
        { viewer },
      ).catch(printed);
    expect(draft.companyId).toBe(fixture.company.id);
    const failures = [
      await write({ at: new Date(Number.NaN) }),
      await write({ target: 'element', element: null }),
      await write({ number: 1 }),
      await write({ companyId: randomUUID() }),
    ];
    expect(failures.map((failure) => typeof failure)).toEqual(['string', 'string', 'string', 'string']);
    expect(failures.join('\n')).toContain('Invalid value for argument `at`');
    expect(failures.join('\n')).toContain('review_comment_target');
    expect(failures.join('\n')).toContain('row-level security');
    expect(failures.join('\n')).not.toContain(CANARY);
  });

  it('is gone with the version that is taken back, the adviser’s words and marks about it too', async () => {
    await goesThrough();
    const { id } = await fixture.database.draft.findFirstOrThrow({ where: { companyId: fixture.company.id } });
    await done(fixture.person, 'draft.withdraw', { draft: id, agreed: true });
    // Other tests of this file have companies of their own.
    const found = (await whereItStands()).filter(({ row }) => row.includes(fixture.company.id));
    expect(columnsOf(found).filter((column) => BEHIND_THE_WALLS.has(column))).toEqual([]);
  });
});
