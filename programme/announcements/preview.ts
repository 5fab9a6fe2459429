/** Shows an announcement before it is sent: what will be done and what it costs, who is not reached, and what its readers get. */
import type { Place, Programme } from '../../prisma/client.js';
import { readOfficeCalendar } from '../calendar/business-days.js';
import { windowsOf, writeWindows } from '../calendar/windows.js';
import { nameIn } from '../members/queries.js';
import { inBoth, pick } from '../messages/bilingual.js';
import { formatDeadline, formatInstantIn } from '../messages/dates.js';
import {
  type Button,
  type Element,
  elements,
  type Fact,
  type Introduction,
  isLink,
  type Message,
} from '../messages/message.js';
import type { ComposingContext } from '../notifications/kind.js';
import type { Context, Language } from '../requests/context.js';
import { type Audience, audienceSchema, audienceWords } from './audience.js';
import { type ReachedCompany, readReachOf, readUnreachedOf } from './audience.sql.js';
import { type AnnouncedText, buttonsFor, fileOf, languagesOf, readSaid, saidIn } from './message.js';
import { namedIn } from './places/check-post.js';
import { placeName } from './places/place-name.js';
import { type Demands, readAudienceNames, readDemands } from './queries.js';
import { sendingMilliseconds, warnOfTime } from './rules.js';
import { announcementTexts } from './texts.js';
import type { PreviewedReach } from './words.js';

/** As many of those who are not reached as one line names. */
const MOST_NAMES = 10;

/** What a preview is made with: for a person who asks, and for one who is told. */
type PreviewContext = Pick<ComposingContext, 'transaction' | 'now' | 'language' | 'timeZone' | 'fileLinks'>;

interface Preview {
  /** What will be done. */
  readonly does: string;
  readonly facts: readonly Fact[];
  /** What is unusual about it, and what it needs. */
  readonly warnings: readonly string[];
  readonly said: AnnouncedText;
  readonly demands: Demands;
  /** It is not sent at once. */
  readonly isAhead: boolean;
}

async function readPreview(context: PreviewContext, id: string): Promise<Preview> {
  const { transaction, now, language } = context;
  const texts = announcementTexts[language];
  const said = await readSaid(transaction, id);
  if (said === null) throw new Error(`there is no announcement ${id}`);
  const row = await transaction.announcement.findUniqueOrThrow({
    where: { id },
    include: { place: true, programme: true },
  });
  const { sendAt, latestAt, place, programme, programmeId } = row;
  const { timeZone } = programme;
  const when = sendAt > now ? formatDeadline(context, sendAt, timeZone) : null;
  const audience = place === null ? audienceSchema.parse(row.audience ?? {}) : null;
  const reach = audience === null ? null : await readReachOf(transaction, { programmeId, audience, now });
  const does =
    reach === null
      ? texts.doesPost({ place: placeName(place), when })
      : texts.does({ ...countedReach(language, reach), when });
  const demands = await readDemands(transaction, row);
  const named = place === null ? [] : await namedIn(transaction, programmeId, said);
  const warnings = [
    ...(programme.openedAt === null ? [texts.warnings.unannounced] : []),
    ...(await timeWarnings(context, sendAt, programme)),
    ...(named.length === 0 ? [] : [texts.warnings.named(named)]),
  ];
  const facts = [
    ...(audience === null || reach === null
      ? placeFacts(language, place)
      : await reachFacts(context, { programmeId, audience, reach, sendAt, timeZone })),
    { label: texts.facts.latest, value: formatDeadline(context, latestAt, timeZone) },
  ];
  return { does, facts, warnings, said, demands, isAhead: sendAt > now };
}

