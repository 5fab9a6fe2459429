/** A Slack workspace with people of a programme in it, and the bot connected to it, over HTTP or Socket Mode. */
import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import express from 'express';
import { type Slack as OpenSlack, openSlack } from '../../../bot/slack/app.js';
import { openSlackClient, type SlackClient } from '../../../playground/slack/client.js';
import { type Slack, startSlack } from '../../../playground/slack/start-slack.js';
import { systemClock } from '../../../programme/requests/context.js';
import type { Services } from '../../../programme/requests/services.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { buildServices } from '../../support/factories.js';
import { withFiles } from '../../support/files.js';

const manifest = JSON.parse(readFileSync(new URL('../../../bot/slack/manifest.json', import.meta.url), 'utf8'));

export interface Entry {
  readonly level: 'info' | 'warn' | 'error';
  readonly fields: object;
  readonly sentence: string;
}

export interface SlackFixture {
  readonly slack: Slack;
  readonly bot: OpenSlack;
  readonly test: TestDatabase;
  readonly log: Entry[];
  /** Japanese, of the secretariat. */
  readonly hanako: SlackClient;
  /** English, of the secretariat. */
  readonly emma: SlackClient;
  /** English, of a participating company. */
  readonly ken: SlackClient;
  /** Nobody the programme knows. */
  readonly stranger: SlackClient;
  /** From another workspace, in a shared channel. */
  readonly guest: SlackClient;
  close(): Promise<void>;
}

const people = [
  { id: 'U0HANAKO', email: 'hanako@example.org', nameJa: '山田花子', nameEn: 'Hanako Yamada', language: 'ja' },
  { id: 'U0EMMA', email: 'emma@example.org', nameJa: 'エマ', nameEn: 'Emma Smith', language: 'en' },
] as const;

const ken = { id: 'U0KEN', email: 'ken@company.example' };

export async function openSlackFixture(
  mode: 'http' | 'socket',
  wish: { readonly retryDelays?: readonly number[]; readonly echo?: boolean } = {},
  furnish: (services: Services) => Services | Promise<Services> = (services) => services,
): Promise<SlackFixture> {
  const users = [...people, ken, { id: 'U0STRANGE', email: 'stranger@example.org' }].map(({ id, email }) => ({
    id,
    email,
  }));
  const guest = { id: 'U0GUEST', email: people[0].email, team_id: 'T0OTHER' };
  const members = [...users, guest].map(({ id }) => id);
  const slack = await startSlack({
    ...wish,
    app: {
      socketMode: mode === 'socket',
      events: manifest.settings.event_subscriptions.bot_events,
      commands: manifest.features.slash_commands.map((one: { command: string }) => one.command),
      shortcuts: manifest.features.shortcuts.map((one: { callback_id: string }) => one.callback_id),
    },
    workspaces: [
      {
        scopes: manifest.oauth_config.scopes.bot,
        users: [...users, guest],
        channels: [{ id: 'C0GENERAL', name: 'general', members, bot: true }],
      },
    ],
  });
  const test = await createTestDatabase();
  await enrol(test, slack.workspace.id);
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
  const bot = await openSlack(services, {
    botToken: slack.botToken(),
    slackApiUrl: slack.url,
    timeoutMilliseconds: 1500,
    ...(mode === 'socket' ? { appToken: slack.app.appToken } : { signingSecret: slack.app.signingSecret }),
  });
  const server = bot.router === null ? null : await serve(slack, bot.router);
  await bot.start();
  return {
    slack,
    bot,
    test,
    log,
    hanako: openSlackClient(slack, 'U0HANAKO'),
    emma: openSlackClient(slack, 'U0EMMA'),
    ken: openSlackClient(slack, ken.id),
    stranger: openSlackClient(slack, 'U0STRANGE'),
    guest: openSlackClient(slack, 'U0GUEST'),
    async close() {
      await bot.close();
      server?.closeAllConnections();
      server?.close();
      await slack.close();
      await test.close();
    },
  };
}

async function serve(slack: Slack, router: express.Router): Promise<Server> {
  const server = express().use('/slack', router).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  await slack.connect(`http://127.0.0.1:${address.port}/slack/events`);
  return server;
}

/** People whom the workspace's e-mail addresses link by themselves. */
async function enrol({ database }: TestDatabase, tenant: string): Promise<void> {
  const day = 86_400_000;
  const programme = await database.programme.create({
    data: {
      code: 'spp',
      nameJa: '人権プログラム',
      nameEn: 'Human rights programme',
      timeZone: 'Asia/Tokyo',
      // Around today, as the session below: after its end a programme takes no registrations.
      startsOn: new Date(Date.now() - 90 * day),
      endsOn: new Date(Date.now() + 180 * day),
      contact: 'office@example.org',
    },
  });
  const company = await database.company.create({
    data: { programmeId: programme.id, code: 'C1', nameJa: '青空商事', nameEn: 'Aozora', kana: 'アオゾラショウジ' },
  });
  for (const companyId of [null, company.id]) {
    await database.binding.create({ data: { programmeId: programme.id, companyId, platform: 'slack', tenant } });
  }
  await database.person.create({
    data: {
      email: ken.email,
      nameJa: '鈴木健',
      nameEn: 'Ken Suzuki',
      furigana: '',
      language: 'en',
      memberships: {
        create: { programmeId: programme.id, role: 'participant', level: 'working', companyId: company.id },
      },
    },
  });
  await database.session.create({
    data: {
      programmeId: programme.id,
      code: 'MSM-1',
      kind: 'seminar',
      titleJa: '研修 <!channel>',
      titleEn: 'Seminar <!channel> *one*',
      audience: 'all',
      startsAt: new Date(Date.now() + 30 * day),
      endsAt: new Date(Date.now() + 30 * day + 3_600_000),
      timeZone: 'Asia/Tokyo',
      method: 'mixed',
      deadline: new Date(Date.now() + 20 * day),
      details: { agenda: [], materials: [], groupWork: false, groupSize: null },
      checkInCode: 'ABC123',
    },
  });
  for (const { email, nameJa, nameEn, language } of people) {
    await database.person.create({
      data: {
        email,
        nameJa,
        nameEn,
        furigana: '',
        language,
        memberships: { create: { programmeId: programme.id, role: 'secretariat' } },
      },
    });
  }
}

/** Waits until a redelivery is signed anew: signatures are made of whole seconds, and the same one twice is refused as a replay. */
export async function nextSecond(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 1005 - (Date.now() % 1000)));
}
