/** While PostgreSQL stands still, what a person has submitted or searches is answered in time, in the language that their platform names. */
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { textsFor } from '../../playground/pilot/texts.js';
import { openDatabase } from '../../prisma/client.js';
import { VALID_DAYS } from '../../programme/members/invite-person.js';
import type { Services } from '../../programme/requests/services.js';
import { withDatabase } from '../support/address.js';
import { type StillProxy, startStillProxy } from '../support/still-proxy.js';
import { openSlackFixture, type SlackFixture } from './slack/fixture.js';
import { openTeamsFixture, type TeamsFixture } from './teams/fixture.js';

const ja = textsFor('ja');
const en = textsFor('en');
const closing: (() => Promise<void>)[] = [];

/** The same services on the same database, through a proxy that can stand still. */
async function throughProxy(services: Services): Promise<{ services: Services; proxy: StillProxy }> {
  const [row] = await services.database.$queryRaw<{ name: string }[]>`SELECT current_database() AS name`;
  const proxy = await startStillProxy(withDatabase(inject('administrationUrl'), row?.name ?? ''));
  const { database, close } = openDatabase(proxy.url);
  closing.push(async () => {
    proxy.goOn();
    await close();
    await proxy.close();
  });
  return { services: { ...services, database }, proxy };
}

describe('on Slack', () => {
  let fixture: SlackFixture;
  let proxy: StillProxy;
  beforeAll(async () => {
    fixture = await openSlackFixture('http', {}, async (services) => {
      const opened = await throughProxy(services);
      proxy = opened.proxy;
      return opened.services;
    });
    await fixture.emma.openHome();
  });
  afterAll(async () => {
    proxy.goOn();
    for (const close of closing.splice(0)) await close();
    await fixture.close();
  });

  it('a submitted form and a button of Home say that it takes long, and what comes of the form follows', async () => {
    await fixture.emma.command('/spp settings');
    await fixture.emma.fill(en.members.timeZone, 'Europe/Paris');
    proxy.standStill();
    // The stand-in gives up after Slack's three seconds, as Slack does.
    const submitted = await fixture.emma.submit();
    expect([submitted.status, submitted.error]).toEqual([200, undefined]);
    // Slack names no language.
    expect(fixture.emma.dialog?.text).toContain(ja.chat.working);
    proxy.goOn();
    await expect.poll(() => fixture.emma.dialog?.text).toContain(en.members.settingsChanged('Europe/Paris'));
    await fixture.emma.close();

    proxy.standStill();
    const pressed = await fixture.emma.pressHome(en.actions['member.settings'].title);
    expect([pressed.status, pressed.error]).toEqual([200, undefined]);
    expect(fixture.emma.dialog?.text).toContain(ja.chat.working);
    proxy.goOn();
    const labels = () => fixture.emma.dialog?.fields.map(({ label }) => label);
    await expect.poll(labels, { timeout: 20_000 }).toContain(en.members.timeZone);
    await fixture.emma.close();
  });

  it('a search in a menu finds nothing in time, and finds again once the database goes on', async () => {
    await fixture.emma.command('/spp invite');
    const search = async () => await fixture.emma.fill(en.members.person, 'Ken Suzuki').catch(String);
    proxy.standStill();
    // Were the search not answered within Slack's three seconds, the stand-in would say that the options could not be loaded.
    expect(await search()).toMatch(/has no option "Ken Suzuki"; there are: $/);
    expect(fixture.log.map(({ fields, sentence }) => [fields, sentence])).toContainEqual([
      { where: 'slack options' },
      'a search took too long and was answered without options',
    ]);
    proxy.goOn();
    await expect.poll(search, { timeout: 20_000 }).toBeUndefined();
    await fixture.emma.close();
  });
});

describe('on Teams', () => {
  let fixture: TeamsFixture;
  let proxy: StillProxy;
  beforeAll(async () => {
    fixture = await openTeamsFixture({}, {}, async (services) => {
      const opened = await throughProxy(services);
      proxy = opened.proxy;
      return opened.services;
    });
    await fixture.alex.install();
  });
  afterAll(async () => {
    proxy.goOn();
    for (const close of closing.splice(0)) await close();
    await fixture.close();
  });

  it('a dialog says that it takes long, in the language of the client, and its answer follows in the chat', async () => {
    await fixture.alex.say('menu');
    const menu = await fixture.alex.until('Human rights programme');
    proxy.standStill();
    const opened = await fixture.alex.press(en.actions['member.settings'].title, menu);
    expect([opened.status, opened.error]).toEqual([200, undefined]);
    expect(fixture.alex.dialog?.text).toBe(en.chat.working);
    proxy.goOn();
    await fixture.bot.answered();
    const form = fixture.alex.messages().at(-1);
    expect(form?.fields.map(({ label }) => label)).toContain(en.members.timeZone);
  });

  it('a search in a menu finds nothing in time, and finds again once the database goes on', async () => {
    await fixture.alex.close();
    await fixture.alex.say('invite');
    await fixture.alex.until(en.members.inviteIntroduction(VALID_DAYS));
    const search = async () => await fixture.alex.fill(en.members.person, 'Sato').catch(String);
    proxy.standStill();
    expect(await search()).toMatch(/no option "Sato"/);
    expect(fixture.log.map(({ fields, sentence }) => [fields, sentence])).toContainEqual([
      { where: 'teams search' },
      'a search took too long and was answered without options',
    ]);
    proxy.goOn();
    await expect.poll(search, { timeout: 20_000 }).toBeUndefined();
  });
});
