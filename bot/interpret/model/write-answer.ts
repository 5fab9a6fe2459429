/** Writes an answer out of quotations with the language model, as far as the programme and the person's day allow. */
import { readPerhapsNamed } from '../../../programme/model-use/names.sql.js';
import { readModelUse } from '../../../programme/model-use/queries.js';
import type { AnswerWriter, CitedSentence, WriteAnswer } from '../../../programme/requests/answer-writer.js';
import { type AnswerText, textWriter } from './call-model.js';
import { causeOf } from './cause-of.js';
import { asData } from './compose.js';
import { readCitations } from './read-citations.js';
import { readPrompt } from './read-prompt.js';
import type { ModelSettings } from './settings.js';
import { comparedForm, namesOut, withNames } from './take-names-out.js';
import { type Allowance, withinAllowance } from './within-allowance.js';

export interface ByWriter extends Allowance {
  readonly settings: ModelSettings;
}

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
  { answerText, instructions, ...allowance }: Writing,
  { person, programmeId, question, quotations }: WriteAnswer,
): Promise<readonly CitedSentence[] | null> {
  const use = await readModelUse(allowance.database, [programmeId]);
  if (use === 'off') return null;
  const texts = [question, ...quotations.flatMap(({ source, quote }) => [source, quote])];
  const { takeOut, putBack } =
    use === 'with_names'
      ? withNames
      : namesOut(await readPerhapsNamed(allowance.database, [programmeId], comparedForm(texts.join('\n'))));
  const passages = quotations.map(({ source, quote }, at) => ({
    ...{ number: at + 1, source: takeOut(source), text: takeOut(quote) },
  }));
  const message = `<passages>\n${asData(passages)}\n</passages>\n<question>\n${asData(takeOut(question))}\n</question>`;
  const answered = await withinAllowance(allowance, person, instructions + message, (signal) =>
    answerText({ instructions, message }, signal),
  );
  if (answered === null) return null;
  return readCitations(answered.text).map(({ text, cites }) => {
    const named = putBack({ text }).text;
    return { text: typeof named === 'string' ? named : text, cites };
  });
}
