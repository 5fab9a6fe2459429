/** The whole assistant on one machine for end-to-end tests: a Slack workspace, a Teams tenant, the worker, and people on both sides. */
import { startClock } from '../../playground/clock.js';
import type { PlaygroundPerson } from '../../playground/host/directory.js';
import { openPlayground, type Playground } from '../../playground/host/playground.js';
import { openSlackClient, type SlackClient } from '../../playground/slack/client.js';
import { openTeamsClient, type TeamsClient } from '../../playground/teams/client.js';
import type { Company, Language, Level, Person, PrismaClient, Programme, Role } from '../../prisma/client.js';
import type { Services } from '../../programme/requests/services.js';
import { createTestDatabase } from '../support/database.js';
import { buildCompany, buildProgramme, buildServices } from '../support/factories.js';
import { workerHere } from '../support/worker-here.js';

export const workspace = 'T0PLATFORMS';
export const tenant = '11111111-2222-4333-8444-555555555555';

interface FixturePerson {
  readonly email: string;
  readonly nameJa: string;
  readonly nameEn: string;
  readonly language: Language;
  readonly role: Role;
  readonly level?: Level;
  readonly company?: 'AOI' | 'MDR' | 'KIR';
}

/** AOI is bound to the Slack workspace, MDR and KIR to the Teams tenant, the programme's own people to both. */
const everyone = {
  ken: {
    email: 'ken@aoi.example',
    nameJa: '鈴木健',
    nameEn: 'Ken Suzuki',
    language: 'en',
    role: 'participant',
    company: 'AOI',
  },
  hana: {
    email: 'hana@aoi.example',
    nameJa: '佐藤花',
    nameEn: 'Hana Sato',
    language: 'ja',
    role: 'participant',
    company: 'AOI',
  },
  mori: {
    email: 'mori@aoi.example',
    nameJa: '森一郎',
    nameEn: 'Ichiro Mori',
    language: 'ja',
    role: 'participant',
    level: 'management',
    company: 'AOI',
  },
  tom: {
    email: 'tom@midori.example',
    nameJa: 'トム',
    nameEn: 'Tom Baker',
    language: 'en',
    role: 'participant',
    company: 'MDR',
  },
  haruka: {
    email: 'haruka@midori.example',
    nameJa: '近藤春香',
    nameEn: 'Haruka Kondo',
    language: 'ja',
    role: 'participant',
    company: 'MDR',
  },
  kiri: {
    email: 'kiri@kiri.example',
    nameJa: '桐島直',
    nameEn: 'Nao Kirishima',
    language: 'en',
    role: 'participant',
    company: 'KIR',
  },
  emi: { email: 'emi@office.example', nameJa: '江見', nameEn: 'Emi Ogawa', language: 'ja', role: 'secretariat' },
  sara: { email: 'sara@office.example', nameJa: 'サラ', nameEn: 'Sara Jones', language: 'en', role: 'secretariat' },
  aki: { email: 'aki@office.example', nameJa: '秋山', nameEn: 'Aki Akiyama', language: 'en', role: 'adviser' },
  sumi: { email: 'sumi@office.example', nameJa: '墨田', nameEn: 'Sumi Sumida', language: 'ja', role: 'speaker' },
} as const satisfies Record<string, FixturePerson>;

export type Name = keyof typeof everyone;

export interface Entry {
  readonly level: 'info' | 'warn' | 'error';
  readonly fields: object;
  readonly sentence: string;
}

export interface Platforms {
  readonly playground: Playground;
  readonly services: Services;
  readonly database: PrismaClient;
  readonly databaseUrl: string;
  readonly programme: Programme;
  readonly companies: Readonly<Record<'AOI' | 'MDR' | 'KIR', Company>>;
  readonly people: Readonly<Record<Name, Person>>;
  readonly log: Entry[];
  slack(name: Name): SlackClient;
  teams(name: Name): TeamsClient;
  /** Where the person lives on the platforms. */
  person(name: Name): PlaygroundPerson;
  /** Resolves when everyone was told what they are to be told. */
  told(): Promise<void>;
  close(): Promise<void>;
}

export interface PlatformsOptions {
  /** These people have met the bot and were welcomed, so that a test sees only what it is about. */
  readonly arrived?: readonly Name[];
  /** The worker is a process of its own, which can be killed. */
  readonly killable?: boolean;
  /** Whom no chat reaches gets mails, into the playground's mailbox. */
  readonly withMail?: boolean;
}

