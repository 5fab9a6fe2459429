/** What happened to a deliverable is kept in its order, and its row tells the stage, also where two things happen at once. */
import { beforeEach, describe, expect, it } from 'vitest';
import { type DeliverableType, inTransaction } from '../../../prisma/client.js';
import { deliverablesOf } from '../../../programme/deliverables/queries.js';
import { type NewDeliverableEvent, recordEvent } from '../../../programme/deliverables/record-event.js';
import { buildCompany, buildProgramme } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const fixture = programmeFixture();
const at = new Date('2024-10-01T00:00:00Z');
let type: DeliverableType;

beforeEach(async () => {
  type = await fixture.database.deliverableType.create({
    data: {
      ...{ programmeId: fixture.programme.id, code: 'policy', titleJa: '人権方針', titleEn: 'Human rights policy' },
      ...{ checklist: 'human-rights-policy', dueOn: new Date('2025-03-31'), position: 1 },
    },
  });
});

const record = async (
  event: Partial<NewDeliverableEvent> & Pick<NewDeliverableEvent, 'kind'>,
  company = fixture.company,
) =>
  await inTransaction(fixture.database, (transaction) =>
    recordEvent(transaction, { typeId: type.id, companyId: company.id }, { at, ...event }),
  );
const entries = async () =>
  await inTransaction(fixture.database, (transaction) =>
    deliverablesOf(transaction, { programmeId: fixture.programme.id, companyId: fixture.company.id }),
  );

describe('an event', () => {
  it('makes the row of the company, and moves its stage', async () => {
    expect(await entries()).toMatchObject([{ id: null, stage: 'not_started', dueOn: '2025-03-31', version: 0 }]);
    expect(await record({ kind: 'begun' })).toMatchObject({ stageBefore: 'not_started', stage: 'drafting' });
    const later = new Date('2024-10-02T00:00:00Z');
    await record({ kind: 'submitted', draftNumber: 1, at: later, personId: fixture.person.id });
    expect(await entries()).toMatchObject([{ stage: 'submitted', stageAt: later, version: 3, isExtended: false }]);
    const rows = await fixture.database.deliverableEvent.findMany({ orderBy: { position: 'asc' } });
    expect(rows.filter(({ companyId }) => companyId === fixture.company.id)).toMatchObject([
      { position: 1, kind: 'begun', draftNumber: null, personId: null },
      { position: 2, kind: 'submitted', draftNumber: 1, personId: fixture.person.id },
    ]);
  });

  it('leaves the day of a stage that does not change', async () => {
    await record({ kind: 'begun' });
    await record({ kind: 'due_moved', day: '2025-04-10', at: new Date('2024-10-05T00:00:00Z') });
    expect(await entries()).toMatchObject([{ stage: 'drafting', stageAt: at }]);
  });

  it('tells the company’s own due date before that of the type', async () => {
    const { deliverableId } = await record({ kind: 'begun' });
    await fixture.database.deliverable.update({
      where: { id: deliverableId },
      data: { dueOn: new Date('2025-04-10') },
    });
    expect(await entries()).toMatchObject([{ dueOn: '2025-04-10', isExtended: true }]);
  });

  it('is recorded once each, in order, where many happen at once', async () => {
    await Promise.all(Array.from({ length: 8 }, () => record({ kind: 'begun' })));
    const rows = await fixture.database.deliverableEvent.findMany({ where: { companyId: fixture.company.id } });
    expect(rows.map(({ position }) => position).toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(await entries()).toMatchObject([{ version: 9 }]);
  });

  it('is refused for a company of another programme', async () => {
    const other = await buildCompany(fixture.services, await buildProgramme(fixture.services));
    await expect(record({ kind: 'begun' }, other)).rejects.toThrow('no such deliverable');
  });
});
