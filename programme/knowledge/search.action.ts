/** Looks a question or a term up in the programme's own material, and quotes what stands there with its source. */
import { z } from 'zod';
import { everyRole } from '../members/roles.js';
import { initialText } from '../messages/initial.js';
import { type Button, type Element, elements, type Form, type Item, type Values } from '../messages/message.js';
import { shortened } from '../messages/shortened.js';
import { chatTexts } from '../messages/texts.js';
import { memberAction } from '../requests/action.js';
import type { CitedSentence } from '../requests/answer-writer.js';
import type { Context } from '../requests/context.js';
import { rateButtons } from './ratings/rate.action.js';
import { searchRecogniser } from './recognisers.js';
import { LONGEST_LOOKED_UP } from './rules.js';
import { type Quotation, searchKnowledge } from './search/search-knowledge.js';
import { sessionEntries } from './search/session-entries.js';
import { knowledgeTexts } from './texts.js';
import { writtenAnswer } from './written-answer.js';

/** As much of a question as is repeated. */
const LONGEST_REPEATED = 80;

export const searchKnowledgeAction = memberAction({
  name: 'knowledge.search',
  texts: knowledgeTexts,
  command: 'look-up',
  recognise: searchRecogniser,
  who: everyRole,
  input: z.object({
    words: z.string().trim().min(1, { error: 'required' }).max(LONGEST_LOOKED_UP, { error: 'too_long' }),
  }),
  freeWords: 'words',
  offered: 'menu',
  ask: searchForm,
  confirm: 'read',
  run: async (context, { words }) => {
    const { transaction, membership, language } = context;
    const beside = await sessionEntries(context);
    const asked = { programmeId: membership.programmeId, words, language, beside };
    const { quotations } = await searchKnowledge(transaction, asked);
    const answer = writtenAnswer(context, words, quotations);
    const isFound = quotations.length > 0;
    const texts = knowledgeTexts[language];
    const repeated = shortened(words, LONGEST_REPEATED);
    const summary = isFound ? texts.found(repeated) : texts.nothing(repeated);
    const isStaff = membership.role === 'secretariat';
    return {
      message: {
        summary,
        elements: elements(
          { kind: 'text', text: summary },
          ...answerElements(context, answer),
          {
            kind: 'list',
            items: quotations.map((quotation, at) =>
              quotationItem(context, quotation, answer.length > 0 ? at + 1 : null),
            ),
          },
          { kind: 'note', text: isFound ? texts.quoted : '' },
          { kind: 'note', text: isStaff ? (isFound ? '' : texts.howToAdd) : isFound ? texts.askAnyway : texts.askThem },
          { kind: 'buttons', buttons: buttonsAfter(context, words, isFound) },
        ),
        ...(answer.length > 0 && { madeByAi: true as const }),
      },
    };
  },
});

/** Each sentence with the numbers of what it cites, as they stand below. */
function answerElements({ language }: Context, answer: readonly CitedSentence[]): readonly Element[] {
  if (answer.length === 0) return [];
  const lines = answer.map(({ text, cites }) => `${text} ${cites.map((at) => `[${at + 1}]`).join('')}`);
  return [
    { kind: 'text', text: lines.join('\n') },
    { kind: 'note', text: knowledgeTexts[language].madeByAi },
  ];
}

async function searchForm({ language }: Context, given: Values): Promise<Form> {
  const { actions, labels, hints, look } = knowledgeTexts[language];
  return {
    ...{ action: 'knowledge.search', title: actions['knowledge.search'].title, introduction: [], known: {} },
    fields: [
      {
        ...{ kind: 'text', name: 'words', label: labels.words, hint: hints.words, maximum: LONGEST_LOOKED_UP },
        ...initialText(given.words, LONGEST_LOOKED_UP),
      },
    ],
    ...{ submit: look, cancel: chatTexts[language].close },
  };
}

/** @param number by which an answer above cites it */
function quotationItem(
  { language }: Context,
  { kind, id, quote, source, place }: Quotation,
  number: number | null,
): Item {
  const { showSession } = knowledgeTexts[language];
  const show: Button = { label: showSession, action: 'session.show', input: { session: id } };
  return {
    title: `${number === null ? '' : `[${number}] `}${place === '' ? source : `${source} — ${place}`}`,
    lines: quote.split('\n'),
    buttons: kind === 'session' ? [show] : [],
  };
}

/** The secretariat answers questions itself: it can add what answers this one. */
function buttonsAfter({ language, membership }: Context, words: string, isFound: boolean): readonly Button[] {
  const texts = knowledgeTexts[language];
  const add = { label: texts.actions['knowledge.add'].title, action: 'knowledge.add', input: {}, form: true };
  if (membership.role === 'secretariat') return isFound ? [] : [add];
  const ask = { label: texts.ask, action: 'question.ask', input: { question: words, inForm: true }, form: true };
  return [...(isFound ? rateButtons(language, words) : []), ask];
}
