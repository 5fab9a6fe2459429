/** Adds a person to a programme, as the secretariat enters them. */
import type { Level, Role, Transaction } from '../../prisma/client.js';
import type { ActingMember } from '../members/acting-member.js';
import { findNamesake } from '../members/find-namesake.js';
import { findCompany, nameIn } from '../members/queries.js';
import { recordChange } from '../members/record-change.js';
import type { Bilingual } from '../messages/bilingual.js';
import { defaultTimeZone } from '../messages/dates.js';
import { planReminders } from '../reminders/plan-reminders.js';
import type { Language } from '../requests/context.js';
import type { Refusal } from '../requests/refusal.js';
import { refuseRoster } from './refuse-roster.js';

interface AddPerson {
  readonly nameJa: string;
  /** Empty: the Japanese name stands for it. */
  readonly nameEn: string;
  readonly furigana: string;
  /** In lower case; null where there is none. */
  readonly email: string | null;
  readonly role: Role;
  readonly level: Level;
  readonly companyId: string | null;
  readonly language: Language;
  /** It is known that somebody of this name is there already. */
  readonly isAnother: boolean;
  readonly by: Pick<ActingMember, 'programmeId' | 'personId'>;
  readonly now: Date;
}

export interface Added {
  readonly personId: string;
  readonly name: Bilingual;
}

/** Somebody of the same name in the same company is probably the same, and is asked about first. */
export async function addPerson(transaction: Transaction, added: AddPerson): Promise<Added | Refusal> {
  const { nameJa, furigana, email, role, level, language, by, now } = added;
  const { programmeId } = by;
  const nameEn = added.nameEn === '' ? nameJa : added.nameEn;
  const company = added.companyId === null ? null : await findCompany(transaction, programmeId, added.companyId);
  // Who joins the programme is of one of its own companies.
  if (company?.isGuest || (company === null && role === 'participant'))
    return refuseRoster('company_needed', {}, { field: 'company' });
  if (email !== null && (await transaction.person.count({ where: { email } })) > 0) {
    return refuseRoster('email_taken', {}, { field: 'email' });
  }
  // As on a roster, all others are of no company.
  const companyId = role === 'participant' ? (company?.id ?? null) : null;
  const names = [nameJa, nameEn, furigana];
  const namesake = added.isAnother ? null : await findNamesake(transaction, { programmeId, companyId, names });
  if (namesake !== null) {
    return refuseRoster('namesake', { name: namesake.name.ja, company: company?.name.ja ?? '' }, { field: 'another' });
  }
  const person = await transaction.person.create({
    data: {
      ...{ nameJa, nameEn, furigana, email, language, timeZone: defaultTimeZone, createdAt: now },
      memberships: { create: { programmeId, role, level: role === 'participant' ? level : null, companyId } },
    },
  });
  await planReminders(transaction, { programmeId, personIds: [person.id], now });
  await recordChange(transaction, { programmeId, personId: person.id, kind: 'added', byId: by.personId, at: now });
  return { personId: person.id, name: nameIn(person) };
}
