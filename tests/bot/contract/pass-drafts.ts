/** What advisers and companies are told as drafts are submitted, taken back and reviewed, for the contract's material. */

import type { Language } from '../../../prisma/client.js';
import { dayAfter } from '../../../programme/calendar/business-days.js';
import { lookAtPublications } from '../../../programme/deliverables/publication/look-at-publications.js';
import { ask, buildPerson, outcomeOf, type SentNotification, sendAllDue, wordsOf } from '../../support/factories.js';
import { buildSetup, type ContractFixture } from './fixture.js';

/** Longer than a review may take before somebody is reminded of it. */
const DAYS = 12;

/** The clock is afterwards as it was. */
export async function passDrafts(fixture: ContractFixture, language: Language): Promise<readonly SentNotification[]> {
  const { services } = fixture;
  const before = services.clock.now();
  const told: SentNotification[] = [];
  const act = async (
    name: 'draft.submit' | 'draft.withdraw' | 'deliverable.decide-extension' | 'deliverable.publish' | 'review.correct',
  ) => {
    const { actor, programme, input } = await buildSetup(fixture, name, language);
    const company = actor.person?.company ?? null;
    if (company !== null) await buildPerson(services, { programme, language, company });
    // Who was not told of a submission is not told that it was taken back.
    told.push(...(await sendAllDue(services)));
    const given = { ...input, ...(name === 'deliverable.decide-extension' && { decision: 'refuse' }) };
    const done = await ask(services, actor, name, given, { submitted: true });
    if (outcomeOf(done) !== 'done') throw new Error(`${name}: ${wordsOf(done)}`);
    told.push(...(await sendAllDue(services)));
  };
  await act('draft.withdraw');
  await act('deliverable.decide-extension');
  await act('review.correct');
  await act('deliverable.publish');
  await lookAtPublications(services, async () => ({ outcome: 'not_public', status: null }));
  await act('draft.submit');
  let day = before.toISOString().slice(0, 10);
  for (let passed = 0; passed < DAYS; passed += 1) {
    day = dayAfter(day);
    services.clock.set(`${day}T10:00:00+09:00`);
    told.push(...(await sendAllDue(services)));
  }
  services.clock.set(before);
  return told;
}
