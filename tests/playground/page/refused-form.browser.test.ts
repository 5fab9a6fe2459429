/** A long form on the page's Teams client that is found wrong: the first error comes into view, and the focus to its field. */
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { textsFor } from '../../../programme/locale/texts.js';
import { describeWithBrowser } from '../../support/browser.js';
import { say } from './clients.js';
import { openTheatre, type Theatre } from './theatre.js';

const { sessions } = textsFor('en');

const height = 560;

describeWithBrowser('a long form on Teams', () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre({ arrived: ['sara'] });
  }, 60_000);
  afterAll(async () => {
    await theatre.close();
    expect(theatre.faults).toEqual([]);
  });

  async function fillIn(form: Locator): Promise<void> {
    const texts = { Code: 'LONG-1', 'Title (Japanese)': '長い書式', 'Title (English)': 'A long form' };
    const times = { Date: '2024-12-10', Start: '15:00', End: '14:00' };
    const closes = { 'Registration closes on': '2024-12-01', 'Registration closes at': '10:00' };
    for (const [label, value] of Object.entries({ ...texts, ...times, ...closes }))
      await field(form, label).fill(value);
    const { kinds, audiences, methods } = sessions;
    const choices = { Kind: kinds.seminar, For: audiences.management, Method: methods.online };
    for (const [label, choice] of Object.entries(choices)) await field(form, label).selectOption({ label: choice });
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
    const { pane, page, complaints } = await theatre.visit({ seats: ['teams sara'], height });
    const sara = pane('teams sara');
    await say(sara, 'create session');
    const form = sara.getByRole('log').getByRole('article').last();
    await field(form, 'Code').waitFor();
    await fillIn(form);
    const create = form.getByRole('button', { name: 'Create', exact: true });
    await create.click();
    await expectSeen(form.getByText('The end must be after the start.'));
    const focus = page.locator(':focus');
    await expect.poll(() => focus.getAttribute('aria-invalid')).toBe('true');
    expect(await focus.getAttribute('type')).toBe('time');

    await field(form, 'End').fill('16:00');
    const zone = form.getByRole('combobox', { name: /^Time zone/ });
    await zone.fill('Mars');
    await create.click();
    await expect.poll(() => zone.getAttribute('aria-invalid')).toBe('true');
    await zone.and(focus).waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
