/** Lets the secretariat take back what it has chosen to quote in the report. */
import { z } from 'zod';
import { secretariat } from '../members/roles.js';
import { elements, type Form, type Values } from '../messages/message.js';
import { inOneLine } from '../messages/shortened.js';
import { chatTexts } from '../messages/texts.js';
import { memberAction } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { isId } from '../requests/is-id.js';
import { isRefusal, type Refusal, refuse } from '../requests/refusal.js';
import { dropQuote } from './choose-quote.js';
import { isReportFinal, readStandingQuotes } from './queries.js';
import { refuseFeedback } from './refuse-feedback.js';
import { LONGEST_LABEL } from './rules.js';
import { feedbackTexts } from './texts.js';

const MOST_CHOICES = 100;

export const dropQuoteAction = memberAction({
  name: 'feedback.drop-quote',
  texts: feedbackTexts,
  command: 'drop-quote',
  recognise: { onlyAlone: true },
  who: secretariat,
  input: z.object({ quote: chosen, agreed: z.literal(true).optional() }),
  confidential: true,
  offered: 'contextual',
  ask: askFor,
  confirm: {
    when: 'always',
    show: async (context, { quote: id }) => {
      const found = await findDroppable(context, id);
      if (isRefusal(found)) return found;
      return { does: feedbackTexts[context.language].dropDoes, elements: [{ kind: 'text', text: found.words }] };
    },
  },
  run: async ({ transaction, membership, language, now }, { quote: id }) => {
    const dropped = await dropQuote(transaction, { id, programmeId: membership.programmeId, now });
    if (isRefusal(dropped)) return dropped;
    const texts = feedbackTexts[language];
    const input = { session: dropped.sessionId };
    const results = { label: texts.actions['feedback.results'].title, action: 'feedback.results', input };
    return {
      message: {
        summary: texts.dropped,
        elements: elements({ kind: 'text', text: texts.dropped }, { kind: 'buttons', buttons: [results] }),
      },
    };
  },
});

async function findDroppable({ transaction, membership }: Context, id: string) {
  const { programmeId } = membership;
  if (await isReportFinal(transaction, programmeId)) return refuseFeedback('final_for_quotes', {});
  const found = await transaction.feedbackQuote.findFirst({ where: { id, programmeId } });
  if (found === null) return refuse('not_found', {});
  return found.endedAt === null ? found : refuseFeedback('quote_over', {});
}

async function askFor(context: Context, given: Values): Promise<Form | Refusal> {
  const { transaction, membership, language } = context;
  const texts = feedbackTexts[language];
  const form = {
    action: 'feedback.drop-quote',
    title: texts.actions['feedback.drop-quote'].title,
    submit: texts.drop,
    cancel: chatTexts[language].close,
  };
  if (isId(given.quote)) {
    const found = await findDroppable(context, given.quote);
    if (isRefusal(found)) return found;
    const introduction = [texts.dropDoes, found.words].map((text) => ({ kind: 'text' as const, text }));
    return { ...form, introduction, fields: [], known: { quote: found.id, agreed: true } };
  }
  if (await isReportFinal(transaction, membership.programmeId)) return refuseFeedback('final_for_quotes', {});
  const quotes = await readStandingQuotes(transaction, membership.programmeId);
  if (quotes.length === 0) return refuseFeedback('no_quotes', {});
  const choices = quotes
    .slice(0, MOST_CHOICES)
    .map(({ id, words }) => ({ value: id, label: inOneLine(words, LONGEST_LABEL) }));
  const fields = [{ kind: 'choice' as const, name: 'quote', label: texts.labels.quote, choices }];
  return { ...form, introduction: [], fields, known: {}, submit: texts.next };
}
