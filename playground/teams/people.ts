/** Tenants, people, teams and channels: who exists, under which ids, as the tenant's directory would say. */
import { createHash, randomUUID } from 'node:crypto';

export interface UserOptions {
  readonly name: string;
  /** The id in activities (`29:…`); derived from the name when left out. */
  readonly id?: string;
  readonly aadObjectId?: string;
  /** Guests and shared devices may have none. */
  readonly email?: string;
  readonly userPrincipalName?: string;
  /** As in activities, for example `ja-JP`. */
  readonly locale?: string;
  /** IANA zone, for local timestamps. */
  readonly timezone?: string;
  readonly guest?: boolean;
  /** Whether the person has the app already, and so a chat with it. */
  readonly installed?: boolean;
}

export interface TeamOptions {
  readonly name: string;
  readonly id?: string;
  readonly aadGroupId?: string;
  /** Names of the channels beside General, which every team has. */
  readonly channels?: readonly string[];
  /** Names of members; everyone of the tenant when left out. */
  readonly members?: readonly string[];
}

export interface TenantOptions {
  readonly id?: string;
  readonly users: readonly UserOptions[];
  readonly teams?: readonly TeamOptions[];
}

export interface TeamsUser {
  readonly id: string;
  readonly aadObjectId: string;
  readonly tenantId: string;
  readonly name: string;
  readonly email: string | undefined;
  readonly userPrincipalName: string;
  readonly locale: string;
  readonly timezone: string;
  readonly guest: boolean;
}

export interface TeamsChannel {
  readonly id: string;
  name: string;
}

export interface TeamsTeam {
  readonly id: string;
  readonly aadGroupId: string;
  readonly tenantId: string;
  readonly name: string;
  readonly channels: readonly TeamsChannel[];
  readonly members: readonly TeamsUser[];
}

export interface Directory {
  readonly users: readonly TeamsUser[];
  readonly teams: readonly TeamsTeam[];
  /** Finds a person by Teams id, Entra object id, principal name or name. */
  user(key: string): TeamsUser | undefined;
  team(id: string): TeamsTeam | undefined;
  /** Finds a channel by id or name, with its team. */
  channel(key: string): { readonly team: TeamsTeam; readonly channel: TeamsChannel } | undefined;
}

/** Letters that look random but are the same in every run, so that a failing test fails the same way twice. */
export function stableId(...seed: readonly string[]): string {
  return createHash('sha256').update(seed.join('\n')).digest('base64url');
}

function stableUuid(...seed: readonly string[]): string {
  const hex = createHash('sha256').update(seed.join('\n')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export const sampleTenant: TenantOptions = {
  id: '0e4c1f6a-5b7d-4a53-9c51-2a8f5d1b7e10',
  users: [
    { name: 'Haruka Sato', email: 'haruka.sato@sakura.example', locale: 'ja-JP' },
    { name: 'Kenji Ito', email: 'kenji.ito@sakura.example', locale: 'ja-JP' },
    { name: 'Alex Morgan', email: 'alex.morgan@sakura.example', locale: 'en-GB' },
  ],
  teams: [{ name: 'Partnership', channels: ['Announcements'] }],
};

function makeUser(tenantId: string, user: UserOptions): TeamsUser {
  const slug = user.name.toLowerCase().replaceAll(/\s+/g, '.');
  return {
    id: user.id ?? `29:1${stableId(tenantId, user.name)}`,
    aadObjectId: user.aadObjectId ?? stableUuid(tenantId, user.name),
    tenantId,
    name: user.name,
    email: user.email,
    userPrincipalName: user.userPrincipalName ?? user.email ?? `${slug}@${tenantId.slice(0, 8)}.onmicrosoft.example`,
    locale: user.locale ?? 'en-US',
    timezone: user.timezone ?? 'Asia/Tokyo',
    guest: user.guest ?? false,
  };
}

function makeTeam(tenantId: string, team: TeamOptions, users: readonly TeamsUser[]): TeamsTeam {
  const id = team.id ?? `19:${stableId(tenantId, team.name)}@thread.tacv2`;
  const missing = team.members?.filter((name) => !users.some((user) => user.name === name)) ?? [];
  if (missing.length > 0) {
    throw new Error(`The team ${team.name} names people whom the tenant does not have: ${missing.join(', ')}`);
  }
  return {
    id,
    aadGroupId: team.aadGroupId ?? stableUuid(tenantId, 'team', team.name),
    tenantId,
    name: team.name,
    // The General channel carries the team's own id.
    channels: [
      { id, name: 'General' },
      ...(team.channels ?? []).map((name) => ({ id: `19:${stableId(id, name)}@thread.tacv2`, name })),
    ],
    members: users.filter((user) => team.members?.includes(user.name) ?? true),
  };
}

export function openDirectory(tenants: readonly TenantOptions[]): Directory {
  const made = tenants.map((tenant) => {
    const id = tenant.id ?? randomUUID();
    const users = tenant.users.map((user) => makeUser(id, user));
    return { users, teams: (tenant.teams ?? []).map((team) => makeTeam(id, team, users)) };
  });
  const users = made.flatMap((tenant) => tenant.users);
  const teams = made.flatMap((tenant) => tenant.teams);
  return {
    users,
    teams,
    user: (key) =>
      users.find(({ id, aadObjectId }) => id === key || aadObjectId === key || key === `8:orgid:${aadObjectId}`) ??
      users.find(({ name, userPrincipalName }) => name === key || userPrincipalName === key),
    team: (key) => teams.find(({ id, aadGroupId }) => id === key || aadGroupId === key),
    channel(key) {
      for (const team of teams) {
        const channel = team.channels.find(({ id, name }) => id === key || name === key);
        if (channel) {
          return { team, channel };
        }
      }
      return undefined;
    },
  };
}
