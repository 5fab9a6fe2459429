/** Asks whom to ask what, shows what the FAQ has on it before anything is sent, and sends it. */
import { z } from 'zod';
import { actingMember } from '../members/acting-member.js';
import { initialChoice, initialText } from '../messages/initial.js';
import { type Element, elements, type Form, type Introduction, type Values } from '../messages/message.js';
import { shortened } from '../messages/shortened.js';
import { chatTexts } from '../messages/texts.js';
import { memberAction, type Preview } from '../requests/action.js';
import type { Context } from '../requests/context.js';
import { isRefusal, type Refusal } from '../requests/refusal.js';
import { askQuestion, refuseAsking } from './ask-question.js';
import { entryWords } from './faq/entry-words.js';
import { likelyAnswers } from './faq/search-faq.js';
import { readAskable } from './queries.js';
import { askRecogniser } from './recognisers.js';
import { refuseQuestion } from './refuse-question.js';
import { LONGEST_QUESTION, SECRETARIAT } from './rules.js';
import { questionTexts } from './texts.js';
import { usualDaysFrom } from './usual-time.js';
import { addressee } from './words.js';

/** Of words: whichever adviser looks after the company. */
const ADVISER = 'adviser';
/** As much of an entry as stands above the form. */
const LONGEST_ENTRY = 600;

interface Given {
  readonly to: string;
  readonly question: string;
}

export const askAction = memberAction({
  name: 'question.ask',
  texts: questionTexts,
  command: 'ask-question',
  recognise: askRecogniser,
  who: ['participant', 'adviser', 'speaker'],
  input: z
    .object({
      to: z
        .string()
        .max(40, { error: 'not_a_choice' })
        .refine((to) => to !== ADVISER, { error: 'not_a_choice' })
        .default(SECRETARIAT),
      question: z.string().trim().min(1, { error: 'required' }).max(LONGEST_QUESTION, { error: 'too_long' }),
      /** False: it comes from the form that has not shown yet what the FAQ says. */
      searched: z.boolean().default(true),
      /** A button asks for the form, though nothing is missing: the question can still be changed there. */
      inForm: z.boolean().default(false),
    })
    .refine(({ inForm }) => !inForm, { path: ['shown'], error: 'required' }),
  confidential: true,
  offered: 'menu',
  complete: async (context, given) => (given.to === ADVISER ? { ...given, to: await onlyAdviser(context) } : given),
  ask: askForm,
  confirm: { when: 'words', show },
  run: async (context, { searched, inForm: _asked, ...given }) => {
    const { transaction, now, language } = context;
    const asked = { ...given, by: actingMember(context), now };
    const refused = await refuseAsking(transaction, asked);
    if (refused !== null) return refused;
    // Above the form, since no field is at fault.
    if (!searched && (await found(context, given)).length > 0)
      return refuseQuestion('perhaps_answered', {}, { field: 'searched' });
    const sent = await askQuestion(transaction, asked);
    if (isRefusal(sent)) return sent;
    const texts = questionTexts[language];
    const summary = texts.sent(await toWords(context, given.to));
    const withdraw = {
      label: texts.withdraw,
      action: 'question.withdraw',
      input: { ownQuestion: sent.id },
      form: true,
    };
    const own = { label: texts.actions['question.mine'].title, action: 'question.mine', input: {} };
    return {
      message: {
        summary,
        elements: elements(
          { kind: 'text', text: summary },
          { kind: 'text', text: await usualWords(context, given.to) },
          { kind: 'note', text: texts.withdrawable },
          { kind: 'buttons', buttons: [own, withdraw] },
        ),
      },
    };
  },
});

/** Of several the form asks; without one it says so. */
async function onlyAdviser(context: Context): Promise<string> {
  const [only, ...others] = await readAskable(context.transaction, actingMember(context));
  return only === undefined || others.length > 0 ? ADVISER : only.id;
}

async function found({ transaction, membership, language }: Context, { question }: Pick<Given, 'question'>) {
  return await likelyAnswers(transaction, { programmeId: membership.programmeId, words: question, language });
}

