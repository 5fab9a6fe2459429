/** A second member of the secretariat approves an announcement to many people, or does not. */
import { z } from 'zod';
import { actingMember } from '../members/acting-member.js';
import { secretariat } from '../members/roles.js';
import { type Form, plain, type Values } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import { memberAction } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { isId } from '../requests/is-id.js';
import { isRefusal, type Refusal, refuse } from '../requests/refusal.js';
import { chooseAnnouncement } from './choose-announcement.js';
import { readSaid } from './message.js';
import { proposedIntroduction } from './preview.js';
import { refuseAnnouncement } from './refuse-announcement.js';
import { sentMessage } from './send.action.js';
import { approveAnnouncement } from './send-announcement.js';
import { announcementTexts } from './texts.js';

export const approveAnnouncementAction = memberAction({
  name: 'announcement.approve',
  texts: announcementTexts,
  command: 'approve-announcement',
  who: secretariat,
  input: z.object({
    announcement: chosen,
    /** The version that was shown. */
    seen: z.int({ error: 'required' }),
    approve: z.boolean({ error: 'required' }),
  }),
  recognise: { onlyAlone: true },
  offered: 'contextual',
  ask: approveForm,
  // Its button stands below the whole preview, and what was approved can be stopped.
  confirm: 'never',
  run: async (context, { announcement: id, seen, approve }) => {
    const { transaction, now, language } = context;
    const by = actingMember(context);
    const approved = await approveAnnouncement(transaction, { id, seen, approve, by, now });
    if (isRefusal(approved)) return approved;
    const texts = announcementTexts[language];
    if (approved.outcome === 'declined') return { message: plain(texts.declined) };
    const { summary, elements } = await sentMessage(context, id, approved);
    const first = { kind: 'text', text: texts.approved } as const;
    return { message: { summary: `${texts.approved} ${summary}`, elements: [first, ...elements] } };
  },
});

async function approveForm(context: Context, { announcement: id }: Values): Promise<Form | Refusal> {
  const { language, transaction } = context;
  const texts = announcementTexts[language];
  const action = 'announcement.approve';
  if (!isId(id)) return await chooseAnnouncement(context, { action, states: ['proposed'] });
  const said = await readSaid(transaction, id);
  if (said === null) return refuse('not_found', {});
  if (said.state !== 'proposed') return refuseAnnouncement('not_proposed', {});
  return {
    ...{ action, title: texts.actions[action].title, submit: texts.next, cancel: chatTexts[language].close },
    introduction: await proposedIntroduction(context, id),
    fields: [
      {
        ...{ kind: 'yes/no', name: 'approve', label: texts.labels.approve },
        yes: texts.approveYes,
        no: texts.approveNo,
      },
    ],
    known: { announcement: id, seen: said.version },
  };
}
