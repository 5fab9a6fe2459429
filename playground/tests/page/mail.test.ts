/** Proves that what is counted bit by bit is what stands there in the end: the bot's messages to each person, and no others. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openMail } from '../../page/mail.js';
import { startTeams, type Teams } from '../../teams/server.js';
import { aiko, ben, general, slackForTest, webClient } from '../slack/bot.js';

let teams: Teams;
beforeAll(async () => {
  teams = await startTeams();
});
afterAll(() => teams.close());

it('counts in Slack what the bot has written to somebody, once and for as long as it stands', async () => {
  const slack = await slackForTest();
  const client = webClient(slack);
  const mail = openMail({ slack, teams });
  expect(mail()).toEqual({});
  await client.chat.postMessage({ channel: aiko.id, text: 'one' });
  const { ts = '', channel = '' } = await client.chat.postMessage({ channel: aiko.id, text: 'two' });
  await client.chat.postMessage({ channel: ben.id, text: 'one' });
  await client.chat.postMessage({ channel: general.id, text: 'for all' });
  const counts = { [`slack:${aiko.id}`]: 2, [`slack:${ben.id}`]: 1 };
  expect(mail()).toEqual(counts);
  await client.chat.update({ channel, ts, text: 'corrected' });
  expect(mail()).toEqual(counts);
  await client.chat.delete({ channel, ts });
  expect(mail()).toEqual({ ...counts, [`slack:${aiko.id}`]: 1 });
});

it('counts anew where more has changed in Slack than is remembered', async () => {
  const slack = await slackForTest({ remember: 3 });
  const client = webClient(slack);
  const mail = openMail({ slack, teams });
  await client.chat.postMessage({ channel: aiko.id, text: 'on' });
  expect(mail()).toEqual({ [`slack:${aiko.id}`]: 1 });
  for (let more = 0; more < 20; more += 1) await client.chat.postMessage({ channel: aiko.id, text: 'and on' });
  expect(mail()).toEqual({ [`slack:${aiko.id}`]: 21 });
  await client.chat.postMessage({ channel: aiko.id, text: 'and on' });
  expect(mail()).toEqual({ [`slack:${aiko.id}`]: 22 });
});

it('counts in Teams what the bot has written to somebody, once and for as long as it stands', async () => {
  const slack = await slackForTest();
  const mail = openMail({ slack, teams });
  const { store } = teams;
  const haruka = store.directory.user('Haruka Sato');
  if (haruka === undefined) throw new Error('she is not there');
  const clientSession = `teams:${haruka.aadObjectId}`;
  const chat = store.personal(haruka);
  expect(mail()).toEqual({});
  store.post(chat, { from: 'bot', payload: { text: 'one' } });
  const two = store.post(chat, { from: 'bot', payload: { text: 'two' } });
  store.post(chat, { from: haruka, payload: { text: 'thank you' } });
  expect(mail()).toEqual({ [clientSession]: 2 });
  store.edit(two, { text: 'corrected' });
  expect(mail()).toEqual({ [clientSession]: 2 });
  store.remove(two);
  expect(mail()).toEqual({ [clientSession]: 1 });
});
