/** What belongs to one person is reached by that person only: not by the same company, and not by staff. */

import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { plain } from '../../programme/messages/message.js';
import { memberAction, type Subject } from '../../programme/requests/action.js';
import { authorise } from '../../programme/requests/authorise.js';
import type { ActingPerson, Membership } from '../../programme/requests/context.js';
import { type Refusal, refuse } from '../../programme/requests/refusal.js';
import { sessionTexts } from '../../programme/sessions/texts.js';

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

/** An action whose subject is given to `authorise` directly; only its roles count here. */
function actionFor(who: readonly (typeof everyone)[number][]) {
  return memberAction({
    ...{
      name: 'session.show',
      texts: sessionTexts,
      command: 'note',
      who,
      subject: 'own',
      offered: 'contextual',
      confirm: 'read',
    },
    input: z.object({}),
    run: async () => ({ message: plain('') }),
  });
}

/** Who is let in to this subject, of the owner and all the others. */
function letIn(subject: Subject, people: Readonly<Record<string, ActingPerson>>, who = everyone.slice()): string[] {
  const action = actionFor(who);
  return Object.keys(people).filter((name) => {
    const one = people[name];
    return one !== undefined && !('refused' in authorise(action, one, subject));
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
    expect(letIn({ programmeId, companyId: null, personId: owner.id }, people)).toEqual(['owner']);
  });

  it('is not there for everyone else, also for those in whose role nobody may', () => {
    const subject: Subject = { programmeId, companyId: null, personId: owner.id };
    for (const who of [everyone, ['adviser'], ['participant']] as const) {
      for (const other of [people.colleague, people.stranger, people.adviser, people.secretary, people.speaker]) {
        expect(authorise(actionFor(who), other, subject)).toEqual(notFound);
      }
    }
  });

  // The negative control: these are let in as soon as the subject names nobody.
  it('would be reached by the whole programme, or by the company and the staff, if it named no person', () => {
    expect(letIn({ programmeId, companyId: null }, people)).toEqual(Object.keys(people));
    const ofCompany = letIn({ programmeId, companyId: company }, people);
    expect(ofCompany).toEqual(expect.arrayContaining(['colleague', 'adviser', 'secretary']));
    expect(ofCompany).not.toContain('stranger');
  });

  it('is refused to the person in a role that may not, or without a membership in its programme', () => {
    const subject: Subject = { programmeId, companyId: null, personId: owner.id };
    const others = everyone.filter((role) => role !== owner.memberships[0]?.role);
    expect(authorise(actionFor(others), owner, subject)).toEqual(refuse('not_allowed', {}));
    expect(authorise(actionFor(everyone), { ...owner, memberships: [] }, subject)).toEqual(notFound);
  });
});

it('is not reached by its person for another company', () => {
  const owner = person('participant', company);
  const subject: Subject = { programmeId, companyId: randomUUID(), personId: owner.id };
  expect(authorise(actionFor(everyone), owner, subject)).toEqual(refuse('not_found', {}));
});
