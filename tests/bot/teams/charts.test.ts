/** What clients of Teams get that draw no charts or tables. */
import { expect, it } from 'vitest';
import { messageToCard } from '../../../bot/teams/render.js';
import type { Message } from '../../../programme/messages/message.js';

const LONG = 'Human rights policy of the whole group';

const chart: Message = {
  summary: 'Progress of all companies',
  elements: [
    {
      ...{ kind: 'chart', form: 'lines', title: 'Progress', unit: 'companies', labels: ['x'.repeat(20), LONG] },
      series: [{ name: LONG, values: [1, 3] }],
    },
  ],
};

it('gives clients of Teams that draw no chart its title and lines, and those without cards the gist', () => {
  const { content } = messageToCard(chart, 'en');
  expect(content.fallbackText).toBe('Progress of all companies');
  expect(content.body[0]).toMatchObject({ type: 'Chart.Line', fallback: { type: 'TextBlock', text: 'Progress' } });
  expect(JSON.stringify(content.body[1])).toContain(`${LONG} 3`);
});

it('gives clients of Teams that know no table the gist of the message', () => {
  const table = { kind: 'table', caption: 'Quiet', columns: ['Company'], rows: [['Mirai']] } as const;
  const { content } = messageToCard({ summary: 'Quiet companies: 1', elements: [table] }, 'en');
  expect(content).toMatchObject({ version: '1.5', fallbackText: 'Quiet companies: 1', body: [{ type: 'Table' }] });
});
