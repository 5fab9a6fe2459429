/** Lets the secretariat choose what somebody said for the report, word for word, with a translation of its own. */
import { z } from 'zod';
import { actingMember } from '../members/acting-member.js';
import { secretariat } from '../members/roles.js';
import { memberTexts } from '../members/texts.js';
import { pick } from '../messages/bilingual.js';
import { initialChoice, initialText } from '../messages/initial.js';
import { type Choice, elements, type Form, type Values } from '../messages/message.js';
import { inOneLine } from '../messages/shortened.js';
import { chatTexts } from '../messages/texts.js';
import { memberAction } from '../requests/action.js';
import { chosen, perhapsChosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { isId } from '../requests/is-id.js';
import { isRefusal, type Refusal, refuse } from '../requests/refusal.js';
import { sessionTitle } from '../sessions/describe.js';
import { chooseQuote, refuseQuoting } from './choose-quote.js';
import { findFeedback, type GivenFeedback, isReportFinal, readQuotable } from './queries.js';
import { quoteRecogniser } from './recognisers.js';
import { refuseFeedback } from './refuse-feedback.js';
import { attributionOf, isSaidIn, LONGEST_COMMENT, LONGEST_LABEL, languageOf } from './rules.js';
import { feedbackTexts } from './texts.js';

/** As many as a list of choices holds. */
const MOST_CHOICES = 100;

const languages = ['ja', 'en'] as const;
const text = z.string().trim().max(LONGEST_COMMENT, { error: 'too_long' });

export const quoteFeedback = memberAction({
  name: 'feedback.quote',
  texts: feedbackTexts,
  command: 'quote-feedback',
  recognise: quoteRecogniser,
  who: secretariat,
  /** `session`: of which the form offers what was said. */
  input: z.object({
    session: perhapsChosen,
    feedback: chosen,
    words: text.min(1, { error: 'required' }),
    said: z.enum(languages, { error: (issue) => (issue.input === undefined ? 'required' : 'not_a_choice') }),
    translation: text.default(''),
  }),
  confidential: true,
  offered: 'help',
  ask: quoteForm,
  confirm: {
    when: 'words',
    show: async (context, { feedback: id, words }) => {
      const given = await findQuotable(context, id);
      if (isRefusal(given)) return given;
      if (!isSaidIn(given.comment, words)) return refuseFeedback('not_their_words', {});
      const { quoteDoes } = feedbackTexts[context.language];
      return { does: quoteDoes(sessionTitle(context, given.session)), elements: [{ kind: 'text', text: words }] };
    },
  },
  run: async (context, { feedback: feedbackId, words, said, translation }) => {
    const { transaction, now, language } = context;
    const quote = { words: words.replaceAll('\r\n', '\n'), said, translation: translation.replaceAll('\r\n', '\n') };
    const chosenQuote = await chooseQuote(transaction, { feedbackId, ...quote, by: actingMember(context), now });
    if (isRefusal(chosenQuote)) return chosenQuote;
    const texts = feedbackTexts[language];
    const by = pick(language, { ja: chosenQuote.byJa, en: chosenQuote.byEn });
    const results = { label: texts.actions['feedback.results'].title, action: 'feedback.results' };
    return {
      message: {
        // It is stored, and under which name somebody is quoted is theirs to say.
        summary: texts.quoteKept,
        elements: elements(
          { kind: 'text', text: texts.quoteChosen(by) },
          { kind: 'text', text: chosenQuote.words },
          { kind: 'note', text: chosenQuote.translation === '' ? texts.noTranslation : texts.quoteFrozen },
          { kind: 'buttons', buttons: [{ ...results, input: { session: chosenQuote.sessionId } }] },
        ),
      },
    };
  },
});

async function findQuotable({ transaction, membership }: Context, id: string) {
  if (await isReportFinal(transaction, membership.programmeId)) return refuseFeedback('final_for_quotes', {});
  const given = await findFeedback(transaction, membership.programmeId, id);
  if (given === null) return refuse('not_found', {});
  return refuseQuoting(given) ?? given;
}

async function quoteForm(context: Context, values: Values): Promise<Form | Refusal> {
  const { membership, transaction, language } = context;
  if (await isReportFinal(transaction, membership.programmeId)) return refuseFeedback('final_for_quotes', {});
  if (!isId(values.feedback)) return await chooseForm(context, isId(values.session) ? values.session : null);
  const given = await findQuotable(context, values.feedback);
  if (isRefusal(given)) return { ...given, field: null };
  const texts = feedbackTexts[language];
  const { labels, hints } = texts;
  const choices = languages.map((value) => ({ value, label: texts.languages[value] }));
  return {
    action: 'feedback.quote',
    title: texts.actions['feedback.quote'].title,
    introduction: [
      { kind: 'text', text: texts.commentBy(whoSaid(context, given), given.rating) },
      { kind: 'text', text: given.comment },
      {
        kind: 'note',
        text: texts.permitted(texts.permissions[given.permission], pick(language, attributionOf(given))),
      },
    ],
    fields: [
      {
        ...{ kind: 'long text', name: 'words', label: labels.words, hint: hints.words, maximum: LONGEST_COMMENT },
        ...initialText(values.words ?? given.comment, LONGEST_COMMENT),
      },
      {
        ...{ kind: 'choice', name: 'said', label: labels.said, choices },
        ...initialChoice(values.said ?? languageOf(given.comment), choices),
      },
      {
        ...{ kind: 'long text', name: 'translation', label: labels.translation, hint: hints.translation },
        ...{ optional: true, maximum: LONGEST_COMMENT, ...initialText(values.translation, LONGEST_COMMENT) },
      },
    ],
    known: { feedback: given.id },
    submit: texts.choose,
    cancel: chatTexts[language].close,
  };
}

function whoSaid({ language }: Context, { name, company }: Pick<GivenFeedback, 'name' | 'company'>): string {
  const whole = pick(language, name);
  return company === null ? whole : memberTexts[language].nameOf(whole, pick(language, company));
}

/** Of one session, or of all of them where nothing said there can be quoted. */
async function chooseForm(context: Context, sessionId: string | null): Promise<Form | Refusal> {
  const { transaction, membership, language } = context;
  const { programmeId } = membership;
  const ofSession = sessionId === null ? [] : await readQuotable(transaction, { programmeId, sessionId }, MOST_CHOICES);
  const quotable =
    ofSession.length === 0
      ? await readQuotable(transaction, { programmeId, sessionId: null }, MOST_CHOICES)
      : ofSession;
  if (quotable.length === 0) return refuseFeedback('nothing_to_quote', {});
  const texts = feedbackTexts[language];
  const choices = quotable.map(
    (given): Choice => ({
      value: given.id,
      label: inOneLine(texts.quotable(given.code, whoSaid(context, given), given.comment), LONGEST_LABEL),
    }),
  );
  return {
    action: 'feedback.quote',
    title: texts.actions['feedback.quote'].title,
    introduction: [{ kind: 'note', text: texts.onlyPermitted }],
    fields: [{ kind: 'choice', name: 'feedback', label: texts.labels.feedback, choices }],
    known: {},
    submit: texts.next,
    cancel: chatTexts[language].close,
  };
}
