/** `npm run understand -- --file FILE`: says of each sentence of a file how it is understood, and how often that is right. It needs no configuration and no database. */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { classifierOfExamples } from '../bot/interpret/examples/learnt.js';
import { readIntents } from '../bot/interpret/examples/read-intents.js';
import { type Result, resultOf, type Scores, score } from '../bot/interpret/score/score.js';
import { readUtterances, type Utterance } from '../bot/interpret/score/utterances.js';
import { understandingBy } from '../bot/interpret/understand.js';
import { readProgramme } from '../programme/import/read-programme.js';
import type { Action } from '../programme/requests/action.js';
import { actions } from '../programme/rooms.js';
import type { NamedSession } from '../programme/sessions/queries.js';
import { complain, say } from './say.js';

const usage = [
  'understand --file UTTERANCES.json [--json]',
  '  the file is in the format of utterances.json: {"utterances":[{"id","role","text","now","intent","params"}]}',
  '  --json   {"scores":{…},"results":[…]}',
];

/** The exit status: 0 where the file was read, however much of it was understood. */
export async function understandCommand(given: readonly string[]): Promise<number> {
  const asked = readArguments(given);
  if (asked === null) {
    complain(...usage);
    return 1;
  }
  const utterances = await readSentences(asked.file);
  if (utterances === null) {
    complain(`${asked.file} cannot be read, or is not in the format of utterances.json.`, ...usage);
    return 1;
  }
  const results = await understandAll(utterances);
  const scores = score(utterances, results, readIntents(), isWrite);
  say(
    ...(asked.json
      ? [JSON.stringify({ scores, results }, null, 2)]
      : [...told(utterances, results), ...toldScores(scores)]),
  );
  return 0;
}

async function readSentences(file: string): Promise<readonly Utterance[] | null> {
  try {
    return readUtterances(await readFile(file, 'utf8'));
  } catch {
    return null;
  }
}

interface Asked {
  readonly file: string;
  readonly json: boolean;
}

function readArguments(given: readonly string[]): Asked | null {
  try {
    const options = { file: { type: 'string' }, json: { type: 'boolean', default: false } } as const;
    const { file, json } = parseArgs({ args: [...given], options }).values;
    return file === undefined ? null : { file, json };
  } catch {
    return null;
  }
}

const isWrite = (name: string) => actions.some((action) => action.name === name && action.confirm !== 'read');

/** In their order, each as its own person says it, at its own time, in the programme that ships with the app. */
async function understandAll(utterances: readonly Utterance[]): Promise<readonly Result[]> {
  const isFor = (role: string) => (action: Action) => action.who === 'anyone' || action.who.some((one) => one === role);
  const named = new Map(actions.map((action) => [action.name, action]));
  const classifier = classifierOfExamples((meaning, role) => {
    const action = named.get(meaning);
    return action === undefined || isFor(role)(action);
  });
  const { understand } = understandingBy(actions, () => classifier);
  const sessions = await sampleSessions();
  const visible = async () => ({ sessions, company: { colleagues: [], self: null } });
  const results: Result[] = [];
  for (const { id, text, role, now } of utterances) {
    const understood = await understand(text, { may: isFor(role), role, now: new Date(now), visible });
    results.push(resultOf({ id }, understood));
  }
  return results;
}

async function sampleSessions(): Promise<readonly NamedSession[]> {
  const content = await readFile(new URL('../prisma/sample/programme.json', import.meta.url));
  const read = readProgramme({ name: 'programme.json', content });
  if (!read.ok) throw new Error('the programme that ships with the app cannot be read');
  const { timeZone, sessions } = read.programme;
  return sessions.map((session) => ({ ...session, timeZone }));
}

function told(utterances: readonly Utterance[], results: readonly Result[]): readonly string[] {
  return results.flatMap(({ action, parameters, confidence, choices }, at) => [
    utterances[at]?.text ?? '',
    `    ${action ?? `? ${choices.join(' | ')}`} ${JSON.stringify(parameters)} ${confidence.toFixed(2)}`,
  ]);
}

function toldScores({ wrongWrites, ...shares }: Scores): readonly string[] {
  const percent = Object.entries(shares).map(([name, share]) => `${name} ${(share * 100).toFixed(1)} %`);
  return ['', ...percent, `wrongWrites ${wrongWrites}`];
}
