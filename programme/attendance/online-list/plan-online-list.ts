/** Decides what a meeting's list would record of each person: pure, so that what is shown and what is done are one thing. */
import type { Bilingual } from '../../messages/bilingual.js';
import type { Mode } from '../../requests/context.js';
import type { KnownAttendee, KnownPeople } from './known-people.js';
import { isMeant, type ListAnswers } from './list-answers.js';
import { listedIn, type MeetingAttendee, matchAttendee } from './match-attendees.js';
import type { OnlineList } from './online-list.js';
import { presentSeconds, wasPresent } from './presence.js';

/** A participant, with what is recorded of them now and how they registered. */
export interface ListedParticipant extends KnownAttendee {
  readonly name: Bilingual;
  readonly company: Bilingual | null;
  readonly stands: { readonly came: Mode | 'absent'; readonly number: number } | null;
  readonly isRegisteredOnline: boolean;
}

interface PlannedAttendee {
  readonly person: ListedParticipant;
  /** Within the session's time. */
  readonly seconds: number;
}

export interface OnlineListPlan {
  readonly record: readonly PlannedAttendee[];
  /** Not long enough there. */
  readonly below: readonly PlannedAttendee[];
  /** Something else is recorded, which stays. */
  readonly conflicts: readonly PlannedAttendee[];
  readonly already: readonly PlannedAttendee[];
  readonly doubtful: readonly { readonly listed: MeetingAttendee; readonly candidates: readonly ListedParticipant[] }[];
  readonly unknown: readonly MeetingAttendee[];
  readonly apart: readonly MeetingAttendee[];
  /** Registered online, of whom nothing is recorded, and in no line of the list. */
  readonly missing: readonly ListedParticipant[];
}

interface PlanOptions {
  readonly list: Pick<OnlineList, 'rows'>;
  readonly session: { readonly startsAt: Date; readonly endsAt: Date };
  readonly participants: readonly ListedParticipant[];
  readonly known: KnownPeople;
  readonly answers: ListAnswers;
  /** People who are recorded although they were there too shortly or something else is recorded. */
  readonly chosen: ReadonlySet<string>;
  /** The number of the last record that was seen when they were chosen; what was recorded later stays. */
  readonly seen?: number | undefined;
}

export function planOnlineList(options: PlanOptions): OnlineListPlan {
  const { list, session, participants, chosen, seen } = options;
  const { rowsOf, doubtful, unknown, apart } = matchAll(options);
  const planned = participants.flatMap((person) => {
    const rows = rowsOf.get(person.personId);
    return rows === undefined ? [] : [{ person, seconds: presentSeconds(rows, session) }];
  });
  const kindOf = ({ person, seconds }: PlannedAttendee): 'already' | 'below' | 'conflicts' | 'record' => {
    const { personId, stands } = person;
    if (stands?.came === 'online') return 'already';
    const isNewer = stands !== null && seen !== undefined && stands.number > seen;
    if (chosen.has(personId)) return isNewer ? 'conflicts' : 'record';
    if (!wasPresent(seconds, session)) return 'below';
    return stands === null ? 'record' : 'conflicts';
  };
  const of = (kind: ReturnType<typeof kindOf>) => planned.filter((one) => kindOf(one) === kind);
  const asked = new Set(doubtful.flatMap(({ candidates }) => candidates.map(({ personId }) => personId)));
  const missing = participants.filter(
    ({ personId, isRegisteredOnline, stands }) =>
      isRegisteredOnline && stands === null && !rowsOf.has(personId) && !asked.has(personId),
  );
  return {
    ...{ record: of('record'), below: of('below'), conflicts: of('conflicts'), already: of('already') },
    ...{ doubtful, unknown, apart, missing: list.rows.length === 0 ? [] : missing },
  };
}

function matchAll({ list, participants, known, answers }: PlanOptions) {
  const byId = new Map(participants.map((person) => [person.personId, person]));
  const rowsOf = new Map<string, MeetingAttendee['rows']>();
  const [doubtful, unknown, apart]: [OnlineListPlan['doubtful'][number][], MeetingAttendee[], MeetingAttendee[]] = [
    [],
    [],
    [],
  ];
  for (const listed of listedIn(list.rows)) {
    const match = matchAttendee(listed, known);
    const meant = match.kind === 'certain' ? match.person.personId : answered(match, answers.get(listed.key));
    if (typeof meant === 'string') rowsOf.set(meant, [...(rowsOf.get(meant) ?? []), ...listed.rows]);
    else if (match.kind === 'apart') apart.push(listed);
    else if (match.kind === 'doubtful' && meant === undefined) {
      const candidates = match.candidates.flatMap(({ personId }) => byId.get(personId) ?? []);
      doubtful.push({ listed, candidates });
    } else unknown.push(listed);
  }
  return { rowsOf, doubtful, unknown, apart };
}

/** Only one of those who were offered counts; undefined where nothing was answered, null for nobody. */
function answered(
  match: ReturnType<typeof matchAttendee>,
  answer: string | null | undefined,
): string | null | undefined {
  if (match.kind !== 'doubtful') return null;
  if (answer === undefined || answer === null) return answer;
  const [only, another] = match.candidates.filter(({ personId }) => isMeant(personId, answer));
  return another === undefined ? only?.personId : undefined;
}
