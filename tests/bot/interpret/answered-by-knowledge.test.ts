/** A question that no action understands is answered from the programme's material where that says what is asked; nothing else is. */
import { expect, it } from 'vitest';
import { interpreterByRules } from '../../../bot/interpret/interpreter-by-rules.js';
import type { Likely } from '../../../bot/interpret/rank/classifier.js';
import { collectRooms } from '../../../programme/rooms.js';
import { buildPerson, buildProgramme } from '../../support/factories.js';
import { buildSource } from '../../support/knowledge.js';
import { interpreted } from '../../support/model-services.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const fixture = programmeFixture();
const { actions } = collectRooms();

const text = '# Premises\n\nUmbrellas dry in the rack beside the lift.';
const question = 'In which rack do umbrellas dry?';

/** The action that words are for; what the classifier finds likely is given. */
async function meant(words: string, likely: readonly Likely[] = [], by = fixture.person): Promise<string> {
  const interpreter = interpreterByRules(actions, async () => ({ classify: () => likely }));
  return (await interpreted({ ...fixture.services, interpreter }, by, words)).action;
}

it('is looked up where the material says what is asked, and only for members of the programme', async () => {
  expect(await meant(question)).toBe('help.show');
  await buildSource(fixture.services, fixture.programme, { title: 'House rules', text });
  expect(await meant(question)).toBe('knowledge.search');
  const outsider = await buildPerson(fixture.services, { programme: await buildProgramme(fixture.services) });
  expect(await meant(question, [], outsider)).toBe('help.show');
});

it('is not looked up where the material only touches on it, or nothing is asked', async () => {
  await buildSource(fixture.services, fixture.programme, { title: 'House rules', text });
  expect(await meant('Which umbrella insurance covers hail in August?')).toBe('help.show');
  expect(await meant('Umbrellas dry in the rack')).toBe('help.show');
});

it.each([
  ['may be told in confidence', [{ meaning: 'sensitive', confidence: 0.2 }]],
  ['is very likely none of ours', [{ meaning: 'none', confidence: 0.95 }]],
])('is not looked up where it %s', async (_what, likely) => {
  await buildSource(fixture.services, fixture.programme, { title: 'House rules', text });
  expect(await meant(question, likely)).toBe('help.show');
});
