/** The fields of the forms about an announcement that is not sent yet. */
import { Level, Role } from '../../prisma/client.js';
import { readReceivedFiles } from '../files/keep-files.js';
import { inBoth, pick } from '../messages/bilingual.js';
import type { Choice, Field, Value, Values } from '../messages/message.js';
import type { Context } from '../requests/context.js';
import { sessionChoices } from '../sessions/session-choices.js';
import { LONGEST_LINK } from './announcement-input.js';
import { answerGroups, stageGroups } from './audience.js';
import { offered } from './offers.js';
import { placesOf } from './places/keep-places.js';
import { placeName } from './places/place-name.js';
import { LONGEST_TEXT } from './rules.js';
import { announcementTexts } from './texts.js';

/** As many as a form offers. */
const MOST_CHOICES = 50;

type FieldName = keyof (typeof announcementTexts)['ja']['labels'];

function labelled({ language }: Pick<Context, 'language'>, name: FieldName) {
  return { name, label: announcementTexts[language].labels[name], optional: true };
}

/** Those of `given` that the field offers. */
export function offeredOf(given: Value, choices: readonly Choice[]): { readonly initial?: readonly string[] } {
  const values = Array.isArray(given) ? given.map(String) : [];
  const initial = values.filter((one) => choices.some(({ value }) => value === one));
  return initial.length === 0 ? {} : { initial };
}

function choicesOf<Name extends string>(values: readonly Name[], words: Readonly<Record<Name, string>>) {
  return values.map((value) => ({ value, label: words[value] }));
}

function several(context: Context, name: FieldName, choices: readonly Choice[], given: Values): Field {
  return { ...labelled(context, name), kind: 'several choices', choices, ...offeredOf(given[name], choices) };
}

function one(context: Context, name: FieldName, choices: readonly Choice[], given: Values): Field {
  const initial = given[name];
  const isOffered = typeof initial === 'string' && choices.some(({ value }) => value === initial);
  return { ...labelled(context, name), kind: 'choice', choices, ...(isOffered && { initial }) };
}

/** Texts beyond what the field takes are refused, and shown as far as they go. */
export function typedField(
  context: Pick<Context, 'language'>,
  name: 'textJa' | 'textEn' | 'link' | 'names' | 'saveAs',
  given: Values,
): Field {
  const maximum = { textJa: LONGEST_TEXT, textEn: LONGEST_TEXT, link: LONGEST_LINK, names: LONGEST_TEXT, saveAs: 60 }[
    name
  ];
  const initial = given[name];
  return {
    ...labelled(context, name),
    ...{ kind: name === 'link' || name === 'saveAs' ? 'text' : 'long text', maximum },
    ...(typeof initial === 'string' && initial !== '' && { initial: initial.slice(0, maximum) }),
  };
}

/** Whom it is for, as both forms ask it. */
export async function audienceFields(
  context: Context,
  given: Values,
  { needsRole = false }: { readonly needsRole?: boolean } = {},
): Promise<readonly Field[]> {
  const texts = announcementTexts[context.language];
  const sessions = await sessionChoices(context, {});
  return [
    {
      ...several(context, 'roles', choicesOf(Object.values(Role), texts.roles), given),
      ...(needsRole ? { optional: false } : { hint: texts.hints.roles }),
    },
    several(context, 'levels', choicesOf(Object.values(Level), texts.levels), given),
    ...(sessions.length === 0
      ? []
      : [
          { ...one(context, 'session', sessions, given), hint: texts.hints.session },
          several(context, 'answers', choicesOf(answerGroups, texts.answerGroups), given),
        ]),
  ];
}

/** How far companies are with what they are to hand in; none where the programme asks for nothing. */
export async function stageFields(context: Context, given: Values): Promise<readonly Field[]> {
  const { transaction, membership, language } = context;
  const types = await transaction.deliverableType.findMany({
    where: { programmeId: membership.programmeId },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    take: MOST_CHOICES,
  });
  if (types.length === 0) return [];
  const choices = types.map(({ id, titleJa, titleEn }) => ({
    value: id,
    label: pick(language, inBoth(titleJa, titleEn)),
  }));
  const groups = choicesOf(stageGroups, announcementTexts[language].stageGroups);
  return [one(context, 'deliverableType', choices, given), several(context, 'stages', groups, given)];
}

/** Everything that the announcement's own form asks. */
export async function announcementFields(context: Context, given: Values): Promise<readonly Field[]> {
  const texts = announcementTexts[context.language];
  const replies = choicesOf(['read', 'attend', 'help'] as const, texts.replies);
  return [
    { ...typedField(context, 'textJa', given), hint: texts.hints.text },
    typedField(context, 'textEn', given),
    ...(await audienceFields(context, given)),
    ...(await keptAudiences(context, given)),
    ...(await places(context, given)),
    several(context, 'asks', replies, given),
    several(context, 'buttons', choicesOf(offered, texts.offers), given),
    typedField(context, 'link', given),
    ...(await fileFields(context, given)),
    ...timeFields(context, given),
  ];
}

function timeFields(context: Context, { date, time, latestDate }: Values): readonly Field[] {
  const { hints } = announcementTexts[context.language];
  const shown = (value: Value) => (typeof value === 'string' && value !== '' ? { initial: value } : {});
  return [
    { ...labelled(context, 'date'), kind: 'date', hint: hints.when, ...shown(date) },
    { ...labelled(context, 'time'), kind: 'time', ...shown(time) },
    { ...labelled(context, 'latestDate'), kind: 'date', hint: hints.latest, ...shown(latestDate) },
  ];
}

async function keptAudiences(context: Context, given: Values): Promise<readonly Field[]> {
  const kept = await context.transaction.namedAudience.findMany({
    where: { programmeId: context.membership.programmeId },
    orderBy: [{ name: 'asc' }],
    take: MOST_CHOICES,
  });
  const choices = kept.map(({ id, name }) => ({ value: id, label: name }));
  return choices.length === 0 ? [] : [one(context, 'keptAudience', choices, given)];
}

async function places(context: Context, given: Values): Promise<readonly Field[]> {
  const found = await context.transaction.place.findMany({
    where: await placesOf(context.transaction, context.membership.programmeId),
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: MOST_CHOICES,
  });
  const choices = found.map((place) => ({ value: place.id, label: placeName(place) }));
  const { hints } = announcementTexts[context.language];
  return choices.length === 0 ? [] : [{ ...one(context, 'postTo', choices, given), hint: hints.place }];
}

/** What was sent to the chat before can be attached. */
async function fileFields(context: Context, given: Values): Promise<readonly Field[]> {
  const { transaction, person, now, language } = context;
  const received = await readReceivedFiles(transaction, person.id, { now, most: MOST_CHOICES });
  const choices = received.map(({ id, name }) => ({ value: id, label: name }));
  const { hints } = announcementTexts[language];
  return choices.length === 0 ? [] : [{ ...several(context, 'files', choices, given), hint: hints.files }];
}
