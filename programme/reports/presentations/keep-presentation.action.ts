/** Takes the file of what a company presented, which the secretariat drops into the chat, with its title and its order. */
import { z } from 'zod';
import type { Transaction } from '../../../prisma/client.js';
import { companyChoices } from '../../consultations/entitlement/words.js';
import { readReceivedFiles } from '../../files/keep-files.js';
import { actingMember } from '../../members/acting-member.js';
import { findCompany } from '../../members/queries.js';
import { secretariat } from '../../members/roles.js';
import { pick } from '../../messages/bilingual.js';
import { initialChoice, initialChoices, initialText } from '../../messages/initial.js';
import { elements, type Field, type Form, type Values } from '../../messages/message.js';
import { chatTexts } from '../../messages/texts.js';
import { memberAction, type Preview } from '../../requests/action.js';
import { chosen } from '../../requests/chosen.js';
import type { ActingPerson, Context } from '../../requests/context.js';
import { isId } from '../../requests/is-id.js';
import { isRefusal, type Refusal, refuse } from '../../requests/refusal.js';
import { findSession } from '../../sessions/find-session.js';
import { sessionChoices } from '../../sessions/session-choices.js';
import { refuseFrozen } from '../freeze-report.js';
import { positionInput } from '../position-input.js';
import { findKept, keepPresentation, sentPresentation } from './keep-presentation.js';
import { readPresentations } from './presentations.js';
import { keepPresentationRecogniser } from './recognisers.js';
import { refusePresentation } from './refuse-presentation.js';
import { presentationTexts } from './texts.js';
import { presentationLines, presentedAs } from './words.js';

const name = 'report.keep-presentation';

const LONGEST_TITLE = 200;

/** As many of the files that were sent before as are offered. */
const MOST_OFFERED = 10;

/** By which the person's device offers the files; what they are is told by their content. */
const endings = ['pptx', 'pdf'];

const title = z.string().trim().max(LONGEST_TITLE, { error: 'too_long' }).default('');

/** `inForm`: a button asks for the form, though nothing is missing. `shown`: it was shown, with what is there. */
const inForm = { inForm: z.boolean().default(false), shown: z.boolean().default(false) };

const input = z
  .object({
    files: z
      .array(z.uuid({ error: 'not_a_choice' }))
      .max(10)
      .default([]),
    session: chosen,
    company: chosen,
    position: positionInput,
    titleJa: title,
    titleEn: title,
    ...inForm,
  })
  // Without a file it is a change of what is there, which nobody makes unseen.
  .refine(({ files, inForm: asks, shown }) => shown || (files.length > 0 && !asks), {
    path: ['shown'],
    error: 'required',
  });

type Given = z.infer<typeof input>;

export const keepPresentationAction = memberAction({
  name,
  texts: presentationTexts,
  command: 'report-presentation',
  recognise: keepPresentationRecogniser,
  who: secretariat,
  input,
  offered: 'help',
  receives: { types: ['pptx', 'pdf'], field: 'files', when: hasClosing, asksWhich: true, onlyOne: true },
  complete: withClosing,
  ask: keepForm,
  search: (context, _field, typed) => companyChoices(context, typed),
  confirm: { when: 'words', show: preview },
  run: async (context, { files, session: sessionId, company: companyId, position, titleJa, titleEn, shown }) => {
    const { transaction, person, now, language } = context;
    const file = await sentPresentation(transaction, person.id, files);
    if (file !== null && isRefusal(file)) return file;
    const about = { sessionId, companyId, file, position, by: actingMember(context), now };
    const titles = { titleJa, titleEn, isWhole: shown };
    const kept = await keepPresentation(transaction, { ...about, ...titles });
    if (isRefusal(kept)) return kept;
    const texts = presentationTexts[language];
    const summary = texts.kept(presentedAs(language, kept));
    const again = { session: sessionId, company: companyId, inForm: true };
    return {
      message: {
        summary,
        elements: elements(
          {
            kind: 'text',
            text: [summary, ...presentationLines(language, { ...kept, file: kept.file.name })].join('\n'),
          },
          {
            kind: 'buttons',
            buttons: [
              { label: texts.change, action: name, input: again, form: true },
              {
                label: texts.takeOut,
                action: 'report.remove-presentation',
                input: { presentation: kept.id },
                form: true,
              },
              { label: texts.showAll, action: 'report.presentations', input: {} },
            ],
          },
        ),
      },
    };
  },
});

/** Whether companies have presented, so that a file can be of one of them: at a closing meeting that has begun. */
async function hasClosing(transaction: Transaction, { memberships }: ActingPerson, now: Date): Promise<boolean> {
  const own = memberships.flatMap(({ role, programmeId }) => (role === 'secretariat' ? [programmeId] : []));
  const closing = { programmeId: { in: own }, kind: 'closing', state: 'scheduled', startsAt: { lte: now } } as const;
  return own.length > 0 && (await transaction.session.count({ where: closing })) > 0;
}

/** The one closing meeting that there is, where no session is named. */
async function withClosing({ transaction, membership }: Context, given: Values): Promise<Values> {
  if (given.session !== undefined) return given;
  const where = { programmeId: membership.programmeId, kind: 'closing', state: 'scheduled' } as const;
  const [only, other] = await transaction.session.findMany({ where, select: { id: true }, take: 2 });
  return only === undefined || other !== undefined ? given : { ...given, session: only.id };
}

