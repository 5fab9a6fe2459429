/** Answers an announcement by one of its buttons. */
import { z } from 'zod';
import { AnnouncementReply, Role } from '../../prisma/client.js';
import { type Form, plain, type Values } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import { memberAction } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { isId } from '../requests/is-id.js';
import { isRefusal, type Refusal } from '../requests/refusal.js';
import { answerAnnouncement, findAsking, readAsking } from './answer-announcement.js';
import { gistIn } from './message.js';
import { refuseAnnouncement } from './refuse-announcement.js';
import { announcementTexts } from './texts.js';

export const answerAnnouncementAction = memberAction({
  name: 'announcement.answer',
  texts: announcementTexts,
  command: 'answer-announcement',
  who: Object.values(Role),
  input: z.object({
    announcement: chosen,
    answer: z.enum(AnnouncementReply, {
      error: (issue) => (issue.input === undefined ? 'required' : 'not_a_choice'),
    }),
  }),
  recognise: { onlyAlone: true },
  offered: 'contextual',
  ask: answerForm,
  // One button, and another one changes it.
  confirm: 'never',
  run: async ({ transaction, person, now, language }, { announcement: id, answer }) => {
    const refused = await answerAnnouncement(transaction, { id, personId: person.id, answer, now });
    if (refused !== null) return refused;
    const texts = announcementTexts[language];
    const said = texts.answered(answer);
    return { message: plain(answer === 'help' ? `${said}\n${texts.helpPassedOn}` : said) };
  },
});

async function answerForm(context: Context, { announcement: id }: Values): Promise<Form | Refusal> {
  const { transaction, person, language } = context;
  const texts = announcementTexts[language];
  const asking = isId(id)
    ? [await findAsking(transaction, { id, personId: person.id })]
    : await readAsking(transaction, person.id);
  const found = asking.flatMap((one) => (isRefusal(one) ? [] : [one]));
  const [first] = found;
  if (first === undefined) return asking.find(isRefusal) ?? refuseAnnouncement('nothing_to_answer', {});
  const asks = isId(id) ? first.asks : Object.values(AnnouncementReply);
  const choices = found.map((one) => ({ value: one.id, label: gistIn(language, one) }));
  return {
    ...{ action: 'announcement.answer', title: texts.actions['announcement.answer'].title, submit: texts.next },
    introduction: isId(id) ? [{ kind: 'text', text: gistIn(language, first) }] : [],
    fields: [
      ...(isId(id)
        ? []
        : [{ kind: 'choice' as const, name: 'announcement', label: texts.labels.announcement, choices }]),
      {
        ...{ kind: 'choice', name: 'answer', label: texts.labels.answer },
        choices: asks.map((value) => ({ value, label: texts.replies[value] })),
      },
    ],
    known: isId(id) ? { announcement: id } : {},
    cancel: chatTexts[language].close,
  };
}
