/** A programme of many people, each with a chat on one of two stand-in platforms, and what the platforms have of the messages to them. */
import { randomUUID } from 'node:crypto';
import { openDirect } from '../../playground/slack/people.js';
import { type Slack, startSlack } from '../../playground/slack/start-slack.js';
import { startTeams, type Teams, type TeamsOptions } from '../../playground/teams/server.js';
import { openDatabase, type PrismaClient, type Programme } from '../../prisma/client.js';
import type { AppSettings } from './app-messages.js';
import { type LedgerRow, readLedger } from './ledger.sql.js';
import { type Backend, type QueueStore, startQueues } from './queues.js';

export interface CrowdOptions {
  /** Of a migrated database with nothing in it. */
  readonly databaseUrl: string;
  readonly backend: Backend;
  /** How many have a chat on each platform; without anybody on Teams there is no Teams. */
  readonly onSlack: number;
  readonly onTeams: number;
  /** By how many times the platforms' limits run faster than real time; without it they have none. */
  readonly timeScale?: number;
}

export interface Member {
  readonly personId: string;
  readonly platform: 'slack' | 'teams';
  readonly userId: string;
}

export interface Crowd {
  readonly backend: Backend;
  readonly database: PrismaClient;
  readonly programme: Programme;
  readonly secretaryId: string;
  readonly members: readonly Member[];
  readonly slack: Slack;
  readonly teams: Teams | null;
  readonly queues: QueueStore;
  /** Of a process of the app, worker or bot, at this place. */
  settings(parts: AppSettings['parts'], more?: Partial<AppSettings>): AppSettings;
  /** Every notification to its members, with how often its platform has it. What the secretariat is told has no platform here. */
  ledger(): Promise<readonly Entry[]>;
  /** How many messages the platforms have. */
  arrived(): number;
  close(): Promise<void>;
}

/** A row of the outbox beside what its platform says. */
export interface Entry extends LedgerRow {
  readonly arrived: number;
}

const WORKSPACE = 'T0CROWD';

