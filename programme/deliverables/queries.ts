/** What screens, notices and use cases read about deliverables: data, without words. */
import type { DeliverableStage, Prisma, Transaction } from '../../prisma/client.js';
import { dayText } from '../calendar/business-days.js';
import { type Bilingual, inBoth } from '../messages/bilingual.js';

/** What a company is to hand in, and where it stands with it. */
export interface DeliverableEntry {
  /** Null while nothing has happened. */
  readonly id: string | null;
  readonly typeId: string;
  readonly programmeId: string;
  readonly companyId: string;
  readonly code: string;
  readonly title: Bilingual;
  /** A name of programme/drafts/checklists; null: its drafts are not checked. */
  readonly checklist: string | null;
  /** The company's own or else the type's, as 2025-03-31 in the programme's zone; null: whenever it is ready. */
  readonly dueOn: string | null;
  /** Whether the company has a due date of its own. */
  readonly isExtended: boolean;
  /** In how many business days a version is to be reviewed. */
  readonly reviewDays: number;
  readonly dependsOnId: string | null;
  readonly stage: DeliverableStage;
  /** Null while nothing has happened. */
  readonly stageAt: Date | null;
  /** 0 while nothing has happened. */
  readonly version: number;
}

type TypeRow = Prisma.DeliverableTypeGetPayload<object>;
type DeliverableRow = Prisma.DeliverableGetPayload<object>;

function entryOf(type: TypeRow, companyId: string, row: DeliverableRow | null): DeliverableEntry {
  const { id: typeId, programmeId, code, titleJa, titleEn, checklist, reviewDays, dependsOnId } = type;
  const own = row?.dueOn ?? null;
  const dueOn = own ?? type.dueOn;
  return {
    ...{ id: row?.id ?? null, typeId, programmeId, companyId, code, title: inBoth(titleJa, titleEn), checklist },
    ...{ dueOn: dueOn && dayText(dueOn), isExtended: own !== null, reviewDays, dependsOnId },
    ...{ stage: row?.stage ?? 'not_started', stageAt: row?.stageAt ?? null, version: row?.version ?? 0 },
  };
}

/** Everything that a company of the programme is to hand in, in the order of the programme. */
export async function deliverablesOf(
  transaction: Transaction,
  { programmeId, companyId }: { readonly programmeId: string; readonly companyId: string },
): Promise<readonly DeliverableEntry[]> {
  const types = await transaction.deliverableType.findMany({
    where: { programmeId },
    include: { deliverables: { where: { companyId } } },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  });
  return types.map(({ deliverables, ...type }) => entryOf(type, companyId, deliverables[0] ?? null));
}

/** Null where there is no such deliverable. */
export async function readDeliverable(transaction: Transaction, id: string): Promise<DeliverableEntry | null> {
  const row = await transaction.deliverable.findUnique({ where: { id }, include: { type: true } });
  return row && entryOf(row.type, row.companyId, row);
}

/** What the programme's companies hand in, by what it is called, and the zone by which days are reckoned. */
export async function readNamedTypes(
  { programme, deliverableType }: Pick<Transaction, 'programme' | 'deliverableType'>,
  programmeId: string,
) {
  const select = { id: true, titleJa: true, titleEn: true } as const;
  const [{ timeZone }, types] = await Promise.all([
    programme.findUniqueOrThrow({ where: { id: programmeId }, select: { timeZone: true } }),
    deliverableType.findMany({ where: { programmeId }, orderBy: { position: 'asc' }, select }),
  ]);
  return {
    timeZone,
    deliverableTypes: types.map(({ id, titleJa, titleEn }) => ({ id, nameJa: titleJa, nameEn: titleEn })),
  };
}
