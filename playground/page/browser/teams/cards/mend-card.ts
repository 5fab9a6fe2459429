/** Mends what the library draws in ways that assistive technology cannot follow: names, roles, errors and missing images. */
import { type Input, TextBlock, TextColor, TextSize } from 'adaptivecards';

/** Words for what a card leaves without any. */
export interface MendWords {
  readonly unnamedField: string;
  readonly missingImage: string;
}

/** On containers in this style: the library leaves no trace of it but a colour. */
export function boxClass(style: string): string {
  return `teams-box-${style}`;
}

const failedClass = 'ac-input-validation-failed';

/** After the card has been drawn, and before its images have been tried. */
export function mendCard(element: HTMLElement, inputs: readonly Input[], words: MendWords): void {
  // The summary of the whole card, which its own content says anyway; nothing without a role may carry a name.
  element.removeAttribute('aria-label');
  for (const image of element.querySelectorAll('img')) {
    if (!image.hasAttribute('alt')) image.alt = '';
    // The library takes a broken image away with all that it says.
    image.onerror = () => {
      const note = document.createElement('span');
      note.className = 'teams-missing-image';
      note.textContent = image.alt === '' ? words.missingImage : image.alt;
      image.replaceWith(note);
    };
  }
  for (const input of inputs) mendInput(input, words);
}

/** After an input has been drawn, checked or changed. */
export function mendInput(input: Input, words: MendWords): void {
  const outer = input.renderedElement;
  if (!outer) return;
  const label = outer.querySelector<HTMLElement>(':scope > label');
  const remarks = remarksOf(input);
  const shown = [errorOf(outer), ...remarks.map(({ renderedElement }) => renderedElement)];
  const described = shown.flatMap((remark) => (remark ? [idOf(remark)] : []));
  const wrong = outer.querySelector(`.${failedClass}`) !== null || remarks.some(isError);
  const choices = outer.querySelector<HTMLElement>('.ac-choiceSetInput-expanded, .ac-choiceSetInput-multiSelect');
  const control = choices ?? outer.querySelector<HTMLElement>('input, select, textarea');
  if (!control) return;
  if (choices) mendChoices(choices, label, input.isRequired);
  const search = control.closest('.teams-search');
  // Nothing without a role may carry a name.
  search?.removeAttribute('aria-labelledby');
  if (search && label instanceof HTMLLabelElement) label.htmlFor = control.id;
  if (label) {
    control.removeAttribute('aria-label');
    // The library names a field after its error, too.
    if (!outer.querySelector('.ac-toggleInput')) control.setAttribute('aria-labelledby', idOf(label));
  } else if (!control.hasAttribute('aria-label') && !outer.querySelector('.ac-toggleInput')) {
    control.removeAttribute('aria-labelledby');
    control.setAttribute('aria-label', words.unnamedField);
  }
  if (control instanceof HTMLSelectElement) mendSelect(control, input.isRequired);
  describe(control, described, wrong);
}

function describe(control: HTMLElement, ids: readonly string[], wrong: boolean): void {
  if (ids.length > 0) control.setAttribute('aria-describedby', ids.join(' '));
  else control.removeAttribute('aria-describedby');
  if (wrong) control.setAttribute('aria-invalid', 'true');
  else control.removeAttribute('aria-invalid');
}

/** A group with a name, in which each choice is called what it says. */
function mendChoices(group: HTMLElement, label: HTMLElement | null, isRequired: boolean): void {
  const single = group.classList.contains('ac-choiceSetInput-expanded');
  group.setAttribute('role', single ? 'radiogroup' : 'group');
  if (single && isRequired) group.setAttribute('aria-required', 'true');
  // Nothing but a field can be the target of a label.
  label?.removeAttribute('for');
  for (const choice of group.querySelectorAll('input')) {
    choice.removeAttribute('aria-labelledby');
    choice.removeAttribute('aria-required');
  }
}

/** What need not be chosen can be taken back. */
function mendSelect(select: HTMLSelectElement, isRequired: boolean): void {
  const empty = select.options[0];
  if (empty?.value !== '' || isRequired) return;
  empty.hidden = false;
  empty.disabled = false;
}

/** The error that the library has put under the field. */
function errorOf(outer: HTMLElement): Element | null {
  return outer.querySelector(`.${failedClass}`) ? outer.querySelector(':scope > .ac-textBlock:last-child') : null;
}

/** The bot's own remarks on a field: an error from the server or a hint, each a text directly below it. */
function remarksOf(input: Input): readonly TextBlock[] {
  const { parent } = input;
  const container = input.getParentContainer();
  if (!container || container !== parent) return [];
  const remarks: TextBlock[] = [];
  for (let index = container.indexOf(input) + 1; index < container.getItemCount(); index += 1) {
    const next = container.getItemAt(index);
    if (!(next instanceof TextBlock) || !isRemark(next)) break;
    remarks.push(next);
  }
  return remarks;
}

function isRemark(text: TextBlock): boolean {
  return isError(text) || (text.isSubtle === true && text.size === TextSize.Small);
}

function isError({ color }: TextBlock): boolean {
  return color === TextColor.Attention;
}

let counted = 0;

function idOf(element: Element): string {
  if (element.id === '') {
    counted += 1;
    element.id = `teams-remark-${counted}`;
  }
  return element.id;
}