export async function openCrowd(options: CrowdOptions): Promise<Crowd> {
  const { databaseUrl, backend, onSlack, onTeams, timeScale } = options;
  const closing: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const step of closing.splice(0).reverse()) await step();
  };
  try {
    // As the owner: a case empties tables, wipes the queue and takes rules out, which the app's role may not.
    const { database, close: closeDatabase } = openDatabase(databaseUrl, { poolSize: 3, asOwner: true });
    closing.push(closeDatabase);
    const queues = await startQueues(backend, database);
    closing.push(queues.close);
    const members = [...membersOn('slack', onSlack), ...membersOn('teams', onTeams)];
    const slack = await startSlack({
      remember: 200,
      workspaces: [
        {
          id: WORKSPACE,
          users: members.flatMap(({ platform, userId }) => (platform === 'slack' ? [{ id: userId }] : [])),
        },
      ],
      ...(timeScale !== undefined && { limits: { timeScale } }),
    });
    closing.push(slack.close);
    const teams = onTeams === 0 ? null : await startTeams(teamsOf(members, timeScale));
    if (teams) closing.push(() => teams.close());
    const { programme, secretaryId } = await fill(database, members, (member) => addressOf(slack, teams, member));
    const people = new Map(members.map(({ userId, personId }) => [userId, personId]));
    return {
      ...{ backend, database, programme, secretaryId, members, slack, teams, queues, close },
      settings: (parts, more = {}) => ({
        ...{ parts, databaseUrl, redisUrl: queues.redisUrl, ahead: 0 },
        slack: { botToken: slack.botToken(), signingSecret: slack.app.signingSecret, slackApiUrl: slack.url },
        teams: teams && credentialsOf(teams),
        ...more,
      }),
      async ledger() {
        const counts = countMessages(slack, teams, people);
        const rows = (await readLedger(database)).filter(({ personId }) => personId !== secretaryId);
        return rows.map((row) => ({ ...row, arrived: counts.get(row.key) ?? counts.get(row.personId) ?? 0 }));
      },
      arrived: () => {
        let sum = 0;
        for (const times of countMessages(slack, teams, people).values()) sum += times;
        return sum;
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

const letter = { slack: 'U', teams: '29:' } as const;

function membersOn(platform: Member['platform'], count: number): readonly Member[] {
  return Array.from({ length: count }, (_, number) => ({
    ...{ platform, personId: randomUUID() },
    userId: `${letter[platform]}${String(number).padStart(7, '0')}`,
  }));
}

const TENANT = '0e4c1f6a-5b7d-4a53-9c51-2a8f5d1b7e10';

function teamsOf(members: readonly Member[], timeScale: number | undefined): TeamsOptions {
  const users = members.flatMap(({ platform, userId: id, personId: aadObjectId }) =>
    platform === 'teams' ? [{ id, name: id, aadObjectId, installed: true }] : [],
  );
  return {
    ...{ remember: 200, tenants: [{ id: TENANT, users }] },
    ...(timeScale !== undefined && { limits: { on: true, timeScale } }),
  };
}

function credentialsOf({ environment }: Teams): NonNullable<AppSettings['teams']> {
  const { MicrosoftAppId: appId, MicrosoftAppPassword: appPassword, MicrosoftAppTenantId: tenantId } = environment;
  return { appId, appPassword, tenantId, endpoints: environment };
}

/** As the bot keeps it of somebody who has written to it. */
function addressOf(slack: Slack, teams: Teams | null, { platform, userId }: Member): object {
  if (platform === 'slack') return { user: userId, channel: openDirect(slack.workspace, userId).id };
  const user = teams?.store.directory.user(userId);
  if (!teams || !user) throw new Error(`${userId} is not in Teams`);
  const chat = { id: teams.store.personal(user).id, conversationType: 'personal', tenantId: user.tenantId };
  return {
    ...{ serviceUrl: teams.serviceUrl, tenant: user.tenantId, conversation: chat },
    ...{ bot: { id: `28:${teams.app.id}` }, user: { id: user.id, aadObjectId: user.aadObjectId } },
  };
}

async function fill(database: PrismaClient, members: readonly Member[], address: (member: Member) => object) {
  const now = new Date();
  const names = { nameJa: '多数', nameEn: 'Crowd', furigana: 'タスウ' };
  const programme = await database.programme.create({
    data: {
      ...{ code: 'crowd', nameJa: '多数', nameEn: 'Crowd', timeZone: 'Asia/Tokyo', contact: 'x@example.org' },
      ...{ startsOn: now, endsOn: new Date(now.getTime() + 400 * 86_400_000) },
    },
  });
  const company = await database.company.create({
    data: { programmeId: programme.id, code: 'C1', nameJa: '会社', nameEn: 'Company', kana: 'カイシャ' },
  });
  const secretary = await database.person.create({
    data: { ...names, memberships: { create: { programmeId: programme.id, role: 'secretariat' } } },
  });
  await database.person.createMany({
    data: members.map(({ personId: id }) => ({ ...names, id, language: 'en', timeZone: 'Asia/Tokyo' })),
  });
  await database.membership.createMany({
    data: members.map(({ personId }) => ({
      ...{ programmeId: programme.id, personId, companyId: company.id },
      ...{ role: 'participant' as const, level: 'working' as const },
    })),
  });
  await database.account.createMany({
    data: members.map((member) => ({
      ...{ platform: member.platform, userId: member.userId, personId: member.personId },
      ...{ tenant: member.platform === 'slack' ? WORKSPACE : TENANT, address: address(member) },
      ...{ linkedAt: now, lastSeenAt: now, lookedUpAt: now },
    })),
  });
  return { programme, secretaryId: secretary.id };
}

/** By the notification's key where the platform keeps it (Slack's metadata), otherwise by the person (Teams, where one message goes to each). */
function countMessages(
  slack: Slack,
  teams: Teams | null,
  people: ReadonlyMap<string, string>,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const count = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { messages } of slack.workspace.directs.values())
    for (const { metadata } of messages) {
      const payload = metadata?.event_payload;
      if (typeof payload === 'object' && payload !== null && 'key' in payload && typeof payload.key === 'string')
        count(payload.key);
    }
  for (const { from, conversation } of teams?.store.messages() ?? [])
    if (from === 'bot' && conversation.type === 'personal') count(people.get(conversation.user.id) ?? '');
  return counts;
}
