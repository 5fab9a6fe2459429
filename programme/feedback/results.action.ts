/** Shows what was said about a session: figures to the secretariat and advisers, comments and names to the secretariat alone. */
import { z } from 'zod';
import type { Session } from '../../prisma/client.js';
import { memberTexts } from '../members/texts.js';
import { pick } from '../messages/bilingual.js';
import { type Button, type Element, elements, type Fact, type Item, type Message } from '../messages/message.js';
import { memberAction } from '../requests/action.js';
import { perhapsChosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { pageStart } from '../requests/page.js';
import { sessionTitle } from '../sessions/describe.js';
import { findSession } from '../sessions/find-session.js';
import {
  countFeedback,
  type FeedbackFigures,
  type GivenFeedback,
  isReportFinal,
  readComments,
  readPastSessions,
  readUnanswered,
} from './queries.js';
import { resultsRecogniser } from './recognisers.js';
import { attributionOf, averageOf, FEWEST_FOR_AVERAGE, ratings } from './rules.js';
import { feedbackTexts } from './texts.js';

/** As many as fit a message on every platform. */
const PER_PAGE = 6;

/** As many names as are read at a glance. */
const MOST_NAMES = 30;

export const feedbackResults = memberAction({
  name: 'feedback.results',
  texts: feedbackTexts,
  command: 'feedback-results',
  recognise: resultsRecogniser,
  who: ['secretariat', 'adviser'],
  /** Without a session a line on each, from entry number `from` on; with one its comments from there. */
  input: z.object({ session: perhapsChosen, from: pageStart }),
  confidential: true,
  offered: 'help',
  confirm: 'read',
  run: async (context, { session: id, from }) => {
    const session = await findSession(context, id);
    return {
      message: session === null ? await listMessage(context, from) : await resultsMessage(context, session, from),
    };
  },
});

/** To others than the secretariat few answers would tell who gave which. */
function figureFacts({ language, membership }: Context, { asked, answered, distribution }: FeedbackFigures) {
  const { labels, people, tooFew, ratings: names, rated } = feedbackTexts[language];
  const average = averageOf(distribution);
  const mayTell = membership.role === 'secretariat' || average !== null;
  const given = ratings.filter((rating) => distribution[rating] > 0);
  const facts: Fact[] = [
    { label: labels.asked, value: people(asked) },
    { label: labels.answered, value: people(answered) },
    { label: labels.average, value: average ?? tooFew(FEWEST_FOR_AVERAGE) },
  ];
  if (!mayTell || given.length === 0) return facts;
  const value = given.map((rating) => rated(names[rating], distribution[rating])).join('\n');
  return [...facts, { label: labels.distribution, value }];
}

async function listMessage(context: Context, from: number): Promise<Message> {
  const { transaction, membership, language, now } = context;
  const texts = feedbackTexts[language];
  const about = { programmeId: membership.programmeId, now };
  const { items: sessions, next } = await readPastSessions(transaction, about, { from, size: PER_PAGE });
  const items: Item[] = [];
  for (const session of sessions) {
    const facts = figureFacts(context, await countFeedback(transaction, session.id));
    items.push({
      title: sessionTitle(context, session),
      lines: facts.filter(({ label }) => label !== texts.labels.distribution).map((fact) => texts.line(fact)),
      buttons: [{ label: texts.show, action: 'feedback.results', input: { session: session.id } }],
    });
  }
  const title = texts.actions['feedback.results'].title;
  const more: readonly Button[] =
    next === null ? [] : [{ label: texts.more, action: 'feedback.results', input: { from: next } }];
  return {
    summary: title,
    elements: elements(
      { kind: 'heading', text: title },
      items.length === 0 && { kind: 'text', text: texts.noSessions },
      { kind: 'list', items },
      { kind: 'buttons', buttons: more },
    ),
  };
}

async function resultsMessage(context: Context, session: Session, from: number): Promise<Message> {
  const { transaction, language, membership } = context;
  const texts = feedbackTexts[language];
  const figures = await countFeedback(transaction, session.id);
  const summary = texts.resultsOf(sessionTitle(context, session));
  return {
    summary,
    elements: elements(
      { kind: 'heading', text: summary },
      { kind: 'facts', facts: figureFacts(context, figures) },
      ...(membership.role === 'secretariat' ? await namedElements(context, session, from) : []),
    ),
  };
}

/** Who has not answered, and what was said by whom. */
async function namedElements(context: Context, session: Session, from: number): Promise<readonly Element[]> {
  const { transaction, language, membership } = context;
  const texts = feedbackTexts[language];
  const { people, total } = await readUnanswered(transaction, session, MOST_NAMES);
  const names = people.map(({ name, company }) =>
    company === null
      ? pick(language, name)
      : memberTexts[language].nameOf(pick(language, name), pick(language, company)),
  );
  const isFinal = await isReportFinal(transaction, membership.programmeId);
  const comments = await readComments(transaction, session.id, { from, size: PER_PAGE });
  const about = { session: session.id };
  const buttons: readonly Button[] = [
    ...(comments.next === null
      ? []
      : [{ label: texts.more, action: 'feedback.results', input: { ...about, from: comments.next } }]),
    ...(total === 0
      ? []
      : [{ label: texts.remind(total), action: 'feedback.remind', input: about, form: true as const }]),
    { label: texts.allSessions, action: 'feedback.results', input: {} },
  ];
  return [
    ...(total === 0 ? [] : [{ kind: 'text' as const, text: texts.unanswered(names, total - names.length) }]),
    { kind: 'text', text: comments.total === 0 ? texts.noComments : texts.comments(comments.total) },
    { kind: 'list', items: comments.items.map((given) => commentItem(context, given, isFinal)) },
    { kind: 'buttons', buttons },
  ];
}

function commentItem({ language }: Context, given: GivenFeedback, isFinal: boolean): Item {
  const texts = feedbackTexts[language];
  const { id, comment, permission, shownAs, rating, name, company, quote } = given;
  const whole = pick(language, name);
  const who = company === null ? whole : memberTexts[language].nameOf(whole, pick(language, company));
  const as = pick(language, attributionOf({ permission, shownAs, company }));
  const stands = quote !== null && quote.ended === null;
  return {
    title: texts.commentBy(who, rating),
    lines: [comment, texts.permitted(texts.permissions[permission], as), ...quoteLines(language, given, isFinal)],
    buttons: [
      ...(!isFinal && !stands && permission !== 'no'
        ? [{ label: texts.quote, action: 'feedback.quote', input: { feedback: id }, form: true as const }]
        : []),
      ...(!isFinal && stands
        ? [{ label: texts.drop, action: 'feedback.drop-quote', input: { quote: quote.id }, form: true as const }]
        : []),
    ],
  };
}

/** What is quoted, and what has become of it since. */
function quoteLines(language: Context['language'], { permission, quote }: GivenFeedback, isFinal: boolean) {
  if (quote === null) return [];
  const texts = feedbackTexts[language];
  const { words, translation, ended } = quote;
  const isTakenBack = isFinal && ended === null && permission === 'no';
  return [
    texts.quoted[ended ?? 'stands'](words),
    ...(translation === '' || ended !== null ? [] : [texts.translated(translation)]),
    ...(isTakenBack ? [texts.takenBackAfterFreeze] : []),
  ];
}
