/** Brings the first thing that a card marks as wrong before the person's eyes, and the focus to it. */
import { boxClass } from './mend-card.js';

/** In the middle, so that its label above and its error below are seen as well. @returns whether anything is marked */
export function showFirstError(within: HTMLElement | null | undefined): boolean {
  const marked = [...(within?.querySelectorAll<HTMLElement>('[aria-invalid="true"]') ?? [])];
  const first = marked.find((one) => one.checkVisibility());
  if (first === undefined) {
    const box = within?.querySelector<HTMLElement>(`.${boxClass('attention')}`);
    if (!box) return false;
    // Words that belong to no field: the keyboard goes on from there.
    box.tabIndex = -1;
    box.focus({ preventScroll: true });
    box.scrollIntoView({ block: 'center' });
    return true;
  }
  // A group of choices is marked as a whole, but only its choices take the focus.
  const field = first.matches('input, select, textarea') ? first : first.querySelector<HTMLElement>('input');
  field?.focus({ preventScroll: true });
  first.scrollIntoView({ block: 'center' });
  return true;
}
