/** Works out what an import does to the programme itself: its name, dates, terms of consultations and closures. */
import { randomUUID } from 'node:crypto';
import type { ModelUse, Programme, Transaction } from '../../prisma/client.js';
import { type ClosedDays, clockTime, dayText, readOfficeCalendar } from '../calendar/business-days.js';
import { type ConcernContact, readConcernContacts } from '../members/concern-contacts.js';
import { modelUseTexts } from '../model-use/texts.js';
import { addRules, readRules, replaceRules } from '../reminders/set-rules.js';
import { changedField, describeFields, type FieldChange, type Plan, type Said } from './plan.js';
import type { ImportedProgramme, ImportedTerms } from './read-programme.js';
import { changedReminders, changedWindows } from './read-sending.js';

export interface ProgrammePlan extends Plan {
  readonly programmeId: string;
}

export async function planProgramme(
  transaction: Transaction,
  imported: ImportedProgramme,
  now: Date,
): Promise<ProgrammePlan> {
  const { bindings: _bindings, sessions: _sessions, consultationPlan: _plan, draftPlan: _drafts, ...rest } = imported;
  const { terms, closures, sending, deliverables: _deliverables, reportTexts: _texts, ...named } = rest;
  const { windows, reminders } = sending;
  const data = { ...named, ...givenTerms(terms), ...(windows !== null && { windows: [...windows] }) };
  const name = `${imported.code} ${imported.nameJa}`;
  const existing = await transaction.programme.findUnique({ where: { code: imported.code } });
  if (existing === null) {
    const programmeId = randomUUID();
    return {
      programmeId,
      changes: [{ what: 'create', kind: 'programme', name, details: describeFields([]) }],
      apply: async (writing) => {
        await writing.programme.create({ data: { id: programmeId, ...data } });
        await writeClosures(writing, programmeId, closures ?? []);
        await addRules(writing, programmeId, now, reminders ?? undefined);
      },
    };
  }
  const { closures: closed } = await readOfficeCalendar(transaction, existing.id);
  const closedChange = closures === null ? [] : changedField('closures', closuresText(closed), closuresText(closures));
  const ruleChange = changedReminders(await readRules(transaction, existing.id), reminders);
  const fields = [
    ...changedField('nameJa', existing.nameJa, imported.nameJa),
    ...changedField('nameEn', existing.nameEn, imported.nameEn),
    ...changedField('timeZone', existing.timeZone, imported.timeZone),
    ...changedField('startsOn', dayText(existing.startsOn), dayText(imported.startsOn)),
    ...changedField('endsOn', dayText(existing.endsOn), dayText(imported.endsOn)),
    ...changedField('contact', existing.contact, imported.contact),
    ...changedField('contactEn', existing.contactEn, imported.contactEn),
    ...changedTerms(existing, terms),
    ...closedChange,
    ...changedWindows(existing.windows, windows),
    ...ruleChange,
  ];
  return {
    programmeId: existing.id,
    changes: fields.length === 0 ? [] : [{ what: 'change', kind: 'programme', name, details: describeFields(fields) }],
    apply: async (writing) => {
      if (fields.length > 0) await writing.programme.update({ where: { id: existing.id }, data });
      if (closedChange.length > 0) await writeClosures(writing, existing.id, closures ?? []);
      if (ruleChange.length > 0 && reminders !== null) await replaceRules(writing, existing.id, now, reminders);
    },
  };
}

type GivenTerms = Partial<Omit<Programme, 'concernContacts'>> & { concernContacts?: ConcernContact[] };

/** Those that the file gives. */
function givenTerms(terms: ImportedTerms): GivenTerms {
  return Object.fromEntries(Object.entries(terms).filter(([, value]) => value !== undefined));
}

function changedTerms(existing: Programme, terms: ImportedTerms): readonly FieldChange[] {
  const numbers = (['consultations', 'longest', 'guardHours', 'askNumberFrom', 'quietDays'] as const).flatMap((field) =>
    changedField(field, String(existing[field]), String(terms[field] ?? existing[field])),
  );
  const switches = (['absenceUses', 'openRecords', 'openDrafts'] as const).flatMap((field) =>
    changedField(field, yesOrNo(existing[field]), yesOrNo(terms[field] ?? existing[field])),
  );
  const model = changedField('modelUse', usedAs(existing.modelUse), usedAs(terms.modelUse ?? existing.modelUse));
  const own = readConcernContacts(existing.concernContacts);
  const contacts = changedField('concernContacts', contactsText(own), contactsText(terms.concernContacts ?? own));
  const times = (['opensAt', 'closesAt'] as const).flatMap((field) =>
    changedField(field, clockTime(existing[field]), clockTime(terms[field] ?? existing[field])),
  );
  const { approvalFrom = existing.approvalFrom } = terms;
  const approval = changedField('approvalFrom', numberOrNone(existing.approvalFrom), numberOrNone(approvalFrom));
  return [...numbers, ...approval, ...switches, ...model, ...contacts, ...times];
}

function numberOrNone(value: number | null): Said {
  return value === null ? '' : String(value);
}

function usedAs(use: ModelUse): Said {
  return (_texts, language) => modelUseTexts[language].uses[use];
}

function contactsText(contacts: readonly ConcernContact[]): Said {
  return (_texts, language) =>
    contacts
      .map(({ nameJa, nameEn, reachJa, reachEn }) =>
        language === 'ja' ? `${nameJa}: ${reachJa}` : `${nameEn}: ${reachEn}`,
      )
      .join('; ');
}

function yesOrNo(value: boolean): Said {
  return (texts) => (value ? texts.yes : texts.no);
}

/** In the order of their days, so that another order in the file is no change. */
function closuresText(closures: readonly ClosedDays[]): Said {
  const sorted = closures.toSorted((a, b) => (`${a.firstDay} ${a.lastDay}` < `${b.firstDay} ${b.lastDay}` ? -1 : 1));
  return (_texts, language) =>
    sorted
      .map(
        ({ firstDay, lastDay, name }) =>
          `${firstDay === lastDay ? firstDay : `${firstDay}–${lastDay}`} ${name[language]}`,
      )
      .join(', ');
}

async function writeClosures(
  transaction: Transaction,
  programmeId: string,
  closures: readonly ClosedDays[],
): Promise<void> {
  await transaction.closure.deleteMany({ where: { programmeId } });
  await transaction.closure.createMany({
    data: closures.map(({ firstDay, lastDay, name }) => ({
      ...{ programmeId, firstDay: new Date(firstDay), lastDay: new Date(lastDay), nameJa: name.ja, nameEn: name.en },
    })),
  });
}
