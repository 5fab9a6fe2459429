/** An announcement as a person enters it, read as what it is to say, to whom and when. */
import { z } from 'zod';
import { AnnouncementReply, Level, Role, type Transaction } from '../../prisma/client.js';
import { instantOf, isDate, localOf } from '../messages/dates.js';
import { perhapsChosen } from '../requests/chosen.js';
import { isRefusal, type Refusal, refuse } from '../requests/refusal.js';
import { secureLink } from '../sessions/details.js';
import {
  type Audience,
  answerGroups,
  audienceSchema,
  consultationGroups,
  everyParticipant,
  MOST_NAMED,
  stageGroups,
} from './audience.js';
import { deliverableFor } from './deliverable-for.js';
import { refuseMention } from './mentions.js';
import { needsSession, type Offered, offered } from './offers.js';
import { refusePost } from './places/check-post.js';
import { placesOf } from './places/keep-places.js';
import { refuseAnnouncement } from './refuse-announcement.js';
import { defaultLatest, LONGEST_TEXT } from './rules.js';

export const LONGEST_LINK = 2_000;

const text = z.string().trim().max(LONGEST_TEXT, { error: 'too_long' }).default('');
const date = z
  .string()
  .default('')
  .refine((typed) => typed === '' || (/^\d{4}-\d{2}-\d{2}$/.test(typed) && isDate(typed)), { error: 'not_a_date' });
const time = z
  .string()
  .default('')
  .transform((typed) => typed.normalize('NFKC').trim())
  .pipe(z.string().regex(/^$|^([01]?\d|2[0-3]):[0-5]\d$/, { error: 'not_a_time' }))
  .transform((typed) => (typed === '' ? '' : typed.padStart(5, '0')));
const several = <T extends Readonly<Record<string, string>>>(values: T) =>
  z.array(z.enum(values, { error: 'not_a_choice' })).default([]);

/** What the audience's form and the announcement's own ask alike. */
export const audienceInput = {
  roles: several(Role),
  levels: several(Level),
  session: perhapsChosen.nullable(),
  answers: z.array(z.enum(answerGroups, { error: 'not_a_choice' })).default([]),
};

/** Local dates and times are those of the programme's zone. */
export const announcementInput = {
  /** The one that is changed. */
  announcement: perhapsChosen.nullable(),
  textJa: text,
  textEn: text,
  ...audienceInput,
  /** An audience that was kept under a name. */
  keptAudience: perhapsChosen.nullable(),
  postTo: perhapsChosen.nullable(),
  /** The overview names them; the audience's own form asks for companies. */
  companies: z.array(z.uuid()).max(MOST_NAMED).default([]),
  quietSince: z.iso.datetime().nullish(),
  /** A sentence may say it; the audience's own form asks it. */
  consultation: z.enum(consultationGroups).nullish(),
  deliverableType: perhapsChosen.nullable(),
  stages: z.array(z.enum(stageGroups)).default([]),
  asks: several(AnnouncementReply),
  buttons: z.array(z.enum(offered, { error: 'not_a_choice' })).default([]),
  link: z
    .union([z.literal(''), secureLink.max(LONGEST_LINK, { error: 'too_long' })], { error: 'not_a_link' })
    .default(''),
  files: z.array(z.string()).max(10).default([]),
  date,
  time,
  latestDate: date,
};

export type EnteredAnnouncement = z.output<z.ZodObject<typeof announcementInput>>;

/** What an announcement is to be. */
export interface AnnouncementDefinition {
  readonly textJa: string;
  readonly textEn: string;
  readonly link: string | null;
  readonly buttons: readonly Offered[];
  readonly asks: readonly AnnouncementReply[];
  readonly audience: Audience;
  /** Where it goes to a place; of the audience only the session counts then. */
  readonly placeId: string | null;
  readonly sendAt: Date;
  readonly latestAt: Date;
}

interface Before {
  readonly programmeId: string;
  readonly timeZone: string;
  readonly now: Date;
  /** Of the announcement that is changed. */
  readonly audience: Audience | null;
}

