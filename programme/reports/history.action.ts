/** Shows the secretariat who wrote what of the report's text when, with the text as it was. */
import { z } from 'zod';
import { secretariat } from '../members/roles.js';
import { inBoth, pick } from '../messages/bilingual.js';
import { formatInstantIn } from '../messages/dates.js';
import { elements, type Item } from '../messages/message.js';
import { memberAction } from '../requests/action.js';
import { perhapsChosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { documentTexts } from './document-texts.js';
import { historyRecogniser } from './recognisers.js';
import { reportTexts } from './texts.js';

const MOST_SHOWN = 10;
/** Of each text; the whole stands in the report or in the form. */
const LONGEST_EXCERPT = 200;

export const historyAction = memberAction({
  name: 'report.history',
  texts: reportTexts,
  command: 'report-text-history',
  recognise: historyRecogniser,
  who: secretariat,
  input: z.object({ session: perhapsChosen }),
  offered: 'help',
  confirm: 'read',
  run: async (context, { session }) => {
    const { language } = context;
    const texts = reportTexts[language];
    const versions = await readVersions(context, session);
    const summary = versions.length === 0 ? texts.noHistory : texts.history(versions.length);
    return {
      message: {
        summary,
        elements: elements(
          { kind: 'text', text: summary },
          { kind: 'list', items: versions.map((version) => itemOf(context, version)) },
        ),
      },
    };
  },
});

/** The latest first. */
async function readVersions({ transaction, membership: { programmeId } }: Context, sessionId: string | undefined) {
  return await transaction.reportTextVersion.findMany({
    where: { text: { programmeId, ...(sessionId !== undefined && { sessionId }) } },
    orderBy: [{ changedAt: 'desc' }, { textId: 'asc' }, { version: 'desc' }],
    select: {
      ...{ version: true, ja: true, en: true, changedAt: true },
      text: { select: { section: true, session: { select: { id: true, code: true } } } },
      changedBy: { select: { nameJa: true, nameEn: true } },
    },
    take: MOST_SHOWN,
  });
}

type Version = Awaited<ReturnType<typeof readVersions>>[number];

function itemOf({ language, timeZone }: Context, { version, ja, en, changedAt, text, changedBy }: Version): Item {
  const texts = reportTexts[language];
  const { missing, sections } = documentTexts[language];
  const excerpt = (written: string) =>
    written.length > LONGEST_EXCERPT ? `${written.slice(0, LONGEST_EXCERPT)}…` : written || missing;
  const by = changedBy && pick(language, inBoth(changedBy.nameJa, changedBy.nameEn));
  const session = text.session;
  return {
    title: texts.versionOf(texts.ofSubject(session?.code ?? '', sections[text.section]), version),
    lines: [
      texts.writtenBy(by, formatInstantIn(language, changedAt, timeZone)),
      `${texts.languages.ja}: ${excerpt(ja)}`,
      `${texts.languages.en}: ${excerpt(en)}`,
    ],
    buttons: [
      {
        label: texts.write,
        action: 'report.narrative',
        input: { section: text.section, ...(session && { session: session.id }) },
        form: true,
      },
    ],
  };
}
