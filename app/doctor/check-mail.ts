/** Looks at the mail server: whether it answers and takes our account. Sends nothing. */
import type { MailSettings } from '../../mail/settings.js';
import { type Finding, fail, ok } from './finding.js';

export async function checkMail({ smtpUrl, from }: MailSettings): Promise<Finding> {
  const { askMailServer } = await import('../../mail/gateway.js');
  const { host } = new URL(smtpUrl);
  try {
    await askMailServer(smtpUrl);
    return ok('E-mail', `${host} takes mails; they are from ${from}.`);
  } catch (error) {
    // Never the server's own words: they may repeat the account.
    const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'no reason';
    const mended =
      code === 'EAUTH'
        ? 'Compare user and password in SMTP_URL with those of the mail account.'
        : 'Compare host and port in SMTP_URL, and smtp:// or smtps://, with what the mail provider says.';
    return fail('E-mail', `${host} does not take mails (${code}). ${mended}`);
  }
}
