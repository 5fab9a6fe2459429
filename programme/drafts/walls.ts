/** Who may see which part of a draft: the one table by which every action, notification and file goes. */
import type { Transaction } from '../../prisma/client.js';
import type { ActingMember } from '../members/acting-member.js';

/**
 * `received`: a file that was dropped and is not handed in yet, and what was read of it. `stage`: stages, dates and events, which
 * hold nothing of the content, and what was seen of a published page. `check`: what the element check found, and what the company
 * declared. `comments`: those that were sent, with their answers. `unsent`: those that the adviser still writes. `marks`: what the
 * adviser says the check missed or found wrongly.
 */
export const draftParts = [
  'received',
  'stage',
  'original',
  'text',
  'check',
  'comments',
  'unsent',
  'marks',
  'difference',
] as const;

export type DraftPart = (typeof draftParts)[number];

/**
 * As whom somebody looks at a company's draft. `sender`: of a file that is not handed in yet, whatever their role is. `open
 * secretariat`: of a programme that opens drafts to its secretariat.
 */
export type DraftStanding = 'sender' | 'company' | 'adviser' | 'secretariat' | 'open secretariat';

const whereAgreed: readonly DraftStanding[] = ['company', 'adviser', 'open secretariat'];

const walls: Readonly<Record<DraftPart, readonly DraftStanding[]>> = {
  received: ['sender'],
  stage: ['company', 'adviser', 'secretariat', 'open secretariat'],
  original: whereAgreed,
  text: whereAgreed,
  check: whereAgreed,
  comments: whereAgreed,
  unsent: ['adviser'],
  marks: ['adviser'],
  difference: whereAgreed,
};

/** What decides about a company's drafts. */
export interface DraftWall {
  readonly programmeId: string;
  readonly companyId: string;
  /** Who looks after the company at this time. */
  readonly adviserIds: readonly string[];
  /** Whether the programme opens drafts to its secretariat. */
  readonly openDrafts: boolean;
}

type DraftReader = Pick<ActingMember, 'personId' | 'programmeId' | 'role' | 'companyId'>;

/** Null: as nobody to whom any part is shown. */
export function standingOf(
  { personId, programmeId, role, companyId }: DraftReader,
  wall: DraftWall,
): DraftStanding | null {
  if (programmeId !== wall.programmeId) return null;
  if (role === 'participant') return companyId === wall.companyId ? 'company' : null;
  if (role === 'adviser') return wall.adviserIds.includes(personId) ? 'adviser' : null;
  if (role !== 'secretariat') return null;
  return wall.openDrafts ? 'open secretariat' : 'secretariat';
}

/** Null: as nobody. A colleague of the sender's has no part in what is not handed in yet. */
export function standingToReceived(personId: string, senderId: string | null): DraftStanding | null {
  return personId === senderId ? 'sender' : null;
}

export function maySee(part: DraftPart, standing: DraftStanding | null): boolean {
  return standing !== null && walls[part].includes(standing);
}

/** Null where there is no such company. */
async function readWall(transaction: Transaction, companyId: string): Promise<DraftWall | null> {
  const found = await transaction.company.findUnique({
    where: { id: companyId },
    select: {
      programmeId: true,
      programme: { select: { openDrafts: true } },
      assignments: { where: { endedAt: null }, select: { adviserId: true } },
    },
  });
  if (found === null) return null;
  const { programmeId, programme, assignments } = found;
  const adviserIds = assignments.map(({ adviserId }) => adviserId);
  return { programmeId, companyId, adviserIds, openDrafts: programme.openDrafts };
}

/** For what is shown to somebody who asks: as they act now. */
export async function maySeeOf(
  transaction: Transaction,
  reader: DraftReader,
  { companyId, part }: { readonly companyId: string; readonly part: DraftPart },
): Promise<boolean> {
  const wall = await readWall(transaction, companyId);
  return wall !== null && maySee(part, standingOf(reader, wall));
}

/** For what is sent: by every role that the person holds in the programme at this time. */
export async function mayHearOfDraft(
  transaction: Transaction,
  personId: string,
  { companyId, part }: { readonly companyId: string; readonly part: DraftPart },
): Promise<boolean> {
  const wall = await readWall(transaction, companyId);
  if (wall === null) return false;
  const memberships = await transaction.membership.findMany({
    where: { personId, programmeId: wall.programmeId, endedAt: null },
    select: { programmeId: true, role: true, companyId: true },
  });
  return memberships.some((membership) => maySee(part, standingOf({ ...membership, personId }, wall)));
}
