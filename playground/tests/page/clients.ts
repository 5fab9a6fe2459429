/** What one does in either client on the playground's page, and where one looks. */
import type { Locator } from 'playwright-core';

/** Writes into the pane's own composer and sends it. */
export async function say(pane: Locator, text: string): Promise<void> {
  const box = pane.getByRole('textbox').last();
  await box.fill(text);
  await box.press('Enter');
}

/** The newest message that says this, whole. */
export function newest(pane: Locator, text: string): Locator {
  return pane.getByRole('log').getByRole('article').filter({ hasText: text }).last();
}

/** The last message of all, as soon as it is one that says this. */
export function last(pane: Locator, text: string): Locator {
  return pane.getByRole('log').getByRole('article').last().filter({ hasText: text });
}
