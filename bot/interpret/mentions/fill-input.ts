/** Puts what a sentence speaks of into the fields of the action that it means, by what these hold. */
import type { Values } from '../../../programme/messages/message.js';
import type { Action } from '../../../programme/requests/action.js';
import type { Mentions, SpokenWhen } from './find-mentions.js';
import { numberIn } from './spoken-numbers.js';
import { dictatedIn, newPersonIn, placeIn } from './spoken-texts.js';
import { valueIn } from './value-words.js';

interface Filling {
  readonly action: Pick<Action, 'name' | 'fields'>;
  readonly mentions: Mentions;
  /** What is known of it already. */
  readonly input: Values;
}

/** Null: the sentence does not tell. */
type Filler = (filling: Filling) => Values | null;

const value = (name: string, found: Values[string] | undefined): Values | null =>
  found == null ? null : { [name]: found };

function only<T>([first, second]: readonly T[]): T | null {
  return first === undefined || second !== undefined ? null : first;
}

const company: Filler = ({ mentions }) => value('company', only(mentions.companies));
const type: (name: string) => Filler =
  (name) =>
  ({ mentions }) =>
    value(name, only(mentions.deliverableTypes) ?? mentions.onlyDeliverableType);

const adviserIn = ({ people }: Mentions) => only(people.filter(({ role }) => role === 'adviser'))?.id ?? null;

/** Of what belongs to a company: its room looks for the one that can be meant. */
const ofCompany: Filler = ({ mentions }) => value('spokenCompany', only(mentions.companies));

const dayIn =
  (name: string): Filler =>
  ({ action, mentions: { when }, input }) =>
    saysDay(input) ? null : value(name, dayOf(action, oneDay(when) ?? sinceWhen(action, when)));

/** What is told of is over: 「4月1日に公開しました」 on 3 April is not next year's. */
const tellsOfPast: ReadonlySet<string> = new Set([
  ...['deliverable.publish', 'deliverable.approve', 'draft.declare', 'consultation.record', 'session.record'],
]);

function dayOf({ name }: Filling['action'], when: SpokenWhen | null): string | null {
  return (tellsOfPast.has(name) ? when?.before : null) ?? when?.day ?? null;
}

/** "It has been on our website since Tuesday." */
function sinceWhen({ name }: Filling['action'], when: readonly SpokenWhen[]): SpokenWhen | null {
  return tellsOfPast.has(name) ? firstDay(when) : null;
}

const written: (
  field: string,
  actions: readonly string[],
  text: (text: string) => string | undefined | null,
) => Filler =
  (field, actions, textIn) =>
  ({ action, mentions: { text } }) =>
    actions.includes(action.name) ? value(field, textIn(text) ?? undefined) : null;

const ofSession = ['session.create', 'session.change'];
const inJapanese = (found: { readonly ja: string } | { readonly en: string } | null) =>
  found !== null && 'ja' in found ? found.ja : null;
const inEnglish = (found: { readonly ja: string } | { readonly en: string } | null) =>
  found !== null && 'en' in found ? found.en : null;

/** Its recogniser has read the day, or days, in its own way. */
function saysDay({ spokenDay, spokenMonth, week, severalDays }: Values): boolean {
  return [spokenDay, spokenMonth, week, severalDays].some((one) => one !== undefined);
}

function oneDay(when: readonly SpokenWhen[]): SpokenWhen | null {
  return when.find(({ isOneDay }) => isOneDay) ?? null;
}

/** Also the first of several. */
function firstDay(when: readonly SpokenWhen[]): SpokenWhen | null {
  return when.find(({ day }) => day !== null) ?? null;
}

function timed(when: readonly SpokenWhen[]): SpokenWhen | null {
  return when.find(({ time }) => time !== null) ?? null;
}

/** A consultation or an hour, by its day and time, its company and its adviser. */
const hour: Filler = ({ action, mentions }) => {
  const { when } = mentions;
  // The second one is where it is to be moved.
  const moves = action.fields.includes('booking') && (action.fields.includes('slot') || action.fields.includes('date'));
  // The only day that is said with a proposal is the one that is proposed.
  const proposes = action.fields.includes('date') && when.filter(({ isOneDay }) => isOneDay).length < 2;
  const day = (proposes ? null : oneDay(when)) ?? (moves ? (when.find(({ saysBoth }) => saysBoth) ?? null) : null);
  // The time of "from 20 to 27 February at 4 pm" is the new one.
  const time = !moves ? timed(when)?.time : day?.saysBoth === true ? null : day?.time;
  return {
    ...value('spokenDay', dayOf(action, day)),
    ...(day !== null && value('spokenTime', time)),
    ...ofCompany({ action, mentions, input: {} }),
    // Who takes it over is not who holds it.
    ...(!action.fields.includes('adviser') && value('spokenAdviser', adviserIn(mentions))),
  };
};

