/** Asks the company for what no text can show: who approved it and when, on what it relied, where it is published, what reflects it. */
import { z } from 'zod';
import type { DeliverableEntry } from '../deliverables/queries.js';
import { holdDeliverable } from '../deliverables/record-event.js';
import { pick } from '../messages/bilingual.js';
import { initialText } from '../messages/initial.js';
import { type Field, type Form, plain, type Values } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import { memberAction } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { type Refusal, refuse } from '../requests/refusal.js';
import { checklistNamed } from './checklists/by-name.js';
import type { ChecklistElement } from './checklists/checklist.js';
import { ownDeliverables } from './prepare-submission.js';
import { readDeclarations } from './queries.js';
import { declareRecogniser } from './recognisers.js';
import { refuseDraft } from './refuse-draft.js';
import { draftTexts } from './texts.js';

const LONGEST_DECLARATION = 500;

const said = z.string().trim().max(LONGEST_DECLARATION, { error: 'too_long' }).optional();

type AskedFor = NonNullable<ChecklistElement['asksFor']>;

/** Under which name of the input each is told. */
const fieldNames = {
  'board date': 'boardDate',
  'review log': 'reviewLog',
  publication: 'publication',
  procedures: 'procedures',
} as const satisfies Readonly<Record<AskedFor, string>>;

export const declareAction = memberAction({
  name: 'draft.declare',
  texts: draftTexts,
  command: 'declare',
  recognise: declareRecogniser,
  who: ['participant'],
  input: z.object({ deliverableType: chosen, boardDate: said, reviewLog: said, publication: said, procedures: said }),
  confidential: true,
  offered: 'help',
  complete: async (context, given) => {
    if (given.deliverableType !== undefined) return given;
    const [only, ...others] = await declarable(context);
    return only === undefined || others.length > 0 ? given : { ...given, deliverableType: only.typeId };
  },
  ask: declareForm,
  // Only its form can show what was said before.
  confirm: 'always',
  run: async (context, { deliverableType, ...told }) => {
    const { transaction, person, membership, language, now: at } = context;
    const deliverable = (await declarable(context)).find(({ typeId }) => typeId === deliverableType);
    if (deliverable === undefined) return refuseDraft('nothing_declared', {});
    const { companyId, typeId, title, checklist } = deliverable;
    const { id: deliverableId } = await holdDeliverable(transaction, { typeId, companyId }, at);
    for (const { id: element, asksFor } of elementsOf(checklist)) {
      const words = told[fieldNames[asksFor]];
      if (words === undefined) continue;
      const row = { words, personId: person.id, at };
      const which = { deliverableId_element: { deliverableId, element } };
      if (words === '') await transaction.draftDeclaration.deleteMany({ where: { deliverableId, element } });
      else {
        const create = { deliverableId, element, programmeId: membership.programmeId, companyId, ...row };
        await transaction.draftDeclaration.upsert({ where: which, create, update: row });
      }
    }
    return { message: plain(draftTexts[language].declare.saved(pick(language, title))) };
  },
});

interface Asking extends ChecklistElement {
  readonly asksFor: AskedFor;
}

function elementsOf(checklist: string | null): readonly Asking[] {
  const elements = checklistNamed(checklist)?.elements ?? [];
  return elements.flatMap(({ asksFor, ...element }) => (asksFor === undefined ? [] : [{ ...element, asksFor }]));
}

/** Those of the company's whose checklist asks for anything. */
async function declarable(context: Context): Promise<readonly DeliverableEntry[]> {
  return (await ownDeliverables(context)).filter(({ checklist }) => elementsOf(checklist).length > 0);
}

async function declareForm(context: Context, given: Values): Promise<Form | Refusal> {
  const { transaction, language } = context;
  const { actions, declare, form } = draftTexts[language];
  const all = await declarable(context);
  const frame = {
    ...{ action: 'draft.declare', title: actions['draft.declare'].title, cancel: chatTexts[language].close },
  };
  if (all.length === 0) return refuseDraft('nothing_declared', {});
  const deliverable = all.find(({ typeId }) => typeId === given.deliverableType);
  if (deliverable === undefined) {
    if (given.deliverableType !== undefined) return refuse('not_found', {});
    const choices = all.map(({ typeId, title }) => ({ value: typeId, label: pick(language, title) }));
    const field: Field = { kind: 'choice', name: 'deliverableType', label: form.deliverable, choices };
    return { ...frame, introduction: [], fields: [field], known: {}, submit: form.next };
  }
  const before = await readDeclarations(transaction, deliverable.id);
  return {
    ...frame,
    introduction: [{ kind: 'text', text: declare.introduction }],
    fields: elementsOf(deliverable.checklist).map(({ id, asksFor }) => ({
      ...{ kind: 'text', name: fieldNames[asksFor], label: declare.labels[asksFor], hint: declare.hints[asksFor] },
      ...{ optional: true, maximum: LONGEST_DECLARATION },
      ...initialText(given[fieldNames[asksFor]] ?? before.get(id), LONGEST_DECLARATION),
    })),
    known: { deliverableType: deliverable.typeId },
    submit: declare.save,
  };
}
