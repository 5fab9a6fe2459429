/** Takes from the secretariat what the report tells beside its figures, part by part, of the programme or of one session, in both languages. */
import { z } from 'zod';
import type { ReportSection } from '../../prisma/client.js';
import { actingMember } from '../members/acting-member.js';
import { secretariat } from '../members/roles.js';
import { inBoth, pick } from '../messages/bilingual.js';
import { initialChoice, initialText } from '../messages/initial.js';
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
import { readReport, readTexts } from './read-report.js';
import { narrativeRecogniser } from './recognisers.js';
import { refuseReport } from './refuse-report.js';
import { isOfSession, missingTexts, programmeSections, sessionSections } from './sections.js';
import { reportTexts } from './texts.js';
import { writeText } from './write-text.js';

/** Twice as much in Japanese is what a form of Teams holds (26 kB). */
const LONGEST_TEXT = 3_000;

const languages = ['ja', 'en'] as const;
const text = z.string().trim().max(LONGEST_TEXT, { error: 'too_long' });

const input = z.object({
  session: perhapsChosen,
  section: z.enum([...programmeSections, ...sessionSections], {
    error: (issue) => (issue.input === undefined ? 'required' : 'not_a_choice'),
  }),
  textJa: text.default(''),
  textEn: text.default(''),
  said: z.enum(languages).optional(),
  /** That its form was shown: both texts may be empty, and a button must not empty them. */
  shown: z.literal(true, { error: 'required' }),
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
  run: async (context, { section, session, textJa, textEn, said }) => {
    const { transaction, now, language } = context;
    const refused = await refusedNow(context, section, session);
    if (refused) return refused;
    const about = { section, sessionId: isOfSession(section) ? (session ?? null) : null };
    const written = { ja: unified(textJa), en: unified(textEn), said: section === 'voices' ? (said ?? null) : null };
    const saved = await writeText(transaction, { ...about, ...written, by: actingMember(context), now });
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

/** As every platform sends line breaks. */
function unified(written: string): string {
  return written.replaceAll('\r\n', '\n');
}

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
  const [next] = missingTexts(report, languages);
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
    return { ...form, introduction: [], fields: await partFields(context, given), known: {}, submit: texts.next };
  }
  const section = named.data;
  return {
    ...form,
    introduction: [
      { kind: 'text', text: await nameOf(context, section, session) },
      { kind: 'note', text: texts.writeIntro },
    ],
    fields: await textFields(context, given, { section, session }),
    known: { section, shown: true, ...(isOfSession(section) && { session }) },
    submit: texts.save,
  };
}

/** Which part, and of which session where it is of one. */
async function partFields(context: Context, given: Values): Promise<readonly Field[]> {
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

interface Part {
  readonly section: ReportSection;
  readonly session: string | undefined;
}

async function textFields(
  { transaction, membership, language }: Context,
  given: Values,
  { section, session }: Part,
): Promise<readonly Field[]> {
  const { labels, hints, inLanguage, languages: names } = reportTexts[language];
  const sessionId = isOfSession(section) ? session : null;
  const known = (await readTexts(transaction, membership.programmeId)).find(
    (one) => one.section === section && one.sessionId === sessionId,
  );
  const hinted: Partial<Record<ReportSection, string>> = hints.sections;
  const hint = hinted[section];
  const title = documentTexts[language].sections[section];
  const field = (name: 'textJa' | 'textEn', one: 'ja' | 'en'): Field => ({
    ...{ kind: 'long text', name, label: inLanguage(title, names[one]), optional: true, maximum: LONGEST_TEXT },
    ...(hint !== undefined && { hint }),
    ...initialText(given[name] ?? known?.[one], LONGEST_TEXT),
  });
  const choices = languages.map((one) => ({ value: one, label: names[one] }));
  return [
    ...(section === 'voices'
      ? [
          {
            ...{ kind: 'choice' as const, name: 'said', label: labels.said, hint: hints.said, choices, optional: true },
            ...initialChoice(given.said ?? known?.said, choices),
          },
        ]
      : []),
    field('textJa', 'ja'),
    field('textEn', 'en'),
  ];
}