/** The day and time to which something is moved, said after the one where it is. */
const target: Filler = ({ action, mentions: { when, shift }, input }) => {
  if (!action.fields.includes('booking')) return null;
  const days = when.filter(({ isOneDay }) => isOneDay);
  // Of what was shown before only the new day is said, or only the new time.
  const to = days[1] ?? (input.booking === undefined ? undefined : days[0]);
  // "From 20 February to 27 February" is one phrase.
  const range = when.find(({ saysBoth }) => saysBoth);
  if (to === undefined && range !== undefined)
    return { ...value('toDay', range.lastDay), ...value('toTime', range.time) };
  if (to !== undefined) return { ...value('toDay', to.day), ...value('toTime', to.time ?? timed(when)?.time) };
  const time = input.booking === undefined ? undefined : timed(when)?.time;
  return time == null ? value('toShift', shift) : value('toTime', time);
};

/** The names are those of requests/identifiers.ts and of the fields that hold days and times. */
const fillers: Readonly<Record<string, Filler>> = {
  company,
  companies: ({ mentions: { companies } }) => (companies.length === 0 ? null : { companies }),
  adviser: ({ mentions }) => value('adviser', adviserIn(mentions)),
  assignment: ({ mentions }) => ({
    ...value('spokenCompany', only(mentions.companies)),
    ...value('spokenAdviser', adviserIn(mentions)),
  }),
  draft: ofCompany,
  extension: ofCompany,
  booking: hour,
  slots: hour,
  slot: (filling) => (filling.action.fields.includes('booking') ? target(filling) : hour(filling)),
  person: ({ mentions: { people } }) => value('person', only(people)?.id),
  formerPerson: ({ mentions: { people } }) => value('formerPerson', only(people)?.id),
  people: ({ mentions: { people } }) => (people.length === 0 ? null : { people: people.map(({ id }) => id) }),
  deliverableType: type('deliverableType'),
  deliverable: type('spokenDeliverableType'),
  session: ({ mentions }) => value('session', mentions.sessionOnDay),
  substitute: ({ mentions: { people }, input }) =>
    input.deputy !== undefined || input.named !== undefined ? null : value('substitute', only(people)?.id),
  element: ({ mentions }) => value('element', only(mentions.elements)),
  until: ({ mentions: { when } }) => value('until', firstDay(when)?.lastDay ?? firstDay(when)?.day),
  day: dayIn('day'),
  date: (filling) => {
    if (!filling.action.fields.includes('booking')) return dayIn('date')(filling);
    const days = filling.mentions.when.filter(({ isOneDay }) => isOneDay);
    return value('date', days.at(-1)?.day);
  },
  firstDay: ({ mentions: { when } }) => ({
    ...value('firstDay', firstDay(when)?.day),
    ...value('lastDay', firstDay(when)?.lastDay),
  }),
  time: ({ mentions: { when } }) => value('time', timed(when)?.time),
  words: written('words', ['review.comment'], dictatedIn),
  text: written('text', ['company.note', 'consultation.note'], dictatedIn),
  answer: written('answer', ['question.reply'], dictatedIn),
  venueJa: written('venueJa', ofSession, (text) => inJapanese(placeIn(text))),
  venueEn: written('venueEn', ofSession, (text) => inEnglish(placeIn(text))),
  nameJa: written('nameJa', ['member.add'], (text) => inJapanese(newPersonIn(text))),
  nameEn: written('nameEn', ['member.add'], (text) => inEnglish(newPersonIn(text))),
  start: ({ mentions: { when } }) => ({ ...value('start', timed(when)?.time), ...value('end', timed(when)?.endTime) }),
};

/** Days and times that say when something else is to happen, or which session it is about. */
const notThere: ReadonlySet<string> = new Set([
  'announcement.compose date',
  'announcement.compose time',
  // Whose day off it is, its recogniser reads (`sought`), since an adviser may say it of themselves alone.
  'consultation.away adviser',
  // 「会場を変更」 changes the place, not the way of holding it.
  'session.change method',
  'session.change kind',
  // A type of deliverable narrows down whom it is for.
  'announcement.compose deliverableType',
  // What is said of a session's answers is not about one person's company or day.
  'session.record day',
]);

/** What of the input follows from what the sentence speaks of: never in place of what is known already. */
export function filledFrom({ action, mentions, input }: Filling): Values {
  const fields = action.fields
    // Of whom a place is at stake is told apart by who is said to come (`named`), not by who is spoken of.
    .filter((field) => !(field === 'person' && action.fields.includes('named')))
    .filter((field) => !notThere.has(`${action.name} ${field}`));
  let known = input;
  for (const field of fields) {
    if (known[field] !== undefined) continue;
    const found =
      fillers[field]?.({ action, mentions, input: known }) ??
      value(field, chosenOf(field, action.name, mentions) ?? numberIn(mentions.text, field, known));
    known = { ...found, ...known };
  }
  return known;
}

/** A choice, by what people call it. A way of attending that is refused is not the one that is wanted. */
function chosenOf(field: string, action: string, { text, wanted, saysMode }: Mentions): Values[string] | null {
  if (field !== 'mode') return valueIn(text, action, field);
  return saysMode ? null : valueIn(wanted, action, field);
}