/** The preview of a draft. `wasScheduled`: it was scheduled before it was changed. */
export async function previewMessage(
  context: Context,
  id: string,
  { wasScheduled = false, note = null }: { readonly wasScheduled?: boolean; readonly note?: string | null } = {},
): Promise<Message> {
  const texts = announcementTexts[context.language];
  const { does, facts, warnings, said, demands, isAhead } = await readPreview(context, id);
  const notes = [
    ...(note === null ? [] : [note]),
    ...(wasScheduled ? [texts.warnings.edited] : []),
    ...warnings,
    ...(demands.asksNumber ? [texts.warnings.number] : []),
    ...(demands.asksApproval ? [said.placeId === null ? texts.warnings.approval : texts.warnings.approvalPost] : []),
  ];
  return {
    summary: does,
    elements: elements(
      { kind: 'text', text: does },
      { kind: 'facts', facts },
      ...notes.map(noted),
      ...(await readersElements(context, said)),
      { kind: 'buttons', buttons: draftButtons(context, said, { ahead: isAhead, asksNumber: demands.asksNumber }) },
    ),
  };
}

/** The same for the person who is to approve it, with the file itself. */
export async function proposedElements(context: PreviewContext, id: string): Promise<readonly Element[]> {
  const { does, facts, warnings, said } = await readPreview(context, id);
  return elements(
    { kind: 'text', text: does },
    { kind: 'facts', facts },
    ...warnings.map(noted),
    ...(await readersElements(context, said)),
    await fileOf(context, said),
  );
}

/** As much of that as stands above a form. */
export async function proposedIntroduction(context: PreviewContext, id: string): Promise<readonly Introduction[]> {
  const { does, facts, warnings, said } = await readPreview(context, id);
  return [
    { kind: 'text', text: does },
    { kind: 'facts', facts },
    ...warnings.map(noted),
    ...(await readersElements(context, said)).map((element) =>
      element.kind === 'heading' ? noted(element.text) : element,
    ),
  ];
}

function noted(text: string): Extract<Introduction, { kind: 'note' }> {
  return { kind: 'note', text };
}

/** Where it will stand, and who reads it there. */
function placeFacts(language: Language, place: Place | null): readonly Fact[] {
  const texts = announcementTexts[language];
  if (place === null) return [];
  return [
    { label: texts.facts.place, value: placeName(place) },
    { label: texts.facts.readers, value: texts.readers[place.readers] },
    ...(place.leftAt === null ? [] : [{ label: texts.facts.state, value: texts.placeLeft }]),
  ];
}

function draftButtons(
  { language }: Context,
  { id, version, placeId }: AnnouncedText,
  { ahead, asksNumber }: { readonly ahead: boolean; readonly asksNumber: boolean },
): readonly Button[] {
  const texts = announcementTexts[language];
  const announcement = id;
  return [
    {
      ...{
        label: ahead ? texts.schedule : texts.send,
        action: 'announcement.send',
        input: { announcement, seen: version },
      },
      ...{ emphasis: 'primary', ...(asksNumber && { form: true }) },
    },
    { label: texts.edit, action: 'announcement.compose', input: { announcement }, form: true },
    ...(placeId !== null
      ? []
      : [{ label: texts.editAudience, action: 'announcement.audience', input: { announcement }, form: true }]),
    { label: texts.discard, action: 'announcement.cancel', input: { announcement } },
  ];
}

/** What is unusual about the time of sending. */
async function timeWarnings(context: PreviewContext, sendAt: Date, programme: Programme): Promise<readonly string[]> {
  const { transaction, language, now } = context;
  const { warnings } = announcementTexts[language];
  const { timeZone } = programme;
  const { closures } = await readOfficeCalendar(transaction, programme.id);
  const calendar = { windows: windowsOf(programme), closures };
  const warning = warnOfTime(sendAt, { now, timeZone, calendar });
  if (warning === null) return [];
  const nearest = warning.nearest.map((one) => formatDeadline(context, one, timeZone));
  return warning.kind === 'holiday'
    ? [warnings.holiday(pick(language, warning.name), nearest)]
    : [warnings.outside(writeWindows(warning.windows), nearest)];
}

const inChat = ({ slack, teams }: ReachedCompany) => slack + teams;

