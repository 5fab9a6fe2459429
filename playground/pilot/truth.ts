/** Looks into the database whether what people did in chat came about. It writes nothing: everything that happens is done in chat. */
import {
  type AnnouncementState,
  type BookingState,
  type DeliverableStage,
  inTransaction,
  type Platform,
  type PrismaClient,
  type Transaction,
} from '../../prisma/client.js';
import type { PlannedConsultation } from '../../programme/import/read-consultation-plan.js';
import type { PlannedDrafts } from '../../programme/import/read-draft-plan.js';
import type { Mode } from '../../programme/requests/context.js';
import type { PilotSession } from './plan.js';

export interface Standing {
  readonly confirmed: Mode | null;
  readonly waitingFor: Mode | null;
}

/** A consultation that was not cancelled. */
export interface ConsultationStanding {
  readonly state: BookingState;
  readonly adviserId: string;
  /** What the record says came of it; null as long as there is none. */
  readonly recorded: BookingState | null;
}

/** How far a company is with what it hands in. */
export interface HandInStanding {
  readonly stage: DeliverableStage;
  /** How many versions it has handed in. */
  readonly versions: number;
  readonly title: { readonly ja: string; readonly en: string };
}

export interface Truth {
  readonly database: PrismaClient;
  readonly programmeId: string;
  sessionId(session: PilotSession): string;
  isLinked(platform: Platform, userId: string, personId: string): Promise<boolean>;
  standing(session: PilotSession, personId: string): Promise<Standing>;
  /** Holds a place in this mode or waits for one. */
  asksFor(session: PilotSession, personId: string, mode: Mode): Promise<boolean>;
  /** Who is recorded as having come, and how. */
  came(session: PilotSession): Promise<ReadonlyMap<string, Mode>>;
  /** Whether the adviser offers an hour that begins then. */
  isOffered(adviserId: string, startsAt: Date): Promise<boolean>;
  /** Of this company at this time; null where it has none then. */
  consultation(planned: Pick<PlannedConsultation, 'company' | 'startsAt'>): Promise<ConsultationStanding | null>;
  /** Of what the company is to hand in. */
  drafts(planned: Pick<PlannedDrafts, 'company' | 'deliverable'>): Promise<HandInStanding>;
  /** The e-mail address of the adviser who looks after the company; null where nobody does. */
  adviserOf(company: string): Promise<string | null>;
  /** When the next notification or announcement after this instant is due; null where nothing lies ahead. */
  nextDue(after: Date): Promise<Date | null>;
  /** The states of the announcements. */
  announcements(): Promise<readonly AnnouncementState[]>;
  /** The people who were told an announcement in chat that asks for an answer, and have not answered it. */
  unanswered(): Promise<ReadonlySet<string>>;
}

export async function openTruth(database: PrismaClient, programmeCode: string): Promise<Truth> {
  const programme = await database.programme.findUniqueOrThrow({
    where: { code: programmeCode },
    include: { sessions: { select: { id: true, code: true } } },
  });
  const sessions = new Map(programme.sessions.map(({ code, id }) => [code, id]));
  const sessionId = ({ code }: PilotSession): string => {
    const id = sessions.get(code);
    if (id === undefined) throw new Error(`the database has no session ${code}`);
    return id;
  };

  async function standing(session: PilotSession, personId: string): Promise<Standing> {
    const found = await database.registration.findUnique({
      where: { sessionId_personId: { sessionId: sessionId(session), personId } },
    });
    return { confirmed: found?.state === 'confirmed' ? found.mode : null, waitingFor: found?.waitingFor ?? null };
  }

  return {
    database,
    programmeId: programme.id,
    sessionId,
    async isLinked(platform, userId, personId) {
      return (await database.account.count({ where: { platform, userId, personId } })) > 0;
    },
    standing,
    async asksFor(session, personId, mode) {
      const { confirmed, waitingFor } = await standing(session, personId);
      return (waitingFor ?? confirmed) === mode;
    },
    async came(session) {
      const rows = await database.attendance.findMany({
        where: { sessionId: sessionId(session), supersededAt: null, present: true },
        select: { personId: true, mode: true },
      });
      return new Map(rows.flatMap(({ personId, mode }) => (mode === null ? [] : [[personId, mode] as const])));
    },
    async isOffered(adviserId, startsAt) {
      const where = { programmeId: programme.id, adviserId, startsAt, state: 'open' } as const;
      return (await database.consultationSlot.count({ where })) > 0;
    },
    async consultation({ company, startsAt }) {
      const found = await database.booking.findFirst({
        where: { programmeId: programme.id, startsAt, company: { code: company }, state: { not: 'cancelled' } },
        include: { records: { where: { supersededAt: null }, select: { outcome: true } } },
      });
      if (found === null) return null;
      const { state, adviserId, records } = found;
      return { state, adviserId, recorded: records[0]?.outcome ?? null };
    },
    async drafts({ company, deliverable: code }) {
      const read = (transaction: Transaction) =>
        transaction.deliverableType.findFirstOrThrow({
          where: { programmeId: programme.id, code },
          include: { deliverables: { where: { company: { code: company } } } },
        });
      const viewer = { kind: 'programme', programmeId: programme.id } as const;
      const { titleJa, titleEn, deliverables } = await inTransaction(database, read, { viewer });
      const [own] = deliverables;
      const title = { ja: titleJa, en: titleEn };
      return { stage: own?.stage ?? 'not_started', versions: own?.drafts ?? 0, title };
    },
    async adviserOf(company) {
      const found = await database.assignment.findFirst({
        where: { programmeId: programme.id, company: { code: company }, endedAt: null },
        orderBy: [{ since: 'asc' }, { id: 'asc' }],
        select: { adviser: { select: { email: true } } },
      });
      return found?.adviser.email ?? null;
    },
    async nextDue(after) {
      const [notification, announcement] = await Promise.all([
        database.notification.aggregate({ where: { state: 'pending', dueAt: { gt: after } }, _min: { dueAt: true } }),
        database.announcement.aggregate({
          where: { state: 'scheduled', sendAt: { gt: after } },
          _min: { sendAt: true },
        }),
      ]);
      const due = [notification._min.dueAt, announcement._min.sendAt].filter((at) => at !== null);
      return due.length === 0 ? null : new Date(Math.min(...due.map((at) => at.getTime())));
    },
    async announcements() {
      const found = await database.announcement.findMany({
        where: { programmeId: programme.id },
        select: { state: true },
      });
      return found.map(({ state }) => state);
    },
    async unanswered() {
      const asking = await database.announcement.findMany({
        where: { programmeId: programme.id, asks: { isEmpty: false } },
        select: { id: true, answers: { select: { personId: true } } },
      });
      const open = new Set<string>();
      for (const { id, answers } of asking) {
        const answered = new Set(answers.map(({ personId }) => personId));
        const told = await database.notification.findMany({
          where: { bulkId: id, state: 'delivered', accountId: { not: null } },
          select: { personId: true },
        });
        for (const { personId } of told) if (!answered.has(personId)) open.add(personId);
      }
      return open;
    },
  };
}
