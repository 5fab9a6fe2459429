/** Looks at the language model's server: whether it answers, takes our key and has the model. Sends nothing of anybody. */
import { z } from 'zod';
import type { ModelSettings } from '../../bot/interpret/model/settings.js';
import { type Finding, fail, ok, warn } from './finding.js';

const ANSWER_MILLISECONDS = 5_000;

const list = z.object({ data: z.array(z.object({ id: z.string() })) });

export async function checkModel({ baseUrl, model, apiKey }: ModelSettings): Promise<Finding> {
  const { host } = new URL(baseUrl);
  try {
    const response = await fetch(`${baseUrl}/models`, {
      headers: apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` },
      signal: AbortSignal.timeout(ANSWER_MILLISECONDS),
    });
    if (response.status === 401 || response.status === 403) {
      return fail('Language model', `${host} does not take the key: compare LLM_API_KEY with what its provider says.`);
    }
    const listed = response.ok ? list.safeParse(await response.json()) : null;
    if (listed === null || !listed.success) {
      return warn(
        'Language model',
        `${host} answers, but lists no models (${response.status}): see that LLM_BASE_URL ends where /chat/completions follows, often in /v1.`,
      );
    }
    return listed.data.data.some(({ id }) => id === model)
      ? ok('Language model', `${host} has ${model}.`)
      : warn('Language model', `${host} does not list ${model}: compare LLM_MODEL with what it calls its models.`);
  } catch {
    // Never the error's own words: a proxy's may repeat the address with what stands in it.
    return fail(
      'Language model',
      `${host} does not answer, so that words are understood by rules alone: compare LLM_BASE_URL with what its provider says.`,
    );
  }
}
