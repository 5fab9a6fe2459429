/** Works out what an import does to the sessions, leaving alone what people have changed in the chat since. */
import { isDeepStrictEqual } from 'node:util';
import type { Session, Transaction } from '../../prisma/client.js';
import { formatInstantIn, formatSpan, localOf } from '../messages/dates.js';
import { isRefusal, type Refusal } from '../requests/refusal.js';
import { addSessions, type NewSession } from '../sessions/add-sessions.js';
import { saveSession } from '../sessions/save-session.js';
import { lockSessionsOf } from '../sessions/sessions.sql.js';
import { type SessionSnapshot, snapshotOf, snapshotSchema } from '../sessions/snapshot.js';
import { type Change, type Fault, inBothLanguages } from './findings.js';
import { changedField, describeFields, type FieldChange, type Plan, type Said } from './plan.js';

export interface SessionsPlan extends Pick<Plan, 'changes'> {
  /** Faults: what only shows against the people who are registered. Everything is to be undone then. */
  readonly apply: (transaction: Transaction) => Promise<readonly Fault[]>;
}

interface LastImport {
  readonly version: number;
  readonly snapshot: SessionSnapshot;
}

/**
 * Three are compared: the file, the session, and what the last import said of it. Where the file has not changed since but
 * the session has, the session stays: otherwise a new roster with an old programme would silently undo a move.
 * Locks all the programme's sessions, so this comes last and is applied at once.
 */
export async function planSessions(
  transaction: Transaction,
  programmeId: string,
  wanted: readonly NewSession[],
  { now, file }: { readonly now: Date; readonly file: string },
): Promise<SessionsPlan> {
  await lockSessionsOf(transaction, programmeId);
  const existing = await transaction.session.findMany({ where: { programmeId }, orderBy: { startsAt: 'asc' } });
  const imports = await lastImports(transaction, programmeId);
  const byCode = new Map(existing.map((session) => [session.code.toLowerCase(), session]));
  const added: NewSession[] = [];
  const changed: { index: number; before: Session; after: NewSession }[] = [];
  const changes: Change[] = [];
  for (const [index, after] of wanted.entries()) {
    const before = byCode.get(after.code.toLowerCase());
    if (before === undefined) {
      added.push(after);
      changes.push({ what: 'create', kind: 'session', name: nameOf(after), details: describeFields([], held(after)) });
      continue;
    }
    const change = compare(before, after, imports.get(before.id) ?? null);
    if (change === null) continue;
    changes.push(change);
    if (change.what === 'change') changed.push({ index, before, after });
  }
  const inFile = new Set(wanted.map(({ code }) => code.toLowerCase()));
  for (const session of existing) {
    if (!inFile.has(session.code.toLowerCase())) changes.push(remark(session, 'sessionAbsent'));
  }
  return {
    changes,
    apply: async (writing) => {
      if (added.length > 0) await addSessions(writing, { programmeId, sessions: added, byId: null, now });
      const faults: Fault[] = [];
      for (const { index, before, after } of changed) {
        // A code that differs in case only stays as people know it.
        const { code: _code, calledOff: _why, ...fields } = after;
        const saved = await saveSession(writing, before, { fields, byId: null, now });
        if (saved !== null && isRefusal(saved)) faults.push(faultOf(saved, file, index));
      }
      return faults;
    },
  };
}

/** Fewer places than are confirmed: the one refusal that only shows against the people who are registered. */
function faultOf({ refused, words, field }: Refusal, file: string, index: number): Fault {
  if (refused !== 'capacity_below_confirmed' || field === null) {
    throw new Error(`An imported session was refused for a reason that imports do not know: ${refused}`);
  }
  const written = field === 'onlineCapacity' ? 'lineCapacity' : field;
  return { file, line: null, path: `sessions[${index}].${written}`, reason: words };
}

async function lastImports(transaction: Transaction, programmeId: string): Promise<ReadonlyMap<string, LastImport>> {
  const versions = await transaction.sessionVersion.findMany({
    where: { session: { programmeId }, changedBy: null },
    orderBy: { version: 'asc' },
  });
  return new Map(
    versions.map(({ sessionId, version, snapshot }) => [
      sessionId,
      { version, snapshot: snapshotSchema.parse(snapshot) },
    ]),
  );
}

