/** Works out what an import does to who looks after which company. */
import type { Prisma, Transaction } from '../../prisma/client.js';
import { adviserAssigned, adviserLeft, adviserPresented, adviserWithdrawn } from '../advisers/notifications.js';
import { tell } from '../advisers/tell.js';
import { withdrawRequestsTo } from '../consultations/handovers/withdraw-requests.js';
import { followAdviser } from '../questions/follow-adviser.js';
import { type Change, inBothLanguages } from './findings.js';
import { nameOf } from './match-people.js';
import { inChunks, type Plan } from './plan.js';
import type { CompaniesPlan } from './plan-companies.js';
import type { PeoplePlan } from './plan-people.js';
import type { Roster } from './roster.js';

interface Scope {
  readonly programmeId: string;
  readonly companies: Pick<CompaniesPlan, 'idByCode'>;
  readonly people: Pick<PeoplePlan, 'idByEmail' | 'leavingAdvisers'>;
  readonly now: Date;
}

type Known = Prisma.AssignmentGetPayload<{ include: { adviser: true; company: true } }>;
interface Wanted {
  readonly adviserId: string;
  readonly companyId: string;
  readonly name: string;
  readonly adviser: string;
}

/**
 * The column of advisers decides on what imports have set; what the secretariat has set or withdrawn in the chat stays. A roster
 * without the column changes nothing. Somebody who is no longer an adviser looks after nobody.
 */
export async function planAssignments(transaction: Transaction, roster: Roster, scope: Scope): Promise<Plan> {
  const { programmeId, people, now } = scope;
  const all = await transaction.assignment.findMany({
    where: { programmeId },
    include: { adviser: true, company: true },
    orderBy: [{ endedAt: { sort: 'asc', nulls: 'last' } }, { since: 'asc' }, { id: 'asc' }],
  });
  // The last of a pair is the one that holds, where any does; it may have begun at the instant at which another ended.
  const latest = new Map(all.map((assignment) => [keyOf(assignment), assignment]));
  const wanted = wantedBy(roster, scope);
  const changes: Change[] = [];
  const note = (
    what: Change['what'],
    name: string,
    adviser: string,
    said: 'advises' | 'advisesNoMore' | 'setInChat' | 'withdrawnInChat',
  ) =>
    changes.push({ what, kind: 'assignment', name, details: inBothLanguages((texts) => texts.changes[said](adviser)) });
  const created = [...wanted].flatMap(([key, pair]): Wanted[] => {
    const known = latest.get(key);
    if (known?.endedAt === null) return [];
    if (known !== undefined && known.endedById !== null) {
      note('remark', pair.name, pair.adviser, 'withdrawnInChat');
      return [];
    }
    note('create', pair.name, pair.adviser, 'advises');
    return [pair];
  });
  const ended = [...latest].flatMap(([key, known]): Known[] => {
    if (known.endedAt !== null || wanted.has(key)) return [];
    const [name, adviser] = [`${known.company.code} ${known.company.nameJa}`, nameOf(known.adviser)];
    if (!people.leavingAdvisers.has(known.adviserId)) {
      if (!roster.saysAdvisers) return [];
      if (known.setById !== null) {
        note('remark', name, adviser, 'setInChat');
        return [];
      }
    }
    note('end', name, adviser, 'advisesNoMore');
    return [known];
  });
  return {
    changes,
    apply: async (writing) => {
      for (const rows of inChunks(ended)) {
        const ids = rows.map(({ id }) => id);
        await writing.assignment.updateMany({ where: { id: { in: ids }, endedAt: null }, data: { endedAt: now } });
      }
      await withdrawRequestsTo(writing, { programmeId, advisers: ended, byId: null, now });
      await followAdviser(writing, { programmeId, advisers: ended, now });
      const kinds = { adviser: adviserWithdrawn, participants: adviserLeft };
      await tell(writing, { assignments: ended, kinds, byId: null, linkedOnly: true, now });
      for (const rows of inChunks(created)) {
        const data = rows.map(({ adviserId, companyId }) => ({ programmeId, adviserId, companyId, since: now }));
        // Somebody may set the same in the chat at this moment.
        const assignments = await writing.assignment.createManyAndReturn({ data, skipDuplicates: true });
        const begun = { adviser: adviserAssigned, participants: adviserPresented };
        await tell(writing, { assignments, kinds: begun, byId: null, linkedOnly: true, now });
      }
    },
  };
}

/** What the roster says, by pair; an adviser who hangs on a question that is not answered yet is left out. */
function wantedBy(roster: Roster, { companies, people }: Scope): ReadonlyMap<string, Wanted> {
  const nameByEmail = new Map(roster.people.map((person) => [person.email, nameOf(person)]));
  const pairs = roster.companies.flatMap(({ code, nameJa, advisers }) =>
    advisers.flatMap((email): Wanted[] => {
      const [adviserId, companyId] = [people.idByEmail.get(email), companies.idByCode.get(code)];
      if (adviserId === undefined || companyId === undefined) return [];
      return [{ adviserId, companyId, name: `${code} ${nameJa}`, adviser: nameByEmail.get(email) ?? email }];
    }),
  );
  return new Map(pairs.map((pair) => [keyOf(pair), pair]));
}

function keyOf({ adviserId, companyId }: { readonly adviserId: string; readonly companyId: string }): string {
  return `${adviserId} ${companyId}`;
}
