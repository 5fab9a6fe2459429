/** Takes an announcement back: those who have it see that, and nobody else gets it. */
import { z } from 'zod';
import { secretariat } from '../members/roles.js';
import type { Form, Values } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import { memberAction } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { isId } from '../requests/is-id.js';
import { isRefusal, type Refusal, refuse } from '../requests/refusal.js';
import { withdrawAnnouncement } from './change-announcement.js';
import { chooseAnnouncement } from './choose-announcement.js';
import { gistIn, readSaid } from './message.js';
import { refuseStep, statesFor } from './rules.js';
import { stepDone } from './step-action.js';
import { announcementTexts } from './texts.js';

export const withdrawAnnouncementAction = memberAction({
  name: 'announcement.withdraw',
  texts: announcementTexts,
  command: 'withdraw-announcement',
  who: secretariat,
  /** `agreed`: the form has said that it cannot be undone. */
  input: z.object({ announcement: chosen, agreed: z.literal(true) }),
  recognise: { onlyAlone: true },
  offered: 'contextual',
  ask: withdrawForm,
  confirm: 'always',
  run: async (context, { announcement: id }) => {
    const { transaction, now, language } = context;
    const withdrawn = await withdrawAnnouncement(transaction, { id, now });
    if (isRefusal(withdrawn)) return withdrawn;
    const texts = announcementTexts[language];
    const { isPost, edited, isUnfound } = withdrawn;
    return {
      message: stepDone(context, id, isPost ? texts.withdrawnFromPlace(edited, isUnfound) : texts.withdrawn(edited)),
    };
  },
});

async function withdrawForm(context: Context, { announcement: id }: Values): Promise<Form | Refusal> {
  const { language, transaction } = context;
  const action = 'announcement.withdraw';
  if (!isId(id)) return await chooseAnnouncement(context, { action, states: statesFor('withdraw') });
  const said = await readSaid(transaction, id);
  if (said === null) return refuse('not_found', {});
  const refused = refuseStep('withdraw', said.state);
  if (refused) return refused;
  const texts = announcementTexts[language];
  return {
    ...{ action, title: texts.actions[action].title, submit: texts.withdraw, cancel: chatTexts[language].close },
    introduction: [{ kind: 'text', text: texts.withdrawIntroduction(gistIn(language, said)) }],
    fields: [],
    known: { announcement: id, agreed: true },
  };
}
