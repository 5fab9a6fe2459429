/** Lets the secretariat correct a figure that the report prints, with a reason. */
import { z } from 'zod';
import { actingMember } from '../members/acting-member.js';
import { secretariat } from '../members/roles.js';
import { inBoth, pick } from '../messages/bilingual.js';
import { initialChoice, initialText } from '../messages/initial.js';
import { type Field, type Form, plain, type Values } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import { memberAction } from '../requests/action.js';
import { perhapsChosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { isRefusal, type Refusal } from '../requests/refusal.js';
import { sessionChoices } from '../sessions/session-choices.js';
import { correctFigure, findCorrectable, isCorrectable } from './correct-figure.js';
import { figureTexts } from './figure-texts.js';
import { definitionOf, figureNames, isFigureName } from './figures.js';
import { correctRecogniser } from './recognisers.js';
import { reportTexts } from './texts.js';

const LONGEST_WHY = 500;
const LONGEST_NUMBER = 12;

const input = z.object({
  figure: z.enum(figureNames.filter(isCorrectable), { error: (issue) => (issue.input ? 'not_a_choice' : 'required') }),
  session: perhapsChosen,
  deliverableType: perhapsChosen,
  value: z
    .union([z.number(), z.string().trim().min(1, { error: 'required' })], { error: 'required' })
    .transform((typed) => Number(String(typed).normalize('NFKC')))
    .pipe(z.number({ error: 'not_a_number' }).min(0, { error: 'too_small' }).max(1e9, { error: 'not_a_number' })),
  why: z.string({ error: 'required' }).trim().min(1, { error: 'required' }).max(LONGEST_WHY, { error: 'too_long' }),
});

type Asked = z.infer<typeof input>;

export const correctAction = memberAction({
  name: 'report.correct',
  texts: reportTexts,
  command: 'report-correct',
  recognise: correctRecogniser,
  who: secretariat,
  input,
  offered: 'help',
  complete: withOnlyType,
  ask: correctForm,
  confirm: {
    when: 'words',
    show: async (context, asked) => {
      const found = await findCorrectable(context.transaction, aboutOf(context, asked));
      if (isRefusal(found)) return found;
      const { correctDoes } = reportTexts[context.language];
      return { does: correctDoes(changeWords(context, asked, found.found.value), found.isFrozen), elements: [] };
    },
  },
  run: async (context, asked) => {
    const done = await correctFigure(context.transaction, { ...aboutOf(context, asked), why: asked.why });
    if (isRefusal(done)) return done;
    const words = changeWords(context, asked, done.found.value);
    return { message: plain(reportTexts[context.language].correctedNow(words)) };
  },
});

function aboutOf(context: Context, { figure, session, deliverableType, value }: Asked) {
  const ids = { session, deliverable: deliverableType, programme: undefined };
  const subjectId = ids[definitionOf(figure).per] ?? null;
  return { figure, subjectId, value, by: actingMember(context), now: context.now };
}

function changeWords({ language }: Context, { figure, value }: Asked, old: number) {
  return { figure: figureTexts[language][figure].title, old, value };
}

/** Where there is one deliverable only, it is meant. */
async function withOnlyType({ transaction, membership }: Context, given: Values): Promise<Values> {
  if (given.deliverableType !== undefined) return given;
  const { programmeId } = membership;
  const [only, ...others] = await transaction.deliverableType.findMany({ where: { programmeId }, take: 2 });
  return only === undefined || others.length > 0 ? given : { ...given, deliverableType: only.id };
}

/** What a button names of the figure is settled; without it all is asked. */
async function correctForm(context: Context, given: Values): Promise<Form | Refusal> {
  const { transaction, membership, language } = context;
  const { programmeId } = membership;
  const texts = reportTexts[language];
  const named = typeof given.figure === 'string' && isFigureName(given.figure) ? given.figure : null;
  const isFrozen = (await transaction.reportFreeze.count({ where: { programmeId } })) > 0;
  const figures = figureNames
    .filter(isCorrectable)
    .map((name) => ({ value: name, label: figureTexts[language][name].title }));
  const ofSession = named !== null && definitionOf(named).per === 'session';
  const isWhole = named !== null && (!ofSession || typeof given.session === 'string');
  return {
    action: 'report.correct',
    title: texts.actions['report.correct'].title,
    introduction: [
      ...(named === null ? [] : [{ kind: 'text' as const, text: figureTexts[language][named].definition }]),
      { kind: 'note', text: isFrozen ? texts.errataIntro : texts.correctIntro },
    ],
    fields: [
      ...(isWhole
        ? []
        : [
            {
              ...{ kind: 'choice' as const, name: 'figure', label: texts.labels.figure, choices: figures },
              ...initialChoice(given.figure, figures),
            },
            ...(await subjectFields(context, given)),
          ]),
      {
        kind: 'text',
        name: 'value',
        label: texts.labels.value,
        maximum: LONGEST_NUMBER,
        ...initialText(given.value, LONGEST_NUMBER),
      },
      {
        kind: 'long text',
        name: 'why',
        label: texts.labels.why,
        maximum: LONGEST_WHY,
        ...initialText(given.why, LONGEST_WHY),
      },
    ],
    known: isWhole ? { figure: named, ...subjectOf(given) } : {},
    submit: texts.correct,
    cancel: chatTexts[language].close,
  };
}

/** Only what is there: Teams brings back no form in which something known is undefined. */
function subjectOf({ session, deliverableType }: Values): Values {
  return { ...(session !== undefined && { session }), ...(deliverableType !== undefined && { deliverableType }) };
}

async function subjectFields(context: Context, given: Values): Promise<readonly Field[]> {
  const { transaction, membership, language } = context;
  const { labels } = reportTexts[language];
  const sessions = await sessionChoices(context, {});
  const types = (
    await transaction.deliverableType.findMany({
      where: { programmeId: membership.programmeId },
      orderBy: { position: 'asc' },
    })
  ).map(({ id, titleJa, titleEn }) => ({ value: id, label: pick(language, inBoth(titleJa, titleEn)) }));
  const field = (name: string, label: string, choices: typeof types): readonly Field[] =>
    choices.length === 0
      ? []
      : [{ ...{ kind: 'choice', name, label, choices, optional: true }, ...initialChoice(given[name], choices) }];
  return [
    ...field('session', labels.sessionOf, [...sessions]),
    ...(types.length > 1 ? field('deliverableType', labels.deliverableType, types) : []),
  ];
}
