/** The use cases about registrations called as the import, a job or a language model would: without a chat, by the same rules. */
import { beforeEach, describe, expect, it } from 'vitest';
import { inTransaction, type Transaction } from '../../../prisma/client.js';
import type { ActingMember } from '../../../programme/members/acting-member.js';
import { cancelRegistration } from '../../../programme/registrations/cancel-registration.js';
import { changeMode } from '../../../programme/registrations/change-mode.js';
import { declineSession } from '../../../programme/registrations/decline-session.js';
import { attendeeList } from '../../../programme/registrations/queries.js';
import { registerAttendee } from '../../../programme/registrations/register-attendee.js';
import { sendSubstitute } from '../../../programme/registrations/send-substitute.js';
import type { Mode } from '../../../programme/requests/context.js';
import { isRefusal } from '../../../programme/requests/refusal.js';
import { type BuiltPerson, buildProgramme, buildSession } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const given = programmeFixture({ session: { roomCapacity: 1 } });
const { member } = given;

let stranger: BuiltPerson;
let secretariat: ActingMember;

beforeEach(async () => {
  stranger = await member();
  secretariat = {
    ...{ personId: given.secretary.id, programmeId: given.programme.id },
    role: 'secretariat',
    level: null,
    companyId: null,
  };
});

function participant({ id, company: own }: BuiltPerson): ActingMember {
  return {
    personId: id,
    programmeId: given.programme.id,
    role: 'participant',
    level: 'working',
    companyId: own?.id ?? null,
  };
}

const run = async <T>(work: (transaction: Transaction) => Promise<T>): Promise<T> =>
  await inTransaction(given.database, work);

const about = (by: ActingMember, of?: BuiltPerson) => ({
  ...{ sessionId: given.session.id, personId: of?.id, by, now: given.services.clock.now() },
});

const register = async (by: ActingMember, mode: Mode, of?: BuiltPerson) =>
  await run((transaction) => registerAttendee(transaction, { ...about(by, of), mode }));

/** Why and at which field it was refused. */
function refusalOf(result: object): readonly (string | null)[] {
  return isRefusal(result) ? [result.refused, result.field] : [];
}

async function planned(): Promise<readonly string[]> {
  const rows = await given.database.notification.findMany({ where: { subjectId: given.session.id } });
  return rows.map(({ kind, personId }) => `${kind} to ${personId}`).sort();
}

async function stateOf({ id }: BuiltPerson): Promise<string | undefined> {
  const row = await given.database.registration.findFirst({
    where: { sessionId: given.session.id, personId: id },
  });
  return row?.state;
}

describe('registering', () => {
  it('returns the seat, and notifies only those whom somebody else registered', async () => {
    expect(await register(participant(given.person), 'onsite')).toMatchObject({
      attendee: { personId: given.person.id, companyId: given.company.id },
      seated: { decision: 'seated', registration: { state: 'confirmed', mode: 'onsite' } },
    });
    expect(await register(secretariat, 'onsite', given.colleague)).toMatchObject({
      seated: { decision: 'waits', before: 0, registration: { state: 'waiting' } },
    });
    expect(await planned()).toEqual([`session.registered to ${given.colleague.id}`]);
    expect(await register(secretariat, 'onsite', given.colleague)).toMatchObject({ seated: { decision: 'unchanged' } });
    expect(await planned()).toHaveLength(1);
  });

  it('reaches no other programme, no matter who calls it', async () => {
    const elsewhere = await buildSession(given.services, await buildProgramme(given.services));
    const input = { ...about(participant(given.person)), sessionId: elsewhere.id, mode: 'online' } as const;
    expect(refusalOf(await run((transaction) => registerAttendee(transaction, input)))).toEqual(['not_found', null]);
    expect(await given.database.registration.count({ where: { sessionId: elsewhere.id } })).toBe(0);
  });

  it('names the field that is at fault', async () => {
    await given.database.session.update({
      where: { id: given.session.id },
      data: { audience: 'management', method: 'online' },
    });
    expect(refusalOf(await register(participant(given.person), 'online'))).toEqual(['not_your_audience', 'session']);
    expect(refusalOf(await register(participant(given.person), 'online', given.colleague))).toEqual([
      'not_your_audience',
      'person',
    ]);
    const director = { ...participant(given.person), level: 'management' } as const;
    expect(refusalOf(await register(director, 'onsite'))).toEqual(['mode_not_offered', 'mode']);
    expect(refusalOf(await register(secretariat, 'online'))).toEqual(['field', 'person']);
    given.services.clock.set(given.session.deadline);
    expect(refusalOf(await register(director, 'online'))).toEqual(['deadline_passed', 'session']);
  });

  it('is for participants and the secretariat', async () => {
    const adviser = { ...secretariat, role: 'adviser' } as const;
    expect(refusalOf(await register(adviser, 'online', given.person))).toEqual(['not_allowed', null]);
    const asked = { ...about(adviser, given.person), mode: 'online' } as const;
    const others = [cancelRegistration, declineSession, changeMode, sendSubstitute] as const;
    for (const useCase of others) {
      const result = await run((transaction) => useCase(transaction, { ...asked, substituteId: given.colleague.id }));
      expect(refusalOf(result)).toEqual(['not_allowed', null]);
    }
  });
});

