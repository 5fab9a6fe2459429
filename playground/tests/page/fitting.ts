/** Finds what does not fit on the page as it stands: what must be scrolled sideways, and text that is cut off. */
import type { Page } from 'playwright-core';

/** Runs in the page, so that it is only a text here. Of the texts that are cut only those are named that one can see. */
const search = `(() => {
  const found = new Set();
  const nameOf = (element) => element.tagName.toLowerCase() + [...element.classList].map((one) => '.' + one).join('');
  const root = document.scrollingElement;
  if (root.scrollWidth > innerWidth) found.add('the page scrolls sideways: ' + root.scrollWidth + ' of ' + innerWidth);
  for (const element of document.querySelectorAll('body *')) {
    const scrolls = /auto|scroll/.test(getComputedStyle(element).overflowX);
    if (scrolls && element.checkVisibility() && element.scrollWidth > element.clientWidth + 1)
      found.add(nameOf(element) + ' scrolls sideways: ' + element.scrollWidth + ' of ' + element.clientWidth);
  }
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode;
    const holder = text.parentElement;
    if (text.data.trim() === '' || holder === null || !holder.checkVisibility({ visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const { left, right, top, bottom } = range.getBoundingClientRect();
    const say = (what) => found.add(what + ' in ' + nameOf(holder) + ': ' + text.data.trim().slice(0, 60));
    // Above the page stands what comes into it only with the focus.
    if (bottom <= 0) continue;
    const cut = [];
    let hidden = false;
    let scrolled = false;
    let shortened = false;
    for (let around = holder; around !== document.body && around !== null; around = around.parentElement) {
      const { overflowX, overflowY, position, clipPath, textOverflow } = getComputedStyle(around);
      const box = around.getBoundingClientRect();
      // For those who listen, not for those who look.
      hidden = clipPath === 'inset(50%)' || ((box.width <= 1 || box.height <= 1) && overflowX !== 'visible');
      if (hidden) break;
      // Only its first words are meant to be seen, and all of them are in the title: around it, it ends where they do.
      shortened ||= textOverflow === 'ellipsis' && around.title === text.data;
      if (!shortened && /hidden|clip/.test(overflowX) && (right > box.right + 1.5 || left < box.left - 1.5)) cut.push('cut at the side');
      if (!scrolled && /hidden|clip/.test(overflowY) && (bottom > box.bottom + 2 || top < box.top - 2)) cut.push('cut below');
      if (/auto|scroll/.test(overflowY)) scrolled = true;
      if (position === 'fixed') break;
    }
    if (hidden) continue;
    if (!scrolled && !shortened && (right > innerWidth + 1 || left < -1)) cut.push('beside the window');
    for (const what of cut) say(what);
  }
  return [...found];
})()`;

/** One line for each fault; empty where everything fits. */
export async function findMisfits(page: Page): Promise<readonly string[]> {
  const found: unknown = await page.evaluate(search);
  if (!Array.isArray(found)) throw new Error('The page could not be searched');
  return found.map(String);
}
