/** Nobody waits until all is learnt: meanwhile words mean what they name. By what they were understood is told to whom asks. */
import { expect, it } from 'vitest';
import { interpreterByRules } from '../../../bot/interpret/interpreter-by-rules.js';
import type { Classifier } from '../../../bot/interpret/rank/classifier.js';
import type { Because } from '../../../programme/requests/interpreter.js';
import { collectRooms } from '../../../programme/rooms.js';
import { interpreted } from '../../support/model-services.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const fixture = programmeFixture();
const { actions } = collectRooms();

const surely: Classifier = { classify: () => [{ meaning: 'sensitive', confidence: 0.99 }] };
const unknown = {
  ...{ id: 'nobody', address: null, person: null, unreachable: false },
  ...{ lastSeenAt: new Date('2024-10-28T01:00:00Z'), lookedUpAt: null },
};

it('answers before all is learnt, and then by what was learnt', async () => {
  let finish: (learnt: Classifier) => void = () => {};
  const learning = new Promise<Classifier>((resolve) => {
    finish = resolve;
  });
  let begun = 0;
  const interpreter = interpreterByRules(actions, async () => {
    begun += 1;
    return await learning;
  });
  const ask = async () => await interpreter.interpret(fixture.services, unknown, 'zxcv qwer');
  expect(await ask()).toMatchObject({ action: 'help.show', input: { unclear: true } });
  const prepared = interpreter.prepare?.();
  finish(surely);
  await prepared;
  expect(await ask()).toMatchObject({ action: 'help.show', input: { concern: true } });
  expect(begun).toBe(1);
});

it('tells by what words were understood, where somebody asks', async () => {
  const likely = [{ meaning: 'session.list', confidence: 0.96 }];
  const interpreter = interpreterByRules(actions, async () => ({ classify: () => likely }));
  const told: Because[] = [];
  const services = { ...fixture.services, interpreter, explain: (because: Because) => void told.push(because) };
  await interpreted(services, fixture.person, 'help');
  await interpreted(services, fixture.person, 'zxcv qwer');
  expect(told).toEqual([
    { by: 'words', likely: [] },
    { by: 'examples', likely },
  ]);
});
