/** Lets a company report where a deliverable is published, and since when. */
import { z } from 'zod';
import { actingMember } from '../../members/acting-member.js';
import { pick } from '../../messages/bilingual.js';
import { initialDate, initialText } from '../../messages/initial.js';
import { elements, type Form, type Values } from '../../messages/message.js';
import { chatTexts } from '../../messages/texts.js';
import { memberAction, type Preview } from '../../requests/action.js';
import { chosen } from '../../requests/chosen.js';
import type { Context } from '../../requests/context.js';
import { isRefusal, type Refusal, refuse } from '../../requests/refusal.js';
import { dayIn, enteredDay } from '../day-words.js';
import { takeBackButton } from './approve.action.js';
import { deliverableField, namedDeliverable, withDeliverable } from './choose-deliverable.js';
import { LONGEST_URL, publicUrl } from './public-url.js';
import type { ReportableDeliverable } from './queries.js';
import { publishRecogniser } from './recognisers.js';
import { refuseCompletion } from './refuse-completion.js';
import { publishDeliverable } from './report-completion.js';
import { refusePublication, refusePublicationDay } from './rules.js';
import { completionTexts } from './texts.js';

const input = z.object({
  deliverable: chosen,
  url: z.string().trim().min(1, { error: 'required' }).max(LONGEST_URL, { error: 'too_long' }),
  day: enteredDay,
});

export const publishAction = memberAction({
  name: 'deliverable.publish',
  texts: completionTexts,
  command: 'published',
  recognise: publishRecogniser,
  who: ['participant'],
  input,
  offered: 'help',
  complete: async (context, given) => await withDeliverable(context, given, refusePublication),
  ask: publicationForm,
  confirm: { when: 'words', show: preview },
  run: async (context, { deliverable: deliverableId, url, day }) => {
    const { transaction, now, language } = context;
    const by = actingMember(context);
    const published = await publishDeliverable(transaction, { deliverableId, url, day, by, now });
    if (isRefusal(published)) return offeringApproval(published, deliverableId);
    const texts = completionTexts[language];
    const summary = texts.published({ title: pick(language, published.title), day: dayIn(language, day) });
    return {
      message: {
        summary,
        elements: elements(
          { kind: 'text', text: summary },
          { kind: 'buttons', buttons: [takeBackButton(context, published)] },
        ),
      },
    };
  },
});

/** What is missing is offered beside the refusal. */
function offeringApproval(refused: Refusal, deliverable: string): Refusal {
  if (refused.refused !== 'not_approved') return refused;
  const label = { ja: completionTexts.ja.reportApproval, en: completionTexts.en.reportApproval };
  return { ...refused, offer: { action: 'deliverable.approve', label, input: { deliverable } } };
}

function refuseFor(found: ReportableDeliverable): Refusal | null {
  const refused = refusePublication(found);
  return refused && offeringApproval(refused, found.id);
}

async function preview(context: Context, asked: z.infer<typeof input>): Promise<Preview | Refusal> {
  const { language, now } = context;
  const found = await namedDeliverable(context, asked);
  if (found === null) return refuse('not_found', {});
  const refused = refuseFor(found) ?? refusePublicationDay(found, asked.day, now);
  if (refused) return refused;
  const url = publicUrl(asked.url);
  if (url === null) return refuseCompletion('not_public', {}, { field: 'url' });
  const about = { title: pick(language, found.title), day: dayIn(language, asked.day), url };
  return { does: completionTexts[language].publishDoes(about), elements: [] };
}

async function publicationForm(context: Context, given: Values): Promise<Form | Refusal> {
  const { language } = context;
  const texts = completionTexts[language];
  const found = await namedDeliverable(context, given);
  const refused = found && refuseFor(found);
  if (refused) return refused;
  const which = found === null ? await deliverableField(context, given, refusePublication) : null;
  if (found === null && which === null) return refuseCompletion('not_approved', {});
  return {
    action: 'deliverable.publish',
    title: texts.actions['deliverable.publish'].title,
    introduction: found === null ? [] : [{ kind: 'text', text: texts.publishIntro(pick(language, found.title)) }],
    fields: [
      ...(which === null ? [] : [which]),
      {
        ...{ kind: 'text', name: 'url', label: texts.labels.url, hint: texts.hints.url, maximum: LONGEST_URL },
        ...initialText(given.url, LONGEST_URL),
      },
      { kind: 'date', name: 'day', label: texts.labels.publishedOn, ...initialDate(given.day) },
    ],
    known: found === null ? {} : { deliverable: found.id },
    submit: texts.report,
    cancel: chatTexts[language].close,
  };
}