describe('changing the mode', () => {
  const change = async (by: ActingMember, mode: Mode, of?: BuiltPerson) =>
    await run((transaction) => changeMode(transaction, { ...about(by, of), mode }));

  it('needs a registration, and leaves one as it is where the mode is the same', async () => {
    expect(refusalOf(await change(participant(given.person), 'online'))).toEqual(['not_registered', null]);
    await register(participant(given.person), 'onsite');
    expect(await change(participant(given.person), 'onsite')).toMatchObject({ seated: { decision: 'unchanged' } });
  });

  it('frees the place for the next who waits', async () => {
    await register(participant(given.person), 'onsite');
    await register(participant(stranger), 'onsite');
    expect(await change(secretariat, 'online', given.person)).toMatchObject({
      seated: { decision: 'seated', held: 'onsite' },
    });
    expect(await stateOf(stranger)).toBe('confirmed');
    expect(await planned()).toEqual(
      [`session.promoted to ${stranger.id}`, `session.registered to ${given.person.id}`].sort(),
    );
  });
});

describe('leaving', () => {
  it('cancels once, and notifies whom somebody else cancelled', async () => {
    await register(participant(given.colleague), 'onsite');
    const cancel = () =>
      run((transaction) => cancelRegistration(transaction, about(participant(given.person), given.colleague)));
    expect(await cancel()).toMatchObject({ attendee: { personId: given.colleague.id } });
    expect(await stateOf(given.colleague)).toBe('cancelled');
    expect(await planned()).toEqual([`session.cancelled to ${given.colleague.id}`]);
    expect(refusalOf(await cancel())).toEqual(['not_registered', null]);
  });

  it('declines with or without a registration, and again', async () => {
    const decline = () => run((transaction) => declineSession(transaction, about(secretariat, given.person)));
    expect(await decline()).toMatchObject({ attendee: { personId: given.person.id } });
    expect(await planned()).toEqual([]);
    await register(participant(given.person), 'onsite');
    for (let time = 0; time < 2; time += 1) expect(isRefusal(await decline())).toBe(false);
    expect(await stateOf(given.person)).toBe('declined');
    expect(await planned()).toEqual([`session.cancelled to ${given.person.id}`]);
  });
});

