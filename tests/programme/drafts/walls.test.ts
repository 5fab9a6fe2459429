/** Who sees which part of a draft: the one table, held against every role, company and part. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '../../../prisma/client.js';
import {
  type DraftPart,
  type DraftWall,
  draftParts,
  mayHearOfDraft,
  maySee,
  maySeeOf,
  standingOf,
  standingToReceived,
} from '../../../programme/drafts/walls.js';
import type { ActingMember } from '../../../programme/members/acting-member.js';
import { acting } from '../../support/acting.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import {
  type BuiltPerson,
  buildAssignment,
  buildCompany,
  buildPerson,
  buildProgramme,
  buildServices,
  type TestServices,
} from '../../support/factories.js';

const content: readonly DraftPart[] = ['original', 'text', 'check', 'comments', 'difference'];
const wall: DraftWall = { programmeId: 'P', companyId: 'C', adviserIds: ['A'], openDrafts: false };

function partsOf(reader: Partial<ActingMember>, about: DraftWall = wall): readonly DraftPart[] {
  const whole = { personId: 'X', programmeId: 'P', role: 'participant', companyId: 'C', ...reader } as const;
  const standing = standingOf(whole, about);
  return draftParts.filter((part) => maySee(part, standing));
}

describe('the table', () => {
  it('opens everything but what the adviser still writes to the company itself', () => {
    expect(partsOf({})).toEqual(['stage', ...content]);
  });

  it('opens nothing to another company, another programme, or a speaker', () => {
    expect(partsOf({ companyId: 'D' })).toEqual([]);
    expect(partsOf({ programmeId: 'Q' })).toEqual([]);
    expect(partsOf({ role: 'speaker', companyId: null })).toEqual([]);
    expect(partsOf({ role: 'secretariat', companyId: null, programmeId: 'Q' })).toEqual([]);
  });

  it('opens what is not handed in yet to who has dropped it, and to nobody else', () => {
    expect(maySee('received', standingToReceived('X', 'X'))).toBe(true);
    expect(maySee('received', standingToReceived('X', 'Y'))).toBe(false);
    expect(maySee('received', standingToReceived('X', null))).toBe(false);
    expect(draftParts.filter((part) => maySee(part, 'sender'))).toEqual(['received']);
  });

  it('opens everything to who looks after the company now, and nothing to other advisers', () => {
    expect(partsOf({ role: 'adviser', personId: 'A', companyId: null })).toEqual(
      draftParts.filter((part) => part !== 'received'),
    );
    expect(partsOf({ role: 'adviser', personId: 'B', companyId: null })).toEqual([]);
  });

  it('opens stages and dates alone to the secretariat, and the content where the programme says so', () => {
    const secretary = { role: 'secretariat', companyId: null } as const;
    expect(partsOf(secretary)).toEqual(['stage']);
    expect(partsOf(secretary, { ...wall, openDrafts: true })).toEqual(['stage', ...content]);
  });
});

describe('as it stands in the database', () => {
  let test: TestDatabase;
  let services: TestServices;

  beforeAll(async () => {
    test = await createTestDatabase();
    services = buildServices(test.database);
  });
  afterAll(async () => await test.close());

  it('goes by assignments and memberships of this time, when it is asked and when something is sent', async () => {
    const programme = await buildProgramme(services);
    const company = await buildCompany(services, programme);
    const adviser = await buildPerson(services, { programme, role: 'adviser' });
    const person = await buildPerson(services, { programme, company });
    const secretary = await buildPerson(services, { programme, role: 'secretariat' });
    const assignment = await buildAssignment(services, { company, adviserId: adviser.id });
    const about = { companyId: company.id, part: 'text' } as const;
    const may = async (one: BuiltPerson, role: 'participant' | 'adviser' | 'secretariat') =>
      await inTransaction(test.database, async (transaction) => [
        await maySeeOf(transaction, acting(one, programme, role), about),
        await mayHearOfDraft(transaction, one.id, about),
      ]);
    expect(await may(adviser, 'adviser')).toEqual([true, true]);
    expect(await may(person, 'participant')).toEqual([true, true]);
    expect(await may(secretary, 'secretariat')).toEqual([false, false]);
    await services.database.programme.update({ where: { id: programme.id }, data: { openDrafts: true } });
    expect(await may(secretary, 'secretariat')).toEqual([true, true]);
    const endedAt = services.clock.now();
    await services.database.assignment.update({ where: { id: assignment.id }, data: { endedAt } });
    expect(await may(adviser, 'adviser')).toEqual([false, false]);
    await services.database.membership.updateMany({ where: { personId: person.id }, data: { endedAt } });
    expect((await may(person, 'participant'))[1]).toBe(false);
  });
});
