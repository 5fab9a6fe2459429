/** A long form on the page's Teams client that is found wrong: the first error comes into view, and the focus to its field. */
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWithBrowser } from '../../../tests/support/browser.js';
import { textsFor } from '../../pilot/texts.js';
import { say } from './clients.js';
import { openPageFixture, type PageFixture } from './page-fixture.js';

const { sessions } = textsFor('en');

const height = 560;

describeWithBrowser('a long form on Teams', () => {
  let pageFixture: PageFixture;
  beforeAll(async () => {
    pageFixture = await openPageFixture({ arrived: ['sara'] });
  });
  afterAll(async () => {
    await pageFixture.close();
    expect(pageFixture.faults).toEqual([]);
  });

  async function fillIn(form: Locator): Promise<void> {
    const { labels, kinds, audiences, methods } = sessions;
    const typed = [
      [labels.code, 'LONG-1'],
      [labels.titleJa, '長い書式'],
      [labels.titleEn, 'A long form'],
      [labels.date, '2024-12-10'],
      [labels.start, '15:00'],
      [labels.end, '14:00'],
      [labels.deadlineDate, '2024-12-01'],
      [labels.deadlineTime, '10:00'],
    ] as const;
    for (const [label, value] of typed) await field(form, label).fill(value);
    const chosen = [
      [labels.kind, kinds.seminar],
      [labels.audience, audiences.management],
      [labels.method, methods.online],
    ] as const;
    for (const [label, choice] of chosen) await field(form, label).selectOption({ label: choice });
  }

  const field = (form: Locator, label: string) =>
    form.getByLabel(new RegExp(`^${label.replace(/[()]/g, '\\$&')} ?\\*?$`)).first();

  async function expectSeen(words: Locator): Promise<void> {
    await expect.poll(async () => isWithin(await words.boundingBox())).toBe(true);
  }

  /** Below the bars on top, and above where one writes. */
  function isWithin(box: Awaited<ReturnType<Locator['boundingBox']>>): boolean {
    return box !== null && box.y > 120 && box.y + box.height < height - 80;
  }

  it('shows what the bot refuses, and what the client does, also in a message at the end of the chat', async () => {
    const { pane, page, complaints } = await pageFixture.visit({ clientSessions: ['teams sara'], height });
    const sara = pane('teams sara');
    await say(sara, 'create session');
    const form = sara.getByRole('log').getByRole('article').last();
    await field(form, sessions.labels.code).waitFor();
    await fillIn(form);
    const create = form.getByRole('button', { name: 'Create', exact: true });
    await create.click();
    await expectSeen(form.getByText('The end must be after the start.'));
    const focus = page.locator(':focus');
    await expect.poll(() => focus.getAttribute('aria-invalid')).toBe('true');
    expect(await focus.getAttribute('type')).toBe('time');

    await field(form, sessions.labels.end).fill('16:00');
    const zone = form.getByRole('combobox', { name: /^Time zone/ });
    await zone.fill('Mars');
    await create.click();
    await expect.poll(() => zone.getAttribute('aria-invalid')).toBe('true');
    await zone.and(focus).waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
