/** Draws what a person sees in a chat client as lines of text. */
import type { SeenDialog, SeenField, SeenMessage } from '../client.js';
import { inBrackets } from './words.js';

const mostOptions = 12;

/** @param changed whether the message has been on the screen before */
export function drawMessage(message: SeenMessage, bot: string, changed = false): readonly string[] {
  if (message.from === 'person') return message.text.split('\n').map((line) => `› ${line}`);
  const notes = [...(message.ephemeral ? ['only you see this'] : []), ...(changed ? ['changed'] : [])];
  return [
    `┌ ${[bot, ...notes].join(' · ')}`,
    ...message.text.split('\n').map((line) => `│ ${line}`),
    ...message.fields.flatMap(drawField).map((line) => `│ ${line}`),
    ...(message.buttons.length === 0 ? [] : [`│ ${inBrackets(message.buttons)}`]),
    '└',
  ];
}

/** @param kind how the frame is headed: a dialog, or a page that stays */
export function drawDialog(dialog: SeenDialog, kind: 'dialog' | 'page' = 'dialog'): readonly string[] {
  const others = dialog.buttons.filter((label) => label !== dialog.submitLabel);
  const end = dialog.submitLabel === undefined ? 'close' : `submit [${dialog.submitLabel}] · close`;
  return [
    `╔ ${dialog.title}`,
    ...dialog.text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => `║ ${line}`),
    ...dialog.fields.flatMap(drawField).map((line) => `║ ${line}`),
    ...(others.length === 0 ? [] : [`║ ${inBrackets(others)}`]),
    kind === 'dialog' ? `╚ ${end}` : '╚',
  ];
}

export function drawField(field: SeenField): readonly string[] {
  const shown = field.options.slice(0, mostOptions).join(' | ');
  const more = field.options.length > mostOptions ? ` | … ${field.options.length - mostOptions} more` : '';
  const options = field.options.length === 0 ? '' : `: ${shown}${more}`;
  return [
    `${field.label}${field.required ? ' *' : ''} = ${drawValue(field.value)}  ‹${field.kind}${options}›`,
    ...(field.error === undefined ? [] : [`  ! ${field.error}`]),
  ];
}

export function drawValue(value: SeenField['value']): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const text = typeof value === 'object' ? value.join('、') : (value ?? '');
  return text === '' ? '—' : text.replaceAll('\n', ' ⏎ ');
}
