/** Everyone of the playground in the order of the list, and those whom to try first. */
import type { ClientSessionId, Language, PagePerson, Platform } from '../../protocol.js';
import { platformOf } from './pane-layout.js';

export interface PeopleGroup {
  readonly key: string;
  readonly kind: 'secretariat' | 'advisers' | 'company' | 'others';
  /** Of the company; null for the others. */
  readonly name: Readonly<Record<Language, string>> | null;
  readonly code: string | null;
  readonly people: readonly PagePerson[];
}

/** The secretariat, the advisers, others without a company, then each company: its management before its working level. */
export function groupPeople(people: readonly PagePerson[]): readonly PeopleGroup[] {
  const staff = (
    kind: 'secretariat' | 'advisers' | 'others',
    belongs: (person: PagePerson) => boolean,
  ): PeopleGroup => ({
    key: kind,
    kind,
    name: null,
    code: null,
    people: people.filter((person) => person.company === null && belongs(person)),
  });
  const companies = new Map<string, PagePerson[]>();
  for (const person of people) {
    if (person.company === null) continue;
    const key = person.companyCode ?? person.company;
    companies.set(key, [...(companies.get(key) ?? []), person]);
  }
  return [
    staff('secretariat', ({ role }) => role === 'secretariat'),
    staff('advisers', ({ role }) => role === 'adviser'),
    staff('others', ({ role }) => role !== 'secretariat' && role !== 'adviser'),
    ...[...companies].map(([key, members]): PeopleGroup => {
      const [first] = members;
      const name = first?.company ?? key;
      return {
        key: `company ${key}`,
        kind: 'company',
        name: { ja: name, en: first?.companyEn ?? name },
        code: first?.companyCode ?? null,
        people: members.toSorted((one, other) => levelOrder(one) - levelOrder(other)),
      };
    }),
  ].filter((group) => group.people.length > 0);
}

function levelOrder({ level }: PagePerson): number {
  return level === 'management' ? 0 : level === 'working' ? 1 : 2;
}

/** Only the people, and the groups of people, that have every word of the query in their name, company or address. */
export function findPeople(groups: readonly PeopleGroup[], query: string): readonly PeopleGroup[] {
  const words = folded(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return groups;
  return groups
    .map((group) => ({
      ...group,
      people: group.people.filter((person) => {
        const text = searched(person);
        return words.every((word) => text.includes(word));
      }),
    }))
    .filter(({ people }) => people.length > 0);
}

function searched({ name, nameEn, company, companyEn, companyCode, email, role }: PagePerson): string {
  const parts = [name, name.replace(/\s/g, ''), nameEn, company, companyEn, companyCode, email, role, roleWords[role]];
  return folded(parts.filter((part) => typeof part === 'string').join('\n'));
}

/** Typed with the person's role, in the language that the roles themselves are not written in. */
const roleWords: Readonly<Record<string, string>> = {
  participant: '参加者',
  adviser: 'アドバイザー 専門家',
  secretariat: '事務局',
  speaker: '講師',
};

/** Full-width letters and capitals are found as well. */
function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

export type CastKind = 'participant on Slack' | 'participant on Teams' | 'on both' | 'adviser' | 'secretariat';

export interface CastMember {
  readonly kind: CastKind;
  readonly person: PagePerson;
  readonly clientSession: ClientSessionId;
}

/** One of each kind that there is, best one whom the bot addresses in the language of the page. */
export function suggestCast(people: readonly PagePerson[], language: Language): readonly CastMember[] {
  const taken = new Set<string>();
  const member = (
    kind: CastKind,
    platform: Platform | null,
    belongs: (person: PagePerson) => boolean,
  ): readonly CastMember[] => {
    const fitting = people
      .filter((person) => !taken.has(person.personId) && person.clientSessions.length > 0 && belongs(person))
      .toSorted((one, other) => preference(one, language) - preference(other, language));
    const [person] = fitting;
    const clientSession = person?.clientSessions.find((one) => platform === null || platformOf(one) === platform);
    if (person === undefined || clientSession === undefined) return [];
    taken.add(person.personId);
    return [{ kind, person, clientSession }];
  };
  const participant = ({ role }: PagePerson) => role === 'participant';
  const on =
    (...platforms: readonly Platform[]) =>
    (person: PagePerson) =>
      person.clientSessions.length === platforms.length &&
      platforms.every((one) => person.clientSessions.some((clientSession) => platformOf(clientSession) === one));
  return [
    ...member('participant on Slack', 'slack', (person) => participant(person) && on('slack')(person)),
    ...member('participant on Teams', 'teams', (person) => participant(person) && on('teams')(person)),
    ...member('on both', 'slack', (person) => participant(person) && on('slack', 'teams')(person)),
    ...member('adviser', null, ({ role }) => role === 'adviser'),
    ...member('secretariat', null, ({ role }) => role === 'secretariat'),
  ];
}

function preference(person: PagePerson, language: Language): number {
  return (person.language === language ? 0 : 10) + levelOrder(person);
}

export function nameOf(person: PagePerson, language: Language): string {
  return language === 'ja' ? person.name : person.nameEn;
}

export function companyOf(person: PagePerson, language: Language): string | null {
  return language === 'ja' ? person.company : (person.companyEn ?? person.company);
}

/** One or two letters to stand for the person: 「青」 for 「青葉 誠」, `MA` for `Makoto Aoba`. */
export function initialsOf(person: PagePerson, language: Language): string {
  if (language === 'ja') return [...person.name][0] ?? '';
  const words = person.nameEn.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '').join('');
}

const companyTones = 6;

/** The colour of a person wherever they are shown, by their company or their part in the programme: a `data-tone` of `theme.css`. */
export function toneOf({ role, companyCode }: PagePerson): string {
  if (companyCode === null) return role === 'secretariat' || role === 'adviser' ? role : 'other';
  const mixed = [...companyCode].reduce((mix, letter) => mix * 3 + (letter.codePointAt(0) ?? 0), 0);
  return `company-${mixed % companyTones}`;
}
