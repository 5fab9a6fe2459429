/** The doctor's look at the language model's server: whether it answers, takes the key and has the model, without naming the key. */
import { expect, it } from 'vitest';
import { checkModel } from '../../app/doctor/check-model.js';
import { MODEL, MODEL_KEY, startModelServer } from '../support/model-server.js';

it('tells a server that has the model from one that lacks it, refuses the key, speaks otherwise or is not there', async () => {
  const server = await startModelServer();
  const limits = { callsPerDay: 1, tokensPerDay: 1 };
  const settings = { baseUrl: server.url, model: MODEL, apiKey: MODEL_KEY, ...limits };
  const { host } = new URL(server.url);
  expect(await checkModel(settings)).toEqual({ level: 'ok', about: 'Language model', says: `${host} has ${MODEL}.` });
  expect(await checkModel({ ...settings, model: 'another' })).toMatchObject({
    ...{ level: 'warn', says: expect.stringContaining('LLM_MODEL') },
  });
  const refused = await checkModel({ ...settings, apiKey: 'a-wrong-key' });
  expect(refused).toMatchObject({ level: 'fail', says: expect.stringContaining('LLM_API_KEY') });
  expect(await checkModel({ ...settings, baseUrl: `${server.url}/elsewhere` })).toMatchObject({
    ...{ level: 'warn', says: expect.stringContaining('(404): see that LLM_BASE_URL') },
  });
  expect(server.asked, 'nothing is asked of the model').toEqual([]);
  await server.close();
  const gone = await checkModel(settings);
  expect(gone).toMatchObject({ level: 'fail', says: expect.stringContaining('LLM_BASE_URL') });
  expect(JSON.stringify([refused, gone])).not.toContain('key-of');
});
