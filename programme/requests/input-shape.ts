/** What may stand in the fields of an action's input, for who is to fill it in and knows no zod. */
import { z } from 'zod';

/** One field: a text, one of several texts, a number, yes or no, or a list of texts. */
export type FieldShape =
  | { readonly type: 'string'; readonly enum?: readonly string[] }
  | { readonly type: 'number' | 'boolean' }
  | {
      readonly type: 'array';
      readonly items: { readonly type: 'string'; readonly enum?: readonly string[] };
    };

const described = z.union([
  z.object({ type: z.literal('string'), enum: z.array(z.string()).optional() }),
  z.object({ type: z.enum(['number', 'integer']) }).transform(() => ({ type: 'number' }) as const),
  z.object({ type: z.literal('boolean') }),
  z.object({
    type: z.literal('array'),
    items: z.object({ type: z.literal('string'), enum: z.array(z.string()).optional() }),
  }),
]);

/**
 * The field as its schema takes it before it changes anything; null where it is none of these, such as an agreement, which only the
 * person gives.
 */
export function shapeOfField(schema: unknown): FieldShape | null {
  if (!(schema instanceof z.ZodType)) return null;
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  // `z.literal(true)`: what a form sets once it has shown something.
  if (json.const !== undefined) return null;
  for (const one of [json, ...(json.anyOf ?? [])]) {
    const parsed = described.safeParse(one);
    if (parsed.success) return parsed.data;
  }
  return null;
}
