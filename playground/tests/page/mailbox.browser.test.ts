/** Looks at the mailbox of the playground's page in a real browser: who was written to, the mail as HTML and text, and that it runs nothing. */

import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWithBrowser } from '../../../tests/support/browser.js';
import { findSerious, openPageFixture, type PageFixture } from './page-fixture.js';

describeWithBrowser('the mailbox, in a browser', () => {
  let pageFixture: PageFixture;
  beforeAll(async () => {
    pageFixture = await openPageFixture({ withMail: true });
  });
  afterAll(async () => {
    await pageFixture.close();
    expect(pageFixture.faults).toEqual([]);
  });

  it('says that no mail has been sent, shows each that is, and lets it run nothing', async () => {
    const { page, complaints } = await pageFixture.visit();
    await page.getByRole('button', { name: 'Mailbox', exact: true }).click();
    const sheet = page.getByRole('dialog', { name: 'Mailbox' });
    await sheet.getByText('No mail has been sent.').waitFor();
    const transport = createTransport({ url: pageFixture.platforms.playground.mail?.url });
    const send = async (subject: string, to: string) =>
      await transport.sendMail({
        ...{ from: 'spp@playground.example', to, subject, text: `Text of ${subject}: https://example.org/a` },
        html: `<p>HTML of ${subject}</p><script>document.title = 'taken over'</script>`,
        attachments: [{ filename: 'invite.ics', content: 'BEGIN:VCALENDAR' }],
      });
    await send('First', 'ken@aoi.example');
    await send('Second', 'nobody@elsewhere.example');
    const first = sheet.getByRole('button', { name: /Ken Suzuki <ken@aoi\.example>.*First/ });
    await first.waitFor();
    await sheet.getByRole('button', { name: /nobody@elsewhere\.example.*Second/ }).waitFor();
    await first.click();
    await sheet.frameLocator('iframe').getByText('HTML of First').waitFor();
    expect(await sheet.locator('iframe').getAttribute('sandbox')).toBe('');
    await sheet.getByText('Attached: invite.ics').waitFor();
    expect(await sheet.getByRole('link', { name: 'https://example.org/a' }).getAttribute('rel')).toBe('noreferrer');
    await sheet.getByRole('button', { name: 'Show as text' }).click();
    await sheet.getByText('Text of First: https://example.org/a').waitFor();
    expect(await page.title()).not.toBe('taken over');
    expect(await findSerious(page)).toEqual([]);
    // The browser says of the script that it did not run it.
    expect(complaints.filter((one) => !/script/i.test(one))).toEqual([]);
  });

  it('stands in Japanese and on a phone, where axe finds nothing', async () => {
    const { page } = await pageFixture.visit({ language: 'ja', width: 390, height: 844 });
    await page.getByRole('button', { name: 'メール', exact: true }).click();
    await page.getByRole('dialog', { name: 'メールボックス' }).getByText('First').first().waitFor();
    expect(await findSerious(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  });
});
