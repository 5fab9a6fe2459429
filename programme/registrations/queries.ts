/** Who comes to a session and how, who does not, and who has not answered, company by company: data, without words. */
import type { Transaction } from '../../prisma/client.js';
import { type Bilingual, inBoth } from '../messages/bilingual.js';
import type { Mode } from '../requests/context.js';
import { type Page, type PageOf, page } from '../requests/page.js';
import type { AttendeeFilter, AttendeeGroup } from './attendee-filter.js';
import { type Answer, countConcerned, readConcerned } from './registrations.sql.js';
import type { OwnRegistration } from './seats.js';

export interface Counted {
  readonly people: number;
  /** The programme's own. */
  readonly companies: number;
  /** Of the people, those from companies outside the programme. */
  readonly guests: number;
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
  /** It takes no part in the programme. */
  readonly isGuest: boolean;
  /** Of those shown, at most as many as asked for. */
  readonly attendees: readonly ListedAttendee[];
  readonly total: number;
  /** Nobody of the company answered or came. */
  readonly isSilent: boolean;
}

export interface AttendeeList {
  /** How many there are of each group, whatever is shown. */
  readonly groups: Readonly<Record<AttendeeGroup, Counted>>;
  /** Those whom the filter shows, and those of them to whom the app cannot write. */
  readonly shown: Counted;
  readonly unreached: Counted;
  readonly companies: Page<AttendingCompany>;
}

interface Listing extends PageOf {
  /** As many people of one company. */
  readonly named: number;
  /** Null: everyone. */
  readonly filter: AttendeeFilter | null;
}

/** One page of companies with at most `named` people each, and the counts of everyone the session concerns. */
export async function attendeeList(
  transaction: Transaction,
  sessionId: string,
  listing: Listing,
): Promise<AttendeeList> {
  const counts = await countConcerned(transaction, sessionId, listing.filter);
  const rows = await readConcerned(transaction, sessionId, listing);
  const none = { people: 0, companies: 0, guests: 0, guestCompanies: 0 };
  const countsOf = (name: (typeof counts)[number]['group']) => counts.find(({ group }) => group === name) ?? none;
  const counted = (name: (typeof counts)[number]['group']): Counted => {
    const { people, companies, guests } = countsOf(name);
    return { people, companies, guests };
  };
  const companies = new Map<string, AttendingCompany & { readonly attendees: ListedAttendee[] }>();
  for (const row of rows) {
    const { companyId, isGuest, ofCompany: total, isSilent } = row;
    const company = companies.get(companyId) ?? {
      companyId,
      name: inBoth(row.companyJa, row.companyEn),
      isGuest,
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
  const shown = countsOf('shown');
  return {
    groups: {
      ...{ onsite: counted('onsite'), online: counted('online'), waiting: counted('waiting') },
      ...{ declined: counted('declined'), cancelled: counted('cancelled'), substituted: counted('substituted') },
      ...{ unanswered: counted('unanswered'), came: counted('came'), absent: counted('absent') },
    },
    shown: counted('shown'),
    unreached: counted('unreached'),
    companies: page([...companies.values()], shown.companies + shown.guestCompanies, listing),
  };
}