describe('a substitute', () => {
  const send = async (by: ActingMember, substitute: BuiltPerson, of?: BuiltPerson) =>
    await run((transaction) => sendSubstitute(transaction, { ...about(by, of), substituteId: substitute.id }));

  it('takes the place over, and both are notified where the secretariat did it', async () => {
    await register(participant(given.person), 'onsite');
    expect(await send(secretariat, given.colleague, given.person)).toMatchObject({
      attendee: { personId: given.person.id },
      substitute: { personId: given.colleague.id },
    });
    expect([await stateOf(given.person), await stateOf(given.colleague)]).toEqual(['cancelled', 'confirmed']);
    expect(await planned()).toEqual(
      [`session.cancelled to ${given.person.id}`, `session.registered to ${given.colleague.id}`].sort(),
    );
  });

  it('is of the same company and not registered', async () => {
    expect(refusalOf(await send(participant(given.person), given.colleague))).toEqual(['not_registered', null]);
    await register(participant(given.person), 'online');
    expect(refusalOf(await send(secretariat, stranger, given.person))).toEqual([
      'substitute_of_other_company',
      'substitute',
    ]);
    await register(participant(given.colleague), 'online');
    expect(refusalOf(await send(participant(given.person), given.colleague))).toEqual([
      'substitute_is_registered',
      'substitute',
    ]);
  });

  it('who waits for the same session takes the place, and gives up what they held besides', async () => {
    await given.database.session.update({ where: { id: given.session.id }, data: { roomCapacity: 1 } });
    await register(participant(given.person), 'onsite');
    await register(participant(given.colleague), 'online');
    expect(await register(participant(given.colleague), 'onsite')).toMatchObject({ seated: { decision: 'waits' } });
    expect(refusalOf(await send(participant(given.person), given.colleague))).toEqual([]);
    const held = await given.database.registration.findMany({
      where: { sessionId: given.session.id, state: { in: ['confirmed', 'waiting'] } },
    });
    expect(held).toMatchObject([
      { personId: given.colleague.id, state: 'confirmed', mode: 'onsite', waitingFor: null, queueNumber: null },
    ]);
  });
});

describe('the list of attendees', () => {
  const listed = async (from: number, size: number, named: number) =>
    await run((transaction) => attendeeList(transaction, given.session.id, { from, size, named, filter: null }));

  it('counts everyone and pages by company, with a limit for each', async () => {
    for (let more = 0; more < 2; more += 1) await member({ company: given.company });
    await register(participant(given.person), 'online');
    await register(participant(stranger), 'online');
    await register(participant(given.colleague), 'onsite');
    const first = await listed(0, 1, 2);
    const nobody = { people: 0, companies: 0, guests: 0 };
    expect(first.groups).toEqual({
      onsite: { people: 1, companies: 1, guests: 0 },
      online: { people: 2, companies: 2, guests: 0 },
      unanswered: { people: 2, companies: 1, guests: 0 },
      ...{ waiting: nobody, declined: nobody, cancelled: nobody, substituted: nobody, came: nobody, absent: nobody },
    });
    const second = await listed(1, 1, 2);
    const pages = [first, second].map(({ companies }) => companies);
    expect(pages.map(({ total, next }) => [total, next])).toEqual([
      [2, 1],
      [2, null],
    ]);
    const found = pages
      .flatMap(({ items }) => items)
      .map((item) => [item.companyId, item.attendees.length, item.total]);
    expect(found.sort()).toEqual(
      [
        [given.company.id, 2, 4],
        [stranger.company?.id, 1, 1],
      ].sort(),
    );
    expect((await listed(2, 1, 2)).companies.items).toEqual([]);
  });

  it('leaves out those it is not meant for and those who left, unless they answered or came', async () => {
    const now = given.services.clock.now();
    const left = await member({
      company: given.company,
      endedAt: now,
    });
    const director = await member({
      company: given.company,
      level: 'management',
    });
    await given.database.session.update({ where: { id: given.session.id }, data: { audience: 'working' } });
    const names = async () =>
      (await listed(0, 10, 10)).companies.items.flatMap(({ attendees }) => attendees.map(({ personId }) => personId));
    expect([...(await names())].sort()).toEqual([given.person.id, given.colleague.id, stranger.id].sort());
    for (const { id } of [left, director]) {
      await given.database.attendance.create({
        data: {
          ...{ sessionId: given.session.id, personId: id, companyId: given.company.id, present: true, mode: 'onsite' },
          ...{ source: 'secretariat', recordedById: secretariat.personId, recordedAt: now },
        },
      });
    }
    expect(await names()).toEqual(expect.arrayContaining([left.id, director.id]));
    const { groups, companies } = await listed(0, 10, 10);
    expect(groups.came).toEqual({ people: 2, companies: 1, guests: 0 });
    expect(companies.items.map(({ isSilent }) => isSilent).sort()).toEqual([false, true]);
  });
});
