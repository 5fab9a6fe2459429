/** What advisers do about drafts in chat: open what waits, comment, and end the round. */
import type { ReviewOutcome } from '../../../prisma/client.js';
import { commentTexts } from '../../../programme/reviews/comment-texts.js';
import { reviewTexts } from '../../../programme/reviews/texts.js';
import { fillForms, textEntry } from '../form.js';
import { type Actor, ask, closeDialogs, press, pressBeside, type Screen } from '../screen.js';

/** A version as the adviser's list calls it. */
export interface DraftSeen {
  readonly company: string;
  readonly title: string;
  readonly number: number;
}

/** From the list of what waits, in which what was opened before has a button of its own. */
async function openFromList(actor: Actor, seen: DraftSeen, button: 'open' | 'continue'): Promise<Screen | null> {
  const texts = reviewTexts[actor.language];
  const label = texts[button];
  const list = await ask(actor, 'reviews', ({ buttons }) => buttons.includes(label), { slash: true });
  return await pressBeside(actor, list, label, texts.version(seen));
}

export async function openDraft(actor: Actor, seen: DraftSeen): Promise<void> {
  await openFromList(actor, seen, 'open');
  await closeDialogs(actor);
}

/** Comments on the whole where something is asked for, and ends the round with it. */
export async function endReview(
  actor: Actor,
  seen: DraftSeen,
  { outcome, comment, words }: { readonly outcome: ReviewOutcome; readonly comment: string; readonly words: string },
): Promise<void> {
  const texts = reviewTexts[actor.language];
  const { labels } = commentTexts[actor.language];
  const opened = await openFromList(actor, seen, 'continue');
  const commented =
    comment === ''
      ? opened
      : await fillForms(actor, await press(actor, opened, texts.comment), [textEntry(labels.words, comment)], {
          keepsRest: true,
        });
  await fillForms(
    actor,
    await press(actor, commented, texts.end),
    [
      textEntry(texts.labels.outcome, texts.outcomes[outcome]),
      ...(words === '' ? [] : [textEntry(texts.labels.words, words)]),
    ],
    { keepsRest: true },
  );
  await closeDialogs(actor);
}
