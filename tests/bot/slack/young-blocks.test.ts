/** A table or chart that a workspace does not take yet is sent once more as text; any other failure is not. */
import { WebAPIPlatformError } from '@slack/web-api';
import { expect, it } from 'vitest';
import type { DrawnMessage } from '../../../bot/slack/render.js';
import { sendYoung } from '../../../bot/slack/young-blocks.js';
import type { Element } from '../../../programme/messages/message.js';
import { messageOf } from './samples.js';

const table: Element = {
  ...{ kind: 'table', caption: '未回答の方', columns: ['お名前', '企業'] },
  rows: [['佐藤様', 'みらい電子']],
};
const chart: Element = {
  ...{ kind: 'chart', form: 'lines', title: '進み具合', unit: '社', labels: ['2025-03-01', '2025-03-20'] },
  series: [{ name: '提出済み', values: [3, 11] }],
};

/** What is sent in order, where the first call fails with this error. */
async function sent(element: Element, error: string | null): Promise<readonly DrawnMessage[]> {
  const calls: DrawnMessage[] = [];
  await sendYoung(messageOf(element), 'ja', async (drawn) => {
    calls.push(drawn);
    if (error !== null && calls.length === 1) throw new WebAPIPlatformError({ ok: false, error });
  });
  return calls;
}

const types = ({ blocks }: DrawnMessage) => blocks.map(({ type }) => type);

it('sends a table and a chart as Slack’s own blocks, once', async () => {
  expect((await sent(table, null)).map(types)).toEqual([['data_table']]);
  expect((await sent(chart, null)).map(types)).toEqual([['data_visualization', 'context']]);
});

it('sends them once more as text where the workspace does not know the block', async () => {
  const [, again, ...more] = await sent(table, 'invalid_blocks');
  expect(more).toEqual([]);
  expect(again && types(again)).toEqual(['section']);
  expect(JSON.stringify(again)).toContain('企業: みらい電子');
  const [, lines] = await sent(chart, 'invalid_blocks');
  expect(lines && types(lines)).toEqual(['context']);
  expect(JSON.stringify(lines)).toContain('2025-03-20: 提出済み 11');
});

it('does not send anything again after another refusal, nor a message without young blocks', async () => {
  await expect(sent(table, 'channel_not_found')).rejects.toThrow('channel_not_found');
  await expect(sent({ kind: 'text', text: 'plain' }, 'invalid_blocks')).rejects.toThrow('invalid_blocks');
});
