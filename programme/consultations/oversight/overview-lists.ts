/** The lists of the secretariat's overview: each by itself page by page, and its beginning in the overview. */
import type { Prisma } from '../../../prisma/client.js';
import { findCompany } from '../../members/queries.js';
import { pick } from '../../messages/bilingual.js';
import type { ActionButton, Button, Item } from '../../messages/message.js';
import type { Context } from '../../requests/context.js';
import { type PageOf, page } from '../../requests/page.js';
import { bookingButtons } from '../bookings/booking-words.js';
import { type BookingEntry, readBookings } from '../bookings/queries.js';
import { adviserName, hourFor } from '../hour-words.js';
import { bookingsApart, missingRecords, readAdviserHours, readCompanyHours, readUnbooked } from './queries.js';
import { overviewTexts } from './texts.js';

export const overviewLists = ['unbooked', 'companies', 'advisers', 'missing', 'apart', 'coming'] as const;

export type OverviewList = (typeof overviewLists)[number];

/** A list, or its beginning. */
export interface Listed {
  readonly title: string;
  readonly items: readonly Item[];
  readonly total: number;
  /** Where it goes on; null where all of it is shown. */
  readonly next: number | null;
}

interface Listing extends PageOf {
  /** Whose each free hour is. */
  readonly freeOf: readonly string[];
  /** Of one company alone, as far as the list is about bookings. */
  readonly company?: string | undefined;
}

type ReadList = (context: Context, listing: Listing) => Promise<Listed>;

const readers: Readonly<Record<OverviewList, ReadList>> = {
  unbooked: listUnbooked,
  companies: listCompanies,
  advisers: listAdvisers,
  missing: async (context, listing) => {
    const { membership, now, language } = context;
    const where = missingRecords(membership.programmeId, now);
    return await listBookings(context, listing, { where, title: overviewTexts[language].missing });
  },
  apart: async (context, listing) => {
    const { transaction, membership, now, language } = context;
    const where = await bookingsApart(transaction, membership.programmeId, now);
    const handOver = ({ id: booking }: BookingEntry): Button => ({
      ...{ label: overviewTexts[language].handOver, action: 'consultation.hand-over', input: { booking } },
      ...{ form: true, emphasis: 'primary' },
    });
    return await listBookings(context, listing, { where, title: overviewTexts[language].apart, first: handOver });
  },
  coming: listComing,
};

export async function readList(context: Context, list: OverviewList, listing: Listing): Promise<Listed> {
  return await readers[list](context, listing);
}

function companyButtons({ language }: Context, company: string): readonly ActionButton[] {
  const texts = overviewTexts[language];
  return [
    { label: texts.ledger, action: 'consultation.ledger', input: { company } },
    { label: texts.grant, action: 'consultation.grant', input: { company }, form: true },
  ];
}

async function listUnbooked(context: Context, listing: Listing): Promise<Listed> {
  const { transaction, membership, language } = context;
  const texts = overviewTexts[language];
  const { items, total, next } = await readUnbooked(transaction, membership.programmeId, listing);
  return {
    title: total === 0 ? texts.allBooked : texts.notBooked(total),
    items: items.map(({ id, name, left }) => ({
      title: pick(language, name),
      lines: [texts.company(left)],
      buttons: companyButtons(context, id),
    })),
    ...{ total, next },
  };
}

async function listCompanies(context: Context, listing: Listing): Promise<Listed> {
  const { transaction, membership, language } = context;
  const texts = overviewTexts[language];
  const { items, total, next } = await readCompanyHours(transaction, membership.programmeId, listing);
  return {
    title: texts.companies(total),
    items: items.map(({ id, name, sum }) => {
      const bookings = { label: texts.bookings, action: 'consultation.overview' };
      return {
        title: pick(language, name),
        lines: [texts.companyHours(sum)],
        buttons: [
          ...(sum.booked > 0 ? [{ ...bookings, input: { list: 'coming', company: id } }] : []),
          ...companyButtons(context, id),
        ],
      };
    }),
    ...{ total, next },
  };
}

async function listAdvisers(context: Context, { freeOf, ...pageOf }: Listing): Promise<Listed> {
  const { transaction, membership, language } = context;
  const texts = overviewTexts[language];
  const { items, total, next } = await readAdviserHours(transaction, membership.programmeId, pageOf);
  return {
    title: texts.advisers(total),
    items: items.map(({ id, name, ...hours }) => ({
      title: adviserName(language, pick(language, name)),
      lines: [texts.adviser({ ...hours, free: freeOf.filter((one) => one === id).length })],
      buttons: [],
    })),
    ...{ total, next },
  };
}

async function listComing(context: Context, listing: Listing): Promise<Listed> {
  const { transaction, membership, now, language } = context;
  const { programmeId } = membership;
  const texts = overviewTexts[language];
  const { company: companyId } = listing;
  const company = companyId === undefined ? null : await findCompany(transaction, programmeId, companyId);
  const where = { programmeId, state: 'booked' as const, startsAt: { gt: now }, ...(companyId && { companyId }) };
  const title = (total: number) =>
    company === null ? texts.coming(total) : texts.comingOf(pick(language, company.name), total);
  return await listBookings(context, listing, { where, title });
}

interface Bookings {
  readonly where: Prisma.BookingWhereInput;
  readonly title: (total: number) => string;
  /** What is done first about each. */
  readonly first?: (booking: BookingEntry) => Button;
}

async function listBookings(context: Context, pageOf: PageOf, { where, title, first }: Bookings): Promise<Listed> {
  const { transaction } = context;
  const bookings = await readBookings(transaction, where, pageOf);
  const { total, next } = page(bookings, await transaction.booking.count({ where }), pageOf);
  const items = bookings.map((booking) => bookingItem(context, booking, first));
  return { title: title(total), items, total, next };
}

function bookingItem(context: Context, booking: BookingEntry, first: Bookings['first']): Item {
  const { language } = context;
  return {
    title: overviewTexts[language].title(hourFor(context, booking), pick(language, booking.company.name)),
    lines: [adviserName(language, pick(language, booking.adviser.name))],
    buttons: [...(first === undefined ? [] : [first(booking)]), ...bookingButtons(context, booking)],
  };
}
