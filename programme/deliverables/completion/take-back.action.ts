/** Takes a wrong report of an approval or publication back, after saying what the stage will be. */
import { z } from 'zod';
import { actingMember } from '../../members/acting-member.js';
import { pick } from '../../messages/bilingual.js';
import { type Form, plain, type Values } from '../../messages/message.js';
import { chatTexts } from '../../messages/texts.js';
import { memberAction, type Preview } from '../../requests/action.js';
import { chosen } from '../../requests/chosen.js';
import type { Context } from '../../requests/context.js';
import { isRefusal, type Refusal, refuse } from '../../requests/refusal.js';
import { deliverableTexts } from '../texts.js';
import { deliverableField, namedDeliverable, withDeliverable } from './choose-deliverable.js';
import { lastReport, type ReportableDeliverable } from './queries.js';
import { takeBackRecogniser } from './recognisers.js';
import { refuseCompletion } from './refuse-completion.js';
import { takeReportBack } from './report-completion.js';
import { completionTexts } from './texts.js';

export const takeBackAction = memberAction({
  name: 'deliverable.take-back',
  texts: completionTexts,
  command: 'take-report-back',
  recognise: takeBackRecogniser,
  who: ['participant', 'secretariat'],
  input: z.object({ deliverable: chosen, agreed: z.literal(true).optional() }),
  offered: 'contextual',
  complete: async (context, given) => await withDeliverable(context, given, refuseTakingBack),
  ask: takeBackForm,
  confirm: {
    when: 'always',
    show: async (context, asked): Promise<Preview | Refusal> => {
      const found = await namedDeliverable(context, asked);
      if (found === null) return refuse('not_found', {});
      const does = whatItDoes(context, found);
      return does === null ? refuseCompletion('nothing_reported', {}) : { does, elements: [] };
    },
  },
  run: async (context, { deliverable: deliverableId }) => {
    const { transaction, now, language } = context;
    const found = await takeReportBack(transaction, { deliverableId, by: actingMember(context), now });
    if (isRefusal(found)) return found;
    const stage = deliverableTexts[language].stages[lastReport(found)?.stage ?? found.stage];
    return { message: plain(completionTexts[language].takenBack({ title: pick(language, found.title), stage })) };
  },
});

function refuseTakingBack({ stage }: Pick<ReportableDeliverable, 'stage'>): Refusal | null {
  return stage === 'approved' || stage === 'published' ? null : refuseCompletion('nothing_reported', {});
}

function whatItDoes({ language }: Context, found: ReportableDeliverable): string | null {
  const last = lastReport(found);
  if (last === null) return null;
  const texts = completionTexts[language];
  const stage = deliverableTexts[language].stages[last.stage];
  return texts.takeBackDoes({ title: pick(language, found.title), what: texts.what[last.what], stage });
}

async function takeBackForm(context: Context, given: Values): Promise<Form | Refusal> {
  const { language } = context;
  const texts = completionTexts[language];
  const found = await namedDeliverable(context, given);
  const form = {
    action: 'deliverable.take-back',
    title: texts.actions['deliverable.take-back'].title,
    cancel: chatTexts[language].close,
  };
  if (found === null) {
    const which = await deliverableField(context, given, refuseTakingBack);
    if (which === null) return refuseCompletion('nothing_reported', {});
    return { ...form, introduction: [], fields: [which], known: {}, submit: texts.next };
  }
  const does = whatItDoes(context, found);
  if (does === null) return refuseCompletion('nothing_reported', {});
  const introduction = [{ kind: 'text' as const, text: does }];
  return { ...form, introduction, fields: [], known: { deliverable: found.id, agreed: true }, submit: texts.takeBack };
}
