/** Finds whom the names of a meeting's list mean: surely, perhaps, nobody, or somebody who is no participant. */
import { looseReading } from '../../messages/canonical.js';
import { isClose, isStaffName, isTool, partsOf, runsOf, speaksOfProxy } from './attendee-names.js';
import type { KnownAttendee, KnownPeople } from './known-people.js';
import type { MeetingLine } from './online-list.js';

/** As many as a person can choose from at a glance. */
const MOST_CANDIDATES = 10;

/** Somebody as the meeting knew them, with all lines of the list about them. */
export interface MeetingAttendee {
  /** By their place in the list, from 1: the same for the same file. */
  readonly key: string;
  /** As it was shown, with the account's name behind it. */
  readonly shown: string;
  readonly name: string;
  readonly originalName: string | null;
  readonly email: string | null;
  readonly isHost: boolean;
  readonly rows: readonly MeetingLine[];
}

type Match =
  | { readonly kind: 'certain'; readonly person: KnownAttendee }
  | { readonly kind: 'doubtful'; readonly candidates: readonly KnownAttendee[] }
  | { readonly kind: 'unknown' }
  /** A tool, the host, or somebody of the programme who is no participant. */
  | { readonly kind: 'apart' };

/** The lines of one e-mail, or of one name without any, together. */
export function listedIn(rows: readonly MeetingLine[]): readonly MeetingAttendee[] {
  const groups = new Map<string, [MeetingLine, ...MeetingLine[]]>();
  for (const row of rows) {
    const key = JSON.stringify([row.email ?? '', partsOf(row.name), partsOf(row.originalName ?? '')]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()].map((group, index) => {
    const [{ name, originalName, email }] = group;
    const shown = originalName === null ? name : `${name} (${originalName})`;
    const isHost = group.some((row) => row.isHost);
    return { key: String(index + 1), shown, name, originalName, email, isHost, rows: group };
  });
}

export function matchAttendee(listed: MeetingAttendee, known: KnownPeople): Match {
  const { name, originalName, email, shown, isHost } = listed;
  if (isTool(name) || (originalName !== null && isTool(originalName))) return { kind: 'apart' };
  const owner = email === null ? undefined : known.byEmail.get(email);
  const match = owner === undefined ? matchName(name, originalName, known) : ofOwner(owner, name, known);
  const sure = match.kind === 'certain' && speaksOfProxy(shown) ? doubtful([match.person]) : match;
  if (sure.kind === 'certain' && !sure.person.isParticipant) return { kind: 'apart' };
  if (sure.kind === 'certain') return sure;
  const candidates = sure.kind === 'doubtful' ? sure.candidates.filter(({ isParticipant }) => isParticipant) : [];
  if (isHost || (isStaffName(shown) && candidates.length === 0)) return { kind: 'apart' };
  return candidates.length === 0 ? { kind: 'unknown' } : { kind: 'doubtful', candidates };
}

/** An address leads to its person, unless the name says outright that somebody else used the account. */
function ofOwner(owner: KnownAttendee, name: string, known: KnownPeople): Match {
  const named = whole(name, known);
  const others = named.filter(({ personId }) => personId !== owner.personId);
  return named.length === 0 || others.length < named.length ? certain(owner) : doubtful([owner, ...others]);
}

function matchName(name: string, originalName: string | null, known: KnownPeople): Match {
  const all = originalName === null ? name : `${name} ${originalName}`;
  const hinted = known.companies(runsOf(partsOf(all)));
  const found = whole(all, known);
  if (found.length > 0) return decide(found, hinted, contradicts(found, name, originalName, known));
  return perhaps(all, hinted, known);
}

/** The account's own name says nothing for sure where the name in the meeting may be somebody else's. */
function contradicts(
  found: readonly KnownAttendee[],
  name: string,
  originalName: string | null,
  known: KnownPeople,
): readonly KnownAttendee[] {
  if (originalName === null || whole(name, known).length > 0) return [];
  const named = known.byPart(partsOf(name));
  return named.some((person) => found.includes(person)) ? [] : named;
}

/** Of several of one name those who are expected come first, and a company that is named decides. */
function decide(found: readonly KnownAttendee[], hinted: ReadonlySet<string>, others: readonly KnownAttendee[]): Match {
  if (others.length > 0) return doubtful([...found, ...others]);
  const ofHinted = found.filter(({ companyId }) => companyId !== null && hinted.has(companyId));
  if (hinted.size > 0 && ofHinted.length === 0 && found.every(({ companyId }) => companyId !== null))
    return doubtful(found);
  const possible = ofHinted.length > 0 ? ofHinted : found;
  const expected = possible.filter(({ isExpected }) => isExpected);
  const [only, another] = expected.length > 0 ? expected : possible;
  return only !== undefined && another === undefined ? certain(only) : doubtful(possible);
}

/** A family name, a given name, or a name with a slip in it. */
function perhaps(all: string, hinted: ReadonlySet<string>, known: KnownPeople): Match {
  const parts = partsOf(all);
  const named = known.byPart([...parts, ...parts.filter((part) => !/\p{Script=Han}/u.test(part)).map(looseReading)]);
  const runs = withoutCompanies(parts, known);
  const close = runs.flatMap((run) =>
    known.near(run).flatMap(([form, person]) => (isClose(run, form) ? [person] : [])),
  );
  const found = [...new Set([...close, ...named])];
  const ofHinted = found.filter(({ companyId }) => companyId !== null && hinted.has(companyId));
  return doubtful(ofHinted.length > 0 ? ofHinted : found);
}

function whole(name: string, known: KnownPeople): readonly KnownAttendee[] {
  const runs = withoutCompanies(partsOf(name), known);
  return known.byWhole(runs, runs.map(looseReading));
}

/** The combinations of the parts, and what stands in one word with a company's name. */
function withoutCompanies(parts: readonly string[], known: KnownPeople): readonly string[] {
  return [...new Set([...runsOf(parts), ...parts.flatMap((part) => known.besideCompany(part))])];
}

function certain(person: KnownAttendee): Match {
  return { kind: 'certain', person };
}

function doubtful(found: readonly KnownAttendee[]): Match {
  const sorted = [...new Set(found)].toSorted((one, other) => Number(other.isExpected) - Number(one.isExpected));
  return sorted.length === 0 ? { kind: 'unknown' } : { kind: 'doubtful', candidates: sorted.slice(0, MOST_CANDIDATES) };
}
