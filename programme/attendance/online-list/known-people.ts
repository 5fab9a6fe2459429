/** An index of the people whom a meeting's list may mean, by e-mail, by name and by company. */
import { canonicalText } from '../../messages/canonical.js';
import { formsOf, type NameForms } from './attendee-names.js';

export interface KnownAttendee {
  readonly personId: string;
  readonly companyId: string | null;
  readonly nameJa: string;
  readonly nameEn: string;
  readonly furigana: string;
  /** Their own, and those of rows that were merged with theirs; in lower case. */
  readonly emails: readonly string[];
  /** Otherwise an adviser, a speaker or the secretariat. */
  readonly isParticipant: boolean;
  /** They answered that they would come, or are recorded. */
  readonly isExpected: boolean;
}

interface KnownCompany {
  readonly id: string;
  readonly nameJa: string;
  readonly nameEn: string;
  readonly kana: string;
}

export interface KnownPeople {
  readonly byEmail: ReadonlyMap<string, KnownAttendee>;
  /** The people whose whole name is one of these, by the surest way of writing that finds anybody. */
  byWhole(runs: readonly string[], latin: readonly string[]): readonly KnownAttendee[];
  byPart(parts: readonly string[]): readonly KnownAttendee[];
  /** The whole names that begin or end like this, each with its people. */
  near(run: string): readonly (readonly [string, KnownAttendee])[];
  /** The companies that one of these names, whole or by its beginning. */
  companies(runs: readonly string[]): ReadonlySet<string>;
  /** What stands before or behind a company's name in one word: 青葉電子山田太郎. */
  besideCompany(part: string): readonly string[];
}

type Index = ReadonlyMap<string, readonly KnownAttendee[]>;

export function knownPeople(people: readonly KnownAttendee[], companies: readonly KnownCompany[]): KnownPeople {
  const forms = people.map((person) => ({ person, forms: formsOf(person) }));
  const index = (formsIn: (forms: NameForms) => readonly string[]): Index => {
    const found = new Map<string, KnownAttendee[]>();
    for (const { person, forms: own } of forms) {
      for (const form of formsIn(own)) found.set(form, [...(found.get(form) ?? []), person]);
    }
    return found;
  };
  const [names, readings, latin] = [index((own) => own.names), index((own) => own.readings), index((own) => own.latin)];
  const parts = index((own) => own.parts);
  const ends = new Map<string, (readonly [string, KnownAttendee])[]>();
  for (const { person, forms: own } of forms) {
    for (const form of [...own.names, ...own.readings]) {
      for (const key of endsOf(form)) ends.set(key, [...(ends.get(key) ?? []), [form, person]]);
    }
  }
  const companyForms = companies.flatMap(({ id, nameJa, nameEn, kana }) =>
    [nameJa, nameEn, kana].flatMap((name) => {
      const form = withoutLegalForm(canonicalText(name));
      return form.length < 2 ? [] : [{ id, form }];
    }),
  );
  const among = (by: Index, keys: readonly string[]) => [...new Set(keys.flatMap((key) => by.get(key) ?? []))];
  return {
    byEmail: new Map(people.flatMap((person) => person.emails.map((email) => [email, person] as const))),
    byWhole: (runs, loose) =>
      [among(names, runs), among(readings, runs), among(latin, loose)].find(({ length }) => length > 0) ?? [],
    byPart: (keys) => among(parts, keys),
    near: (run) => endsOf(run).flatMap((key) => ends.get(key) ?? []),
    companies: (runs) => {
      const sought = runs.map(withoutLegalForm).filter(({ length }) => length >= 2);
      return new Set(companyForms.filter(({ form }) => sought.some((run) => form.startsWith(run))).map(({ id }) => id));
    },
    besideCompany: (part) =>
      companyForms.flatMap(({ form }) => {
        const bare = withoutLegalForm(part);
        if (form.length < 3 || bare === form) return [];
        if (bare.startsWith(form)) return [bare.slice(form.length)];
        return bare.endsWith(form) ? [bare.slice(0, -form.length)] : [];
      }),
  };
}

/** A slip rarely spoils both ends of a name. */
function endsOf(form: string): readonly string[] {
  return [`${form[0] ?? ''}…`, `…${form.at(-1) ?? ''}`];
}

function withoutLegalForm(name: string): string {
  const bare = name.replace(
    /株式会社|有限会社|合同会社|カブシキガイシャ|(?:coltd|inc|corporation|corp|ltd|llc|kk)$/gu,
    '',
  );
  return bare === '' ? name : bare;
}
