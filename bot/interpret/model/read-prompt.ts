/** Reads what a language model is told, from prompts/: a file a task and language, each with its version in its head. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Language } from '../../../programme/requests/context.js';

const FOLDER = new URL('../../../prompts/', import.meta.url);

/** Both languages are changed together, so that they bear one version. */
const promptSchema = z.object({ version: z.coerce.number().int().min(1), text: z.string().trim().min(1) });

export type Prompt = Readonly<z.infer<typeof promptSchema>>;

/** What the model is asked for: which action words mean, or an answer out of the programme's material. */
export type PromptName = 'interpret' | 'answer';

/** @throws where the file is missing or has no head with a version */
export function readPrompt(language: Language, name: PromptName, folder: URL = FOLDER): Prompt {
  const written = readFileSync(new URL(`${name}.${language}.md`, folder), 'utf8');
  const [, version, text] = /^---\nversion: (\d+)\n---\n([\s\S]+)$/.exec(written) ?? [];
  return promptSchema.parse({ version, text });
}
