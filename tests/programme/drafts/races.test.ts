/** Two of one company at the same instant: the same content is submitted once, different ones are both kept; with a control without the lock. */
import { beforeEach, describe, expect, it } from 'vitest';
import { type DeliverableType, inTransaction, type Transaction } from '../../../prisma/client.js';
import { recordEvent } from '../../../programme/deliverables/record-event.js';
import { findReading } from '../../../programme/drafts/received-documents.js';
import { submitDraft } from '../../../programme/drafts/submit-draft.js';
import { withdrawDraft } from '../../../programme/drafts/withdraw-draft.js';
import { findReceivedFiles } from '../../../programme/files/received-file.js';
import { isRefusal } from '../../../programme/requests/refusal.js';
import { buildDeliverableType, buildDraft, sendDocument } from '../../support/drafts.js';
import type { BuiltPerson } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';
import { withoutRowLocks } from './unlocked-deliverables.js';

const fixture = programmeFixture();
const TRIES = 8;
/** Until a control has shown what it is to show. */
const MOST_TRIES = 60;
let type: DeliverableType;

const renew = async () => {
  type = await buildDeliverableType(fixture.services, fixture.programme);
};
beforeEach(renew);

const by = ({ id: personId }: BuiltPerson) => {
  const { programme, company } = fixture;
  return { personId, programmeId: programme.id, role: 'participant', level: null, companyId: company.id } as const;
};

const viewerOf = ({ id: personId }: BuiltPerson) => ({ kind: 'person', personId }) as const;

type As = (transaction: Transaction) => Transaction;
const locked: As = (transaction) => transaction;

/** The words of the outcome: the number of the version, or why it was refused. */
async function submit(person: BuiltPerson, fileId: string, as: As): Promise<number | string> {
  const work = async (opened: Transaction) => {
    const transaction = as(opened);
    const [file] = (await findReceivedFiles(transaction, person.id, [fileId])) ?? [];
    const reading = await findReading(transaction, fileId);
    if (file === undefined || reading?.ok !== true) throw new Error('the document was not read');
    const about = { typeId: type.id, file, reading, note: '', answers: [], now: fixture.services.clock.now() };
    const done = await submitDraft(transaction, { ...about, by: by(person) });
    return isRefusal(done) ? done.refused : done.draft.number;
  };
  return await inTransaction(fixture.test.app, work, { viewer: viewerOf(person) });
}

async function bothSubmit(one: string, other: string, as = locked) {
  const { person, colleague, services } = fixture;
  const files = [await sendDocument(services, person.id, one), await sendDocument(services, colleague.id, other)];
  return await Promise.allSettled([submit(person, files[0] ?? '', as), submit(colleague, files[1] ?? '', as)]);
}

const living = async () =>
  await fixture.database.draft.findMany({
    where: { deliverable: { typeId: type.id }, withdrawnAt: null, replacedAt: null },
    orderBy: { number: 'asc' },
  });

describe('two colleagues at the same instant', () => {
  it('submit the same content once', async () => {
    for (let tried = 0; tried < TRIES; tried += 1) {
      await renew();
      const outcomes = await bothSubmit('同じ内容です。', '同じ内容です。');
      expect(outcomes.map((one) => (one.status === 'fulfilled' ? one.value : one.reason)).toSorted()).toEqual([
        1,
        'same_content',
      ]);
      expect(await living()).toHaveLength(1);
    }
  });

  it('submit different contents as two versions', async () => {
    for (let tried = 0; tried < TRIES; tried += 1) {
      await renew();
      const outcomes = await bothSubmit('ひとつめの案です。', 'ふたつめの案です。');
      expect(outcomes.map((one) => (one.status === 'fulfilled' ? one.value : one.reason)).toSorted()).toEqual([1, 2]);
      expect((await living()).map(({ number }) => number)).toEqual([1, 2]);
    }
  });

  it('take one version back once', async () => {
    const { person, colleague, company, services } = fixture;
    for (let tried = 0; tried < TRIES; tried += 1) {
      await renew();
      const { draft } = await buildDraft(services, { type, company, personId: person.id });
      const outcomes = await Promise.all(
        [person, colleague].map((one) => {
          const work = async (transaction: Transaction) => {
            const about = { draftId: draft.id, now: services.clock.now() };
            const done = await withdrawDraft(transaction, { ...about, by: by(one) });
            return isRefusal(done) ? done.refused : 'done';
          };
          return inTransaction(fixture.test.app, work, { viewer: viewerOf(one) });
        }),
      );
      expect(outcomes.toSorted()).toEqual(['done', 'draft_is_gone']);
    }
  });
});

it('the control: without the lock the same content is there twice', async () => {
  for (let tried = 0; tried < MOST_TRIES; tried += 1) {
    await renew();
    // The row is there already, since of two who make it one waits for the other.
    const which = { typeId: type.id, companyId: fixture.company.id };
    const at = fixture.services.clock.now();
    await inTransaction(fixture.test.app, (transaction) => recordEvent(transaction, which, { kind: 'begun', at }), {
      viewer: viewerOf(fixture.person),
    });
    const outcomes = await bothSubmit('同じ内容です。', '同じ内容です。', withoutRowLocks);
    const refused = outcomes.filter((one) => one.status === 'fulfilled' && one.value === 'same_content');
    if (refused.length === 0) return;
  }
  expect.unreachable('the lock made no difference');
});
