/** Shows what became of an announcement: whom it reached, and who has answered, by company. */
import { z } from 'zod';
import type { PlacePost } from '../../prisma/client.js';
import { secretariat } from '../members/roles.js';
import { inBoth, pick } from '../messages/bilingual.js';
import { formatDeadline } from '../messages/dates.js';
import { type Button, elements, type Fact, type Item } from '../messages/message.js';
import { memberAction } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import type { Context, Language } from '../requests/context.js';
import { pageStart } from '../requests/page.js';
import { refuse } from '../requests/refusal.js';
import { type CompanyAnswers, countAnswering, readAnswers } from './announcements.sql.js';
import { audienceSchema, audienceWords } from './audience.js';
import { gistIn } from './message.js';
import { placeName } from './places/place-name.js';
import { postButtons } from './places/settle-post.action.js';
import { proposedElements } from './preview.js';
import { countedMessages, readAudienceNames } from './queries.js';
import { mayBe } from './rules.js';
import { approvalButtons, askWhich } from './step-action.js';
import { announcementTexts } from './texts.js';

/** As many companies as fit a message on every platform. */
const PER_PAGE = 10;

/** As many of one company as are named who have not answered. */
const NAMED = 10;

export const showAnnouncement = memberAction({
  name: 'announcement.status',
  texts: announcementTexts,
  command: 'announcement-status',
  who: secretariat,
  input: z.object({ announcement: chosen, from: pageStart }),
  offered: 'help',
  ask: askWhich('announcement.status', ['sending', 'stopped', 'sent', 'scheduled', 'proposed', 'withdrawn', 'missed']),
  confirm: 'read',
  run: async (context, { announcement: id, from }) => {
    const { transaction, language, membership, person } = context;
    const row = await transaction.announcement.findUnique({
      where: { id },
      include: {
        ...{ versions: { orderBy: { version: 'desc' }, take: 1 }, programme: true, place: true },
        placePosts: { orderBy: { version: 'asc' } },
      },
    });
    const said = row?.versions[0];
    if (!row || said === undefined) return refuse('not_found', {});
    const texts = announcementTexts[language];
    const { programmeId } = membership;
    const audience = audienceSchema.parse(row.audience ?? {});
    const counted = await countedMessages(transaction, id);
    const { companies, unanswered } =
      row.asks.length === 0 ? { companies: 0, unanswered: 0 } : await countAnswering(transaction, { id, programmeId });
    const about = { id, programmeId, from, size: PER_PAGE, named: NAMED };
    const answers = row.asks.length === 0 ? [] : await readAnswers(transaction, about);
    const title = texts.statusTitle(gistIn(language, said));
    const to: Fact =
      row.place === null
        ? {
            label: texts.facts.audience,
            value: audienceWords(language, audience, await readAudienceNames(transaction, audience, language)),
          }
        : { label: texts.facts.place, value: placeName(row.place) };
    const authors = [row.createdById, said.madeById, row.proposedById];
    const isProposed = row.state === 'proposed';
    return {
      message: {
        summary: title,
        elements: elements(
          { kind: 'heading', text: title },
          {
            kind: 'facts',
            facts: [
              { label: texts.facts.state, value: texts.states[row.state] },
              to,
              { label: texts.facts.sendAt, value: formatDeadline(context, row.sendAt, row.programme.timeZone) },
              { label: texts.facts.latest, value: formatDeadline(context, row.latestAt, row.programme.timeZone) },
              ...(counted.planned > 0 ? [{ label: texts.facts.messages, value: texts.messages(counted) }] : []),
              ...postFacts(language, row.placePosts),
            ],
          },
          ...(isProposed ? await proposedElements(context, id) : []),
          { kind: 'list', items: answers.map((company) => answersItem(context, company)) },
          {
            kind: 'buttons',
            buttons: [
              ...(isProposed && !authors.includes(person.id) ? approvalButtons(context, id, said.version) : []),
              ...(row.place === null
                ? []
                : postButtons(context, {
                    ...{ id, place: row.place, posts: row.placePosts, isWithdrawn: row.state === 'withdrawn' },
                  })),
              ...statusButtons(context, row, {
                next: from + PER_PAGE < companies ? from + PER_PAGE : null,
                isAnswered: unanswered === 0,
              }),
            ],
          },
        ),
      },
    };
  },
});

/** What became of the post, and of its last edit. */
function postFacts(language: Language, posts: readonly Pick<PlacePost, 'state'>[]): readonly Fact[] {
  const { facts, postStates, editStates } = announcementTexts[language];
  const [first, ...edits] = posts;
  if (first === undefined) return [];
  const edit = edits.at(-1);
  const said = [postStates[first.state], ...(edit === undefined ? [] : [editStates[edit.state]])];
  return [{ label: facts.post, value: said.join(' / ') }];
}

function answersItem({ language }: Context, { nameJa, nameEn, missing, ...answers }: CompanyAnswers): Item {
  const texts = announcementTexts[language];
  const names = missing.map((name) => pick(language, name));
  return {
    title: nameJa === null ? texts.withoutCompany : pick(language, inBoth(nameJa, nameEn ?? '')),
    lines: [
      texts.answersLine(answers),
      ...(names.length === 0 ? [] : [texts.missingNames(names, answers.unanswered - names.length)]),
    ],
    buttons: [],
  };
}

interface Row {
  readonly id: string;
  readonly state: Parameters<typeof mayBe>[1];
  readonly asks: readonly string[];
  readonly reminders: number;
  readonly placeId: string | null;
}

/** What can be done with it now. */
function statusButtons(
  { language }: Context,
  { id, state, asks, reminders, placeId }: Row,
  { next, isAnswered }: { readonly next: number | null; readonly isAnswered: boolean },
): readonly Button[] {
  const texts = announcementTexts[language];
  const input = { announcement: id };
  const offers: readonly (false | Button)[] = [
    next !== null && { label: texts.more, action: 'announcement.status', input: { ...input, from: next } },
    asks.length > 0 &&
      mayBe('correct', state) && { label: texts.answersFile.label, action: 'announcement.answers-file', input },
    mayBe('stop', state) && { label: texts.stop, action: 'announcement.stop', input, emphasis: 'danger' },
    mayBe('resume', state) && { label: texts.resume, action: 'announcement.resume', input, emphasis: 'primary' },
    mayBe('remind', state) &&
      asks.length > 0 &&
      placeId === null &&
      !isAnswered && { label: texts.remind, action: 'announcement.remind', input: { ...input, seen: reminders } },
    mayBe('edit', state) && { label: texts.edit, action: 'announcement.compose', input, form: true },
    mayBe('cancel', state) && { label: texts.cancel, action: 'announcement.cancel', input },
    mayBe('correct', state) && { label: texts.correct, action: 'announcement.correct', input, form: true },
    mayBe('withdraw', state) && {
      ...{ label: texts.withdraw, action: 'announcement.withdraw', input },
      ...{ form: true, emphasis: 'danger' },
    },
  ];
  return offers.filter((one) => one !== false);
}
