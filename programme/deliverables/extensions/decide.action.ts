/** Lets the secretariat grant a request for more time, or refuse it with a reason. */
import { z } from 'zod';
import { actingMember } from '../../members/acting-member.js';
import { secretariat } from '../../members/roles.js';
import { initialText } from '../../messages/initial.js';
import { type Form, plain, type Values } from '../../messages/message.js';
import { chatTexts } from '../../messages/texts.js';
import { memberAction } from '../../requests/action.js';
import { chosen } from '../../requests/chosen.js';
import type { Context } from '../../requests/context.js';
import { isId } from '../../requests/is-id.js';
import { isRefusal, type Refusal, refuse } from '../../requests/refusal.js';
import { decideExtension } from './decide-extension.js';
import { extensionWords } from './notifications.js';
import { askedExtensions, readExtension } from './queries.js';
import { decideRecogniser } from './recognisers.js';
import { refuseExtension } from './refuse-extension.js';
import { extensionTexts } from './texts.js';

const LONGEST_ANSWER = 500;
/** As many as a platform's list of choices can hold. */
const MOST = 50;
const decisions = ['grant', 'refuse'] as const;

export const decideExtensionAction = memberAction({
  name: 'deliverable.decide-extension',
  texts: extensionTexts,
  command: 'decide-extension',
  recognise: decideRecogniser,
  who: secretariat,
  input: z.object({
    extension: chosen,
    decision: z.enum(decisions),
    answer: z.string().trim().max(LONGEST_ANSWER, { error: 'too_long' }).default(''),
  }),
  offered: 'help',
  complete: async ({ transaction, membership }, given) => {
    if (given.extension !== undefined) return given;
    const { spokenCompany } = given;
    const asked = await askedExtensions(transaction, membership.programmeId, MOST);
    const [only, ...others] = asked.filter(
      ({ companyId }) => spokenCompany === undefined || companyId === spokenCompany,
    );
    return only === undefined || others.length > 0 ? given : { ...given, extension: only.id };
  },
  ask: decideForm,
  confirm: {
    when: 'words',
    show: async ({ transaction, language }, { extension: id, decision }) => {
      const extension = await readExtension(transaction, id);
      if (extension === null) return refuse('not_found', {});
      if (extension.state !== 'asked') return refuseExtension('decided_already', {});
      const { grantDoes, refuseDoes } = extensionTexts[language];
      const say = decision === 'grant' ? grantDoes : refuseDoes;
      return { does: say(extensionWords(language, extension)), elements: [] };
    },
  },
  run: async (context, { extension: extensionId, decision, answer }) => {
    const { transaction, now, language } = context;
    const granted = decision === 'grant';
    const by = actingMember(context);
    const decided = await decideExtension(transaction, { extensionId, granted, answer, by, now });
    if (isRefusal(decided)) return decided;
    const texts = extensionTexts[language];
    const say = granted ? texts.granted : texts.refused;
    return { message: plain(say(extensionWords(language, decided))) };
  },
});

async function decideForm(context: Context, given: Values): Promise<Form | Refusal> {
  const { transaction, membership, language } = context;
  const texts = extensionTexts[language];
  const form = {
    action: 'deliverable.decide-extension',
    title: texts.actions['deliverable.decide-extension'].title,
    cancel: chatTexts[language].close,
  };
  const extension = isId(given.extension) ? await readExtension(transaction, given.extension) : null;
  if (extension === null) {
    const asked = await askedExtensions(transaction, membership.programmeId, MOST);
    if (asked.length === 0) return refuseExtension('no_requests', {});
    const choices = asked.map((one) => ({ value: one.id, label: texts.choice(extensionWords(language, one)) }));
    const field = { kind: 'choice', name: 'extension', label: texts.labels.extension, choices } as const;
    return { ...form, introduction: [], fields: [field], known: {}, submit: texts.next };
  }
  if (extension.state !== 'asked') return refuseExtension('decided_already', {});
  return {
    ...form,
    introduction: [
      { kind: 'text', text: texts.notices.asked(extensionWords(language, extension)) },
      ...(extension.reason === '' ? [] : [{ kind: 'note' as const, text: texts.because(extension.reason) }]),
    ],
    fields: [
      {
        ...{ kind: 'choice', name: 'decision', label: texts.labels.decision },
        choices: decisions.map((value) => ({ value, label: texts.decisions[value] })),
        ...(decisions.some((one) => one === given.decision) && { initial: String(given.decision) }),
      },
      {
        ...{ kind: 'long text', name: 'answer', label: texts.labels.answer, optional: true, maximum: LONGEST_ANSWER },
        ...initialText(given.answer, LONGEST_ANSWER),
      },
    ],
    known: { extension: extension.id },
    submit: texts.decide,
  };
}
