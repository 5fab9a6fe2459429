/** Services whose interpreter asks a language model, and words as a person writes them to these. */
import { randomUUID } from 'node:crypto';
import { classifierOfExamples, rankerOfExamples } from '../../bot/interpret/examples/learnt.js';
import { interpreterByRules } from '../../bot/interpret/interpreter-by-rules.js';
import { interpreterByModel } from '../../bot/interpret/model/interpreter-by-model.js';
import { answerWriter } from '../../bot/interpret/model/write-answer.js';
import { identify } from '../../programme/members/identify.js';
import { handleRequest } from '../../programme/requests/handle-request.js';
import type { Interpretation } from '../../programme/requests/interpreter.js';
import type { RequestResult } from '../../programme/requests/request.js';
import type { Services } from '../../programme/requests/services.js';
import type { Asking } from './factories.js';
import { MODEL, MODEL_KEY, type ModelServer } from './model-server.js';

interface WithModel {
  readonly limitMilliseconds?: number;
  readonly callsPerDay?: number;
  readonly tokensPerDay?: number;
}

/** As the app puts them together without a model. */
export function servicesByRules<S extends Services>(services: S): S {
  return { ...services, interpreter: interpreterByRules(services.actions, classifierOfExamples) };
}

export function servicesByModel<S extends Services>(
  services: S,
  { url }: Pick<ModelServer, 'url'>,
  { limitMilliseconds, callsPerDay = 1_000, tokensPerDay = 100_000_000 }: WithModel = {},
): S {
  const interpreter = interpreterByModel({
    settings: { baseUrl: url, model: MODEL, apiKey: MODEL_KEY, callsPerDay, tokensPerDay },
    rules: servicesByRules(services).interpreter,
    actions: services.actions,
    ranker: rankerOfExamples,
    log: services.log,
    ...(limitMilliseconds !== undefined && { limitMilliseconds }),
  });
  const { database, clock, log } = services;
  const limit = limitMilliseconds === undefined ? {} : { limitMilliseconds };
  const settings = { baseUrl: url, model: MODEL, apiKey: MODEL_KEY, callsPerDay, tokensPerDay };
  return { ...services, interpreter, writeAnswer: answerWriter({ settings, database, clock, log, ...limit }) };
}

/** What the person writes in the chat with the bot, handled as the platforms hand it over. */
export async function say(services: Services, { account }: Asking, words: string): Promise<RequestResult> {
  return await handleRequest(services, {
    ...{ account, key: randomUUID(), fingerprint: null, resendFingerprint: null, answeredLater: true },
    ...{ words, isCommand: false },
  });
}

/** What is made of the words, once all is learnt and before anything comes of it. */
export async function interpreted(services: Services, { account }: Asking, words: string): Promise<Interpretation> {
  const known = await identify(services.database, account, services.clock.now());
  if (known === null) throw new Error('nobody has this account');
  await services.interpreter.prepare?.();
  return await services.interpreter.interpret(services, known, words);
}
