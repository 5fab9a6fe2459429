/** Works out what an import does to the programme itself. */
import { randomUUID } from 'node:crypto';
import type { Transaction } from '../../prisma/client.js';
import { changedField, describeFields, type Plan } from './plan.js';
import type { ImportedProgramme } from './read-programme.js';

export interface ProgrammePlan extends Plan {
  readonly programmeId: string;
}

export async function planProgramme(transaction: Transaction, imported: ImportedProgramme): Promise<ProgrammePlan> {
  const { bindings: _bindings, sessions: _sessions, ...data } = imported;
  const name = `${imported.code} ${imported.nameJa}`;
  const existing = await transaction.programme.findUnique({ where: { code: imported.code } });
  if (existing === null) {
    const programmeId = randomUUID();
    return {
      programmeId,
      changes: [{ what: 'create', kind: 'programme', name, details: describeFields([]) }],
      apply: async (writing) => {
        await writing.programme.create({ data: { id: programmeId, ...data } });
      },
    };
  }
  const fields = [
    ...changedField('nameJa', existing.nameJa, imported.nameJa),
    ...changedField('nameEn', existing.nameEn, imported.nameEn),
    ...changedField('timeZone', existing.timeZone, imported.timeZone),
    ...changedField('startsOn', dayText(existing.startsOn), dayText(imported.startsOn)),
    ...changedField('endsOn', dayText(existing.endsOn), dayText(imported.endsOn)),
    ...changedField('contact', existing.contact, imported.contact),
    ...changedField('contactEn', existing.contactEn, imported.contactEn),
  ];
  return {
    programmeId: existing.id,
    changes: fields.length === 0 ? [] : [{ what: 'change', kind: 'programme', name, details: describeFields(fields) }],
    apply: async (writing) => {
      if (fields.length > 0) await writing.programme.update({ where: { id: existing.id }, data });
    },
  };
}

function dayText(day: Date): string {
  return day.toISOString().slice(0, 10);
}