export async function openPlatforms({
  arrived = [],
  killable = false,
  withMail = false,
}: PlatformsOptions = {}): Promise<Platforms> {
  const { url, database, close } = await createTestDatabase();
  const clock = startClock(new Date('2024-10-28T10:00:00+09:00'));
  const log: Entry[] = [];
  const writer = (level: Entry['level']) => (fields: object, sentence: string) => {
    log.push({ level, fields, sentence });
  };
  const writing = { info: writer('info'), warn: writer('warn'), error: writer('error') };
  const { programme, companies } = await build({ ...buildServices(database), clock, log: writing });
  const people = await settle(database, programme, companies);
  const playground = await openPlayground({
    databaseUrl: url,
    redisUrl: null,
    log: writing,
    clock,
    ports: { bot: 0, slack: 0, teams: 0 },
    withMail,
    ...(!killable && { startWorker: workerHere }),
  });
  // What a sentence means differs until all is learnt.
  await playground.assistant.services.interpreter.prepare?.();
  const person = (name: Name): PlaygroundPerson => {
    const found = playground.directory.people.find(({ email }) => email === everyone[name].email);
    if (found === undefined) throw new Error(`nobody is called ${name}`);
    return found;
  };
  const slackClients = new Map<Name, SlackClient>();
  const teamsClients = new Map<Name, TeamsClient>();
  const platforms: Platforms = {
    ...{
      playground,
      services: playground.assistant.services,
      database,
      databaseUrl: url,
      programme,
      companies,
      people,
      log,
    },
    person,
    slack(name) {
      const client = slackClients.get(name) ?? openSlackClient(playground.slack, person(name).slackUserId ?? name);
      slackClients.set(name, client);
      return client;
    },
    teams(name) {
      const client = teamsClients.get(name) ?? openTeamsClient(playground.teams, person(name).teamsUserId ?? name);
      teamsClients.set(name, client);
      return client;
    },
    told: async () => await playground.worker.idle(),
    async close() {
      await playground.close();
      await close();
    },
  };
  for (const name of arrived) {
    if (person(name).slackUserId !== null) await platforms.slack(name).openHome();
    if (person(name).teamsUserId !== null) await platforms.teams(name).install();
  }
  await platforms.told();
  return platforms;
}

async function build(services: Services) {
  const programme = await buildProgramme(services);
  const company = async (code: 'AOI' | 'MDR' | 'KIR') => await buildCompany(services, programme, { code });
  const companies = { AOI: await company('AOI'), MDR: await company('MDR'), KIR: await company('KIR') };
  const bind = async (platform: 'slack' | 'teams', companyId: string | null) =>
    await services.database.binding.create({
      data: { programmeId: programme.id, companyId, platform, tenant: platform === 'slack' ? workspace : tenant },
    });
  await bind('slack', companies.AOI.id);
  await bind('teams', companies.MDR.id);
  await bind('teams', companies.KIR.id);
  await bind('slack', null);
  await bind('teams', null);
  return { programme, companies };
}

async function settle(database: PrismaClient, programme: Programme, companies: Platforms['companies']) {
  const enter = async (name: Name): Promise<Person> => {
    const { role, company, level, ...person }: FixturePerson = everyone[name];
    return await database.person.create({
      data: {
        ...person,
        furigana: person.nameEn,
        memberships: {
          create: {
            programmeId: programme.id,
            role,
            level: role === 'participant' ? (level ?? 'working') : null,
            companyId: company ? companies[company].id : null,
          },
        },
      },
    });
  };
  return {
    ...{ ken: await enter('ken'), hana: await enter('hana'), mori: await enter('mori'), tom: await enter('tom') },
    ...{ haruka: await enter('haruka'), kiri: await enter('kiri'), emi: await enter('emi'), sara: await enter('sara') },
    ...{ aki: await enter('aki'), sumi: await enter('sumi') },
  };
}

/** What the platform shows when all went well. */
export function settled(outcome: { readonly status: number; readonly error: string | undefined }): void {
  if (outcome.error !== undefined || outcome.status !== 200) throw new Error(`not settled: ${JSON.stringify(outcome)}`);
}

/** Signatures are made of whole seconds, and the same one twice is refused as a replay: a redelivery waits for the next. */
export async function nextSecond(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 1005 - (Date.now() % 1000)));
}
