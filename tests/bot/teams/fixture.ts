/** A Teams tenant with people of a programme in it, and the bot connected to it. */
import type { Server } from 'node:http';
import express from 'express';
import { type Teams as OpenBot, openTeams } from '../../../bot/teams/app.js';
import type { TeamsConfiguration } from '../../../bot/teams/configuration.js';
import { openTeamsClient, type TeamsClient } from '../../../playground/teams/client.js';
import { startTeams, type Teams, type TeamsOptions } from '../../../playground/teams/server.js';
import { systemClock } from '../../../programme/requests/context.js';
import type { Services } from '../../../programme/requests/services.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { buildServices } from '../../support/factories.js';
import { withFiles } from '../../support/files.js';
import { configurationOf } from './configuration.js';

export interface Entry {
  readonly level: 'info' | 'warn' | 'error';
  readonly fields: object;
  readonly sentence: string;
}

export interface TeamsFixture {
  readonly teams: Teams;
  readonly bot: OpenBot;
  readonly url: string;
  readonly test: TestDatabase;
  readonly log: Entry[];
  /** Japanese, a participant. */
  readonly haruka: TeamsClient;
  /** English, of the secretariat. */
  readonly alex: TeamsClient;
  /** English, and nobody the programme knows. */
  readonly stranger: TeamsClient;
  readonly session: string;
  close(): Promise<void>;
}

const tenant = '0e4c1f6a-5b7d-4a53-9c51-2a8f5d1b7e10';

export async function openTeamsFixture(
  change: Partial<TeamsConfiguration> = {},
  options: TeamsOptions = {},
  furnish: (services: Services) => Services | Promise<Services> = (services) => services,
): Promise<TeamsFixture> {
  const teams = await startTeams({
    ...options,
    tenants: [
      {
        id: tenant,
        users: [
          { name: 'Haruka Sato', email: 'Haruka.Sato@sakura.example', locale: 'ja-JP' },
          { name: 'Alex Morgan', email: 'alex.morgan@spp.example', locale: 'en-GB' },
          { name: 'Sam Stranger', email: 'sam@elsewhere.example', locale: 'en-US' },
        ],
        teams: [{ name: 'Partnership', channels: ['Announcements'] }],
      },
    ],
  });
  const test = await createTestDatabase();
  const session = await enrol(test);
  const log: Entry[] = [];
  const writer = (level: Entry['level']) => (fields: object, sentence: string) => {
    log.push({ level, fields, sentence });
  };
  const services = await furnish({
    ...buildServices(test.app),
    clock: systemClock,
    log: { info: writer('info'), warn: writer('warn'), error: writer('error') },
    ...withFiles(test.app, systemClock),
  });
  const bot = await openTeams(services, configurationOf(teams, { sendMilliseconds: 3000, ...change }));
  const { server, url } = await serve(bot.router);
  teams.connect(url);
  return {
    ...{ teams, bot, url, test, log, session },
    haruka: openTeamsClient(teams, 'Haruka Sato'),
    alex: openTeamsClient(teams, 'Alex Morgan'),
    stranger: openTeamsClient(teams, 'Sam Stranger'),
    async close() {
      await bot.close();
      await teams.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await test.close();
    },
  };
}

async function serve(router: express.Router): Promise<{ readonly server: Server; readonly url: string }> {
  const server = express().use(router).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { server, url: `http://127.0.0.1:${address.port}/api/messages` };
}

/** People whom the tenant's e-mail addresses link by themselves, and a session that is to come. */
async function enrol({ database }: TestDatabase): Promise<string> {
  const { id: programmeId } = await database.programme.create({
    data: {
      ...{ code: 'spp', nameJa: '人権プログラム', nameEn: 'Human rights programme', timeZone: 'Asia/Tokyo' },
      ...{ startsOn: new Date('2024-09-01'), endsOn: new Date('2035-03-31'), contact: 'office@example.org' },
    },
  });
  const company = await database.company.create({
    data: { programmeId, code: 'sakura', nameJa: 'さくら商事', nameEn: 'Sakura Trading', kana: 'サクラショウジ' },
  });
  await database.binding.create({ data: { programmeId, platform: 'teams', tenant, companyId: company.id } });
  await database.binding.create({ data: { programmeId, platform: 'teams', tenant } });
  await database.person.create({
    data: {
      ...{ email: 'haruka.sato@sakura.example', nameJa: '佐藤春香', nameEn: 'Haruka Sato', furigana: 'さとうはるか' },
      memberships: { create: { programmeId, role: 'participant', level: 'working', companyId: company.id } },
    },
  });
  await database.person.create({
    data: {
      ...{
        email: 'alex.morgan@spp.example',
        nameJa: 'アレックス',
        nameEn: 'Alex Morgan',
        furigana: '',
        language: 'en',
      },
      memberships: { create: { programmeId, role: 'secretariat' } },
    },
  });
  const starts = Date.now() + 14 * 86_400_000;
  const session = await database.session.create({
    data: {
      ...{ programmeId, code: 'MSM-1', kind: 'workshop', audience: 'all', method: 'mixed', timeZone: 'Asia/Tokyo' },
      ...{ titleJa: '第1回[研修](https://evil.example)', titleEn: 'Workshop *1*', venueJa: '東京', venueEn: 'Tokyo' },
      ...{ startsAt: new Date(starts), endsAt: new Date(starts + 7_200_000), deadline: new Date(starts - 86_400_000) },
      ...{ details: { agenda: [], materials: [], groupWork: false }, checkInCode: 'CODE1' },
    },
  });
  return session.id;
}
