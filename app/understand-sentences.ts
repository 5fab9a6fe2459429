/** Understands many sentences, each as its own person says it, at its own time, in the programme that ships with the app. */
import { readFile } from 'node:fs/promises';
import { classifierOfExamples } from '../bot/interpret/examples/learnt.js';
import type { KnownNames } from '../bot/interpret/mentions/known-names.js';
import { type Result, resultOf } from '../bot/interpret/score/score.js';
import type { Utterance } from '../bot/interpret/score/utterances.js';
import { understandingBy } from '../bot/interpret/understand.js';
import { readProgramme } from '../programme/import/read-programme.js';
import type { Action } from '../programme/requests/action.js';
import type { LastShown } from '../programme/requests/last-shown.js';
import { actions } from '../programme/rooms.js';
import type { NamedSession } from '../programme/sessions/queries.js';

/** Whether an action changes something. */
export const isWrite = (name: string) => actions.some((action) => action.name === name && action.confirm !== 'read');

interface Sentence extends Pick<Utterance, 'id' | 'text' | 'role' | 'now'> {
  /** What was shown before it. */
  readonly shown?: LastShown | null;
}

/** Whom and what the sentences may name; nobody and nothing by default. */
export type Directory = Pick<KnownNames, 'companies' | 'members' | 'deliverableTypes'>;

const nobody: Directory = { companies: [], members: [], deliverableTypes: [] };

/** Learns once, and then understands one sentence after another. */
export async function openUnderstanding(
  directory: Directory = nobody,
): Promise<(sentence: Sentence) => Promise<Result>> {
  const isFor = (role: string) => (action: Action) => action.who === 'anyone' || action.who.some((one) => one === role);
  const named = new Map(actions.map((action) => [action.name, action]));
  const classifier = await classifierOfExamples(named);
  const { understand } = understandingBy(actions, async () => classifier);
  const { sessions, timeZone, deliverableTypes } = await sampleProgramme();
  const types = directory.deliverableTypes.length > 0 ? directory.deliverableTypes : deliverableTypes;
  const names = { ...directory, deliverableTypes: types, timeZone };
  const visible = async () => ({ sessions, company: { colleagues: [], self: null }, names });
  return async ({ id, text, role, now, shown = null }) => {
    const speaker = { may: isFor(role), role, now: new Date(now), visible, shown: async () => shown };
    return resultOf({ id }, await understand(text, speaker));
  };
}

interface SampleProgramme {
  readonly sessions: readonly NamedSession[];
  readonly timeZone: string;
  readonly deliverableTypes: Directory['deliverableTypes'];
}

async function sampleProgramme(): Promise<SampleProgramme> {
  const content = await readFile(new URL('../prisma/sample/programme.json', import.meta.url));
  const read = readProgramme({ name: 'programme.json', content });
  if (!read.ok) throw new Error('the programme that ships with the app cannot be read');
  const { timeZone, sessions, deliverables } = read.programme;
  return {
    timeZone,
    sessions: sessions.map((session) => ({ ...session, timeZone })),
    deliverableTypes: (deliverables ?? []).map(({ code, titleJa, titleEn }) => ({
      id: code,
      nameJa: titleJa,
      nameEn: titleEn,
    })),
  };
}
