/** Asks which announcement is meant, where an action's command names none. */
import type { AnnouncementState, Prisma } from '../../prisma/client.js';
import { formatInstant } from '../messages/dates.js';
import type { Field, Form, Values } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import type { Context } from '../requests/context.js';
import type { Refusal } from '../requests/refusal.js';
import { gistIn } from './message.js';
import { readInStates } from './queries.js';
import { refuseAnnouncement } from './refuse-announcement.js';
import { announcementTexts } from './texts.js';

/** As many as a form offers. */
const MOST_CHOICES = 50;

interface Choosing {
  readonly action: keyof (typeof announcementTexts)['ja']['actions'];
  readonly states: readonly AnnouncementState[];
  /** Which of those in these states. */
  readonly where?: Prisma.AnnouncementWhereInput;
  readonly fields?: readonly Field[];
  readonly known?: Values;
}

/** Refuses where there is none to choose. */
export async function chooseAnnouncement(
  context: Context,
  { action, states, where = {}, fields = [], known = {} }: Choosing,
): Promise<Form | Refusal> {
  const { transaction, membership, person, language } = context;
  const texts = announcementTexts[language];
  const found = await readInStates(
    transaction,
    { programmeId: membership.programmeId, personId: person.id },
    { states, where, most: MOST_CHOICES },
  );
  if (found.length === 0) return refuseAnnouncement('no_announcement', {});
  const choices = found.map((one) => ({
    value: one.id,
    label: `${formatInstant(context, one.sendAt)} ${gistIn(language, one)}`,
  }));
  return {
    ...{ action, title: texts.actions[action].title, known, cancel: chatTexts[language].close, submit: texts.next },
    introduction: [{ kind: 'text', text: texts.chooseIntroduction }],
    fields: [{ kind: 'choice', name: 'announcement', label: texts.labels.announcement, choices }, ...fields],
  };
}
