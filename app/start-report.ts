/** Says at the start what a set-up still lacks, in one sentence each: a half-finished one must not look like one that works. */
import type { Platform, PrismaClient } from '../prisma/client.js';

/** A workspace or tenant that this installation serves. */
export interface ServedTenant {
  readonly platform: Platform;
  /** Slack's workspace (T…) or Microsoft's tenant (a GUID). */
  readonly tenant: string;
}

const words = {
  slack: { name: 'Slack workspace', short: 'workspace' },
  teams: { name: 'Teams tenant', short: 'tenant' },
} as const;

/** Empty where nothing is missing. */
export async function findMissing(database: PrismaClient, places: readonly ServedTenant[]): Promise<readonly string[]> {
  if ((await database.programme.count()) === 0) {
    return [
      'No programme is imported, so everyone is greeted as a stranger: import one (README.md, "Bring in your programme").',
    ];
  }
  const sentences: string[] = [];
  for (const { platform, tenant } of places) {
    const bindings = await database.binding.findMany({
      where: { platform },
      distinct: ['tenant'],
      select: { tenant: true },
      orderBy: { tenant: 'asc' },
    });
    const bound = bindings.map((binding) => binding.tenant);
    if (bound.includes(tenant)) continue;
    const { name, short } = words[platform];
    const others = bound.length === 0 ? `none is bound to any ${short}` : `they are bound to ${listed(bound)}`;
    sentences.push(
      `No programme is bound to this ${name} (${tenant}): ${others}. Nobody in it is recognised by e-mail until "bindings" of the programme's file names it and the file is imported again.`,
    );
  }
  return sentences;
}

/** The first few: an operator compares one with what stands at the platform. */
function listed(tenants: readonly string[]): string {
  const [first = '', second, ...rest] = tenants;
  if (second === undefined) return first;
  return rest.length === 0 ? `${first} and ${second}` : `${first}, ${second} and ${rest.length} more`;
}
