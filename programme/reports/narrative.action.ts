/** Takes from the secretariat what the report tells beside its figures, part by part, of the programme or of one session, in both languages. */
import { z } from 'zod';
import type { ReportSection } from '../../prisma/client.js';
import { actingMember } from '../members/acting-member.js';
import { secretariat } from '../members/roles.js';
import { inBoth, pick } from '../messages/bilingual.js';
import { initialChoice } from '../messages/initial.js';
import { type Button, elements, type Field, type Form, type Values } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import { memberAction } from '../requests/action.js';
import { perhapsChosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { isId } from '../requests/is-id.js';
import { isRefusal, type Refusal } from '../requests/refusal.js';
import { sessionChoices } from '../sessions/session-choices.js';
import { documentTexts } from './document-texts.js';
import { refuseFrozen } from './freeze-report.js';
import { readReport } from './read-report.js';
import { narrativeRecogniser } from './recognisers.js';
import { refuseReport } from './refuse-report.js';
import { isOfSession, missingTexts, programmeSections, sessionSections } from './sections.js';
import {
  bothLanguages,
  partFields,
  readStoredTexts,
  saidInput,
  shownAgain,
  textInput,
  textNotes,
  unified,
} from './text-fields.js';
import { reportTexts } from './texts.js';
import { type EnteredText, writeTexts } from './write-texts.js';

const input = z.object({
  session: perhapsChosen,
  section: z.enum([...programmeSections, ...sessionSections], {
    error: (issue) => (issue.input === undefined ? 'required' : 'not_a_choice'),
  }),
  ...{ textJa: textInput, textEn: textInput, said: saidInput },
  /** That its form was shown: both texts may be empty, and a button must not empty them. */
  shown: z.literal(true, { error: 'required' }),
  /** Of the part that its form showed, 0 where there was none; without it nothing was shown that could be out of date. */
  version: z.coerce.number().int().min(0).optional(),
});

export const narrativeAction = memberAction({
  name: 'report.narrative',
  texts: reportTexts,
  command: 'report-text',
  recognise: narrativeRecogniser,
  who: secretariat,
  input,
  offered: 'help',
  ask: narrativeForm,
  confirm: {
    when: 'words',
    show: async (context, { section, session }) => {
      const refused = await refusedNow(context, section, session);
      if (refused) return refused;
      return { does: reportTexts[context.language].saveDoes(await nameOf(context, section, session)), elements: [] };
    },
  },
  run: async (context, { section, session, textJa, textEn, said, version }) => {
    const { transaction, now, language } = context;
    const refused = await refusedNow(context, section, session);
    if (refused) return refused;
    const sessionId = isOfSession(section) ? (session ?? null) : null;
    const written = { ja: unified(textJa), en: unified(textEn), said: section === 'voices' ? (said ?? null) : null };
    const entered = [{ section, ...written, seen: version ?? null }];
    const saved = await writeTexts(transaction, { sessionId, texts: entered, by: actingMember(context), now });
    if (isRefusal(saved)) return saved;
    const texts = reportTexts[language];
    const summary = texts.saved(await nameOf(context, section, session));
    return {
      message: {
        summary,
        elements: elements(
          { kind: 'text', text: summary },
          {
            kind: 'buttons',
            buttons: [
              ...(await nextButtons(context)),
              { label: texts.actions['report.make'].title, action: 'report.make', input: {} },
            ],
          },
        ),
      },
    };
  },
});

async function refusedNow(
  { transaction, membership }: Context,
  section: ReportSection,
  session: string | undefined,
): Promise<Refusal | null> {
  if (isOfSession(section) && session === undefined) return refuseReport('needs_session', {}, { field: 'session' });
  return await refuseFrozen(transaction, membership.programmeId, 'report_frozen');
}

async function nameOf(
  { transaction, language, membership }: Context,
  section: ReportSection,
  session: string | undefined,
): Promise<string> {
  const title = documentTexts[language].sections[section];
  if (session === undefined || !isOfSession(section)) return title;
  const { programmeId } = membership;
  const found = await transaction.session.findFirst({ where: { id: session, programmeId } });
  const { ofSubject } = reportTexts[language];
  return found === null ? title : ofSubject(pick(language, inBoth(found.titleJa, found.titleEn)), title);
}

/** To the first part that is still missing, so that the report can be written from one to the next. */
async function nextButtons({ transaction, membership, now, language }: Context): Promise<readonly Button[]> {
  const report = await readReport(transaction, membership.programmeId, now);
  const [next] = missingTexts(report, bothLanguages);
  if (next === undefined) return [];
  const { section, session: code } = next;
  const session = report.sessions.find((one) => one.code === code)?.id;
  const { nextPart, ofSubject } = reportTexts[language];
  const label = nextPart(ofSubject(code ?? '', documentTexts[language].sections[section]));
  return [{ label, action: 'report.narrative', input: { section, ...(session && { session }) }, form: true }];
}

async function narrativeForm(context: Context, given: Values): Promise<Form | Refusal> {
  const { transaction, membership, language } = context;
  const refused = await refuseFrozen(transaction, membership.programmeId, 'report_frozen');
  if (refused) return refused;
  const texts = reportTexts[language];
  const form = {
    action: 'report.narrative',
    title: texts.actions['report.narrative'].title,
    cancel: chatTexts[language].close,
  };
  const named = input.shape.section.safeParse(given.section);
  const session = isId(given.session) ? given.session : undefined;
  if (!named.success || (isOfSession(named.data) && session === undefined)) {
    return { ...form, introduction: [], fields: await choosingFields(context, given), known: {}, submit: texts.next };
  }
  const section = named.data;
  const sessionId = isOfSession(section) ? (session ?? null) : null;
  const all = await readStoredTexts(transaction, { programmeId: membership.programmeId, sessionId });
  const stored = all.filter((one) => one.section === section);
  const again = shownAgain(enteredOf(section, given), stored[0]);
  const overtaken = again.overtaken ? [section] : [];
  return {
    ...form,
    introduction: [
      { kind: 'text', text: await nameOf(context, section, session) },
      ...textNotes(context, stored, { left: [], overtaken }),
    ],
    fields: partFields(language, {
      section,
      stored: stored[0],
      given,
      names: { ja: 'textJa', en: 'textEn', said: 'said' },
    }),
    known: { section, shown: true, version: again.version, ...(isOfSession(section) && { session }) },
    submit: texts.save,
  };
}

/** What a form that comes back holds. */
function enteredOf(section: ReportSection, given: Values): EnteredText | undefined {
  const read = input.safeParse({ ...given, section });
  if (!read.success || read.data.version === undefined) return undefined;
  const { textJa, textEn, said, version } = read.data;
  return {
    section,
    ja: unified(textJa),
    en: unified(textEn),
    said: section === 'voices' ? (said ?? null) : null,
    seen: version,
  };
}

/** Which part, and of which session where it is of one. */
async function choosingFields(context: Context, given: Values): Promise<readonly Field[]> {
  const { language } = context;
  const { labels } = reportTexts[language];
  const choices = [...programmeSections, ...sessionSections].map((section) => ({
    value: section,
    label: documentTexts[language].sections[section],
  }));
  const sessions = await sessionChoices(context, {});
  return [
    { kind: 'choice', name: 'section', label: labels.section, choices, ...initialChoice(given.section, choices) },
    ...(sessions.length === 0
      ? []
      : [
          {
            ...{ kind: 'choice' as const, name: 'session', label: labels.sessionOfPart, choices: sessions },
            ...{ optional: true, ...initialChoice(given.session, sessions) },
          },
        ]),
  ];
}
