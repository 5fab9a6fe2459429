/** What companies do about their drafts in chat: tell that they have begun, hand in a file, and report approval and publication. */
import { completionTexts } from '../../../programme/deliverables/completion/texts.js';
import { draftTexts } from '../../../programme/drafts/texts.js';
import type { FieldFile } from '../../client.js';
import { askAndFill, type Entry, fillForms, textEntry } from '../form.js';
import { type Actor, answered, ask, closeDialogs, press, type Screen } from '../screen.js';
import { approvedBy } from './policy-words.js';

/** What asks to be confirmed. */
function isPreview({ texts }: Actor): (screen: Screen) => boolean {
  return ({ buttons }) => buttons.includes(texts.chat.confirm);
}

export async function beginDraft(actor: Actor): Promise<void> {
  const { begin } = draftTexts[actor.language].mine;
  const list = await ask(actor, 'deliverables', ({ buttons }) => buttons.includes(begin), { slash: true });
  await press(actor, list, begin);
  await closeDialogs(actor);
}

/** Drops the file into the chat without a word; what the adviser asked for before is ticked off in the form. */
export async function submitFile(actor: Actor, file: FieldFile): Promise<void> {
  const { client, language, texts } = actor;
  const words = draftTexts[language];
  await closeDialogs(actor);
  const offered = await answered(actor, isPreview(actor), () =>
    client.platform === 'slack' ? client.upload(file) : client.sendFiles('', [file]),
  );
  const preview = offered?.buttons.includes(words.addDetails)
    ? await fillForms(actor, await press(actor, offered, words.addDetails), [everyComment(words.form.answers)], {
        keepsRest: true,
      })
    : offered;
  await press(actor, preview, texts.chat.confirm);
  await closeDialogs(actor);
}

function everyComment(label: string): Entry {
  return { label, value: ({ options }) => options };
}

/** @param day such as 2025-03-05 */
export async function reportApproval(actor: Actor, day: string): Promise<void> {
  const { labels } = completionTexts[actor.language];
  await report(actor, 'approved', [
    textEntry(labels.day, day),
    textEntry(labels.approvedBy, approvedBy[actor.language]),
  ]);
}

export async function reportPublication(actor: Actor, { day, url }: { readonly day: string; readonly url: string }) {
  const { labels } = completionTexts[actor.language];
  await report(actor, 'published', [textEntry(labels.url, url), textEntry(labels.publishedOn, day)]);
}

async function report(actor: Actor, command: string, entries: readonly Entry[]): Promise<void> {
  const shown = await askAndFill(actor, command, entries, { slash: true, keepsRest: true });
  await press(actor, shown, actor.texts.chat.confirm);
  await closeDialogs(actor);
}