/** Counts over the companies; those without a company count among the people alone. */
function countedReach(language: Language, rows: readonly ReachedCompany[]): PreviewedReach {
  const sum = (count: (row: ReachedCompany) => number) => rows.reduce((all, row) => all + count(row), 0);
  const companies = rows.filter(({ companyId }) => companyId !== null);
  const silent = companies.filter((row) => inChat(row) === 0 && row.email === 0);
  return {
    people: sum((row) => inChat(row) + row.email + row.none + row.muted),
    companies: companies.length,
    chatCompanies: companies.filter((row) => inChat(row) > 0).length,
    mailCompanies: companies.filter((row) => inChat(row) === 0 && row.email > 0).length,
    silent: silent.map(({ nameJa, nameEn }) => pick(language, inBoth(nameJa ?? '', nameEn ?? ''))),
    muted: sum(({ muted }) => muted),
    none: sum(({ none }) => none),
  };
}

interface Reached {
  readonly programmeId: string;
  readonly audience: Audience;
  readonly reach: readonly ReachedCompany[];
  readonly sendAt: Date;
  readonly timeZone: string;
}

async function reachFacts(
  context: PreviewContext,
  { programmeId, audience, reach, sendAt, timeZone }: Reached,
): Promise<readonly Fact[]> {
  const { transaction, language, now } = context;
  const texts = announcementTexts[language];
  const counted = countedReach(language, reach);
  const names = await readAudienceNames(transaction, audience, language);
  const listed = await readUnreachedOf(transaction, { programmeId, audience, now, most: MOST_NAMES });
  const unreached = {
    names: listed.map(({ why, ...row }) => ({ name: pick(language, nameIn(row)), why })),
    more: counted.none - listed.length,
  };
  const sum = (way: 'slack' | 'teams' | 'email') => reach.reduce((all, row) => all + row[way], 0);
  const takes = sendingMilliseconds({ slack: sum('slack'), teams: sum('teams'), email: sum('email') });
  const start = Math.max(sendAt.getTime(), now.getTime());
  const over =
    takes <= 60_000 ? texts.soon : texts.over(formatInstantIn(language, new Date(start + takes + 60_000), timeZone));
  return [
    { label: texts.facts.audience, value: audienceWords(language, audience, names) },
    { label: texts.facts.reach, value: texts.reach(counted) },
    ...(listed.length === 0 ? [] : [{ label: texts.facts.unreached, value: texts.unreached(unreached) }]),
    { label: texts.facts.over, value: over },
  ];
}

type ReadersElement = Extract<Element, { kind: 'heading' | 'text' | 'note' }>;

/** What readers get, in each language that differs. Its buttons are named only: pressed here they would answer for the writer. */
async function readersElements(context: PreviewContext, said: AnnouncedText): Promise<readonly ReadersElement[]> {
  const texts = announcementTexts[context.language];
  const file = await fileOf(context, said);
  const attached = file === null ? [] : [noted(texts.attachment(file.name))];
  return shownTo(context.language, said).flatMap(({ heading, languages }): readonly ReadersElement[] => {
    const buttons = buttonsFor(said, languages, null).map((button) =>
      isLink(button) ? `${button.label}: ${button.link}` : button.label,
    );
    return [
      { kind: 'heading', text: texts.toReaders[heading] },
      ...languages.map((language) => ({ kind: 'text', text: saidIn(language, said) }) as const),
      ...attached,
      ...(buttons.length === 0 ? [] : [noted(texts.buttonsOf(buttons))]),
    ];
  });
}

/** Who gets something else than the others: nobody does in a channel, nor where it is written in one language. */
function shownTo(language: Language, said: AnnouncedText) {
  if (said.placeId !== null) return [{ heading: 'place', languages: languagesOf(said) }] as const;
  if (saidIn('ja', said) === saidIn('en', said)) return [{ heading: 'both', languages: [language] }] as const;
  return [
    { heading: 'ja', languages: ['ja'] },
    { heading: 'en', languages: ['en'] },
  ] as const;
}
