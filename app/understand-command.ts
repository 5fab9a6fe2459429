/** `npm run understand -- --file FILE`: says of each sentence of a file how it is understood, and how often that is right. It needs no configuration and no database. */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readIntents } from '../bot/interpret/examples/read-intents.js';
import { type Result, type Scores, score } from '../bot/interpret/score/score.js';
import { readUtterances, type Utterance, type UtteranceFile } from '../bot/interpret/score/utterances.js';
import { complain, say } from './say.js';
import { isWrite, openUnderstanding } from './understand-sentences.js';

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
  const file = await readSentences(asked.file);
  if (file === null) {
    complain(`${asked.file} cannot be read, or is not in the format of utterances.json.`, ...usage);
    return 1;
  }
  const { utterances, companies, members } = file;
  const understand = await openUnderstanding({ companies, members, deliverableTypes: [] });
  const results: Result[] = [];
  for (const utterance of utterances) results.push(await understand(utterance));
  const scores = score(utterances, results, readIntents(), isWrite);
  say(
    ...(asked.json
      ? [JSON.stringify({ scores, results }, null, 2)]
      : [...told(utterances, results), ...toldScores(scores)]),
  );
  return 0;
}

async function readSentences(file: string): Promise<UtteranceFile | null> {
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
