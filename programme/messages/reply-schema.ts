/** The shape of a reply that was stored, to be checked when it is read again. What a later version adds to it stays in it. */
import { z } from 'zod';
import type { Element, Field, Reply } from './message.js';

const values = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]));

const linkButton = z.looseObject({ label: z.string(), link: z.string() });

const actionButton = z.looseObject({
  label: z.string(),
  action: z.string(),
  input: values,
  emphasis: z.enum(['primary', 'danger']).optional(),
  form: z.boolean().optional(),
  confirmed: z.boolean().optional(),
  offer: z.boolean().optional(),
});

const button = z.union([actionButton, linkButton]);

const text = z.looseObject({ kind: z.literal('text'), text: z.string() });
const note = z.looseObject({ kind: z.literal('note'), text: z.string() });
const facts = z.looseObject({
  kind: z.literal('facts'),
  facts: z.array(z.looseObject({ label: z.string(), value: z.string() })),
});

const element = z.discriminatedUnion('kind', [
  text,
  note,
  facts,
  z.looseObject({ kind: z.literal('heading'), text: z.string() }),
  z.looseObject({
    kind: z.literal('list'),
    items: z.array(z.looseObject({ title: z.string(), lines: z.array(z.string()), buttons: z.array(button) })),
  }),
  z.looseObject({ kind: z.literal('buttons'), buttons: z.array(button) }),
  z.looseObject({ kind: z.literal('image'), address: z.string(), description: z.string() }),
  z.looseObject({
    kind: z.literal('file'),
    file: z.string(),
    name: z.string(),
    label: z.string(),
    link: z.string().nullable(),
  }),
  z.looseObject({
    kind: z.literal('revision'),
    label: z.string(),
    runs: z.array(z.looseObject({ kind: z.enum(['kept', 'removed', 'added']), text: z.string() })),
  }),
  z.looseObject({
    kind: z.literal('chart'),
    form: z.enum(['bars', 'lines']),
    title: z.string(),
    unit: z.string(),
    labels: z.array(z.string()),
    series: z.array(z.looseObject({ name: z.string(), values: z.array(z.number()) })),
  }),
  z.looseObject({
    kind: z.literal('table'),
    caption: z.string(),
    columns: z.array(z.string()),
    rows: z.array(z.array(z.string())),
  }),
]) satisfies z.ZodType<Element>;

const anyField = { name: z.string(), label: z.string(), hint: z.string().optional(), optional: z.boolean().optional() };
const written = { ...anyField, initial: z.string().optional(), maximum: z.number().optional() };
const choices = z.array(z.looseObject({ value: z.string(), label: z.string() }));
const chosen = { ...anyField, choices, initial: z.string().optional(), search: z.boolean().optional() };

const field = z.discriminatedUnion('kind', [
  z.looseObject({ ...written, kind: z.literal('text') }),
  z.looseObject({ ...written, kind: z.literal('long text') }),
  z.looseObject({ ...chosen, kind: z.enum(['choice', 'person']) }),
  z.looseObject({
    ...anyField,
    kind: z.literal('several choices'),
    choices,
    initial: z.array(z.string()).optional(),
  }),
  z.looseObject({ ...anyField, kind: z.literal('date'), initial: z.string().optional() }),
  z.looseObject({ ...anyField, kind: z.literal('time'), initial: z.string().optional() }),
  z.looseObject({
    ...anyField,
    kind: z.literal('yes/no'),
    yes: z.string(),
    no: z.string(),
    initial: z.boolean().optional(),
  }),
  z.looseObject({ ...anyField, kind: z.literal('file'), endings: z.array(z.string()) }),
]) satisfies z.ZodType<Field>;

export const replySchema: z.ZodType<Reply> = z.discriminatedUnion('kind', [
  z.looseObject({
    kind: z.literal('message'),
    outcome: z.enum(['done', 'refused', 'preview']),
    message: z.looseObject({ summary: z.string(), elements: z.array(element) }),
    refreshes: z.boolean(),
    replaces: z.boolean(),
  }),
  z.looseObject({
    kind: z.literal('form'),
    form: z.looseObject({
      action: z.string(),
      title: z.string(),
      introduction: z.array(z.discriminatedUnion('kind', [text, note, facts])),
      fields: z.array(field),
      known: values,
      submit: z.string(),
      cancel: z.string(),
      tellsClosing: z.boolean().optional(),
      keepsDraft: z.boolean().optional(),
    }),
    errors: z.record(z.string(), z.string()),
    problem: z.string().nullable(),
  }),
]);
