/** Shows the secretariat who wrote what of the report's text when, with the text as it was. */
import { z } from 'zod';
import type { ReportSection } from '../../prisma/client.js';
import { secretariat } from '../members/roles.js';
import { memberTexts } from '../members/texts.js';
import { inBoth, pick } from '../messages/bilingual.js';
import { formatInstantIn } from '../messages/dates.js';
import { elements, type Item, type Message } from '../messages/message.js';
import { shortened } from '../messages/shortened.js';
import { memberAction } from '../requests/action.js';
import { perhapsChosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { page, pageStart } from '../requests/page.js';
import { type Refusal, refuse } from '../requests/refusal.js';
import { documentTexts } from './document-texts.js';
import { historyRecogniser } from './recognisers.js';
import { programmeSections, sessionSections } from './sections.js';
import { reportTexts } from './texts.js';

const PAGE = 10;
/** Of each text; a button shows the whole. */
const LONGEST_EXCERPT = 200;

export const historyAction = memberAction({
  name: 'report.history',
  texts: reportTexts,
  command: 'report-text-history',
  recognise: historyRecogniser,
  who: secretariat,
  input: z.object({
    session: perhapsChosen,
    from: pageStart,
    /** One version, to be shown whole. */
    section: z.enum([...programmeSections, ...sessionSections]).optional(),
    version: z.coerce.number().int().positive().optional(),
  }),
  offered: 'help',
  confirm: 'read',
  run: async (context, { session, from, section, version }) => {
    if (section !== undefined && version !== undefined) {
      const whole = await showWhole(context, { session: session ?? null, section, version });
      return 'refused' in whole ? whole : { message: whole };
    }
    const { language } = context;
    const texts = reportTexts[language];
    const versions = await readVersions(context, session, from);
    const summary = versions.total === 0 ? texts.noHistory : texts.history(versions.total);
    const older = {
      label: texts.older,
      action: 'report.history',
      input: { from: versions.next, ...(session && { session }) },
    };
    return {
      message: {
        summary,
        elements: elements(
          { kind: 'text', text: summary },
          { kind: 'list', items: versions.items.map((one) => itemOf(context, one)) },
          { kind: 'buttons', buttons: versions.next === null ? [] : [older] },
        ),
      },
    };
  },
});

/** Both languages as they were, for who has to bring two texts together or wants one back. */
async function showWhole(
  context: Context,
  { session, ...about }: { readonly session: string | null; readonly section: ReportSection; readonly version: number },
): Promise<Message | Refusal> {
  const { transaction, membership, language } = context;
  const { programmeId } = membership;
  const found = await transaction.reportTextVersion.findFirst({
    where: { version: about.version, text: { programmeId, sessionId: session, section: about.section } },
    select: selected,
  });
  if (found === null) return refuse('not_found', {});
  const texts = reportTexts[language];
  const { title, lines, buttons } = headOf(context, found);
  return {
    summary: title,
    elements: elements(
      { kind: 'heading', text: title },
      ...lines.map((text) => ({ kind: 'text' as const, text })),
      ...(['ja', 'en'] as const).flatMap((one) => [
        { kind: 'heading' as const, text: texts.languages[one] },
        { kind: 'text' as const, text: found[one] || documentTexts[language].missing },
      ]),
      { kind: 'buttons', buttons },
    ),
  };
}

const selected = {
  ...{ version: true, ja: true, en: true, changedAt: true },
  text: { select: { section: true, session: { select: { id: true, code: true } } } },
  changedBy: { select: { nameJa: true, nameEn: true } },
} as const;

/** The latest first. */
async function readVersions(
  { transaction, membership: { programmeId } }: Context,
  sessionId: string | undefined,
  from: number,
) {
  const where = { text: { programmeId, ...(sessionId !== undefined && { sessionId }) } };
  const total = await transaction.reportTextVersion.count({ where });
  const items = await transaction.reportTextVersion.findMany({
    where,
    orderBy: [{ changedAt: 'desc' }, { textId: 'asc' }, { version: 'desc' }],
    select: selected,
    skip: from,
    take: PAGE,
  });
  return page(items, total, { from, size: PAGE });
}

type Version = Awaited<ReturnType<typeof readVersions>>['items'][number];

function headOf({ language, timeZone }: Context, { version, changedAt, text, changedBy }: Version): Item {
  const texts = reportTexts[language];
  const by = changedBy && memberTexts[language].personName(pick(language, inBoth(changedBy.nameJa, changedBy.nameEn)));
  const { session, section } = text;
  const ofSession = session && { session: session.id };
  return {
    title: texts.versionOf(texts.ofSubject(session?.code ?? '', documentTexts[language].sections[section]), version),
    lines: [texts.writtenBy(by, formatInstantIn(language, changedAt, timeZone))],
    buttons: [{ label: texts.write, action: 'report.narrative', input: { section, ...ofSession }, form: true }],
  };
}

function itemOf(context: Context, found: Version): Item {
  const { language } = context;
  const texts = reportTexts[language];
  const excerpt = (written: string) => shortened(written, LONGEST_EXCERPT) || documentTexts[language].missing;
  const { title, lines, buttons } = headOf(context, found);
  const { section, session } = found.text;
  const input = { section, version: found.version, ...(session && { session: session.id }) };
  return {
    title,
    lines: [...lines, ...(['ja', 'en'] as const).map((one) => `${texts.languages[one]}: ${excerpt(found[one])}`)],
    buttons: [{ label: texts.wholeText, action: 'report.history', input }, ...buttons],
  };
}
