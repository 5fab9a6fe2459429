/** Shows an announcement before it is sent: what will be done and what it costs, who is not reached, and what its readers get. */
import type { Programme } from '../../prisma/client.js';
import { readOfficeCalendar } from '../calendar/business-days.js';
import { windowsOf, writeWindows } from '../calendar/windows.js';
import { nameIn } from '../members/queries.js';
import { inBoth, pick } from '../messages/bilingual.js';
import { formatDeadline, formatInstantIn } from '../messages/dates.js';
import { type Button, type Element, elements, type Fact, type Message } from '../messages/message.js';
import type { Context, Language } from '../requests/context.js';
import { type Audience, audienceSchema, audienceWords } from './audience.js';
import { type ReachedCompany, readReachOf, readUnreachedOf } from './audience.sql.js';
import { type AnnouncedText, fileOf, readSaid, saidIn } from './message.js';
import { buttonsSchema } from './offers.js';
import { readAudienceNames } from './queries.js';
import { mentionsEverybody, sendingMilliseconds, warnOfTime } from './rules.js';
import { readDemands } from './send-announcement.js';
import { announcementTexts } from './texts.js';
import type { PreviewedReach } from './words.js';

/** As many of those who are not reached as one line names. */
const MOST_NAMES = 10;

/** The preview of a draft. `wasScheduled`: it was scheduled before it was changed. */
export async function previewMessage(
  context: Context,
  id: string,
  { wasScheduled = false, note = null }: { readonly wasScheduled?: boolean; readonly note?: string | null } = {},
): Promise<Message> {
  const { transaction, now, language } = context;
  const texts = announcementTexts[language];
  const said = await readSaid(transaction, id);
  if (said === null) throw new Error(`there is no announcement ${id}`);
  const row = await transaction.announcement.findUniqueOrThrow({
    where: { id },
    include: { place: true, programme: true },
  });
  const { sendAt, latestAt, place, programme } = row;
  const { timeZone } = programme;
  const when = sendAt > now ? formatDeadline(context, sendAt, timeZone) : null;
  const audience = place === null ? audienceSchema.parse(row.audience ?? {}) : null;
  const reach = audience === null ? null : await readReachOf(transaction, row.programmeId, audience);
  const does =
    reach === null
      ? texts.doesPost({ place: place?.name ?? '', when })
      : texts.does({ ...countedReach(language, reach), when });
  const demands = await readDemands(transaction, row);
  const mark = (text: string): Element => ({ kind: 'note', text });
  const warnings = [
    ...(note === null ? [] : [note]),
    ...(wasScheduled ? [texts.warnings.edited] : []),
    ...(await timeWarnings(context, sendAt, programme)),
    ...(mentionsEverybody(`${said.textJa}\n${said.textEn}`) ? [texts.warnings.mentions] : []),
    ...(demands.asksNumber ? [texts.warnings.number] : []),
    ...(demands.asksApproval ? [texts.warnings.approval] : []),
  ];
  const facts = [
    ...(audience === null || reach === null ? [] : await reachFacts(context, { audience, reach, sendAt, timeZone })),
    { label: texts.facts.latest, value: formatDeadline(context, latestAt, timeZone) },
  ];
  return {
    summary: does,
    elements: elements(
      { kind: 'text', text: does },
      { kind: 'facts', facts },
      ...warnings.map(mark),
      ...(await readersElements(context, said)),
      {
        kind: 'buttons',
        buttons: draftButtons(context, said, { ahead: sendAt > now, asksNumber: demands.asksNumber }),
      },
    ),
  };
}

function draftButtons(
  { language }: Context,
  { id, version, audience }: AnnouncedText,
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
    ...(audience === null
      ? []
      : [{ label: texts.editAudience, action: 'announcement.audience', input: { announcement }, form: true }]),
    { label: texts.discard, action: 'announcement.cancel', input: { announcement } },
  ];
}

/** What is unusual about the time of sending. */
async function timeWarnings(
  { transaction, language }: Context,
  sendAt: Date,
  programme: Programme,
): Promise<readonly string[]> {
  const { warnings } = announcementTexts[language];
  const { closures } = await readOfficeCalendar(transaction, programme.id);
  const warning = warnOfTime(sendAt, programme.timeZone, { windows: windowsOf(programme), closures });
  if (warning === null) return [];
  return warning.kind === 'holiday'
    ? [warnings.holiday(pick(language, warning.name))]
    : [warnings.outside(writeWindows(warning.windows))];
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
  readonly audience: Audience;
  readonly reach: readonly ReachedCompany[];
  readonly sendAt: Date;
  readonly timeZone: string;
}

async function reachFacts(context: Context, { audience, reach, sendAt, timeZone }: Reached): Promise<readonly Fact[]> {
  const { transaction, membership, language, now } = context;
  const texts = announcementTexts[language];
  const counted = countedReach(language, reach);
  const names = await readAudienceNames(transaction, audience, language);
  const listed = await readUnreachedOf(transaction, membership.programmeId, { audience, most: MOST_NAMES });
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

/** What readers get, in each language that differs. Its buttons are named only: pressed here they would answer for the writer. */
async function readersElements(context: Context, said: AnnouncedText): Promise<readonly Element[]> {
  const texts = announcementTexts[context.language];
  const isSame = saidIn('ja', said) === saidIn('en', said);
  const shown = isSame
    ? ([['both', context.language]] as const)
    : ([
        ['ja', 'ja'],
        ['en', 'en'],
      ] as const);
  const file = await fileOf(context, said);
  return shown.flatMap(([heading, language]): readonly Element[] => {
    const its = announcementTexts[language];
    const buttons = [
      ...(said.link === null ? [] : [`${its.open}: ${said.link}`]),
      ...said.asks.map((answer) => its.replies[answer]),
      ...buttonsSchema.parse(said.buttons).map((action) => its.offers[action]),
    ];
    return [
      { kind: 'heading', text: texts.toReaders[heading] },
      { kind: 'text', text: saidIn(language, said) },
      ...(file === null ? [] : [{ kind: 'note' as const, text: texts.attachment(file.name) }]),
      ...(buttons.length === 0 ? [] : [{ kind: 'note' as const, text: texts.buttonsOf(buttons) }]),
    ];
  });
}
