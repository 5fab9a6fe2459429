/** Says for the page how a sentence was understood, and by what. */
import { rankerOfExamples } from '../../bot/interpret/examples/learnt.js';
import { hitsIn, phrasesOf } from '../../bot/interpret/hits.js';
import { normal } from '../../bot/interpret/normalise.js';
import type { Values } from '../../programme/messages/message.js';
import type { Because, ModelOutcome } from '../../programme/requests/interpreter.js';
import type { Actions } from '../../programme/requests/registry.js';
import type { Request } from '../../programme/requests/request.js';
import type { PossibleMeaning, UnderstoodSentence } from '../page/understood.js';

/** A sentence with what was made of it, and why. */
export interface Understood {
  readonly words: string;
  /** Of several things only those that are the person's to do. */
  readonly meant: Pick<Request, 'action' | 'input' | 'choices' | 'guessed'>;
  readonly because: Extract<Because, { by: unknown }> | null;
  /** What came of asking the language model; null where it was not asked, 'off' where there was none to ask. */
  readonly model: ModelOutcome | 'off' | null;
}

/** Beside what was meant. */
const MOST_OTHERS = 3;
/** What is less likely is nothing that anybody meant. */
const LEAST_CONFIDENCE = 0.01;

type Words = PossibleMeaning['title'];

/** What a sentence may mean that is no action's name. */
const otherwise: Readonly<Record<string, Words>> = {
  none: { ja: 'プログラムと関係のない内容', en: 'nothing of the programme' },
  knowledge: { ja: '資料に答えのある質問', en: 'a question that the material answers' },
  sensitive: { ja: '心配ごとの相談', en: 'a concern' },
  deletion: { ja: 'データの削除の依頼', en: 'a wish to have data deleted' },
};

/** What a meaning that was learnt becomes. */
const becomes: Readonly<Record<string, string>> = { knowledge: 'knowledge.search' };

export function describeUnderstood(actions: Actions, understood: Understood): UnderstoodSentence {
  const { words, meant, because, model } = understood;
  const likely = because?.likely ?? [];
  const confidenceOf = (action: string) => {
    const found = likely.find(({ meaning }) => meaning === action || becomes[meaning] === action);
    // A way to a person is always offered, however unlikely it was meant.
    return found === undefined || found.confidence < LEAST_CONFIDENCE ? null : found.confidence;
  };
  const meaningOf = (name: string, confidence: number | null): PossibleMeaning => {
    const action = actions.get(name);
    if (action === undefined) return { action: null, title: otherwise[name] ?? { ja: name, en: name }, confidence };
    return { action: name, title: { ja: action.texts.ja.title, en: action.texts.en.title }, confidence };
  };
  const choices = meant.choices ?? [];
  const isModels = model === 'understood';
  const likeliest = likely
    .filter(
      ({ meaning, confidence }) => confidence >= LEAST_CONFIDENCE && (becomes[meaning] ?? meaning) !== meant.action,
    )
    .slice(0, MOST_OTHERS)
    .map(({ meaning, confidence }) => meaningOf(meaning, confidence));
  const offered = choices.map(({ action }) => meaningOf(action, isModels ? null : confidenceOf(action)));
  const [shown = meant] = choices;
  const by = isModels ? 'model' : (because?.by ?? 'words');
  const outcome = outcomeOf(meant);
  const hasLearnt = likely.length > 0 || isModels;
  return {
    words,
    outcome,
    // A language model does not say how sure it is.
    meaning: meaningOf(meant.action, isModels ? null : confidenceOf(meant.action)),
    fields: fieldsOf(meant.input),
    others: choices.length > 0 ? offered : likeliest,
    by,
    named: by === 'words' ? namedIn(words, shown.action, actions) : null,
    nearest: hasLearnt && outcome !== 'not understood' ? nearestExample(words, shown.action) : null,
    model: model ?? 'not asked',
  };
}

function outcomeOf({ action, input, choices = [], guessed }: Understood['meant']): UnderstoodSentence['outcome'] {
  if (choices.length > 0) return guessed ? 'guessed' : 'asked which';
  return action === 'help.show' && input.unclear === true ? 'not understood' : 'understood';
}

function fieldsOf(input: Values): UnderstoodSentence['fields'] {
  return Object.entries(input).flatMap(([name, value]) =>
    value === undefined ? [] : [{ name, value: typeof value === 'string' ? value : JSON.stringify(value) }],
  );
}

/** The words of an action as they stand in the sentence. */
function namedIn(words: string, action: string, actions: Actions): string | null {
  const all = [...actions.values()];
  const phrases = phrasesOf(all);
  const said = normal(words);
  const whole = phrases.find((phrase) => phrase.action.name === action && phrase.words === said);
  if (whole !== undefined) return said;
  const hit = hitsIn(said, phrases, all).find((one) => one.action.name === action);
  return hit === undefined ? null : said.slice(hit.start, hit.end);
}

function nearestExample(words: string, action: string): string | null {
  const [ranked] = rankerOfExamples().rank(words, (meaning) => (becomes[meaning] ?? meaning) === action);
  return ranked?.nearest ?? null;
}
