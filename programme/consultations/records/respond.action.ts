/** Lets the company confirm a record or comment on it; the adviser is told. */
import { z } from 'zod';
import { type Form, plain, type Values } from '../../messages/message.js';
import { chatTexts } from '../../messages/texts.js';
import { plan } from '../../notifications/plan.js';
import { memberAction } from '../../requests/action.js';
import { chosen } from '../../requests/chosen.js';
import type { Context } from '../../requests/context.js';
import { isId } from '../../requests/is-id.js';
import type { Refusal } from '../../requests/refusal.js';
import { recordAnswered } from './notifications.js';
import { refuseRecord } from './refuse-record.js';
import { recordTexts } from './texts.js';

const LONGEST_COMMENT = 2_000;

export const respondToRecord = memberAction({
  name: 'consultation.respond',
  texts: recordTexts,
  command: 'confirm-record',
  who: ['participant'],
  input: z
    .object({
      record: chosen,
      confirmed: z.boolean(),
      comment: z.string().trim().max(LONGEST_COMMENT, { error: 'too_long' }).default(''),
    })
    .refine(({ confirmed, comment }) => confirmed || comment !== '', { path: ['comment'], error: 'required' }),
  confidential: true,
  offered: 'contextual',
  ask: commentForm,
  // One button of the record itself; a comment is written in a form.
  confirm: 'never',
  run: async (context, { record: recordId, confirmed, comment }) => {
    const { transaction, person, membership, language, now } = context;
    const record = await transaction.consultationRecord.findUniqueOrThrow({
      where: { id: recordId },
      include: { booking: true },
    });
    if (record.supersededAt !== null) return refuseRecord('record_superseded', {});
    const { answered } = recordTexts[language];
    // A button of an old message is there to be pressed again.
    const repeated =
      confirmed &&
      (await transaction.recordResponse.count({ where: { recordId, personId: person.id, confirmed } })) > 0;
    if (repeated) return { message: plain(answered.confirmed) };
    const response = await transaction.recordResponse.create({
      data: { recordId, personId: person.id, confirmed, comment, at: now },
    });
    const { adviserId: personId, id: subjectId } = record.booking;
    await plan(transaction, now, [
      {
        key: `${recordAnswered.key}:${response.id}`,
        ...{ kind: recordAnswered, programmeId: membership.programmeId, personId, subjectId },
        ...{ data: { response: response.id }, dueAt: now },
      },
    ]);
    return { message: plain(confirmed ? answered.confirmed : answered.commented) };
  },
});

async function commentForm({ language }: Context, { record }: Values): Promise<Form | Refusal> {
  const texts = recordTexts[language];
  return {
    action: 'consultation.respond',
    title: texts.comment,
    introduction: [],
    fields: [{ kind: 'long text', name: 'comment', label: texts.labels.comment, maximum: LONGEST_COMMENT }],
    known: { ...(isId(record) && { record }), confirmed: false },
    submit: texts.send,
    cancel: chatTexts[language].close,
  };
}
