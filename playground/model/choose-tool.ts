/** Chooses the tool that a sentence calls for: the one whose description, or whose nearest example, shares most groups of letters with it. */
import { z } from 'zod';
import { likeness } from './letter-groups.js';

/** A tool as it is offered over OpenAI's protocol, as far as the scripted model reads it. */
export const toolSchema = z.object({
  function: z.object({
    name: z.string(),
    description: z.string().default(''),
    parameters: z.object({
      properties: z.record(z.string(), z.object({ type: z.string().optional(), enum: z.array(z.string()).optional() })),
    }),
  }),
});
export type OfferedTool = z.output<typeof toolSchema>;

export interface ToolChosen {
  readonly name: string;
  readonly arguments: Readonly<Record<string, string>>;
}

const examplesSchema = z.object({
  examples: z.array(z.object({ sentence: z.string(), tool: z.string().nullable() })).default([]),
});

/** What is less like everything that is offered asks for none of it. */
const LEAST_LIKENESS = 0.2;

/** @param message what the app sends beside its instructions. Null where no tool is called for, or nothing of the message can be read */
export function chooseTool(message: string, tools: readonly OfferedTool[]): ToolChosen | null {
  const sentence = z.string().safeParse(elementOf(message, 'sentence'));
  if (!sentence.success) return null;
  const { examples = [] } = examplesSchema.safeParse(elementOf(message, 'data')).data ?? {};
  const candidates = [
    ...examples.map(({ sentence: said, tool }) => ({ tool, alike: likeness(sentence.data, said) })),
    ...tools.map(({ function: { name, description } }) => ({
      tool: name,
      alike: likeness(sentence.data, description),
    })),
  ];
  const [best] = candidates.toSorted((one, other) => other.alike - one.alike);
  const chosen = tools.find(({ function: { name } }) => name === best?.tool);
  if (best === undefined || chosen === undefined || best.alike < LEAST_LIKENESS) return null;
  return { name: chosen.function.name, arguments: argumentsIn(sentence.data, chosen) };
}

/** The content of an element of the message, which is JSON; undefined where there is none. */
export function elementOf(message: string, name: string): unknown {
  const [, found] = new RegExp(`<${name}>\\n(.*)\\n</${name}>`, 's').exec(message) ?? [];
  try {
    return found === undefined ? undefined : JSON.parse(found);
  } catch {
    return undefined;
  }
}

/** Only what stands in the sentence as it is written, and only where that is one thing: a session's code, a value of a short list. */
function argumentsIn(sentence: string, { function: { parameters } }: OfferedTool): Readonly<Record<string, string>> {
  const said = sentence.normalize('NFKC').toLowerCase();
  return Object.fromEntries(
    Object.entries(parameters.properties).flatMap(([field, { type, enum: values = [] }]) => {
      if (type !== 'string') return [];
      const [only, other] = values.filter((value) => isWordOf(said, value.toLowerCase()));
      return only === undefined || other !== undefined ? [] : [[field, only] as const];
    }),
  );
}

/** MSM-1 is no word of "MSM-10". */
function isWordOf(said: string, value: string): boolean {
  const at = said.indexOf(value);
  return at >= 0 && !/[a-z0-9-]$/.test(said.slice(0, at)) && !/^[a-z0-9-]/.test(said.slice(at + value.length));
}
