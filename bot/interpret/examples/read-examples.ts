/** Reads what people say, with what they mean by it, from prompts/examples/; prompts/examples/README.md tells how it is written. */
import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const FOLDER = new URL('../../../prompts/examples/', import.meta.url);

/** Files of the folder that hold no examples, but what the examples name. */
const beside: ReadonlySet<string> = new Set(['directory.json', 'topics.json']);

/** What a sentence can mean beside an action of a room: a standard explained, a real concern, an erasure. */
export const otherMeanings = ['knowledge', 'sensitive', 'deletion'] as const;

const input = z.record(
  z.string().min(1),
  z.union([z.string().min(1), z.number(), z.boolean(), z.array(z.string().min(1)).min(1)]),
);

const role = z.enum(['participant', 'adviser', 'secretariat', 'speaker']);

const exampleSchema = z.strictObject({
  id: z.string().regex(/^[a-z]+-(?:ja|en)-\d{3}$/),
  say: z.string().trim().min(1),
  language: z.enum(['ja', 'en']),
  role,
  /** In the time zone of the person who speaks. */
  now: z.iso.datetime({ offset: true }),
  /** What was shown last, and in `shown` what it listed, in its order. */
  before: z.strictObject({ action: z.string(), input, shown: z.array(z.string().min(1)).min(1).optional() }).optional(),
  /** Null: nothing of ours, or nothing that is to be done. */
  action: z.string().nullable(),
  input,
  /** What is asked for besides, in the order in which it was said. */
  also: z
    .array(z.strictObject({ action: z.string(), input }))
    .min(1)
    .optional(),
  /** Understood, and refused: the role may not take the action. */
  refused: z.literal(true).optional(),
});

const directorySchema = z.strictObject({
  companies: z.array(
    z.strictObject({
      id: z.string(),
      ja: z.string(),
      en: z.string(),
      furigana: z.string(),
      /** What people call it. */
      also: z.array(z.string()),
    }),
  ),
  people: z.array(
    z.strictObject({
      id: z.string(),
      ja: z.string(),
      en: z.string(),
      furigana: z.string(),
      role,
      company: z.string().optional(),
      level: z.enum(['management', 'working']).optional(),
    }),
  ),
});

const topic = { id: z.string(), ja: z.string(), en: z.string() };
const topicsSchema = z.strictObject({
  /** `element`: the element of the checklist that the topic is. */
  knowledge: z.array(z.strictObject({ ...topic, element: z.string().optional() })),
  sensitive: z.array(z.strictObject(topic)),
});

/** What people also say for an action; what a sentence names beside it is not told. */
const phrasingsSchema = z.strictObject({
  phrasings: z.array(
    z.strictObject({
      /** As in an example. */
      action: z.string().nullable(),
      role,
      language: z.enum(['ja', 'en']),
      say: z.array(z.string().trim().min(1)).min(1),
    }),
  ),
});

/** A sentence, who says it, and which action it asks for. */
export interface Phrasing {
  readonly say: string;
  readonly language: 'ja' | 'en';
  readonly role: SpokenExample['role'];
  readonly action: string | null;
}

/** A sentence, who says it and when, and what it means. */
export type SpokenExample = z.output<typeof exampleSchema>;
/** The invented companies and people that the examples name. */
export type ExampleDirectory = z.output<typeof directorySchema>;
/** What is asked about standards, and what real concerns are about. */
export type ExampleTopics = z.output<typeof topicsSchema>;

/** Every example, file by file in the order of their names; each file is one room's or one kind's. */
export function readExamples(folder: URL = FOLDER): readonly SpokenExample[] {
  return exampleFiles(folder).flatMap(
    (file) => z.strictObject({ examples: z.array(exampleSchema).min(1) }).parse(parsed(new URL(file, folder))).examples,
  );
}

/** Every further phrasing, in the same order. */
export function readPhrasings(folder: URL = new URL('phrasings/', FOLDER)): readonly Phrasing[] {
  return exampleFiles(folder).flatMap((file) =>
    phrasingsSchema
      .parse(parsed(new URL(file, folder)))
      .phrasings.flatMap(({ say, ...meant }) => say.map((one) => ({ ...meant, say: one }))),
  );
}

export function readExampleDirectory(folder: URL = FOLDER): ExampleDirectory {
  return directorySchema.parse(parsed(new URL('directory.json', folder)));
}

export function readExampleTopics(folder: URL = FOLDER): ExampleTopics {
  return topicsSchema.parse(parsed(new URL('topics.json', folder)));
}

function exampleFiles(folder: URL): readonly string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json') && !beside.has(file))
    .sort();
}

function parsed(file: URL): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
