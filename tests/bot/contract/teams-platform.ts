/** Teams as the contract suite sees it: cards in the chat and in dialogs, their limits, and what its client submits. */
import type { Payload } from '../../../bot/payload.js';
import { bytesOf, type CardAttachment } from '../../../bot/teams/card.js';
import { formToCard } from '../../../bot/teams/form.js';
import { readCard } from '../../../bot/teams/read-card.js';
import { messageToCard } from '../../../bot/teams/render.js';
import { INVISIBLE } from '../../../bot/teams/text.js';
import { cardProblems } from '../../../playground/teams/card-validate.js';
import { choicesOf, emptyForm, submittedValues } from '../../../playground/teams/fields.js';
import { readMarkdown } from '../../../playground/teams/markdown.js';
import { inputsOf } from '../../../playground/teams/press.js';
import { type Fields, textOf } from '../../../playground/teams/wire.js';
import type { Value } from '../../../programme/messages/message.js';
import { LONGEST_REVISION } from '../../../programme/messages/revision-lines.js';
import { type Drawing, disguises, objectsIn, type Platform } from './platform.js';

/** Teams takes messages of 28 kB where a connector stands between, everything around the card included. */
const LARGEST_CARD = 26_000;

const places = ['chat', 'dialog'] as const;

export const teams: Platform = {
  name: 'teams',
  room: {
    heading: 3000,
    text: 3000,
    note: 3000,
    fact: 1000,
    itemTitle: 300,
    revision: LONGEST_REVISION,
    revisionLabel: 300,
    cell: 300,
    button: 80,
    fieldLabel: 80,
    hint: 300,
    choice: 120,
    problem: 300,
  },
  drawMessage: (message, language) => places.map((place) => drawing(place, messageToCard(message, language, place))),
  drawForm: (form, language, errors = {}, problem = null) =>
    places.map((place) => drawing(place, formToCard(form, errors, problem, language, place))),
  submit: (form, language, entered) =>
    places.map((place) => {
      const { content } = formToCard(form, {}, null, language, place);
      const inputs = inputsOf(content);
      const filled = emptyForm();
      for (const input of inputs) {
        const value = entered[String(input.id)];
        if (value !== undefined) filled.values.set(String(input.id), rawValue(input, value));
      }
      const pressed = readCard({ ...content.actions?.[0]?.data, ...submittedValues(inputs, filled) });
      return pressed?.kind === 'form' ? { ...pressed.payload, input: pressed.input } : null;
    }),
};

/** Inputs hold text only; a choice holds its value, several are joined with commas. */
function rawValue(input: Fields, value: Value): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) {
    // The value that stands behind an option is the card's own affair: what was drawn in this place is what is sent.
    const drawn = choicesOf(input, emptyForm());
    return value.map((one) => drawn.find((choice) => decodeURIComponent(choice.value) === one)?.value ?? one).join(',');
  }
  return String(value);
}

function drawing(place: 'chat' | 'dialog', { content }: CardAttachment): Drawing {
  const objects = objectsIn(content);
  const markdown = objects.flatMap((one) => [
    ...(one.type === 'TextBlock' ? [String(one.text)] : []),
    ...('value' in one && 'title' in one && !('type' in one) && isFact(one, content)
      ? [String(one.title), String(one.value)]
      : []),
  ]);
  const labels = objects.flatMap((one) => {
    const own = typeof one.type === 'string' && (one.type.startsWith('Input.') || one.type.startsWith('Action.'));
    const choices = Array.isArray(one.choices) ? objectsIn(one.choices).map(({ title }) => title) : [];
    return [...(own ? [one.label, one.title, one.placeholder, one.errorMessage] : []), ...choices].flatMap(
      (text) => textOf(text) ?? [],
    );
  });
  const others = objects.flatMap((one) => [
    ...(typeof one.altText === 'string' ? [one.altText] : []),
    ...(one.type === 'Input.Text' && typeof one.value === 'string' ? [one.value] : []),
  ]);
  const runs = objects.flatMap((one) => (one.type === 'TextRun' ? [String(one.text)] : []));
  const bytes = bytesOf(content);
  return {
    surface: `teams ${place}`,
    problems: [
      ...cardProblems(content, place === 'chat' ? 'message' : 'dialog').map(({ at, problem }) => `${at}: ${problem}`),
      ...(bytes > LARGEST_CARD ? [`${bytes} bytes`] : []),
    ],
    texts: [
      ...markdown.map(readText),
      ...labels.map(bare),
      ...runs.map(bare),
      ...others,
      bare(readMarkdown(content.fallbackText)),
    ],
    live: [
      ...[...markdown, content.fallbackText].filter(isLiveMarkdown),
      ...runs.filter((text) => /\{\{/.test(text)),
      ...labels.filter((text) => /\]\(|\]:|<[a-z/!]/i.test(text)),
      ...(/<|&(?!(amp|lt|gt);)/.test(content.speak) ? [content.speak] : []),
      ...[...markdown, ...labels, ...runs, ...others, content.fallbackText].filter(
        (text) => disguises.test(text) || !text.isWellFormed(),
      ),
    ],
    carried: objects.flatMap((one): (Payload | string | null)[] => {
      if (one.type === 'Action.OpenUrl') return [String(one.url)];
      if (one.type !== 'Action.Submit') return [];
      const pressed = readCard(one.data);
      return pressed?.kind === 'cancelled' ? [] : [pressed?.payload ?? null];
    }),
  };
}

function isFact(fact: object, card: unknown): boolean {
  return objectsIn(card).some((one) => one.type === 'FactSet' && Array.isArray(one.facts) && one.facts.includes(fact));
}

/** Two line ends are one on the screen; the characters that hold a line's place are not seen. */
function readText(text: string): string {
  return bare(readMarkdown(text).replaceAll('\n\n', '\n'));
}

function bare(text: string): string {
  return text.replaceAll(INVISIBLE, '').replaceAll('\u2060', '').replaceAll('\u00a0', ' ');
}

/** Whether anything in it is markup: whatever could be must stand behind a backslash or an entity. */
function isLiveMarkdown(text: string): boolean {
  const shielded = text.replace(/\\./g, '');
  const lines = shielded.split('\n');
  return (
    /[`*_[\]~|]|<|\{\{|&(?!(amp|lt);)#?\w+;/.test(shielded) ||
    lines.some((line) => /^\s*(#{1,6} |[-+] |>|\d+[.)] | {4})/.test(line))
  );
}
