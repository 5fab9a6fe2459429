/** Works out what an import does to the companies and to the workspaces and tenants that are trusted for them. */
import { randomUUID } from 'node:crypto';
import type { Company, Platform, Transaction } from '../../prisma/client.js';
import { lockCompanies } from '../members/members.sql.js';
import { sameText } from '../messages/canonical.js';
import { type Change, inBothLanguages } from './findings.js';
import { type ChangedCompany, writeCompanies } from './import.sql.js';
import { changedField, describeFields, inChunks, type Plan, type Said } from './plan.js';
import type { ImportedBinding } from './read-programme.js';
import type { RosterCompany } from './roster.js';

export interface CompaniesPlan extends Plan {
  /** Identifiers of the roster's companies, new ones included. */
  readonly idByCode: ReadonlyMap<string, string>;
  /** Codes of all the programme's companies. */
  readonly codeById: ReadonlyMap<string, string>;
}

/**
 * Companies that are not in the roster stay: what their people did belongs to them. A guest of the same name, however it is
 * written, becomes a company of the programme, with the people who came from it and all that is recorded of them.
 */
export async function planCompanies(
  transaction: Transaction,
  programmeId: string,
  wanted: readonly RosterCompany[],
): Promise<CompaniesPlan> {
  await lockCompanies(transaction, programmeId);
  const existing = await transaction.company.findMany({ where: { programmeId }, orderBy: { code: 'asc' } });
  const byCode = new Map(existing.map((company) => [company.code, company]));
  const changes: Change[] = [];
  const created: { id: string; programmeId: string; code: string; nameJa: string; nameEn: string; kana: string }[] = [];
  const updated: ChangedCompany[] = [];
  const guests = new Map(existing.filter(({ guest }) => guest).map((company) => [company.id, company]));
  const joined = new Map<string, string>();
  for (const { code, nameJa, nameEn, kana } of wanted) {
    const name = `${code} ${nameJa}`;
    const known = byCode.get(code) ?? guestOf(guests, nameJa, nameEn);
    if (known === undefined) {
      created.push({ id: randomUUID(), programmeId, code, nameJa, nameEn, kana });
      changes.push({ what: 'create', kind: 'company', name, details: describeFields([]) });
      continue;
    }
    const fields = [
      ...changedField('nameJa', known.nameJa, nameJa),
      ...changedField('nameEn', known.nameEn, nameEn),
      ...changedField('kana', known.kana, kana),
    ];
    if (fields.length === 0 && !known.guest) continue;
    updated.push({ id: known.id, code, nameJa, nameEn, kana });
    const joins: Said[] = known.guest ? [(texts) => texts.changes.noLongerGuest(known.code)] : [];
    changes.push({ what: 'change', kind: 'company', name, details: describeFields(fields, ...joins) });
    if (!known.guest) continue;
    // No other line of the roster is the same guest.
    guests.delete(known.id);
    joined.set(known.id, code);
  }
  const all = [...existing.map((one) => ({ id: one.id, code: joined.get(one.id) ?? one.code })), ...created];
  return {
    changes,
    idByCode: new Map(all.map(({ code, id }) => [code, id])),
    codeById: new Map(all.map(({ code, id }) => [id, code])),
    apply: async (writing) => {
      for (const data of inChunks(created)) await writing.company.createMany({ data });
      for (const rows of inChunks(updated)) await writeCompanies(writing, rows);
    },
  };
}

function guestOf(guests: ReadonlyMap<string, Company>, ...names: readonly string[]): Company | undefined {
  return [...guests.values()].find(({ nameJa, nameEn }) =>
    [nameJa, nameEn].some((one) => names.some((name) => sameText(one, name))),
  );
}

/**
 * What is not in the files any more is removed at once: it is a matter of whom to trust, not of history.
 * @param complete false where only one of the files is there: what it does not name stays
 */
export async function planBindings(
  transaction: Transaction,
  programmeId: string,
  {
    companies,
    bindings,
  }: { readonly companies: readonly RosterCompany[]; readonly bindings: readonly ImportedBinding[] },
  { idByCode, codeById }: Pick<CompaniesPlan, 'idByCode' | 'codeById'>,
  complete: boolean,
): Promise<Plan> {
  const wanted = new Map<string, Bound>();
  const want = (companyCode: string | null, platform: Platform, tenants: readonly string[]) => {
    const companyId = companyCode === null ? null : (idByCode.get(companyCode) ?? null);
    for (const tenant of tenants) {
      const bound = { companyId, platform, tenant };
      wanted.set(keyOf(bound), bound);
    }
  };
  for (const { code, slack, teams } of companies) {
    want(code, 'slack', slack);
    want(code, 'teams', teams);
  }
  for (const { companyCode, slack, teams } of bindings) {
    want(companyCode, 'slack', slack);
    want(companyCode, 'teams', teams);
  }
  const existing = await transaction.binding.findMany({ where: { programmeId } });
  const present = new Set(existing.map(keyOf));
  const added = [...wanted.values()].filter((bound) => !present.has(keyOf(bound)));
  const removed = complete ? existing.filter((bound) => !wanted.has(keyOf(bound))) : [];
  const change = (what: 'create' | 'end', said: 'bound' | 'unbound', bound: Bound): Change => {
    const code = bound.companyId === null ? null : (codeById.get(bound.companyId) ?? '?');
    const details = inBothLanguages(({ changes }) =>
      [code ?? changes.organiser, changes[said]].join(changes.separator),
    );
    return { what, kind: 'binding', name: `${platformNames[bound.platform]} ${bound.tenant}`, details };
  };
  return {
    changes: [
      ...added.map((bound) => change('create', 'bound', bound)),
      ...removed.map((bound) => change('end', 'unbound', bound)),
    ],
    apply: async (writing) => {
      for (const rows of inChunks(removed)) {
        await writing.binding.deleteMany({ where: { id: { in: rows.map(({ id }) => id) } } });
      }
      for (const rows of inChunks(added)) {
        await writing.binding.createMany({ data: rows.map((bound) => ({ programmeId, ...bound })) });
      }
    },
  };
}

interface Bound {
  readonly companyId: string | null;
  readonly platform: Platform;
  readonly tenant: string;
}

const platformNames: Record<Platform, string> = { slack: 'Slack', teams: 'Teams' };

function keyOf({ companyId, platform, tenant }: Bound): string {
  return [platform, tenant, companyId ?? ''].join(' ');
}
