/** Every kind of element and field, with texts of a wished length, and what a card weighs. */
import type { Card, CardAttachment } from '../../../bot/teams/card.js';
import { bytesOf } from '../../../bot/teams/card.js';
import { cardProblems } from '../../../playground/teams/card-validate.js';
import type { Element, Field, Form, Message } from '../../../programme/messages/message.js';

export const languages = ['ja', 'en'] as const;
export const places = ['chat', 'dialog'] as const;

/** The most that Teams takes as a message, everything included; a card must leave room for the rest of it. */
const largestMessage = 28_000;

export function long(length: number): string {
  return Array.from({ length }, (_, index) => (index % 10 === 9 ? '。' : 'あ')).join('');
}

export function message(...elements: readonly Element[]): Message {
  return { summary: 'まとめ', elements };
}

/** Every kind of element, each with as many entries as wished. */
export function everyElement(text: string, count: number): readonly Element[] {
  const buttons = Array.from({ length: count }, (_, index) => ({
    label: `${text}${index}`,
    action: 'session.show',
    input: { session: `s${index}` },
    ...(index % 3 === 0 && { form: true }),
    ...(index % 3 === 1 && { emphasis: 'primary' as const }),
    ...(index % 3 === 2 && { emphasis: 'danger' as const }),
  }));
  return [
    { kind: 'heading', text },
    { kind: 'text', text },
    { kind: 'facts', facts: Array.from({ length: count }, () => ({ label: text, value: text })) },
    {
      kind: 'list',
      items: Array.from({ length: count }, () => ({ title: text, lines: [text, text], buttons: buttons.slice(0, 8) })),
    },
    { kind: 'buttons', buttons: [...buttons, { label: 'Map', link: 'https://example.org/a?b=c' }] },
    ...Array.from({ length: count }, () => revision(text)),
    { kind: 'image', address: 'https://example.org/map.png', description: text },
    { kind: 'note', text },
  ];
}

function revision(text: string): Element {
  const kinds = ['kept', 'removed', 'added'] as const;
  return { kind: 'revision', label: text, runs: kinds.map((kind) => ({ kind, text })) };
}

/** Every kind of field. */
export function everyField(text: string, count: number): readonly Field[] {
  const choices = Array.from({ length: count }, (_, index) => ({ value: `v,${index}`, label: `${text} ${index}` }));
  return [
    { kind: 'text', name: 'title', label: text, hint: text, initial: text, maximum: 10 },
    { kind: 'long text', name: 'notes', label: text, optional: true },
    { kind: 'choice', name: 'one', label: text, choices, initial: 'v,0' },
    { kind: 'person', name: 'who', label: text, choices: choices.slice(0, 2), search: true },
    { kind: 'several choices', name: 'many', label: text, choices, initial: ['v,0', 'gone'] },
    { kind: 'date', name: 'on', label: text, initial: '2024-11-07' },
    { kind: 'time', name: 'at', label: text, initial: '15:30', optional: true },
    { kind: 'yes/no', name: 'sure', label: text, yes: 'はい', no: 'いいえ', initial: false },
    { kind: 'file', name: 'draft', label: text, endings: ['.docx', '.pdf'] },
  ];
}

export function form(fields: readonly Field[], change: Partial<Form> = {}): Form {
  return {
    action: 'session.change',
    title: 'セッションを変更',
    introduction: [{ kind: 'text', text: '変更する項目をご入力ください。' }],
    fields,
    known: { session: 's1' },
    submit: '保存',
    cancel: 'やめる',
    ...change,
  };
}

/** What is wrong with a card, its size included. */
export function problemsOf({ content }: CardAttachment, place: 'chat' | 'dialog'): readonly string[] {
  const problems = cardProblems(content, place === 'chat' ? 'message' : 'dialog');
  const bytes = bytesOf(content);
  return [
    ...problems.map(({ at, problem }) => `${at}: ${problem}`),
    ...(bytes > largestMessage ? [`${bytes} bytes`] : []),
  ];
}

export function textOf(card: Card): string {
  return JSON.stringify(card);
}
