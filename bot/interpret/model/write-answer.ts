/** Writes an answer out of quotations with the language model, as far as the programme and the person's day allow. */
import { localOf } from '../../../programme/messages/dates.js';
import { settleModelCall, takeModelCall } from '../../../programme/model-use/allowance.sql.js';
import { readPerhapsNamed } from '../../../programme/model-use/names.sql.js';
import { readModelUse } from '../../../programme/model-use/queries.js';
import type { AnswerWriter, CitedSentence, WriteAnswer } from '../../../programme/requests/answer-writer.js';
import type { Clock } from '../../../programme/requests/context.js';
import type { InterpreterServices } from '../../../programme/requests/interpreter.js';
import type { Log } from '../../../programme/requests/services.js';
import { type AnswerText, textWriter } from './call-model.js';
import { causeOf } from './cause-of.js';
import { asData } from './compose.js';
import { readCitations } from './read-citations.js';
import { readPrompt } from './read-prompt.js';
import type { ModelSettings } from './settings.js';
import { comparedForm, namesOut, withNames } from './take-names-out.js';

export interface ByWriter {
  readonly settings: ModelSettings;
  readonly database: InterpreterServices['database'];
  readonly clock: Clock;
  readonly log: Log;
  /** How long the model may take; eight seconds unless told. */
  readonly limitMilliseconds?: number;
}

const LIMIT_MILLISECONDS = 8_000;

/** What a call may read and write per byte that is sent, and for the answer. */
const BYTES_PER_TOKEN = 3;
const ANSWER_TOKENS = 500;

export function answerWriter(by: ByWriter): AnswerWriter {
  const prompts = { ja: readPrompt('ja', 'answer'), en: readPrompt('en', 'answer') };
  const answerText = textWriter(by.settings);
  return async (asked) => {
    try {
      return await write({ ...by, answerText, instructions: prompts[asked.language].text }, asked);
    } catch (error) {
      // Never the error itself: the library's hold what was sent.
      by.log.warn(causeOf(error), 'the language model wrote no answer');
      return null;
    }
  };
}

interface Writing extends ByWriter {
  readonly answerText: AnswerText;
  readonly instructions: string;
}

/** Null where the programme lets nothing go, or the person has no more calls today. */
async function write(
  { settings, database, clock, log, limitMilliseconds, answerText, instructions }: Writing,
  { person, programmeId, question, quotations }: WriteAnswer,
): Promise<readonly CitedSentence[] | null> {
  const use = await readModelUse(database, [programmeId]);
  if (use === 'off') return null;
  const texts = [question, ...quotations.flatMap(({ source, quote }) => [source, quote])];
  const { takeOut, putBack } =
    use === 'with_names'
      ? withNames
      : namesOut(await readPerhapsNamed(database, [programmeId], comparedForm(texts.join('\n'))));
  const passages = quotations.map(({ source, quote }, at) => ({
    ...{ number: at + 1, source: takeOut(source), text: takeOut(quote) },
  }));
  const message = `<passages>\n${asData(passages)}\n</passages>\n<question>\n${asData(takeOut(question))}\n</question>`;
  const tokens = Math.ceil(Buffer.byteLength(instructions + message) / BYTES_PER_TOKEN) + ANSWER_TOKENS;
  const taken = { personId: person.id, day: localOf(clock.now(), person.timeZone).date, tokens };
  if (!(await takeModelCall(database, taken, { calls: settings.callsPerDay, tokens: settings.tokensPerDay }))) {
    log.info({ person: person.id }, 'a person has had the language model asked as much as a day allows');
    return null;
  }
  const signal = AbortSignal.timeout(limitMilliseconds ?? LIMIT_MILLISECONDS);
  const answered = await answerText({ instructions, message }, signal);
  if (answered.tokens !== null) await settleModelCall(database, taken, answered.tokens);
  return readCitations(answered.text).map(({ text, cites }) => {
    const named = putBack({ text }).text;
    return { text: typeof named === 'string' ? named : text, cites };
  });
}
