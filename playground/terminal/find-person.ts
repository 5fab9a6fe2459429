/** Finds the people of the playground by any part of their name, and lists them. */
import { type Inhabitant, NotPossible, platformNames, platformsOf } from './place.js';
import { plain } from './words.js';

/** Those in whose name, address, role or company every word occurs; a name may be written without its space (青葉誠). */
export function peopleLike(people: readonly Inhabitant[], part: string): readonly Inhabitant[] {
  return people.filter((person) => holds(`${namesOf(person)} ${roleOf(person)} ${person.company ?? ''}`, part));
}

function namesOf({ name, nameEn, email }: Inhabitant): string {
  return `${name} ${name.replaceAll(/\s/g, '')} ${nameEn} ${email}`;
}

function holds(text: string, part: string): boolean {
  const words = plain(part).split(' ').filter(Boolean);
  return words.every((word) => plain(text).includes(word));
}

/**
 * The one person of this name: a whole name goes before a part of one.
 * @throws NotPossible with a list where several are meant, or nobody is
 */
export function personNamed(people: readonly Inhabitant[], wanted: string): Inhabitant {
  const whole = people.filter(({ name, nameEn, email }) =>
    [name, nameEn, email].some((known) => plain(known) === plain(wanted)),
  );
  const found = whole.length > 0 ? whole : people.filter((person) => holds(namesOf(person), wanted));
  const [person, another] = found;
  if (person === undefined) throw new NotPossible(`Nobody here is called "${wanted}"; people lists who there is.`);
  if (another !== undefined) {
    const most = 12;
    const names = found.slice(0, most).map(({ name, nameEn, email }) => `  ${name} (${nameEn}, ${email})`);
    const more = found.length > most ? [`  … and ${found.length - most} more`] : [];
    throw new NotPossible([`${found.length} people are called "${wanted}":`, ...names, ...more].join('\n'));
  }
  return person;
}

/** By company, those without one last; columns line up in a font of fixed width. */
export function listPeople(people: readonly Inhabitant[]): readonly string[] {
  const companies = [...new Set(people.map(({ company }) => company))].sort(
    (one, other) => Number(one === null) - Number(other === null),
  );
  const widest = (cells: readonly string[]) => Math.max(0, ...cells.map(width));
  const names = widest(people.map(({ name }) => name));
  const englishNames = widest(people.map(({ nameEn }) => nameEn));
  const roles = widest(people.map(roleOf));
  return companies.flatMap((company) => [
    company ?? 'Of no company',
    ...people
      .filter((person) => person.company === company)
      .map((person) =>
        [
          ' ',
          padded(person.name, names),
          padded(person.nameEn, englishNames),
          padded(roleOf(person), roles),
          platformsOf(person)
            .map((platform) => platformNames[platform])
            .join(', ') || 'no account',
        ].join('  '),
      ),
  ]);
}

function roleOf({ role, level }: Inhabitant): string {
  return level === null ? role : `${role} (${level})`;
}

/** Columns of a terminal: characters of East Asia take two. */
function width(text: string): number {
  return [...text].reduce((sum, letter) => sum + (wide.test(letter) ? 2 : 1), 0);
}

const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;

function padded(text: string, to: number): string {
  return text + ' '.repeat(Math.max(0, to - width(text)));
}
