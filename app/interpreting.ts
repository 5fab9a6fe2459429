/** Opens what understands words and, where there is a language model, writes answers. */
import { classifierOfExamples, rankerOfExamples } from '../bot/interpret/examples/learnt.js';
import { interpreterByRules } from '../bot/interpret/interpreter-by-rules.js';
import type { ModelSettings } from '../bot/interpret/model/settings.js';
import type { BaseServices, Services } from '../programme/requests/services.js';

/** Without a language model nothing writes answers. */
export type Interpreting = Pick<Services, 'interpreter' | 'writeAnswer'>;

export interface InterpretingServices extends BaseServices, Pick<Services, 'actions'> {}

/** The library that asks a model is loaded only where there is one. @param settings null: words are understood by rules alone */
export async function openInterpreting(
  settings: ModelSettings | null,
  { actions, database, clock, log }: InterpretingServices,
): Promise<Interpreting> {
  const rules = interpreterByRules(actions, classifierOfExamples);
  if (settings === null) return { interpreter: rules };
  const [{ interpreterByModel }, { answerWriter }] = await Promise.all([
    import('../bot/interpret/model/interpreter-by-model.js'),
    import('../bot/interpret/model/write-answer.js'),
  ]);
  return {
    interpreter: interpreterByModel({ settings, rules, actions, ranker: rankerOfExamples, log }),
    writeAnswer: answerWriter({ settings, database, clock, log }),
  };
}
