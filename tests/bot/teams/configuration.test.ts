/** Which service addresses are trusted with the bot's token. */
import { expect, test } from 'vitest';
import { emailOf } from '../../../bot/teams/account.js';
import { trustedServices } from '../../../bot/teams/configuration.js';
import { signsInOnLoopback } from '../../../bot/teams/loopback-login.js';

const trusts = trustedServices(undefined);
const standIn = {
  ToBotFromChannelOpenIdMetadataUrl: 'http://127.0.0.1:4000/openid',
  ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
  ToChannelFromBotOAuthScope: 'https://api.botframework.com',
  ToChannelFromBotLoginUrl: 'http://127.0.0.1:4000/login',
  ToBotFromEmulatorOpenIdMetadataUrl: 'http://127.0.0.1:4000/openid',
  OAuthUrl: 'http://127.0.0.1:4000',
  CallerId: 'x',
  ValidateAuthority: 'false',
};

test.each([
  'https://smba.trafficmanager.net/apac/',
  'https://smba.trafficmanager.net/jp/0e4c1f6a-5b7d-4a53-9c51-2a8f5d1b7e10/',
  'https://smba.infra.gcc.teams.microsoft.com/teams/',
  'https://smba.infra.gov.teams.microsoft.us/gcch',
])('%s is Microsoft’s', (url) => {
  expect(trusts(url)).toBe(true);
});

test.each([
  'http://smba.trafficmanager.net/apac/',
  'https://smba.trafficmanager.net:8443/',
  'https://evil.trafficmanager.net/',
  'https://smba.trafficmanager.net.evil.example/',
  'https://evilteams.microsoft.com.example/',
  'https://user:password@smba.trafficmanager.net/',
  'https://smba.trafficmanager.net@evil.example/',
  'https://169.254.169.254/latest/meta-data',
  'http://127.0.0.1:4000/',
  'file:///etc/passwd',
  'https://smba．trafficmanager．net/apac/',
  'https://smba。trafficmanager｡net/apac/',
  'https://smba.trafficmanager.ｎet/apac/',
  ' https://smba.trafficmanager.net/apac/',
  'https://smba.traffic\tmanager.net/apac/',
  'nonsense',
  '',
])('%s is not', (url) => {
  expect(trusts(url)).toBe(false);
});

test('a configured stand-in is trusted at its own origin only', () => {
  const own = trustedServices(standIn);
  expect(own('http://127.0.0.1:4000/teams/')).toBe(true);
  expect(own('http://127.0.0.1:4001/teams/')).toBe(false);
  expect(own('https://127.0.0.1:4000/teams/')).toBe(false);
});

test('the app’s secret goes without https only to this machine', () => {
  const at = (ToChannelFromBotLoginUrl: string) => signsInOnLoopback({ ...standIn, ToChannelFromBotLoginUrl });
  expect(at('http://127.0.0.1:4000/login')).toBe(true);
  expect(at('http://login.example/')).toBe(false);
  expect(at('https://login.microsoftonline.com/x')).toBe(false);
  expect(signsInOnLoopback(undefined)).toBe(false);
});

test('an e-mail is what the person’s own tenant vouches for, in lower case', () => {
  const upn = { userPrincipalName: 'Kenji.Ito@Sakura.example', tenantId: 't1' };
  expect(emailOf({ ...upn, email: 'K.Ito@sakura.example' }, 't1')).toBe('k.ito@sakura.example');
  expect(emailOf(upn, 't1')).toBe('kenji.ito@sakura.example');
  expect(emailOf({ ...upn, email: '' }, 't1')).toBe('kenji.ito@sakura.example');
  expect(emailOf(upn, 't2')).toBeNull();
  expect(emailOf({ userPrincipalName: 'a_b.example#EXT#@host.example', tenantId: 't1' }, 't1')).toBeNull();
  expect(emailOf({ userPrincipalName: 'a@b.example' }, 't1')).toBeNull();
  expect(emailOf(undefined, 't1')).toBeNull();
});
