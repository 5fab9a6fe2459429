/** Who is in the playground: everyone of the database, on the platforms that their company, or the programme's staff, is bound to. */
import { createHash } from 'node:crypto';
import type { Language, Level, Platform, PrismaClient, Role } from '../../prisma/client.js';

export interface PlaygroundPerson {
  readonly personId: string;
  readonly name: string;
  readonly nameEn: string;
  readonly email: string;
  readonly role: Role;
  readonly level: Level | null;
  readonly company: string | null;
  readonly companyEn: string | null;
  readonly companyCode: string | null;
  readonly language: Language;
  readonly timeZone: string;
  /** Null where the person's company is not bound to Slack. */
  readonly slackUserId: string | null;
  /** Null where the person's company is not bound to Teams. */
  readonly teamsUserId: string | null;
  /** The bot knows the person's chat in Teams and may write to it. */
  readonly hasTeamsChat: boolean;
}

export interface PlaygroundDirectory {
  readonly slackWorkspace: string;
  readonly teamsTenant: string;
  readonly people: readonly PlaygroundPerson[];
}

/** Used where the database binds nobody to the platform, so that the stand-in can still start. */
const emptyWorkspace = 'T0PLAYGROUND';
const emptyTenant = '00000000-0000-4000-8000-000000000001';

/** One workspace and one tenant: the organiser's, or else the first that is bound. People without an e-mail have no account. */
export async function readDirectory(database: PrismaClient): Promise<PlaygroundDirectory> {
  const bindings = await database.binding.findMany({ orderBy: { tenant: 'asc' } });
  const tenantOf = (platform: Platform) => {
    const bound = bindings.filter((binding) => binding.platform === platform);
    return (bound.find(({ companyId }) => companyId === null) ?? bound[0])?.tenant;
  };
  const slackWorkspace = tenantOf('slack') ?? emptyWorkspace;
  const teamsTenant = tenantOf('teams') ?? emptyTenant;
  const bound = new Set(
    bindings
      .filter(({ tenant }) => tenant === slackWorkspace || tenant === teamsTenant)
      .map(({ platform, programmeId, companyId }) => `${platform}:${programmeId}:${companyId}`),
  );
  const memberships = await database.membership.findMany({
    where: { endedAt: null, person: { email: { not: null } } },
    include: { person: true, company: true },
    orderBy: [{ company: { code: 'asc' } }, { role: 'asc' }, { level: 'asc' }, { person: { furigana: 'asc' } }],
  });
  const accounts = await database.account.findMany({
    where: { platform: 'teams', tenant: teamsTenant, unreachableReason: null },
    select: { userId: true, address: true },
  });
  const chats = new Set(accounts.filter(({ address }) => knowsChat(address)).map(({ userId }) => userId));
  const people = new Map<string, PlaygroundPerson>();
  for (const { person, company, companyId, programmeId, role, level } of memberships) {
    if (person.email === null || people.has(person.id)) continue;
    const on = (platform: 'slack' | 'teams') => bound.has(`${platform}:${programmeId}:${companyId}`);
    const teamsUserId = on('teams') ? asGuid(digest(person.email)) : null;
    people.set(person.id, {
      personId: person.id,
      name: person.nameJa,
      nameEn: person.nameEn,
      email: person.email,
      role,
      level,
      company: company?.nameJa ?? null,
      companyEn: company?.nameEn ?? null,
      companyCode: company?.code ?? null,
      language: person.language,
      timeZone: person.timeZone,
      slackUserId: on('slack') ? `U${digest(person.email).slice(0, 10).toUpperCase()}` : null,
      teamsUserId,
      hasTeamsChat: teamsUserId !== null && chats.has(teamsUserId),
    });
  }
  return { slackWorkspace, teamsTenant, people: [...people.values()] };
}

function knowsChat(address: unknown): boolean {
  return (
    typeof address === 'object' && address !== null && 'conversation' in address && address.conversation !== undefined
  );
}

/** As the person is called on both platforms: in the language in which they read. */
export function calledBy({ name, nameEn, language }: Pick<PlaygroundPerson, 'name' | 'nameEn' | 'language'>): string {
  return language === 'ja' ? name : nameEn;
}

/** The same person has the same identifiers after a restart, since the bot has stored them. */
function digest(email: string): string {
  return createHash('sha256').update(email).digest('hex');
}

function asGuid(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
