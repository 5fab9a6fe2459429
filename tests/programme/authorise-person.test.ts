/** What belongs to one person is reached by that person only: not by the same company, and not by staff. */

import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { authorise } from '../../programme/requests/authorise.js';
import type { ActingPerson, Membership } from '../../programme/requests/context.js';
import type { Named } from '../../programme/requests/identifiers.js';
import type { Place } from '../../programme/requests/places.sql.js';
import { type Refusal, refuse } from '../../programme/requests/refusal.js';

const programmeId = randomUUID();
const company = randomUUID();
const everyone = ['participant', 'adviser', 'secretariat', 'speaker'] as const;

function person(role: (typeof everyone)[number], companyId: string | null = null): ActingPerson {
  const membership: Membership = { programmeId, role, level: companyId === null ? null : 'working', companyId };
  return {
    ...{ id: randomUUID(), nameJa: '岡 京子', nameEn: 'Kyoko Oka', language: 'ja', timeZone: 'Asia/Tokyo' },
    ...{ chosenProgrammeId: null, memberships: [membership] },
  };
}

/** One thing that an input names, which belongs here. */
function thing(place: Partial<Place>): readonly Named[] {
  return [
    {
      field: 'thing',
      places: [{ programmeId, companyId: null, personId: null, adviserIds: [], id: randomUUID(), ...place }],
    },
  ];
}

/** Who is let in to this thing, of the owner and all the others. */
function letIn(named: readonly Named[], people: Readonly<Record<string, ActingPerson>>): string[] {
  return Object.keys(people).filter((name) => {
    const one = people[name];
    return one !== undefined && !('refused' in authorise({ who: everyone }, one, named));
  });
}

describe.each([
  { whose: 'an adviser', owner: person('adviser') },
  { whose: 'a participant', owner: person('participant', company) },
  { whose: 'a secretary', owner: person('secretariat') },
])('what belongs to $whose', ({ owner }) => {
  const people = {
    owner,
    colleague: person('participant', company),
    stranger: person('participant', randomUUID()),
    adviser: person('adviser'),
    secretary: person('secretariat'),
    speaker: person('speaker'),
  };
  const notFound: Refusal = refuse('not_found', {});

  it('is reached by that person only', () => {
    expect(letIn(thing({ personId: owner.id }), people)).toEqual(['owner']);
  });

  it('is not there for everyone else, also for those in whose role nobody may', () => {
    const named = thing({ personId: owner.id });
    for (const who of [everyone, ['adviser'], ['participant']] as const) {
      for (const other of [people.colleague, people.stranger, people.adviser, people.secretary, people.speaker]) {
        expect(authorise({ who }, other, named)).toEqual(notFound);
      }
    }
  });

  // The negative control: these are let in as soon as it belongs to no person.
  it('would be reached by the whole programme, or by the company and the staff, if it named no person', () => {
    expect(letIn(thing({}), people)).toEqual(Object.keys(people));
    const ofCompany = letIn(thing({ companyId: company }), people);
    expect(ofCompany).toEqual(expect.arrayContaining(['colleague', 'secretary']));
    expect(ofCompany).not.toContain('stranger');
    expect(ofCompany).not.toContain('adviser');
    // An adviser reaches the companies that she looks after.
    expect(letIn(thing({ companyId: company, adviserIds: [people.adviser.id] }), people)).toContain('adviser');
  });

  it('is refused to the person in a role that may not, or without a membership in its programme', () => {
    const named = thing({ personId: owner.id });
    const others = everyone.filter((role) => role !== owner.memberships[0]?.role);
    expect(authorise({ who: others }, owner, named)).toEqual(refuse('not_allowed', {}));
    expect(authorise({ who: everyone }, { ...owner, memberships: [] }, named)).toEqual(notFound);
  });
});

it('is not reached by its person for another company', () => {
  const owner = person('participant', company);
  const named = thing({ companyId: randomUUID(), personId: owner.id });
  expect(authorise({ who: everyone }, owner, named)).toEqual(refuse('not_found', {}));
});

describe('several things', () => {
  it('must all be in reach: one that is not hides the others', () => {
    const one = person('participant', company);
    const mine = thing({ companyId: company });
    const theirs = thing({ companyId: randomUUID() });
    expect(authorise({ who: everyone }, one, [...mine, ...theirs])).toEqual(refuse('not_found', {}));
    expect(authorise({ who: everyone }, one, [...mine, ...mine])).toMatchObject({ places: [{}, {}] });
  });

  it('must be in one programme, and one that is in several of a person’s is asked about', () => {
    const elsewhere = randomUUID();
    const third = randomUUID();
    const one = person('secretariat');
    const roles = one.memberships.flatMap((role) => [
      { ...role, programmeId: third },
      role,
      { ...role, programmeId: elsewhere },
    ]);
    const both: ActingPerson = { ...one, memberships: roles };
    const here = thing({});
    const there = thing({ programmeId: elsewhere });
    expect(authorise({ who: everyone }, both, [...here, ...there])).toEqual(refuse('not_found', {}));
    const inBoth: Named = { field: 'thing', places: [...here, ...there].flatMap(({ places }) => places) };
    expect(authorise({ who: everyone }, both, [inBoth])).toMatchObject({ ambiguous: [{}, {}] });
    const chosen = { ...both, chosenProgrammeId: elsewhere };
    expect(authorise({ who: everyone }, chosen, [inBoth])).toMatchObject({ membership: { programmeId: elsewhere } });
    // Also unchosen, what the person looks at is what they mean.
    const known: Named = { ...inBoth, places: [...inBoth.places, ...(thing({ programmeId: third })[0]?.places ?? [])] };
    expect(authorise({ who: everyone }, both, [known])).toMatchObject({ membership: { programmeId: third } });
  });
});
