/** Goes over the page with the Tab key alone and sees what one who has no mouse sees of it. */
import type { Page } from 'playwright-core';
import { z } from 'zod';

const lookSchema = z.object({
  /** Where the focus is; null outside everything. */
  now: z
    .object({
      /** By which one knows it: its label, or the text in it. */
      name: z.string(),
      /** Nothing covers it, and it is in the window. */
      seen: z.boolean(),
      /** It stands after the stop before, as the page is read. */
      inOrder: z.boolean(),
    })
    .nullable(),
  /** Whether the stop before, or what is around it, looked otherwise while it had the focus; null where there was none. */
  marked: z.boolean().nullable(),
});

export interface Stop {
  readonly name: string;
  readonly seen: boolean;
  readonly inOrder: boolean;
  readonly marked: boolean;
}

/** Runs in the page, so that it is only a text here. */
const lookAtFocus = `(async () => {
  // Until what changes with the focus is drawn.
  for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  const looksOf = (element) => [element, element.parentElement, element.parentElement?.parentElement].map((one) => {
    if (!one) return '';
    const { outline, boxShadow, border, background, textDecoration } = getComputedStyle(one);
    return [outline, boxShadow, border, background, textDecoration].join();
  }).join();
  const before = window.stopBefore;
  // In a text the caret shows it, whatever is around the text.
  const marked = before?.element.isConnected ? before.isText || looksOf(before.element) !== before.looks : null;
  const element = document.activeElement;
  window.stopBefore = undefined;
  if (element === null || element === document.body) return { now: null, marked };
  window.stopBefore = { element, looks: looksOf(element), isText: typeof element.selectionStart === 'number' };
  const labels = [...(element.labels ?? [])];
  const box = element.getBoundingClientRect();
  const [left, right] = [Math.max(0, box.left), Math.min(innerWidth, box.right)];
  const [top, bottom] = [Math.max(0, box.top), Math.min(innerHeight, box.bottom)];
  const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  // Of a box to tick, its label may be what one sees.
  const isIt = [element, ...labels].some((one) => one.contains(there)) || there?.contains(element);
  const name = element.ariaLabel || labels[0]?.textContent || element.innerText || element.title || '';
  const follows = before && (before.element.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  return {
    now: {
      name: name.trim().replace(/\\s+/g, ' ').slice(0, 80),
      seen: right > left && bottom > top && there !== null && isIt === true,
      inOrder: follows ?? true,
    },
    marked,
  };
})()`;

async function look(page: Page): Promise<z.infer<typeof lookSchema>> {
  return lookSchema.parse(await page.evaluate(lookAtFocus));
}

/** The name of what has the focus now; null where it is outside everything. */
export async function focused(page: Page): Promise<string | null> {
  return (await look(page)).now?.name ?? null;
}

/**
 * Presses Tab until the focus leaves the page.
 * @throws where it does not within 200 stops: it is caught somewhere
 */
export async function tabThrough(page: Page): Promise<readonly Stop[]> {
  const stops: Stop[] = [];
  let open: z.infer<typeof lookSchema>['now'] = null;
  while (stops.length < 200) {
    await page.keyboard.press('Tab');
    const { now, marked } = await look(page);
    if (open !== null) stops.push({ ...open, marked: marked ?? false });
    if (now === null) return stops;
    open = now;
  }
  throw new Error(`The focus goes round and round: ${stops.slice(-10).map(({ name }) => name)}`);
}

/** Presses Tab until the focus is on something of this name. @throws where there is nothing of it ahead */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let pressed = 0; pressed < 200; pressed += 1) {
    await page.keyboard.press('Tab');
    const here = await focused(page);
    if (here === null) break;
    if (typeof name === 'string' ? here === name : name.test(here)) return;
  }
  throw new Error(`Tab leads to nothing called ${name}`);
}
