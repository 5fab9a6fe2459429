/** Lets a company report that its management has approved a deliverable: when, and by whom. */
import { z } from 'zod';
import { actingMember } from '../../members/acting-member.js';
import { pick } from '../../messages/bilingual.js';
import { initialDate, initialText } from '../../messages/initial.js';
import { elements, type Form, type Introduction, type Values } from '../../messages/message.js';
import { chatTexts } from '../../messages/texts.js';
import { memberAction, type Preview } from '../../requests/action.js';
import { chosen } from '../../requests/chosen.js';
import type { Context } from '../../requests/context.js';
import { isRefusal, type Refusal, refuse } from '../../requests/refusal.js';
import { dayIn, enteredDay } from '../day-words.js';
import { deliverableField, namedDeliverable, withDeliverable } from './choose-deliverable.js';
import type { ReportableDeliverable } from './queries.js';
import { approveRecogniser } from './recognisers.js';
import { refuseCompletion } from './refuse-completion.js';
import { approveDeliverable } from './report-completion.js';
import { refuseApproval, refuseReportDay } from './rules.js';
import { completionTexts } from './texts.js';

const LONGEST_BY = 200;

const input = z.object({
  deliverable: chosen,
  day: enteredDay,
  approvedBy: z.string().trim().min(1, { error: 'required' }).max(LONGEST_BY, { error: 'too_long' }),
});

export const approveAction = memberAction({
  name: 'deliverable.approve',
  texts: completionTexts,
  command: 'approved',
  recognise: approveRecogniser,
  who: ['participant'],
  input,
  offered: 'help',
  complete: async (context, given) => await withDeliverable(context, given, refuseApproval),
  ask: approvalForm,
  confirm: { when: 'words', show: preview },
  run: async (context, { deliverable: deliverableId, day, approvedBy }) => {
    const { transaction, now, language } = context;
    const by = actingMember(context);
    const approved = await approveDeliverable(transaction, { deliverableId, day, approvedBy, by, now });
    if (isRefusal(approved)) return approved;
    const texts = completionTexts[language];
    const summary = texts.approved({ title: pick(language, approved.title), day: dayIn(language, day) });
    const next = {
      label: texts.reportPublication,
      action: 'deliverable.publish',
      input: { deliverable: deliverableId },
    };
    return {
      message: {
        summary,
        elements: elements(
          { kind: 'text', text: summary },
          { kind: 'buttons', buttons: [{ ...next, form: true }, takeBackButton(context, approved)] },
        ),
      },
    };
  },
});

export function takeBackButton({ language }: Pick<Context, 'language'>, { id }: Pick<ReportableDeliverable, 'id'>) {
  const { takeBack: label } = completionTexts[language];
  return { label, action: 'deliverable.take-back', input: { deliverable: id }, form: true };
}

async function preview(context: Context, asked: z.infer<typeof input>): Promise<Preview | Refusal> {
  const found = await namedDeliverable(context, asked);
  if (found === null) return refuse('not_found', {});
  const refused = refuseApproval(found) ?? refuseReportDay(found, asked.day, context.now);
  if (refused) return refused;
  const { language } = context;
  const about = { title: pick(language, found.title), day: dayIn(language, asked.day), by: asked.approvedBy };
  return { does: completionTexts[language].approveDoes(about), elements: notConfirmed(context, found) };
}

/** The board may approve what the adviser has not confirmed; that it has not is said beforehand. */
function notConfirmed({ language }: Context, { stage }: ReportableDeliverable): readonly Introduction[] {
  return stage === 'confirmed' ? [] : [{ kind: 'note', text: completionTexts[language].notConfirmed }];
}

async function approvalForm(context: Context, given: Values): Promise<Form | Refusal> {
  const { language } = context;
  const texts = completionTexts[language];
  const found = await namedDeliverable(context, given);
  const refused = found && refuseApproval(found);
  if (refused) return refused;
  const which = found === null ? await deliverableField(context, given, refuseApproval) : null;
  if (found === null && which === null) return refuseCompletion('nothing_to_report', {});
  return {
    action: 'deliverable.approve',
    title: texts.actions['deliverable.approve'].title,
    introduction:
      found === null
        ? []
        : [{ kind: 'text', text: texts.approveIntro(pick(language, found.title)) }, ...notConfirmed(context, found)],
    fields: [
      ...(which === null ? [] : [which]),
      { kind: 'date', name: 'day', label: texts.labels.day, ...initialDate(given.day) },
      {
        ...{ kind: 'text', name: 'approvedBy', label: texts.labels.approvedBy, hint: texts.hints.approvedBy },
        ...{ maximum: LONGEST_BY, ...initialText(given.approvedBy, LONGEST_BY) },
      },
    ],
    known: found === null ? {} : { deliverable: found.id },
    submit: texts.report,
    cancel: chatTexts[language].close,
  };
}
