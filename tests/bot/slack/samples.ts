/** Every kind of element and field, with texts of a wished length. */
import type { Element, Field, Form, Message } from '../../../programme/messages/message.js';

export const languages = ['ja', 'en'] as const;

/** `length` characters that are not all alike, so that a cut shows. */
export function long(length: number, letter = 'あ'): string {
  return Array.from({ length }, (_, index) => (index % 10 === 9 ? '。' : letter)).join('');
}

export function everyElement(length: number, count: number): readonly Element[] {
  const text = long(length);
  const buttons = Array.from({ length: count }, (_, index) => ({
    label: text,
    action: 'session.show',
    input: { session: `s${index}` },
    ...(index === 0 ? ({ emphasis: 'primary' } as const) : {}),
    ...(index === 1 ? ({ emphasis: 'danger' } as const) : {}),
  }));
  return [
    { kind: 'heading', text },
    { kind: 'text', text },
    { kind: 'facts', facts: Array.from({ length: count }, () => ({ label: text, value: text })) },
    {
      kind: 'list',
      items: Array.from({ length: count }, (_, index) => ({
        title: text,
        lines: [text],
        buttons: buttons.slice(0, index % 4),
      })),
    },
    { kind: 'buttons', buttons: [...buttons, { label: text, link: 'https://example.org/a' }] },
    ...Array.from({ length: count }, () => revision(text)),
    { kind: 'image', address: 'https://example.org/a.png', description: text },
    { kind: 'note', text },
  ];
}

function revision(text: string): Element {
  const kinds = ['kept', 'removed', 'added'] as const;
  return { kind: 'revision', label: text, runs: kinds.map((kind) => ({ kind, text })) };
}

export function messageOf(...elements: readonly Element[]): Message {
  return { summary: 'まとめ', elements };
}

export function everyField(length: number, count: number): readonly Field[] {
  const text = long(length);
  const choices = Array.from({ length: count }, (_, index) => ({ value: `v${index}`, label: `${index}${text}` }));
  const about = { label: text, hint: text };
  return [
    { kind: 'text', name: 'text', ...about, initial: text, maximum: 200 },
    { kind: 'long text', name: 'longText', ...about, initial: text, optional: true },
    { kind: 'choice', name: 'choice', ...about, choices, initial: `v${count - 1}` },
    { kind: 'person', name: 'person', ...about, choices, initial: 'v0', search: true },
    { kind: 'several choices', name: 'several', ...about, choices, initial: ['v0', `v${count - 1}`] },
    { kind: 'date', name: 'date', ...about, initial: '2024-11-07' },
    { kind: 'time', name: 'time', ...about, initial: '15:30' },
    { kind: 'yes/no', name: 'agree', ...about, yes: text, no: `no ${text}`, initial: false },
    { kind: 'file', name: 'file', ...about, endings: ['.pdf', 'docx'] },
  ];
}

export function formOf(fields: readonly Field[], changes: Partial<Form> = {}): Form {
  return {
    action: 'session.register',
    title: '参加登録',
    introduction: [{ kind: 'text', text: '説明' }],
    fields,
    known: { session: 's1' },
    submit: '登録する',
    cancel: 'やめる',
    ...changes,
  };
}
