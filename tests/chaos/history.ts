/** Judges what many people did at once to few hours: the rules that must hold of bookings, of the ledger and of the answers, as pure functions. */

export interface BookingSeen {
  readonly id: string;
  readonly companyId: string;
  readonly adviserId: string;
  readonly slotId: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly state: string;
}

export interface EntrySeen {
  readonly companyId: string;
  readonly kind: string;
  readonly hours: number;
  readonly bookingId: string | null;
}

/** One change of an account, as a trigger saw it while the account was locked. */
export interface BalanceSeen {
  readonly companyId: string;
  readonly before: number;
  readonly after: number;
}

export interface AccountSeen {
  readonly companyId: string;
  readonly available: number;
}

export interface Answer {
  /** What was asked for. */
  readonly action: string;
  readonly outcome: 'done' | 'refused' | 'fault';
  /** What the person read; of a fault what was thrown. */
  readonly words: string;
}

export interface History {
  readonly bookings: readonly BookingSeen[];
  readonly entries: readonly EntrySeen[];
  /** In the order in which they took effect. */
  readonly balances: readonly BalanceSeen[];
  readonly accounts: readonly AccountSeen[];
  /** How many of each kind of change the database has. */
  readonly changes: Readonly<Record<string, number>>;
  /** How many tries there were to be. */
  readonly atLeast: number;
  readonly answers: readonly Answer[];
}

export interface Verdict {
  /** Pairs of living bookings of one adviser, of one company, of one hour that are at the same time. */
  readonly overlaps: { readonly adviser: number; readonly company: number; readonly slot: number };
  /** Companies whose ledger does not say what their bookings say. */
  readonly inexact: readonly string[];
  /** What was answered as done and is not there, or is there and was not answered. */
  readonly lost: readonly string[];
  /** Tries without an answer in words. */
  readonly unanswered: readonly string[];
}

export function judge(history: History): Verdict {
  return {
    overlaps: countOverlaps(history.bookings),
    inexact: history.accounts.flatMap((account) => faultsOf(history, account)),
    lost: lostOf(history),
    unanswered: unansweredOf(history),
  };
}

export function violations({ overlaps, inexact, lost, unanswered }: Verdict): number {
  return overlaps.adviser + overlaps.company + overlaps.slot + inexact.length + lost.length + unanswered.length;
}

function countOverlaps(bookings: readonly BookingSeen[]): Verdict['overlaps'] {
  const living = bookings.filter(({ state }) => state !== 'cancelled');
  const pairs = (apart: (one: BookingSeen, other: BookingSeen) => boolean) =>
    living.reduce(
      (count, one, place) => count + living.slice(place + 1).filter((other) => !apart(one, other)).length,
      0,
    );
  const atOtherTimes = (one: BookingSeen, other: BookingSeen) =>
    one.startsAt >= other.endsAt || other.startsAt >= one.endsAt;
  return {
    adviser: pairs((one, other) => one.adviserId !== other.adviserId || atOtherTimes(one, other)),
    company: pairs((one, other) => one.companyId !== other.companyId || atOtherTimes(one, other)),
    slot: pairs((one, other) => one.slotId === null || one.slotId !== other.slotId),
  };
}

/** States in which the company's hour is given back. */
const givenBack = new Set(['cancelled', 'adviser_absent', 'not_held']);

function faultsOf({ bookings, entries, balances }: History, { companyId, available }: AccountSeen): readonly string[] {
  const own = entries.filter((entry) => entry.companyId === companyId);
  const sum = (some: readonly EntrySeen[]) => some.reduce((all, { hours }) => all + hours, 0);
  const booked = bookings.filter((booking) => booking.companyId === companyId);
  const taken = booked.filter(({ state }) => !givenBack.has(state)).length;
  const granted = sum(own.filter(({ kind }) => kind === 'granted' || kind === 'revoked'));
  const wrong = booked.filter(({ id, state }) => {
    return sum(own.filter(({ bookingId }) => bookingId === id)) !== (givenBack.has(state) ? 0 : -1);
  });
  return [
    ...(sum(own) === available ? [] : [`${companyId}: the entries make ${sum(own)}, the account says ${available}`]),
    ...(granted - taken === available
      ? []
      : [`${companyId}: ${granted} granted and ${taken} taken, the account says ${available}`]),
    ...wrong.map(({ id, state }) => `${companyId}: the entries of booking ${id} do not fit its state ${state}`),
    ...faultsOfBalances(
      balances.filter((balance) => balance.companyId === companyId),
      companyId,
      available,
    ),
  ];
}

/** The account was never below zero, and each change began where the one before had ended. */
function faultsOfBalances(balances: readonly BalanceSeen[], companyId: string, available: number): readonly string[] {
  const below = balances
    .filter(({ after }) => after < 0)
    .map(({ after }) => `${companyId}: ${after} left at some time`);
  const torn = balances.filter(({ before }, place) => place > 0 && balances[place - 1]?.after !== before);
  const last = balances.at(-1)?.after ?? available;
  return [
    ...below,
    ...torn.map(({ before }) => `${companyId}: a change began at ${before}, where the one before did not end`),
    ...(last === available ? [] : [`${companyId}: the last change left ${last}, the account says ${available}`]),
  ];
}

/** Which kind of change an action leaves behind once it is done. */
const leaves: Readonly<Record<string, string>> = {
  'consultation.book': 'booked',
  'consultation.move': 'moved',
  'consultation.cancel': 'cancelled',
  'consultation.answer': 'taken_over',
  'consultation.record': 'recorded',
};

function lostOf({ answers, changes }: History): readonly string[] {
  return Object.entries(leaves).flatMap(([action, kind]) => {
    const done = answers.filter((answer) => answer.action === action && answer.outcome === 'done').length;
    const there = changes[kind] ?? 0;
    return done === there ? [] : [`${action} was answered as done ${done} times, and ${there} are there`];
  });
}

function unansweredOf({ atLeast, answers }: History): readonly string[] {
  const bad = answers.filter(({ outcome, words }) => outcome === 'fault' || words.trim() === '');
  return [
    ...bad.map(({ action, outcome, words }) => `${action}: ${outcome} ${words}`),
    ...(answers.length >= atLeast ? [] : [`${answers.length} were answered, of ${atLeast}`]),
  ];
}
