/** A model is shown what sentences like one asked for, as the tools that it is offered; a question about a standard as a look-up. */
import { expect, it } from 'vitest';
import { nearestExamples } from '../../../../bot/interpret/model/nearest-examples.js';
import { toolsFor } from '../../../../bot/interpret/model/tools.js';
import { actions } from '../../../../programme/rooms.js';

const tools = toolsFor({
  actions: actions.filter(({ name }) => ['knowledge.search', 'session.register'].includes(name)),
  ...{ sessions: ['MSM-1'], likely: [], language: 'ja' },
});

const like = (meaning: string, nearest: string) => ({ meaning, nearest, likeness: 1 });

it('names the tool of each, none for what asks nothing, and leaves out what is not offered', () => {
  const ranked = [like('session.register', 'a'), like('none', 'b'), like('report.make', 'c')];
  expect(nearestExamples(ranked, tools)).toEqual([
    { sentence: 'a', tool: 'session_register' },
    { sentence: 'b', tool: null },
  ]);
});

it('shows a question about a standard as something to look up', () => {
  const question = '苦情処理メカニズムとは何ですか';
  expect(nearestExamples([like('knowledge', question)], tools)).toEqual([
    { sentence: question, tool: 'knowledge_search', arguments: { words: question } },
  ]);
});