/** The announcement that was entered, or the first thing that cannot be. */
export async function readEntered(
  transaction: Transaction,
  entered: EnteredAnnouncement,
  before: Before,
): Promise<AnnouncementDefinition | Refusal> {
  const { textJa, textEn, buttons, asks, link } = entered;
  if (textJa === '' && textEn === '') return refuseAnnouncement('text_empty', {}, { field: 'textJa' });
  const mentions = refuseMention({ textJa, textEn });
  if (mentions !== null) return mentions;
  const audience = await readAudience(transaction, entered, before);
  if (audience.session === null && (needsSession(buttons) || audience.answers.length > 0)) {
    return refuseAnnouncement('session_missing', {}, { field: 'session' });
  }
  const about = await deliverableFor(transaction, before.programmeId, audience);
  if (about === 'missing') return refuseAnnouncement('deliverable_missing', {});
  const placeId = entered.postTo ?? null;
  if (placeId !== null) {
    const { programmeId } = before;
    if (!(await isPlace(transaction, programmeId, placeId))) {
      return refuseAnnouncement('place_gone', {}, { field: 'postTo' });
    }
    const refused = await refusePost(transaction, programmeId, { textJa, textEn, link });
    if (refused !== null) return refused;
  }
  const times = await readTimes(transaction, entered, { ...before, session: audience.session });
  if (isRefusal(times)) return times;
  return {
    ...{ textJa, textEn, link: link === '' ? null : link, buttons, asks },
    ...{ audience: { ...audience, deliverableType: about }, placeId, ...times },
  };
}

async function isPlace(transaction: Transaction, programmeId: string, id: string): Promise<boolean> {
  return (await transaction.place.count({ where: { id, ...(await placesOf(transaction, programmeId)) } })) > 0;
}

/** What the form shows takes the place of what was so before; what only the audience's own form shows stays. */
async function readAudience(
  transaction: Transaction,
  { keptAudience, roles, levels, session, answers, ...entered }: EnteredAnnouncement,
  { programmeId, audience: before }: Before,
): Promise<Audience> {
  const { consultation, deliverableType, stages, companies, quietSince } = entered;
  const shown = {
    roles,
    levels,
    session: session ?? null,
    answers,
    ...(consultation != null && { consultation }),
    ...(stages.length > 0 && { stages, deliverableType: deliverableType ?? null }),
    ...(companies.length > 0 && { companies }),
    ...(quietSince != null && { quietSince }),
  };
  if (keptAudience == null) return { ...(before ?? everyParticipant), ...shown };
  const kept = await transaction.namedAudience.findFirst({ where: { id: keptAudience, programmeId } });
  const named = kept === null ? everyParticipant : audienceSchema.parse(kept.audience);
  return {
    ...named,
    ...(roles.length > 0 && { roles }),
    ...(levels.length > 0 && { levels }),
    ...(session != null && { session, answers }),
  };
}

interface Timing extends Before {
  readonly session: string | null;
}

/** Without a date it is sent now; without a time when the office opens. */
async function readTimes(
  transaction: Transaction,
  { date: day, time: at, latestDate }: EnteredAnnouncement,
  { programmeId, timeZone, now, session }: Timing,
): Promise<{ readonly sendAt: Date; readonly latestAt: Date } | Refusal> {
  const { opensAt } = await transaction.programme.findUniqueOrThrow({ where: { id: programmeId } });
  const opening = `${String(Math.floor(opensAt / 60)).padStart(2, '0')}:${String(opensAt % 60).padStart(2, '0')}`;
  const isNow = day === '' && at === '';
  const today = localOf(now, timeZone).date;
  const sendAt = isNow ? now : instantOf(day === '' ? today : day, at === '' ? opening : at, timeZone);
  if (sendAt === null) return refuse('field', { problem: 'not_a_date' }, { field: 'date' });
  if (sendAt < now) return refuse('field', { problem: 'in_the_past' }, { field: day === '' ? 'time' : 'date' });
  const about = session === null ? null : await transaction.session.findUnique({ where: { id: session } });
  const until = latestDate === '' ? null : instantOf(latestDate, '23:59', timeZone);
  const latestAt = until ?? defaultLatest(sendAt, about?.startsAt ?? null);
  if (latestAt <= sendAt) return refuseAnnouncement('latest_before_sending', {}, { field: 'latestDate' });
  return { sendAt, latestAt };
}
