/** Every kind of element and field that a message or form may hold; a kind that is missing here does not compile. */
import type { Element, Field, Form, Message } from '../../../programme/messages/message.js';

type ByKind<T extends { readonly kind: string }> = { readonly [K in T['kind']]: T & { readonly kind: K } };

/** `length` characters that are not all alike, so that a cut shows. */
export function long(length: number): string {
  return Array.from({ length }, (_, index) => (index % 10 === 9 ? '。' : 'あ')).join('');
}

export const buttons = [
  { label: 'One', action: 'session.show', input: { session: 'S-1', mode: 'online' }, emphasis: 'primary' },
  { label: 'Two', action: 'session.cancel', input: { session: 'S-1' }, emphasis: 'danger', proposed: true },
  { label: 'Three', action: 'session.record', input: { people: ['a', 'b'], from: 12, past: false }, form: true },
  { label: 'Four', link: 'https://example.org/a?b=c&d=e' },
] as const;

export const elementOf = (text: string): ByKind<Element> => ({
  heading: { kind: 'heading', text },
  text: { kind: 'text', text },
  note: { kind: 'note', text },
  facts: { kind: 'facts', facts: [{ label: 'Label', value: text }] },
  list: { kind: 'list', items: [{ title: text, lines: ['a line'], buttons: buttons.slice(0, 2) }] },
  buttons: { kind: 'buttons', buttons: [{ label: text, action: 'home.show', input: {} }, ...buttons] },
  file: { kind: 'file', file: 'F-1', name: text, label: 'Open', link: 'https://example.org/files/a.b' },
  revision: {
    kind: 'revision',
    label: text,
    runs: [
      { kind: 'kept', text: 'Before ' },
      { kind: 'removed', text: 'that' },
      { kind: 'added', text },
    ],
  },
  chart: {
    ...{ kind: 'chart', form: 'bars', title: 'Title', unit: 'people', labels: ['S-1', 'S-2'] },
    series: [
      { name: text, values: [1, 2] },
      { name: 'others', values: [3, 4] },
    ],
  },
  table: { kind: 'table', caption: 'Caption', columns: ['One', 'Two'], rows: [['a cell', text]] },
  image: { kind: 'image', address: 'https://example.org/a.png', description: text },
});

type EveryField = ByKind<Field> & { readonly search: Field };

export const fieldOf = (text: string): EveryField => {
  const choices = [
    { value: 'a', label: text },
    { value: 'b,c', label: 'with a comma' },
    { value: 'd', label: 'D' },
  ];
  const about = { label: text, hint: text };
  return {
    text: { kind: 'text', name: 'text', ...about },
    'long text': { kind: 'long text', name: 'long', ...about, optional: true },
    choice: { kind: 'choice', name: 'choice', ...about, choices },
    person: { kind: 'person', name: 'person', ...about, choices, search: true },
    search: { kind: 'choice', name: 'search', ...about, choices, search: true },
    'several choices': { kind: 'several choices', name: 'several', ...about, choices },
    date: { kind: 'date', name: 'date', ...about },
    time: { kind: 'time', name: 'time', ...about },
    'yes/no': { kind: 'yes/no', name: 'agree', ...about, yes: text, no: `No ${text}` },
    file: { kind: 'file', name: 'file', ...about, endings: ['.pdf', 'docx'] },
  };
};

export function messageOf(...elements: readonly Element[]): Message {
  return { summary: 'Summary', elements };
}

export function formOf(fields: readonly Field[], changes: Partial<Form> = {}): Form {
  return {
    action: 'session.register',
    title: '参加登録',
    introduction: [{ kind: 'text', text: '説明' }],
    fields,
    known: { session: 'S-1' },
    submit: '登録する',
    cancel: 'やめる',
    ...changes,
  };
}

/** What somebody could write into a name or title to make a chat client do something. */
export const hostile: readonly string[] = [
  '<!channel> <!here> <!everyone>',
  '<@U0PLAY0001> <#C0PLAY0001> <!subteam^S1>',
  '<https://evil.example|https://example.org>',
  '<mailto:a@example.org|click>',
  '<!date^0^{date}|now>',
  '*bold* _it_ ~gone~ `code` ```block```',
  ':warning: :日本: :+1:',
  '[click](https://evil.example) ![x](https://evil.example/x.png)',
  '<at>everyone</at> <at>Ken</at>',
  '{{DATE(2024-11-07T00:00:00Z, SHORT)}}',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '# heading',
  '- list',
  '1. first',
  '> quoted',
  'a & b < c > d',
  '=cmd|"/c calc"!A1',
  'ends with a backslash \\',
  '😀'.repeat(20),
];

/** Characters that hide or turn what stands beside them, or are no characters. */
export const disguised: readonly string[] = [
  'left \u202Egnp.exe\u202C right \u2066x\u2069 \u200F',
  'null \u0000 bell \u0007 delete \u007F',
  'half \uD83D of a pair',
  '\u2028\u2029\uFEFF',
];
