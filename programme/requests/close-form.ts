/** A form that was closed without being sent: its action is told, and its person of what was put into it. Under the same guard as the action itself. */
import { inTransaction } from '../../prisma/client.js';
import { identify } from '../members/identify.js';
import { formatInstant } from '../messages/dates.js';
import { elements, type Form, type Message, type Values } from '../messages/message.js';
import type { ActionOf } from './action.js';
import { allowMember } from './authorise-request.js';
import { cleanInput } from './clean-input.js';
import type { ActingPerson, Language, OpenContext } from './context.js';
import { discardDraftName, enteredIn, isChanged, isLongForm, keepsDrafts } from './form-drafts.js';
import { emptyDrafts, type FormDraft, markTold, readDraft, writeDraft } from './form-drafts.sql.js';
import { lookUpNamed } from './look-up.js';
import { isRefusal } from './refusal.js';
import type { RequestingAccount } from './request.js';
import { contextFor, viewerOf } from './request-context.js';
import type { Services } from './services.js';
import { requestTexts } from './texts.js';

export interface ClosedForm {
  readonly account: RequestingAccount;
  readonly action: string;
  /** What the form knew before it was filled in. */
  readonly known: Values;
  /** What was put into its fields, where its platform says so; otherwise what was kept meanwhile. */
  readonly entered?: Values;
}

/** What the person is told in the chat. */
export interface ClosedReply {
  readonly message: Message;
  readonly language: Language;
}

/**
 * Nothing happens for a person who may not take the action. Null where there is nothing to say. Slack reports every closing that a
 * person asks for; Teams reports its form's own button, and neither the cross of a dialog nor a client that ends.
 */
export async function closeForm(
  services: Services,
  { account: requesting, action: name, known, entered }: ClosedForm,
): Promise<ClosedReply | null> {
  const action = services.actions.get(name);
  if (action === undefined || (action.closed === null && !keepsDrafts(action))) return null;
  return await inTransaction(
    services.database,
    async (transaction) => {
      const now = services.clock.now();
      const account = await identify(transaction, requesting, now);
      if (account === null) return null;
      const open = contextFor(services, transaction, requesting, account, now);
      const given = cleanInput(known);
      if (action.who === 'anyone') {
        await action.closed?.(open, given);
        return null;
      }
      const { person } = account;
      if (person === null) return null;
      const named = await lookUpNamed(action, transaction, given);
      const allowed = allowMember(action, { ...open, person }, given, named);
      if (isRefusal(allowed) || 'ambiguous' in allowed) return null;
      const closed = { person, known: given, entered: entered && cleanInput(entered) };
      const told = await tellAboutDraft(action, allowed.context, closed);
      // Last, since what was put into the form is told by making it once more, which holds again what it held.
      await action.closed?.(allowed.context, allowed.input);
      return told;
    },
    { viewer: viewerOf(requesting) },
  );
}

interface Closed {
  readonly person: ActingPerson;
  readonly known: Values;
  readonly entered: Values | undefined;
}

/** A form that was closed as it was opened leaves nothing to keep, and a draft is told of once. */
async function tellAboutDraft<C extends OpenContext>(
  { name: action, ask }: ActionOf<C>,
  context: C,
  { person, known, entered }: Closed,
): Promise<ClosedReply | null> {
  const { transaction, now, language } = context;
  const key = { personId: person.id, action, known };
  // The form is made once more only where there is something to tell.
  if (entered === undefined && (await readDraft(transaction, key, now)) === null) return null;
  const form = await ask?.(context, known);
  if (form === undefined || isRefusal(form) || !isLongForm(form)) return null;
  const values = entered && enteredIn(form, entered);
  if (values && isChanged(form, values)) await writeDraft(transaction, key, values, now);
  const draft = await readDraft(transaction, key, now);
  if (draft === null || draft.told) return null;
  if (!isChanged(form, draft.entered)) {
    await emptyDrafts(transaction, [draft.id], now);
    return null;
  }
  await markTold(transaction, draft.id, now);
  return { message: draftMessage(context, form, known, draft), language };
}

function draftMessage(context: OpenContext, { action, title }: Form, known: Values, draft: FormDraft): Message {
  const words = requestTexts[context.language];
  const text = words.formNotSent(title, formatInstant(context, draft.expiresAt));
  const goOn = {
    label: words.continueForm,
    action,
    input: known,
    emphasis: 'primary',
    form: true,
    offer: true,
  } as const;
  const discard = { label: words.discardForm, action: discardDraftName, input: { keptForm: draft.id } };
  return {
    summary: text,
    elements: elements({ kind: 'text', text }, { kind: 'buttons', buttons: [goOn, discard] }),
  };
}
