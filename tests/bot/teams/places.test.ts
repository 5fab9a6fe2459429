/** Teams' channels: where the app is, what is posted there, and what became of it. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { plain } from '../../../programme/messages/message.js';
import { openTeamsFixture, type TeamsFixture } from './fixture.js';

let fixture: TeamsFixture;
beforeAll(async () => {
  fixture = await openTeamsFixture();
});
afterEach(() => fixture.teams.clearTroubles());
afterAll(async () => {
  expect(fixture.log.filter(({ level }) => level === 'error')).toEqual([]);
  expect(fixture.teams.refusals().filter(({ status }) => status === 400)).toEqual([]);
  await fixture.close();
});

const live = async () => {
  await fixture.bot.answered();
  const rows = await fixture.test.database.place.findMany({ where: { leftAt: null }, orderBy: { name: 'asc' } });
  return rows.map(({ name, readers }) => `${name} ${readers}`);
};
const place = async () => await fixture.test.database.place.findFirstOrThrow({ where: { name: { contains: '>' } } });

describe('the channels where the app is', () => {
  it('are those of the teams that it is added to', async () => {
    expect(await live()).toEqual([]);
    await fixture.alex.installInTeam('Partnership');
    expect(await live()).toEqual(['Partnership members', 'Partnership > Announcements members']);
    await fixture.alex.renameChannel('Announcements', 'News');
    expect(await live()).toEqual(['Partnership members', 'Partnership > News members']);
    await fixture.alex.uninstallFromTeam('Partnership');
    expect(await live()).toEqual([]);
  });

  it('are noticed by the first word there, where the app was never told', async () => {
    await fixture.alex.installInTeam('Partnership');
    await fixture.test.database.place.deleteMany();
    await fixture.haruka.install();
    await fixture.haruka.mention('News', 'help');
    expect(await live()).toEqual(['Partnership members', 'Partnership > News members']);
  });
});

describe('a post', () => {
  const post = async (more: object = {}, change: object = {}) => {
    const { address, tenant } = await place();
    const there = typeof address === 'object' && address !== null ? address : {};
    return await fixture.bot.gateway.post?.(
      { tenant, address: { ...there, ...change } },
      { message: plain('第1回の会場は3階です。'), language: 'ja', key: 'post-1', ...more },
    );
  };
  const shown = () => fixture.haruka.messages().filter(({ text }) => text.includes('階です'));

  it('begins a thread of its own in the channel, and is edited there', async () => {
    const outcome = await post();
    expect(outcome).toMatchObject({ outcome: 'delivered', reference: { activity: expect.any(String) } });
    expect(shown()).toHaveLength(1);
    const replaces = outcome?.outcome === 'delivered' ? outcome.reference : null;
    expect(await post({ message: plain('4階です。'), replaces })).toMatchObject({ outcome: 'delivered' });
    expect(shown().map(({ text }) => text)).toEqual([expect.stringContaining('4階です。')]);
  });

  it('says why it is not there, or may be', async () => {
    const { teams } = fixture;
    expect(await post({}, { serviceUrl: 'https://elsewhere.example/' })).toMatchObject({ outcome: 'refused' });
    expect(await post({}, { conversation: null })).toMatchObject({ outcome: 'unreachable' });
    teams.trouble({ on: ['create'], fault: 'status', status: 429, retryAfter: 3 });
    expect(await post()).toMatchObject({ outcome: 'rate-limited' });
    teams.clearTroubles();
    teams.trouble({ on: ['create'], fault: 'drop', times: 1 });
    expect(await post()).toMatchObject({ outcome: 'uncertain' });
    await fixture.alex.deleteTeam('Partnership');
    expect(await live()).toEqual([]);
    expect(await post()).toMatchObject({ outcome: 'unreachable' });
  });
});
