/** Asks the secretariat for more time, or gives a company more time where the secretariat itself asks. */
import { z } from 'zod';
import { companyChoices } from '../../advisers/words.js';
import { actingMember } from '../../members/acting-member.js';
import { pick } from '../../messages/bilingual.js';
import { initialChoice, initialDate, initialText } from '../../messages/initial.js';
import { type Field, type Form, plain, type Values } from '../../messages/message.js';
import { chatTexts } from '../../messages/texts.js';
import { memberAction } from '../../requests/action.js';
import { chosen, perhapsChosen } from '../../requests/chosen.js';
import type { Context } from '../../requests/context.js';
import { isId } from '../../requests/is-id.js';
import { isRefusal, type Refusal, refuse } from '../../requests/refusal.js';
import { dayIn, enteredDay } from '../day-words.js';
import { deliverablesOf } from '../queries.js';
import { extendDueDate } from './extend-due-date.js';
import { type ExtendableDeliverable, readExtendable } from './queries.js';
import { extendRecogniser } from './recognisers.js';
import { refuseExtension } from './refuse-extension.js';
import { refuseExtending, refuseUntil } from './rules.js';
import { extensionTexts } from './texts.js';

const LONGEST_WHY = 500;

const input = z.object({
  deliverableType: chosen,
  /** The secretariat's to say; a participant means their own. */
  company: perhapsChosen,
  until: enteredDay,
  reason: z.string().trim().min(1, { error: 'required' }).max(LONGEST_WHY, { error: 'too_long' }),
});

type Asked = z.infer<typeof input>;

export const extendAction = memberAction({
  name: 'deliverable.extend',
  texts: extensionTexts,
  command: 'extend',
  recognise: extendRecogniser,
  who: ['participant', 'secretariat'],
  input,
  offered: 'help',
  complete: async (context, given) => {
    if (given.deliverableType !== undefined) return given;
    const [only, ...others] = await typesOf(context);
    return only === undefined || others.length > 0 ? given : { ...given, deliverableType: only.id };
  },
  ask: extendForm,
  search: async (context, _field, typed) => await companyChoices(context, typed),
  confirm: {
    when: 'words',
    show: async (context, asked) => {
      const found = await about(context, asked);
      if (isRefusal(found)) return found;
      const refused = refuseExtending(found) ?? refuseUntil(found, asked.until, context.now);
      if (refused) return refused;
      const { askDoes, grantDoes } = extensionTexts[context.language];
      const isStaff = context.membership.role === 'secretariat';
      return { does: (isStaff ? grantDoes : askDoes)(wordsOf(context, found, asked.until)), elements: [] };
    },
  },
  conflicts: { due_extension_asked_once: () => refuseExtension('asked_already', {}) },
  run: async (context, asked) => {
    const { transaction, now, language } = context;
    const companyId = companyOf(context, asked);
    if (companyId === null) return refuseExtension('which_company', {}, { field: 'company' });
    const { deliverableType: typeId, until, reason } = asked;
    const by = actingMember(context);
    const extended = await extendDueDate(transaction, { typeId, companyId, until, reason, by, now });
    if (isRefusal(extended)) return extended;
    const texts = extensionTexts[language];
    const say = by.role === 'secretariat' ? texts.granted : texts.asked;
    return { message: plain(say(wordsOf(context, extended, until))) };
  },
});

function companyOf({ membership }: Context, { company }: { readonly company?: unknown }): string | null {
  if (membership.role === 'participant') return membership.companyId;
  return typeof company === 'string' && isId(company) ? company : null;
}

function wordsOf({ language }: Context, { company, title, dueOn }: ExtendableDeliverable, until: string) {
  return {
    ...{ company: pick(language, company), title: pick(language, title) },
    ...{ was: dueOn === null ? null : dayIn(language, dueOn), until: dayIn(language, until) },
  };
}

async function about(
  context: Context,
  asked: Pick<Asked, 'deliverableType' | 'company'>,
): Promise<ExtendableDeliverable | Refusal> {
  const { transaction, membership } = context;
  const companyId = companyOf(context, asked);
  if (companyId === null) return refuseExtension('which_company', {}, { field: 'company' });
  const { programmeId } = membership;
  const found = await readExtendable(transaction, { programmeId, companyId, typeId: asked.deliverableType });
  return found ?? refuse('not_found', {});
}

/** What the programme's companies are to hand in. */
async function typesOf({ transaction, membership }: Context) {
  const { programmeId, companyId } = membership;
  if (companyId !== null) {
    const own = await deliverablesOf(transaction, { programmeId, companyId });
    return own.map(({ typeId: id, title }) => ({ id, title }));
  }
  const rows = await transaction.deliverableType.findMany({ where: { programmeId }, orderBy: { position: 'asc' } });
  return rows.map(({ id, titleJa, titleEn }) => ({ id, title: { ja: titleJa, en: titleEn } }));
}

async function extendForm(context: Context, given: Values): Promise<Form | Refusal> {
  const { language, membership } = context;
  const texts = extensionTexts[language];
  const types = await typesOf(context);
  if (types.length === 0) return refuseExtension('nothing_to_extend', {});
  const isStaff = membership.role === 'secretariat';
  const known = isId(given.deliverableType) ? given.deliverableType : null;
  const company = companyOf(context, given);
  const named = known === null || company === null ? null : await about(context, { deliverableType: known, company });
  if (named !== null && isRefusal(named)) return named;
  const refused = named && refuseExtending(named);
  if (refused) return refused;
  const { labels } = texts;
  const due = named === null ? null : named.dueOn === null ? texts.noDueDate : dayIn(language, named.dueOn);
  return {
    action: 'deliverable.extend',
    title: texts.actions['deliverable.extend'].title,
    introduction:
      named === null || due === null
        ? []
        : [{ kind: 'facts', facts: [{ label: `${pick(language, named.title)} ${labels.now}`, value: due }] }],
    fields: [
      ...(isStaff ? [await companyField(context, given)] : []),
      ...(known === null ? [typeField(context, types, given)] : []),
      {
        ...{ kind: 'date', name: 'until', label: isStaff ? labels.newDue : labels.until },
        ...initialDate(given.until),
      },
      {
        ...{ kind: 'long text', name: 'reason', label: labels.reason, maximum: LONGEST_WHY },
        ...initialText(given.reason, LONGEST_WHY),
      },
    ],
    known: known === null ? {} : { deliverableType: known },
    submit: isStaff ? texts.grant : texts.ask,
    cancel: chatTexts[language].close,
  };
}

async function companyField(context: Context, given: Values): Promise<Field> {
  const choices = await companyChoices(context, '');
  const { labels } = extensionTexts[context.language];
  const initial = initialChoice(given.company, choices);
  return { kind: 'choice', name: 'company', label: labels.company, choices, search: true, ...initial };
}

function typeField(
  { language }: Context,
  types: Awaited<ReturnType<typeof typesOf>>,
  given: Values,
): Form['fields'][number] {
  const choices = types.map(({ id, title }) => ({ value: id, label: pick(language, title) }));
  const { labels } = extensionTexts[language];
  const initial = initialChoice(given.deliverableType, choices);
  return { kind: 'choice', name: 'deliverableType', label: labels.deliverable, choices, ...initial };
}
