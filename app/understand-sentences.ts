/** Understands many sentences, each as its own person says it, at its own time, in the programme that ships with the app. */
import { readFile } from 'node:fs/promises';
import { classifierOfExamples } from '../bot/interpret/examples/learnt.js';
import { type Result, resultOf } from '../bot/interpret/score/score.js';
import type { Utterance } from '../bot/interpret/score/utterances.js';
import { understandingBy } from '../bot/interpret/understand.js';
import { readProgramme } from '../programme/import/read-programme.js';
import type { Action } from '../programme/requests/action.js';
import { actions } from '../programme/rooms.js';
import type { NamedSession } from '../programme/sessions/queries.js';

/** Whether an action changes something. */
export const isWrite = (name: string) => actions.some((action) => action.name === name && action.confirm !== 'read');

type Sentence = Pick<Utterance, 'id' | 'text' | 'role' | 'now'>;

/** Learns once, and then understands one sentence after another. */
export async function openUnderstanding(): Promise<(sentence: Sentence) => Promise<Result>> {
  const isFor = (role: string) => (action: Action) => action.who === 'anyone' || action.who.some((one) => one === role);
  const named = new Map(actions.map((action) => [action.name, action]));
  const classifier = await classifierOfExamples((meaning, role) => {
    const action = named.get(meaning);
    return action === undefined || isFor(role)(action);
  });
  const { understand } = understandingBy(actions, async () => classifier);
  const sessions = await sampleSessions();
  const visible = async () => ({ sessions, company: { colleagues: [], self: null } });
  return async ({ id, text, role, now }) =>
    resultOf({ id }, await understand(text, { may: isFor(role), role, now: new Date(now), visible }));
}

async function sampleSessions(): Promise<readonly NamedSession[]> {
  const content = await readFile(new URL('../prisma/sample/programme.json', import.meta.url));
  const read = readProgramme({ name: 'programme.json', content });
  if (!read.ok) throw new Error('the programme that ships with the app cannot be read');
  const { timeZone, sessions } = read.programme;
  return sessions.map((session) => ({ ...session, timeZone }));
}
