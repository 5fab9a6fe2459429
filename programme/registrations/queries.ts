/** Who comes to a session and how, who does not, and who has not answered, company by company: data, without words. */
import type { Transaction } from '../../prisma/client.js';
import { type Bilingual, inBoth } from '../messages/bilingual.js';
import type { Mode } from '../requests/context.js';
import { type Page, type PageOf, page } from '../requests/page.js';
import { type Answer, countConcerned, readConcerned } from './registrations.sql.js';
import type { OwnRegistration } from './seats.js';

export interface Counted {
  readonly people: number;
  readonly companies: number;
}

export interface ListedAttendee {
  readonly personId: string;
  readonly name: Bilingual;
  readonly answer: Answer;
  readonly registration: OwnRegistration;
  /** Whether and how the person came, once that is recorded. */
  readonly came: Mode | 'absent' | null;
  /** The app can write to them. */
  readonly isReachable: boolean;
}

export interface AttendingCompany {
  readonly companyId: string;
  readonly name: Bilingual;
  /** At most as many as asked for. */
  readonly attendees: readonly ListedAttendee[];
  readonly total: number;
  /** Nobody of the company answered or came. */
  readonly isSilent: boolean;
}

export interface AttendeeList {
  /** Those who gave no such answer are left out. */
  readonly byAnswer: Readonly<Partial<Record<Answer, Counted>>>;
  readonly came: Counted;
  readonly companies: Page<AttendingCompany>;
}

const none: Counted = { people: 0, companies: 0 };

/** One page of companies with at most `named` people each, and the counts of everyone the session concerns. */
export async function attendeeList(
  transaction: Transaction,
  sessionId: string,
  { named, ...pageOf }: PageOf & { readonly named: number },
): Promise<AttendeeList> {
  const counts = await countConcerned(transaction, sessionId);
  const rows = await readConcerned(transaction, sessionId, { ...pageOf, named });
  const byAnswer = Object.fromEntries(
    counts.flatMap(({ answer, people, companies }) => (answer === null ? [] : [[answer, { people, companies }]])),
  );
  const companies = new Map<string, AttendingCompany & { readonly attendees: ListedAttendee[] }>();
  for (const row of rows) {
    const { companyId, ofCompany: total, isSilent } = row;
    const company = companies.get(companyId) ?? {
      companyId,
      name: inBoth(row.companyJa, row.companyEn),
      attendees: [],
      total,
      isSilent,
    };
    const { personId, answer, came, isReachable, state, mode, waitingFor } = row;
    const registration = state === null ? null : { state, mode, waitingFor };
    const name = inBoth(row.nameJa, row.nameEn);
    company.attendees.push({ personId, name, answer, registration, came, isReachable });
    companies.set(companyId, company);
  }
  const inAll = counts.find(({ answer, came }) => answer === null && came === null) ?? none;
  const came = counts.find((count) => count.came === true) ?? none;
  return {
    byAnswer,
    came: { people: came.people, companies: came.companies },
    companies: page([...companies.values()], inAll.companies, pageOf),
  };
}
