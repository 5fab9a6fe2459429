/** A database to import into, with the means to do so and to look at what became of it. */

import type { ImportResult } from '../../../programme/import/bring-up-to-date.js';
import { type Change, wordChange } from '../../../programme/import/findings.js';
import { importProgramme } from '../../../programme/import/import-programme.js';
import type { BaseServices } from '../../../programme/requests/services.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { withFiles } from '../../support/files.js';
import {
  adviser,
  jsonFile,
  type Line,
  participant,
  programme,
  rosterFile,
  said,
  session,
  type WrittenSession,
} from './import-files.js';

export const now = new Date('2024-10-15T09:00:00Z');
export const tenant = '11111111-1111-4111-8111-111111111111';

export interface ImportPlace {
  readonly test: TestDatabase;
  readonly services: BaseServices;
  empty(): Promise<void>;
  attempt(content: unknown, lines: readonly Line[], dryRun?: boolean): Promise<ImportResult>;
  /** Throws where the files have faults. */
  changesOf(content: unknown, lines: readonly Line[], dryRun?: boolean): Promise<readonly Change[]>;
  /** Every row of every table that an import writes. */
  everything(): ReturnType<typeof everythingIn>;
}

export async function createImportPlace(): Promise<ImportPlace> {
  const test = await createTestDatabase();
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const clock = { now: () => now };
  const services = { database: test.database, clock, log, ...withFiles(test.database, clock) };
  const attempt: ImportPlace['attempt'] = (content, lines, dryRun = false) =>
    importProgramme(services, { programmeFile: jsonFile(content), rosterFile: rosterFile(lines), dryRun });
  return {
    test,
    services,
    attempt,
    async empty() {
      await test.database.$executeRaw`TRUNCATE programme, person, account CASCADE`;
    },
    async changesOf(content, lines, dryRun) {
      const result = await attempt(content, lines, dryRun);
      if (!result.ok) throw new Error(JSON.stringify(said(result.faults)));
      return result.changes;
    },
    everything: () => everythingIn(test),
  };
}

async function everythingIn({ database }: TestDatabase) {
  return {
    programmes: await database.programme.findMany({ orderBy: { code: 'asc' } }),
    companies: await database.company.findMany({ orderBy: { code: 'asc' } }),
    bindings: await database.binding.findMany({ orderBy: { tenant: 'asc' } }),
    people: await database.person.findMany({ orderBy: { email: 'asc' } }),
    memberships: await database.membership.findMany({ orderBy: { id: 'asc' } }),
    sessions: await database.session.findMany({ orderBy: { code: 'asc' } }),
    versions: await database.sessionVersion.findMany({ orderBy: [{ sessionId: 'asc' }, { version: 'asc' }] }),
  };
}

export const worded = (changes: readonly Change[]) => changes.map((change) => wordChange(change, 'en'));

/** A programme with two sessions; its first one can be made different. */
export function twoSessions(first: WrittenSession = {}, second: WrittenSession = {}) {
  return programme([session('MSM-1', first), session('MSM-2', second)], {}, [{ company: null, teams: [tenant] }]);
}

export const basic = twoSessions();
export const people = [
  participant(1, { 'Slack workspace': 'T0SPPHOST', Language: 'English' }),
  participant(2),
  adviser(),
];
