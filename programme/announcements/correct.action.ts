/** Edits what an announcement says that is out, or being sent. */
import { z } from 'zod';
import { actingMember } from '../members/acting-member.js';
import { secretariat } from '../members/roles.js';
import type { Form, Values } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import { memberAction } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { isId } from '../requests/is-id.js';
import { isRefusal, type Refusal, refuse } from '../requests/refusal.js';
import { typedField } from './announcement-fields.js';
import { announcementInput } from './announcement-input.js';
import { correctAnnouncement } from './change-announcement.js';
import { chooseAnnouncement } from './choose-announcement.js';
import { readSaid } from './message.js';
import { refuseStep, statesFor } from './rules.js';
import { stepDone } from './step-action.js';
import { announcementTexts } from './texts.js';

const { textJa, textEn, link } = announcementInput;

export const correctAnnouncementAction = memberAction({
  name: 'announcement.correct',
  texts: announcementTexts,
  command: 'correct-announcement',
  who: secretariat,
  /** `seen`: the version that the form showed. */
  input: z.object({ announcement: chosen, textJa, textEn, link, seen: z.int({ error: 'required' }) }),
  recognise: { onlyAlone: true },
  offered: 'contextual',
  ask: correctForm,
  confirm: 'always',
  run: async (context, { announcement: id, link: address, ...entered }) => {
    const { transaction, now, language } = context;
    const by = actingMember(context);
    const asked = { ...entered, id, link: address === '' ? null : address, by, now };
    const corrected = await correctAnnouncement(transaction, asked);
    if (isRefusal(corrected)) return corrected;
    const texts = announcementTexts[language];
    const { isPost, edited, isUnfound } = corrected;
    return {
      message: stepDone(context, id, isPost ? texts.correctedPost(edited, isUnfound) : texts.corrected(edited)),
    };
  },
});

async function correctForm(context: Context, given: Values): Promise<Form | Refusal> {
  const { language, transaction } = context;
  const { announcement: id } = given;
  const action = 'announcement.correct';
  if (!isId(id)) return await chooseAnnouncement(context, { action, states: statesFor('correct') });
  const said = await readSaid(transaction, id);
  if (said === null) return refuse('not_found', {});
  const refused = refuseStep('correct', said.state);
  if (refused) return refused;
  const texts = announcementTexts[language];
  const isFilled = typeof given.seen === 'number';
  const shown = isFilled ? given : { textJa: said.textJa, textEn: said.textEn, link: said.link };
  return {
    ...{ action, title: texts.actions[action].title, submit: texts.correct, cancel: chatTexts[language].close },
    introduction: [
      { kind: 'text', text: said.placeId === null ? texts.correctIntroduction : texts.correctPostIntroduction },
    ],
    fields: (['textJa', 'textEn', 'link'] as const).map((name) => typedField(context, name, shown)),
    known: { announcement: id, seen: isFilled ? given.seen : said.version },
  };
}
