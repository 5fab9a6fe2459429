/** What is known of requests for more time, and of the deliverable that they are about: data, without words. */
import type { ExtensionState, Prisma, Transaction } from '../../../prisma/client.js';
import { dayText } from '../../calendar/business-days.js';
import { nameIn } from '../../members/queries.js';
import { type Bilingual, inBoth } from '../../messages/bilingual.js';
import type { DeliverableEntry } from '../queries.js';
import { deliverablesOf } from '../queries.js';

export interface ExtensionEntry {
  readonly id: string;
  readonly deliverableId: string;
  readonly programmeId: string;
  readonly companyId: string;
  readonly company: Bilingual;
  readonly title: Bilingual;
  readonly state: ExtensionState;
  /** 2025-04-07, in the programme's zone. */
  readonly until: string;
  /** The company's due date as it is now; null where there is none. */
  readonly dueOn: string | null;
  readonly reason: string;
  readonly answer: string;
}

const withAll = {
  deliverable: {
    include: { type: true, company: { select: { nameJa: true, nameEn: true } } },
  },
} as const;

function entryOf({ deliverable, ...row }: Prisma.DueExtensionGetPayload<{ include: typeof withAll }>): ExtensionEntry {
  const { type, company } = deliverable;
  const { id, deliverableId, programmeId, companyId, state, reason, answer } = row;
  const dueOn = deliverable.dueOn ?? type.dueOn;
  return {
    ...{ id, deliverableId, programmeId, companyId, state, reason, answer, until: dayText(row.until) },
    ...{ company: nameIn(company), title: inBoth(type.titleJa, type.titleEn), dueOn: dueOn && dayText(dueOn) },
  };
}

export async function readExtension(transaction: Transaction, id: string): Promise<ExtensionEntry | null> {
  const found = await transaction.dueExtension.findUnique({ where: { id }, include: withAll });
  return found && entryOf(found);
}

/** What waits for the secretariat's decision, the oldest first. */
export async function askedExtensions(
  transaction: Transaction,
  programmeId: string,
  most: number,
): Promise<readonly ExtensionEntry[]> {
  const rows = await transaction.dueExtension.findMany({
    where: { programmeId, state: 'asked' },
    include: withAll,
    orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
    take: most,
  });
  return rows.map(entryOf);
}

export interface ExtendableDeliverable extends DeliverableEntry {
  readonly company: Bilingual;
  /** The programme's, as 2025-04-30. */
  readonly lastDay: string;
  readonly timeZone: string;
}

/** A company's deliverable of a type, also where nothing has happened yet; null where the programme has none such. */
export async function readExtendable(
  transaction: Transaction,
  about: { readonly programmeId: string; readonly companyId: string; readonly typeId: string },
): Promise<ExtendableDeliverable | null> {
  const entry = (await deliverablesOf(transaction, about)).find(({ typeId }) => typeId === about.typeId);
  const company = await transaction.company.findFirst({
    where: { id: about.companyId, programmeId: about.programmeId, guest: false },
    include: { programme: { select: { endsOn: true, timeZone: true } } },
  });
  if (entry === undefined || company === null) return null;
  const { programme } = company;
  return {
    ...{ ...entry, company: nameIn(company) },
    ...{ lastDay: dayText(programme.endsOn), timeZone: programme.timeZone },
  };
}
