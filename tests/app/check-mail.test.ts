/** The doctor's look at the mail server: it takes the account or says what to do, names no password, and sends nothing. */
import { expect, it } from 'vitest';
import { checkMail } from '../../app/doctor/check-mail.js';
import { startSmtp } from '../mail/smtp-stand-in.js';

it('tells a server that takes the account from one that refuses it and from one that is not there', async () => {
  const smtp = await startSmtp({ user: 'spp', pass: 'right-password' });
  const from = 'SPP <spp@office.example>';
  const { host } = new URL(smtp.url);
  expect(await checkMail({ smtpUrl: smtp.url, from })).toEqual({
    ...{ level: 'ok', about: 'E-mail', says: `${host} takes mails; they are from ${from}.` },
  });
  const refused = await checkMail({ smtpUrl: smtp.url.replace('right', 'wrong'), from });
  expect(refused).toMatchObject({ level: 'fail', says: expect.stringContaining('(EAUTH). Compare user and password') });
  expect(smtp.taken).toEqual([]);
  await smtp.close();
  const gone = await checkMail({ smtpUrl: smtp.url, from });
  expect(gone).toMatchObject({ level: 'fail', says: expect.stringContaining('Compare host and port') });
  expect(JSON.stringify([refused, gone])).not.toContain('password@');
});
