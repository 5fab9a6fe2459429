/** The scripted model calls the tool that a sentence is most like, fills in only what stands there, and cites what it answers from. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { answerQuestion } from '../../model/answer-question.js';
import { chooseTool, type OfferedTool } from '../../model/choose-tool.js';
import { likeness } from '../../model/letter-groups.js';
import { type ScriptedModel, startModel } from '../../model/start-model.js';

let model: ScriptedModel;
beforeAll(async () => {
  model = await startModel();
});
afterAll(async () => await model.close());

function tool(name: string, description: string, properties: OfferedTool['function']['parameters']['properties'] = {}) {
  return { function: { name, description, parameters: { properties } } };
}

const register = tool('session_register', 'Register for a session (changes something): says that you will come', {
  session: { type: 'string', enum: ['MSM-1', 'MSM-10'] },
  day: { type: 'string' },
});
const list = tool('session_list', 'セッション一覧: これからのセミナーやワークショップを表示します');
const tools = [register, list];

const asked = (sentence: string, examples: readonly object[] = []) =>
  `<data>\n${JSON.stringify({ examples })}\n</data>\n<sentence>\n${JSON.stringify(sentence)}\n</sentence>`;

it('compares groups of letters, whatever their case and width', () => {
  expect(likeness('MSM-1に参加します', 'msm-1に参加します。')).toBe(1);
  expect(likeness('参加します', 'sessions')).toBe(0);
  expect(likeness('', 'sessions')).toBe(0);
});

it('calls the tool of the nearest example, or the one whose description is nearer', () => {
  const examples = [
    { sentence: '次の集まりに顔を出します', tool: 'session_register' },
    { sentence: 'お昼は何を食べますか', tool: null },
  ];
  expect(chooseTool(asked('来月の集まりに顔を出します', examples), tools)?.name).toBe('session_register');
  expect(chooseTool(asked('これからのセミナーを表示してください', examples), tools)?.name).toBe('session_list');
});

it('calls none where the nearest asks for nothing, calls for what is not offered, or all is unlike', () => {
  expect(chooseTool(asked('お昼は何?', [{ sentence: 'お昼は何?', tool: null }]), tools)).toBeNull();
  expect(chooseTool(asked('消して', [{ sentence: '消して', tool: 'erase_all' }]), tools)).toBeNull();
  expect(chooseTool(asked('zxcv'), tools)).toBeNull();
  expect(chooseTool('no question', tools)).toBeNull();
});

it('fills in what stands in the sentence as it is written, and no day', () => {
  const given = (sentence: string) =>
    chooseTool(asked(sentence, [{ sentence, tool: 'session_register' }]), tools)?.arguments;
  expect(given('Please register me for msm-10 on 7 November')).toEqual({ session: 'MSM-10' });
  expect(given('Please register me for MSM-1 and MSM-10')).toEqual({});
});

it('answers with a sentence of the first passage, which it cites, or with nothing', () => {
  const passages = [
    { number: 1, text: '# Rules\nUmbrellas dry in the rack. Coats hang on the hooks.' },
    { number: 2, text: 'Where coats hang is up to you.' },
  ];
  const message = (question: string, given: readonly object[]) =>
    `<passages>\n${JSON.stringify(given)}\n</passages>\n<question>\n${JSON.stringify(question)}\n</question>`;
  expect(answerQuestion(message('Where do coats hang?', passages))).toBe('Coats hang on the hooks. [1]');
  expect(answerQuestion(message('Where do coats hang?', []))).toBe('');
});

it('speaks OpenAI’s protocol, and gives the same answer to the same question', async () => {
  const ask = async (body: object) => {
    const response = await fetch(`${model.url}/chat/completions`, { method: 'POST', body: JSON.stringify(body) });
    return { status: response.status, body: await response.json() };
  };
  const question = {
    model: model.name,
    messages: [
      { role: 'system', content: 'Choose.' },
      { role: 'user', content: asked('これからのセミナーを表示してください') },
    ],
    tools: tools.map((one) => ({ type: 'function', ...one })),
  };
  const first = await ask(question);
  expect(first).toMatchObject({
    status: 200,
    body: { choices: [{ message: { tool_calls: [{ function: { name: 'session_list', arguments: '{}' } }] } }] },
  });
  expect(await ask(question)).toEqual(first);
  expect(await ask({ messages: 'all' })).toMatchObject({ status: 400 });
  expect((await fetch(`${model.url}/models`)).status).toBe(404);
});