async function toWords(context: Context, to: string): Promise<string> {
  const advisers = to === SECRETARIAT ? [] : await readAskable(context.transaction, actingMember(context));
  return addressee(context, advisers.find(({ id }) => id === to) ?? null);
}

async function usualWords({ transaction, membership, language, now }: Context, to: string): Promise<string> {
  const whom = { programmeId: membership.programmeId, adviserId: to === SECRETARIAT ? null : to };
  const days = await usualDaysFrom(transaction, whom, now);
  return days === null ? '' : questionTexts[language].usually(days);
}

/** What the FAQ says on it, each as one text. */
async function answersFound(context: Context, given: Pick<Given, 'question'>): Promise<readonly Introduction[]> {
  const { language } = context;
  const entries = await found(context, given);
  if (entries.length === 0) return [];
  const texts = questionTexts[language];
  return [
    { kind: 'text', text: texts.perhapsAnswered(entries.length) },
    ...entries.map((entry) => {
      const { question, answer, hint } = entryWords(language, entry);
      const shown = shortened(answer, LONGEST_ENTRY);
      const more = shown === answer ? '' : texts.entryGoesOn;
      const lines = [texts.entry(question, shown), more, hint].filter((line) => line !== '');
      return { kind: 'text' as const, text: lines.join('\n') };
    }),
  ];
}

async function show(context: Context, given: Given): Promise<Preview | Refusal> {
  const { transaction, language } = context;
  const refused = await refuseAsking(transaction, { ...given, by: actingMember(context) });
  if (refused !== null) return refused;
  const texts = questionTexts[language];
  const answers = await answersFound(context, given);
  const usually = await usualWords(context, given.to);
  const about: readonly Element[] = elements(
    { kind: 'text', text: given.question },
    { kind: 'text', text: usually },
    ...answers,
    { kind: 'note', text: texts.onlyYou },
  );
  return {
    // Without the question: of what is shown, this alone is stored for a repeated delivery.
    does: texts.sends(await toWords(context, given.to)),
    elements: about,
    ...(answers.length > 0 && { labels: { confirm: texts.askAllTheSame, dismiss: texts.solved } }),
  };
}

async function askForm(context: Context, given: Values): Promise<Form | Refusal> {
  const { transaction, language } = context;
  const texts = questionTexts[language];
  const advisers = await readAskable(transaction, actingMember(context));
  if (given.to === ADVISER && advisers.length === 0) return refuseQuestion('no_adviser', {});
  const choices = [
    { value: SECRETARIAT, label: texts.secretariat },
    ...advisers.map((adviser) => ({ value: adviser.id, label: addressee(context, adviser) })),
  ];
  const question = typeof given.question === 'string' ? given.question.slice(0, LONGEST_QUESTION) : '';
  const answers = given.searched === false && question !== '' ? await answersFound(context, { question }) : [];
  const isFound = answers.length > 0;
  const usually = advisers.length === 0 ? await usualWords(context, SECRETARIAT) : '';
  return {
    action: 'question.ask',
    title: texts.actions['question.ask'].title,
    introduction: [
      ...answers,
      ...(usually === '' ? [] : [{ kind: 'text' as const, text: usually }]),
      { kind: 'note', text: texts.onlyYou },
      { kind: 'note', text: texts.noReports },
    ],
    fields: [
      ...(advisers.length === 0
        ? []
        : [
            {
              ...{ kind: 'choice' as const, name: 'to', label: texts.labels.to, choices },
              ...(given.to !== ADVISER && { initial: SECRETARIAT }),
              ...initialChoice(given.to, choices),
            },
          ]),
      {
        ...{ kind: 'long text', name: 'question', label: texts.labels.question, hint: texts.hints.question },
        ...{ maximum: LONGEST_QUESTION, ...initialText(given.question, LONGEST_QUESTION) },
      },
    ],
    known: { searched: isFound, ...(advisers.length === 0 && { to: SECRETARIAT }) },
    submit: isFound ? texts.askAllTheSame : texts.next,
    cancel: isFound ? texts.solved : chatTexts[language].close,
  };
}
