/** Plans what the secretariat is told about an announcement. */
import type { Transaction } from '../../prisma/client.js';
import { plan } from '../notifications/plan.js';
import { announcementReport, type ReportWhat } from './notifications.js';
import { readOtherSecretaries } from './queries.js';

interface Tell {
  readonly announcement: { readonly id: string; readonly programmeId: string; readonly createdById: string };
  readonly what: ReportWhat;
  /** Everyone of the secretariat but these; otherwise who wrote it or, where they have left, everyone. */
  readonly everyoneBut?: readonly string[];
  /** What makes it another notice than an earlier one of this kind. */
  readonly about?: string | number;
  readonly data?: Readonly<Record<string, string>>;
  readonly now: Date;
}

/** Returns to whom. */
export async function tellSecretariat(
  transaction: Transaction,
  { announcement, what, everyoneBut, about = 0, data = {}, now }: Tell,
): Promise<readonly string[]> {
  const { id, programmeId, createdById } = announcement;
  const members = await readOtherSecretaries(transaction, programmeId, everyoneBut ?? []);
  const author = members.filter(({ personId }) => personId === createdById);
  const told = everyoneBut === undefined && author.length > 0 ? author : members;
  await plan(
    transaction,
    now,
    told.map(({ personId }) => ({
      key: `announcement-report:${id}:${what}:${about}:${personId}`,
      ...{ kind: announcementReport, programmeId, personId, subjectId: id, data: { what, ...data }, dueAt: now },
    })),
  );
  return told.map(({ personId }) => personId);
}
