/** Works out what an import does to what companies are to hand in: it adds and changes, and takes away only what nobody has begun. */
import type { DeliverableType, Transaction } from '../../prisma/client.js';
import { dayText } from '../calendar/business-days.js';
import { type Change, inBothLanguages } from './findings.js';
import { lockDeliverableTypes } from './import.sql.js';
import { changedField, describeFields, type FieldChange, type Plan } from './plan.js';
import type { ImportedDeliverable } from './read-deliverables.js';

type Existing = DeliverableType & {
  readonly dependsOn: { readonly code: string } | null;
  readonly deliverables: readonly { readonly id: string }[];
};

/** @param wanted null: the file says nothing of them */
export async function planDeliverables(
  transaction: Transaction,
  programmeId: string,
  wanted: readonly ImportedDeliverable[] | null,
): Promise<Plan> {
  if (wanted === null) return { changes: [], apply: async () => {} };
  await lockDeliverableTypes(transaction, programmeId);
  const existing: readonly Existing[] = await transaction.deliverableType.findMany({
    where: { programmeId },
    include: { dependsOn: { select: { code: true } }, deliverables: { select: { id: true }, take: 1 } },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  });
  const byCode = new Map(existing.map((type) => [type.code.toLowerCase(), type]));
  const inFile = new Set(wanted.map(({ code }) => code.toLowerCase()));
  const absent = existing.filter(({ code }) => !inFile.has(code.toLowerCase()));
  const unused = absent.filter(({ deliverables }) => deliverables.length === 0);
  const changes = [
    ...wanted.flatMap((one, index) => changeOf(byCode.get(one.code.toLowerCase()), one, index)),
    ...absent.map((one) => remarkOf(one, unused.includes(one))),
  ];
  return {
    changes,
    apply: async (writing) => {
      if (changes.length === 0) return;
      await writing.deliverableType.deleteMany({ where: { id: { in: unused.map(({ id }) => id) } } });
      for (const [index, one] of wanted.entries()) {
        await write(writing, { programmeId, id: byCode.get(one.code.toLowerCase())?.id ?? null, one, index });
      }
      await writeOrder(writing, programmeId, wanted);
      // What the file lacks and companies have begun comes after what it has, so that no two have one place.
      const begun = absent.filter((one) => !unused.includes(one));
      for (const [index, { id }] of begun.entries()) {
        await writing.deliverableType.update({ where: { id }, data: { position: wanted.length + index + 1 } });
      }
    },
  };
}

interface Writing {
  readonly programmeId: string;
  /** Null: a new one. */
  readonly id: string | null;
  readonly one: ImportedDeliverable;
  readonly index: number;
}

async function write(transaction: Transaction, { programmeId, id, one, index }: Writing): Promise<void> {
  // A code that differs in case only stays as people know it.
  const { code, dependsOn: _before, ...fields } = one;
  const data = { ...fields, position: index + 1 };
  if (id === null) await transaction.deliverableType.create({ data: { ...data, programmeId, code } });
  else await transaction.deliverableType.update({ where: { id }, data });
}

/** Once all of them are there. */
async function writeOrder(
  transaction: Transaction,
  programmeId: string,
  wanted: readonly ImportedDeliverable[],
): Promise<void> {
  const types = await transaction.deliverableType.findMany({ where: { programmeId } });
  const idOf = (code: string | null) =>
    types.find((type) => code !== null && type.code.toLowerCase() === code.toLowerCase())?.id ?? null;
  for (const { code, dependsOn } of wanted) {
    const id = idOf(code);
    if (id === null) throw new Error(`the deliverable ${code} was not written`);
    await transaction.deliverableType.update({ where: { id }, data: { dependsOnId: idOf(dependsOn) } });
  }
}

function changeOf(before: Existing | undefined, after: ImportedDeliverable, index: number): readonly Change[] {
  const about = { kind: 'deliverable', name: `${after.code} ${after.titleJa}` } as const;
  if (before === undefined) {
    const due = after.dueOn === null ? [] : changedField('dueOn', '', dayText(after.dueOn));
    return [{ what: 'create', ...about, details: describeFields(due) }];
  }
  const fields = changedFields(before, after, index);
  return fields.length === 0 ? [] : [{ what: 'change', ...about, details: describeFields(fields) }];
}

function changedFields(before: Existing, after: ImportedDeliverable, index: number): readonly FieldChange[] {
  const day = (date: Date | null) => (date === null ? '' : dayText(date));
  return [
    ...changedField('titleJa', before.titleJa, after.titleJa),
    ...changedField('titleEn', before.titleEn, after.titleEn),
    ...changedField('checklist', before.checklist ?? '', after.checklist ?? ''),
    ...changedField('dueOn', day(before.dueOn), day(after.dueOn)),
    ...changedField('dependsOn', before.dependsOn?.code ?? '', after.dependsOn ?? ''),
    ...changedField('reviewDays', String(before.reviewDays), String(after.reviewDays)),
    ...changedField('position', String(before.position), String(index + 1)),
  ];
}

function remarkOf({ code, titleJa }: Existing, goes: boolean): Change {
  const details = inBothLanguages(({ changes }) => (goes ? changes.deliverableGoes : changes.deliverableStays));
  return { what: goes ? 'end' : 'remark', kind: 'deliverable', name: `${code} ${titleJa}`, details };
}
