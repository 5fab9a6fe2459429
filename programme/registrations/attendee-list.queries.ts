/** Everyone whom a session concerns, with all that is known of their answers: data for exports, without words. */
import type { Level, Transaction } from '../../prisma/client.js';
import { type Bilingual, inBoth } from '../messages/bilingual.js';
import type { Mode } from '../requests/context.js';
import type { AttendeeFilter } from './attendee-filter.js';
import { type Answer, readEveryoneConcerned } from './registrations.sql.js';

/** An answer apart from its mode. */
export type AnswerKind = 'registered' | Exclude<Answer, Mode>;

export interface ExportedAttendee {
  readonly personId: string;
  readonly name: Bilingual;
  readonly furigana: string;
  readonly level: Level | null;
  readonly company: { readonly code: string; readonly name: Bilingual; readonly kana: string };
  /** The company takes no part in the programme. */
  readonly isGuest: boolean;
  readonly answer: AnswerKind;
  /** In which mode a place is held or, on the waitlist alone, wished for. */
  readonly mode: Mode | null;
  /** The mode whose waitlist the person stands in, and the order in it: lower comes first. */
  readonly waiting: { readonly mode: Mode; readonly order: number } | null;
  readonly substituteFor: Bilingual | null;
  /** Who gave the answer that holds, and when. */
  readonly answered: { readonly by: Bilingual; readonly at: Date } | null;
  /** Whether and how the person came, once that is recorded. */
  readonly came: Mode | 'absent' | null;
  /** The app can write to them. */
  readonly isReachable: boolean;
}

/** Whom the session is meant for, and who is registered or came besides, in no order of meaning. */
export async function findEveryAttendee(
  transaction: Transaction,
  sessionId: string,
  filter: AttendeeFilter | null = null,
): Promise<readonly ExportedAttendee[]> {
  const rows = await readEveryoneConcerned(transaction, sessionId, filter);
  return rows.map((row): ExportedAttendee => {
    const { personId, furigana, level, mode, waitingFor, queueNumber, answeredAt, came, isReachable, isGuest } = row;
    const answer = kindOf(row.answer);
    const holds = answer === 'registered' || answer === 'waiting';
    const by = nameOf(row.answeredByJa, row.answeredByEn);
    return {
      ...{ personId, name: inBoth(row.nameJa, row.nameEn), furigana, level, answer, came },
      ...{ isReachable, isGuest },
      company: { code: row.companyCode, name: inBoth(row.companyJa, row.companyEn), kana: row.kana },
      mode: holds ? mode : null,
      waiting: waitingFor === null || queueNumber === null ? null : { mode: waitingFor, order: queueNumber },
      substituteFor: holds ? nameOf(row.substituteForJa, row.substituteForEn) : null,
      answered: by === null || answeredAt === null ? null : { by, at: answeredAt },
    };
  });
}

function kindOf(answer: Answer): AnswerKind {
  return answer === 'onsite' || answer === 'online' ? 'registered' : answer;
}

function nameOf(ja: string | null, en: string | null): Bilingual | null {
  return ja === null || en === null ? null : inBoth(ja, en);
}