function compare(before: Session, after: NewSession, last: LastImport | null): Change | null {
  const stands = snapshotOf(before);
  const says = snapshotOf({ ...after, state: before.state, calledOffWhy: before.calledOffWhy });
  // Only in the chat are people told that it does not take place.
  if (after.calledOff !== undefined && before.state === 'scheduled') return remark(before, 'sessionTakesPlace');
  if (isDeepStrictEqual(stands, says)) return null;
  if (before.state === 'called_off') return remark(before, 'sessionCalledOff');
  const changedInChat = last === null || last.version < before.version;
  if (changedInChat && last !== null && isDeepStrictEqual(definition(last.snapshot), definition(says))) {
    return remark(before, 'sessionKept');
  }
  const more: Said[] = changedInChat ? [(texts) => texts.changes.sessionOverwritten] : [];
  return {
    what: 'change',
    kind: 'session',
    name: nameOf(before),
    details: describeFields(changedFields(stands, says), ...more, held(after)),
  };
}

/** When it takes place and until when one can register: the two that a slip of the pen hides in most. */
function held({ startsAt, endsAt, deadline, timeZone }: NewSession): Said {
  return ({ changes }, language) => {
    const reader = { language, timeZone };
    return changes.held(formatSpan(reader, startsAt, endsAt, timeZone), formatInstantIn(language, deadline, timeZone));
  };
}

/** What a file can say of a session. */
function definition({ state: _state, calledOffWhy: _why, ...rest }: SessionSnapshot) {
  return rest;
}

function changedFields(before: SessionSnapshot, after: SessionSnapshot): readonly FieldChange[] {
  const replaced = (field: FieldChange['field'], one: unknown, other: unknown): FieldChange[] =>
    isDeepStrictEqual(one, other) ? [] : [{ field, values: null }];
  return [
    ...changedField(
      'kind',
      (texts) => texts.kind[before.kind],
      (texts) => texts.kind[after.kind],
    ),
    ...changedField('titleJa', before.titleJa, after.titleJa),
    ...changedField('titleEn', before.titleEn, after.titleEn),
    ...changedField(
      'audience',
      (texts) => texts.audience[before.audience],
      (texts) => texts.audience[after.audience],
    ),
    ...changedField('startsAt', timeText(before, 'startsAt'), timeText(after, 'startsAt')),
    ...changedField('endsAt', timeText(before, 'endsAt'), timeText(after, 'endsAt')),
    ...changedField('timeZone', before.timeZone, after.timeZone),
    ...changedField(
      'method',
      (texts) => texts.method[before.method],
      (texts) => texts.method[after.method],
    ),
    ...changedField('venueJa', before.venueJa, after.venueJa),
    ...changedField('venueEn', before.venueEn, after.venueEn),
    ...changedField('link', before.link, after.link),
    ...changedField('roomCapacity', numberText(before.roomCapacity), numberText(after.roomCapacity)),
    ...changedField('onlineCapacity', numberText(before.onlineCapacity), numberText(after.onlineCapacity)),
    ...changedField('deadline', timeText(before, 'deadline'), timeText(after, 'deadline')),
    ...replaced('agenda', before.details.agenda, after.details.agenda),
    ...replaced('materials', before.details.materials, after.details.materials),
    ...changedField('groupWork', yesNo(before.details.groupWork), yesNo(after.details.groupWork)),
    ...changedField('groupSize', numberText(before.details.groupSize), numberText(after.details.groupSize)),
  ];
}

function timeText(snapshot: SessionSnapshot, field: 'startsAt' | 'endsAt' | 'deadline'): string {
  const { date, time } = localOf(new Date(snapshot[field]), snapshot.timeZone);
  return `${date} ${time}`;
}

function numberText(value: number | null): string {
  return value === null ? '' : String(value);
}

function yesNo(value: boolean): Said {
  return (texts) => (value ? texts.yes : texts.no);
}

function remark(
  session: Session,
  said: 'sessionAbsent' | 'sessionCalledOff' | 'sessionKept' | 'sessionTakesPlace',
): Change {
  const details = inBothLanguages(({ changes }) => changes[said]);
  return { what: 'remark', kind: 'session', name: nameOf(session), details };
}

function nameOf({ code, titleJa }: Pick<Session, 'code' | 'titleJa'>): string {
  return `${code} ${titleJa}`;
}
