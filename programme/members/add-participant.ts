/** Adds a person who is on no roster as a participant of a company. */

import type { Level, Transaction } from '../../prisma/client.js';
import { findCompany, type Participant } from './queries.js';

interface AddParticipant {
  readonly programmeId: string;
  /** Null: none was named. */
  readonly companyId: string | null;
  readonly level: Level;
  /** As it was written; it stands for the reading and for both languages. */
  readonly name: string;
  readonly now: Date;
}

/** The person has no e-mail address, and is a member of the company so that the figures count them. Null where the programme has no such company. */
export async function addParticipant(
  transaction: Transaction,
  { programmeId, companyId, level, name, now }: AddParticipant,
): Promise<Participant | null> {
  const company = companyId === null ? null : await findCompany(transaction, programmeId, companyId);
  if (company === null) return null;
  const created = await transaction.person.create({
    data: {
      nameJa: name,
      nameEn: name,
      furigana: name,
      createdAt: now,
      memberships: { create: { programmeId, role: 'participant', level, companyId: company.id, walkedIn: true } },
    },
  });
  return { personId: created.id, companyId: company.id, name: { ja: name, en: name } };
}