async function preview(context: Context, given: Given): Promise<Preview | Refusal> {
  const { transaction, person, membership, language } = context;
  const { programmeId } = membership;
  const { session: sessionId, company: companyId, titleJa, titleEn } = given;
  const file = await sentPresentation(transaction, person.id, given.files);
  if (file !== null && isRefusal(file)) return file;
  const kept = await findKept(transaction, { programmeId, sessionId, companyId });
  if (kept !== null && isRefusal(kept)) return kept;
  const [session, company] = [
    await findSession(context, sessionId),
    await findCompany(transaction, programmeId, companyId),
  ];
  if (session === null || company === null) return refuse('not_found', {});
  const shown = file?.name ?? kept?.file.name;
  if (shown === undefined) return refusePresentation('no_presentations', {}, { field: 'files' });
  const there = (await readPresentations(transaction, { programmeId, sessionId })).length;
  const last = kept === null ? there + 1 : there;
  const position = Math.min(given.position ?? kept?.position ?? last, last);
  const names = { nameJa: company.name.ja, nameEn: company.name.en };
  const texts = presentationTexts[language];
  const { files, position: number } = given;
  const again = {
    ...{ files, session: sessionId, company: companyId, inForm: true, titleJa, titleEn },
    ...(number !== null && { position: number }),
  };
  return {
    does: texts.keepDoes(
      presentedAs(language, { company: names, session, position }),
      file === null ? null : (kept?.file.name ?? null),
    ),
    elements: elements(
      { kind: 'text', text: presentationLines(language, { file: shown, titleJa, titleEn }).join('\n') },
      { kind: 'buttons', buttons: [{ label: texts.details, action: name, input: again, form: true }] },
    ),
  };
}

async function keepForm(context: Context, given: Values): Promise<Form | Refusal> {
  const { transaction, membership, language } = context;
  const { programmeId } = membership;
  const refused = await refuseFrozen(transaction, programmeId, 'report_frozen');
  if (refused) return refused;
  const texts = presentationTexts[language];
  const { labels, hints } = texts;
  const sessions = await sessionChoices(context, {});
  const known = await keptOf(context, given);
  const text = (field: 'titleJa' | 'titleEn'): Field => ({
    ...{ kind: 'text', name: field, label: labels[field], optional: true, maximum: LONGEST_TITLE },
    ...initialText(given[field] || known?.[field], LONGEST_TITLE),
  });
  const position = given.position ?? known?.position;
  const which = await companyField(context, given);
  const sent = await fileFields(context, given.files, known !== null);
  return {
    ...{ action: name, title: texts.actions[name].title, cancel: chatTexts[language].close },
    introduction: [
      ...(known === null ? [] : [{ kind: 'text' as const, text: texts.entry(presentedAs(language, known)) }]),
      { kind: 'note', text: texts.intro },
    ],
    fields: [
      ...sent.fields,
      {
        ...{ kind: 'choice', name: 'session', label: labels.session, choices: sessions },
        ...initialChoice(given.session, sessions),
      },
      which,
      text('titleJa'),
      text('titleEn'),
      {
        ...{ kind: 'text', name: 'position', label: labels.position, hint: hints.position, optional: true, maximum: 3 },
        ...initialText(typeof position === 'number' ? String(position) : position, 3),
      },
    ],
    known: { ...sent.known, shown: true },
    submit: texts.save,
  };
}

async function keptOf({ transaction, membership }: Context, { session, company }: Values) {
  if (!isId(session) || !isId(company)) return null;
  const where = { programmeId: membership.programmeId, sessionId: session, companyId: company };
  return (await readPresentations(transaction, where))[0] ?? null;
}

/** The company that is known is among the choices, however many there are. */
async function companyField(context: Context, { company }: Values): Promise<Field> {
  const { transaction, membership, language } = context;
  const choices = await companyChoices(context, '');
  const known = isId(company) ? await findCompany(transaction, membership.programmeId, company) : null;
  const more = known === null || choices.some(({ value }) => value === known.id) ? [] : [known];
  const all = [...more.map(({ id, name: called }) => ({ value: id, label: pick(language, called) })), ...choices];
  return {
    ...{ kind: 'choice', name: 'company', label: presentationTexts[language].labels.company, search: true },
    ...{ choices: all, ...initialChoice(company, all) },
  };
}

/** What was dropped is known already; otherwise what was sent before can be chosen, or is taken here. */
async function fileFields(
  { transaction, person, now, language }: Context,
  given: Values[string],
  isThere: boolean,
): Promise<{ readonly known: Values; readonly fields: readonly Field[] }> {
  if (Array.isArray(given) && given.length > 0) return { known: { files: given }, fields: [] };
  const { labels, hints } = presentationTexts[language];
  const received = await readReceivedFiles(transaction, person.id, { now, most: MOST_OFFERED });
  const choices = received.map((file) => ({ value: file.id, label: file.name }));
  const initial = initialChoices(given, choices);
  const optional = isThere || choices.length > 0;
  const here: Field = { kind: 'file', name: 'files', label: labels.here, hint: hints.here, endings, optional };
  if (choices.length === 0) return { known: {}, fields: [here] };
  const sent: Field = {
    ...{ kind: 'several choices', name: 'files', label: labels.sent, choices, optional: true },
    ...(initial.length > 0 && { initial }),
  };
  return { known: {}, fields: [sent, { ...here, name: 'moreFiles' }] };
}
