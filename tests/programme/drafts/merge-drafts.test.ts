/** Of two people who are one, everything that one did with drafts and reviews becomes the other's, and no row names the duplicate. */
import { expect, it } from 'vitest';
import { inTransaction } from '../../../prisma/client.js';
import { mergeDrafts } from '../../../programme/drafts/merge-drafts.sql.js';
import { buildComment, buildDeliverableType, buildDraft } from '../../support/drafts.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const fixture = programmeFixture();

/** The tables of deliverables, drafts and reviews with a person in them, by the database's own word. */
async function namedIn(personId: string): Promise<readonly string[]> {
  const columns = await fixture.database.$queryRaw<{ table: string; column: string }[]>`
    SELECT c.conrelid::regclass::text AS table, a.attname AS column
    FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
    WHERE c.contype = 'f' AND c.confrelid = 'person'::regclass AND (c.conrelid::regclass::text LIKE 'd%'
      OR c.conrelid::regclass::text IN ('review', 'review_comment', 'comment_answer', 'check_mark'))`;
  const found: string[] = [];
  for (const { table, column } of columns) {
    const rows = await fixture.database.$queryRawUnsafe<unknown[]>(
      `SELECT 1 FROM "${table}" WHERE "${column}" = '${personId}'::uuid`,
    );
    if (rows.length > 0) found.push(`${table}.${column}`);
  }
  return found.toSorted();
}

it('nothing names the duplicate any more, and the later of two looks stays', async () => {
  const { database, services, company, programme, person, colleague } = fixture;
  const type = await buildDeliverableType(services, programme);
  const submitted = await buildDraft(services, { type, company, personId: person.id });
  const { id: draftId, deliverableId } = submitted.draft;
  const whose = { programmeId: programme.id, companyId: company.id };
  const at = services.clock.now();
  const [early, late] = [new Date(at.getTime() - 1_000), new Date(at.getTime() + 1_000)];
  const commentId = await buildComment({ ...services, database }, submitted, { authorId: person.id });
  await database.draft.update({ where: { id: draftId }, data: { openedById: person.id, openedAt: at } });
  await database.commentAnswer.create({ data: { ...whose, commentId, personId: person.id, at } });
  await database.draftDeclaration.create({
    data: { ...whose, deliverableId, element: 'E02', words: 'x', personId: person.id, at },
  });
  await database.checkMark.create({
    data: { ...whose, draftId, element: 'E01', kind: 'missed', sentence: 'x', personId: person.id, at },
  });
  await database.dueExtension.create({
    data: {
      ...{ ...whose, deliverableId, state: 'granted', until: new Date('2025-04-10'), askedAt: at },
      ...{ askedById: person.id, decidedById: person.id, decidedAt: at },
    },
  });
  for (const [personId, when] of [
    [person.id, late],
    [colleague.id, early],
  ] as const) {
    await database.draftLook.create({ data: { ...whose, deliverableId, draftId, personId, at: when } });
  }
  const before = await namedIn(person.id);
  expect(before).toEqual([
    ...['check_mark.person_id', 'comment_answer.person_id', 'deliverable_event.person_id', 'draft.opened_by_id'],
    ...['draft.submitted_by_id', 'draft_declaration.person_id', 'draft_look.person_id'],
    ...['due_extension.asked_by_id', 'due_extension.decided_by_id', 'review.reviewer_id', 'review_comment.author_id'],
  ]);
  const both = { fromId: person.id, intoId: colleague.id };
  await inTransaction(services.database, (transaction) => mergeDrafts(transaction, both), {
    viewer: { kind: 'merging', ...both },
  });
  expect(await namedIn(person.id)).toEqual([]);
  expect(await namedIn(colleague.id)).toEqual(before);
  expect(await database.draftLook.findMany({ where: { deliverableId } })).toMatchObject([{ at: late }]);
});
