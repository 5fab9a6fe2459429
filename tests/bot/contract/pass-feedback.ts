/** What the secretariat is told as somebody takes back that they may be quoted, for the contract's material. */
import type { Language } from '../../../prisma/client.js';
import type { Values } from '../../../programme/messages/message.js';
import { ask, outcomeOf, type SentNotification, sendAllDue, wordsOf } from '../../support/factories.js';
import { type Actor, actorOf, buildSetup, type ContractFixture } from './fixture.js';

export async function passFeedback(fixture: ContractFixture, language: Language): Promise<readonly SentNotification[]> {
  const { services } = fixture;
  const setup = await buildSetup(fixture, 'feedback.answer', language);
  const secretary = await actorOf(setup, 'secretariat', language);
  const act = async (actor: Actor, name: 'feedback.answer' | 'feedback.quote', input: Values) => {
    const done = await ask(services, actor, name, input, { submitted: true });
    if (outcomeOf(done) !== 'done') throw new Error(`${name}: ${wordsOf(done)}`);
  };
  await act(setup.actor, 'feedback.answer', setup.input);
  const { id, comment } = await services.database.feedback.findFirstOrThrow({
    where: { personId: setup.actor.person?.id ?? '' },
  });
  await act(secretary, 'feedback.quote', { feedback: id, words: comment, said: 'en', translation: '役に立ちました。' });
  await act(setup.actor, 'feedback.answer', { ...setup.input, permission: 'no', shownAs: '' });
  return await sendAllDue(services);
}
