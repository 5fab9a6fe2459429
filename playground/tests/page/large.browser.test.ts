/** A thousand messages in one conversation on the playground's page: only the newest are drawn, and who reads keeps their place, in a real browser. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { describeWithBrowser } from '../../../tests/support/browser.js';
import { button, section } from '../slack/bot.js';
import { card, cardMessage, submitButton, textBlock } from '../teams/bot.js';
import { type BarePage, openBarePage } from './bare-page.js';

const many = 1_000;
const typed = 'It is all the same to me where we meet';
/** Only the newest are drawn, and as many again before the oldest of those are let go. */
const mostDrawn = 125;

describeWithBrowser('a thousand messages', () => {
  let fixture: BarePage;
  beforeAll(async () => {
    fixture = await openBarePage();
    // Every second one with what a programme's messages hold, so that there is something to draw.
    for (let sent = 0; sent < many; sent += 20)
      await Promise.all(Array.from({ length: 20 }, (_, index) => Promise.all(postBoth(sent + index))));
  });
  afterAll(() => fixture.close());

  const wordsOf = (index: number) => `Session ${index} of the seminar on human rights due diligence`;

  function postBoth(index: number): readonly Promise<unknown>[] {
    const text = wordsOf(index);
    const channel = fixture.direct;
    const facts = [1, 2, 3].map((at) => ({ title: `Fact ${at}`, value: `Value ${at} of ${index}` }));
    if (index % 2 === 0) return [fixture.client.chat.postMessage({ channel, text }), fixture.post({ text })];
    return [
      fixture.client.chat.postMessage({
        ...{ channel, text },
        blocks: [
          section(`*${text}*`),
          {
            type: 'section',
            fields: facts.map(({ title, value }) => ({ type: 'mrkdwn', text: `*${title}*\n${value}` })),
          },
          { type: 'actions', elements: ['On site', 'Online', 'Details'].map((name) => button(name, name)) },
        ],
      }),
      fixture.post(
        cardMessage(
          card(
            [textBlock(text, { weight: 'bolder' }), { type: 'FactSet', facts }],
            ['On site', 'Online', 'Details'].map((name) => submitButton(name)),
          ),
        ),
      ),
    ];
  }

  it.each([
    {
      platform: 'slack',
      hear: (text: string) => fixture.client.chat.postMessage({ channel: fixture.direct, text }),
    },
    {
      platform: 'teams',
      hear: (text: string) => fixture.post({ text }),
    },
  ] as const)('stay usable: $platform', async ({ platform, hear }) => {
    const clientSession = fixture.clientSessions[platform];
    const { page, pane, complaints } = await fixture.visit([]);
    const client = pane(clientSession);
    const log = client.getByRole('log');
    await page.getByRole('heading', { name: 'Welcome' }).waitFor();

    const last = (text: string) => log.getByRole('article').last().getByText(text).first().waitFor();
    await page.evaluate(`location.hash = '${clientSession}'`);
    await last(wordsOf(many - 1));
    expect(await log.getByRole('article').count()).toBeLessThan(mostDrawn);
    expect(await fromEnd(page)).toBeLessThan(2);

    await client.getByRole('textbox').last().focus();
    await Promise.all([
      page.keyboard.type(typed),
      ...['One', 'Two', 'Three'].map(async (text) => void (await hear(text))),
    ]);
    await page.keyboard.press('Enter');
    await last(typed);
    await hear('Something new');
    await last('Something new');

    // Of all that comes while one looks, too, only the newest stays drawn.
    for (let more = 0; more < 2 * mostDrawn; more += 1) await hear(`More ${more}`);
    await hear('The last of many');
    await last('The last of many');
    await expect.poll(() => fromEnd(page)).toBeLessThan(2);
    expect(await log.getByRole('article').count()).toBeLessThan(mostDrawn);

    // A reader of older messages keeps the place, when more of it is shown and when something new comes.
    const drawn = await log.getByRole('article').count();
    await page.evaluate(holdFirst);
    await log.getByRole('button', { name: /^Show earlier messages/ }).focus();
    const place = await held(page);
    await page.keyboard.press('Enter');
    await expect.poll(() => log.getByRole('article').count()).toBeGreaterThanOrEqual(drawn + 60);
    expect(Math.abs((await held(page)) - place)).toBeLessThan(3);
    await page.evaluate(holdFirst);
    const first = await held(page);
    await hear('Something else');
    await last('Something else');
    expect(Math.abs((await held(page)) - first)).toBeLessThan(3);
    expect(await fromEnd(page)).toBeGreaterThan(500);
    await client.locator('.slack-newer, .teams-newest').click();
    await expect.poll(() => fromEnd(page)).toBeLessThan(2);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

/** Pixels between what is seen and the end. */
async function fromEnd(page: Page): Promise<number> {
  const left: unknown = await page.evaluate(
    "(([log]) => log.scrollHeight - log.scrollTop - log.clientHeight)(document.querySelectorAll('[role=log]'))",
  );
  return z.number().parse(left);
}

/** Scrolls to the beginning of what is drawn and remembers the message there. */
const holdFirst = `new Promise((resolve) => {
  document.querySelector('[role=log]').scrollTop = 0;
  window.held = document.querySelector('[role=log] article');
  requestAnimationFrame(() => requestAnimationFrame(resolve));
})`;

/** Where that message ends now, in pixels from the top of the window: its heading may go. @throws where it is not there any more */
async function held(page: Page): Promise<number> {
  return z
    .number()
    .parse(await page.evaluate('window.held.isConnected ? window.held.getBoundingClientRect().bottom : null'));
}
