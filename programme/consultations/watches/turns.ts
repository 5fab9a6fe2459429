/** Gives out the turns of hours that have become free, and moves them up when a company no longer waits. */
import { randomUUID } from 'node:crypto';
import type { ConsultationSlot, Prisma, Transaction } from '../../../prisma/client.js';
import { readOfficeCalendar } from '../../calendar/business-days.js';
import type { Planned } from '../../notifications/plan.js';
import { replan } from '../../notifications/replan.js';
import { readTerms } from '../bookings/queries.js';
import { guardedFrom } from '../bookings/rules.js';
import { layTurns, type PriorityTurn, shareOut } from './lay-turns.js';
import { hourFree } from './notifications.js';
import { lockWatches } from './watches.sql.js';

interface FreedHours {
  readonly programmeId: string;
  readonly slotIds: readonly string[];
  /** The company that gave it up, which does not wait for it. */
  readonly exceptCompanyId: string | null;
  readonly now: Date;
}

/** Gives the companies that wait their turns to book these hours. The caller has the advisers' locks. */
export async function offerToWatches(transaction: Transaction, freed: FreedHours): Promise<void> {
  const { programmeId, slotIds, now } = freed;
  if ((await transaction.watch.count({ where: { programmeId, endedAt: null, until: { gt: now } } })) === 0) return;
  await lockWatches(transaction, programmeId);
  const terms = await readTerms(transaction, programmeId);
  const slots = await transaction.consultationSlot.findMany({
    where: { id: { in: [...slotIds] }, programmeId, state: 'open', startsAt: { gt: guardedFrom(now, terms) } },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  });
  const waiting = await Promise.all(
    slots.map(async (slot) => ({ slot, watches: await watchesFor(transaction, slot, freed) })),
  );
  const all = waiting.flatMap(({ watches }) => watches).toSorted((one, other) => one.number - other.number);
  const order = [...new Set(all.map(({ id }) => id))];
  const queues = shareOut(
    waiting.map(({ slot, watches }) => ({ slotId: slot.id, watchIds: watches.map(({ id }) => id) })),
    order,
  );
  const calendar = await readOfficeCalendar(transaction, programmeId);
  const guard = terms.guardHours * 3_600_000;
  for (const slot of slots) {
    const before = new Date(slot.startsAt.getTime() - guard);
    const turns = layTurns(queues.get(slot.id) ?? [], { from: now, before, calendar });
    await writeTurns(transaction, slot, { kept: [], turns, now });
  }
}

/** The watches that this hour would do for, one of each company, first asked first. */
async function watchesFor(
  transaction: Transaction,
  { programmeId, adviserId, startsAt, endsAt }: ConsultationSlot,
  { exceptCompanyId }: FreedHours,
) {
  const overlaps = { state: { not: 'cancelled' as const }, startsAt: { lt: endsAt }, endsAt: { gt: startsAt } };
  const apart: Prisma.CompanyWhereInput = {
    AND: [{ assignments: { some: { adviserId } } }, { assignments: { none: { adviserId, endedAt: null } } }],
  };
  const found = await transaction.watch.findMany({
    where: {
      ...{ programmeId, endedAt: null, until: { gt: startsAt }, OR: [{ adviserId: null }, { adviserId }] },
      ...(exceptCompanyId !== null && { companyId: { not: exceptCompanyId } }),
      company: { entitlement: { available: { gte: 1 } }, bookings: { none: overlaps }, NOT: apart },
      person: { memberships: { some: { programmeId, role: 'participant', endedAt: null } } },
    },
    orderBy: { number: 'asc' },
    select: { id: true, number: true, companyId: true },
  });
  return [...new Map(found.toReversed().map((watch) => [watch.companyId, watch])).values()].toReversed();
}

interface Written {
  /** A turn that has begun, and stays as it is. */
  readonly kept: readonly { readonly id: string; readonly watchId: string; readonly startsAt: Date }[];
  readonly turns: readonly PriorityTurn[];
  readonly now: Date;
}

/** The rest of the slot's turns give way. */
async function writeTurns(
  transaction: Transaction,
  slot: Pick<ConsultationSlot, 'id' | 'programmeId'>,
  { kept, turns, now }: Written,
): Promise<void> {
  await transaction.watchTurn.deleteMany({ where: { slotId: slot.id, id: { notIn: kept.map(({ id }) => id) } } });
  const rows = turns.map(({ toldAt, ...turn }) => ({ id: randomUUID(), toldAt, ...turn }));
  await transaction.watchTurn.createMany({
    data: rows.map(({ toldAt: _told, ...turn }) => ({ ...turn, slotId: slot.id })),
  });
  const told = [...kept.map((turn) => ({ ...turn, toldAt: turn.startsAt })), ...rows];
  const watches = await transaction.watch.findMany({ where: { id: { in: told.map(({ watchId }) => watchId) } } });
  const wanted = told.flatMap(({ id, watchId, toldAt }): readonly Planned[] => {
    const personId = watches.find((watch) => watch.id === watchId)?.personId;
    if (personId === undefined) return [];
    return [
      {
        ...{ key: `${hourFree.key}:${id}`, kind: hourFree, programmeId: slot.programmeId, personId },
        ...{ subjectId: slot.id, data: { turn: id }, dueAt: toldAt },
      },
    ];
  });
  const subject = { programmeId: slot.programmeId, subjectId: slot.id, kinds: [hourFree] };
  await replan(transaction, now, subject, wanted);
}

interface EndedWatches {
  readonly programmeId: string;
  readonly watchIds: readonly string[];
  readonly now: Date;
}

/** Ends these watches; who waits behind them for an hour that is still free moves up. */
export async function endWatches(
  transaction: Transaction,
  { programmeId, watchIds, now }: EndedWatches,
): Promise<void> {
  if (watchIds.length === 0) return;
  await lockWatches(transaction, programmeId);
  await transaction.watch.updateMany({ where: { id: { in: [...watchIds] }, endedAt: null }, data: { endedAt: now } });
  const concerned = await transaction.watchTurn.findMany({
    where: { watchId: { in: [...watchIds] }, endsAt: { gt: now } },
    select: { slotId: true },
  });
  const slotIds = [...new Set(concerned.map(({ slotId }) => slotId))];
  if (slotIds.length === 0) return;
  const calendar = await readOfficeCalendar(transaction, programmeId);
  const guard = (await readTerms(transaction, programmeId)).guardHours * 3_600_000;
  const slots = await transaction.consultationSlot.findMany({
    where: { id: { in: slotIds } },
    include: { turns: { where: { endsAt: { gt: now }, watch: { endedAt: null } }, orderBy: { startsAt: 'asc' } } },
  });
  for (const slot of slots) {
    const kept = slot.turns.filter(({ startsAt }) => startsAt <= now);
    const behind = slot.turns.filter(({ startsAt }) => startsAt > now).map(({ watchId }) => watchId);
    const from = kept.at(-1)?.endsAt ?? now;
    const turns = layTurns(behind, { from, before: new Date(slot.startsAt.getTime() - guard), calendar });
    await writeTurns(transaction, slot, { kept, turns, now });
  }
}
