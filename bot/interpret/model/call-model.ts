/** Asks an OpenAI-compatible server once: which tool a sentence calls for, or for a text. The tools have nothing that could be executed. */
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { generateText, jsonSchema, type LanguageModel, tool } from 'ai';
import type { ModelSettings } from './settings.js';
import type { ModelTools } from './tools.js';

interface ModelQuestion {
  readonly instructions: string;
  readonly message: string;
  readonly tools: ModelTools;
}

interface CalledTool {
  readonly name: string;
  readonly input: unknown;
}

export interface ModelAnswered {
  /** Null: one of them was malformed, or calls a tool that there is not. */
  readonly calls: readonly CalledTool[] | null;
  /** Read and written; null where the server does not say. */
  readonly tokens: number | null;
}

export type CallModel = (question: ModelQuestion, signal: AbortSignal) => Promise<ModelAnswered>;

/** What the library would write to the terminal of its own accord. */
Object.assign(globalThis, { AI_SDK_LOG_WARNINGS: false });

type Server = Pick<ModelSettings, 'baseUrl' | 'model' | 'apiKey'>;

/** The operator's model, which is reached at the address that the operator named and at no other. */
function modelOf({ baseUrl, model, apiKey }: Server): LanguageModel {
  const provider = createOpenAICompatible({
    name: 'llm',
    baseURL: baseUrl,
    ...(apiKey !== undefined && { apiKey }),
    // What people wrote goes to the server that the operator named, and to no other.
    fetch: async (address, options) => await fetch(address, { ...options, redirect: 'error' }),
  });
  return provider(model);
}

interface TextQuestion {
  readonly instructions: string;
  readonly message: string;
}

interface AnsweredText {
  readonly text: string;
  /** Read and written; null where the server does not say. */
  readonly tokens: number | null;
}

export type AnswerText = (question: TextQuestion, signal: AbortSignal) => Promise<AnsweredText>;

/** Asks for text, with no tool to call. Throws as `modelCaller` does. */
export function textWriter(server: Server): AnswerText {
  const asked = modelOf(server);
  return async ({ instructions, message }, abortSignal) => {
    const { text, usage } = await generateText({
      ...{ model: asked, system: instructions, prompt: message, maxRetries: 0, abortSignal },
    });
    return { text, tokens: usage.totalTokens ?? null };
  };
}

/** @throws where the server refuses, answers with something else, or has not answered when the signal comes */
export function modelCaller(server: Server): CallModel {
  const asked = modelOf(server);
  return async ({ instructions, message, tools }, abortSignal) => {
    const { toolCalls, usage } = await generateText({
      model: asked,
      system: instructions,
      prompt: message,
      tools: Object.fromEntries(
        [...tools].map(([name, { description, fields }]) => [
          name,
          tool({
            description,
            inputSchema: jsonSchema({
              type: 'object',
              properties: Object.fromEntries(Object.entries(fields).map(([field, shape]) => [field, jsonOf(shape)])),
              additionalProperties: false,
            }),
          }),
        ]),
      ),
      toolChoice: 'auto',
      maxRetries: 0,
      abortSignal,
    });
    const isBroken = toolCalls.some((call) => 'invalid' in call && call.invalid === true);
    return {
      calls: isBroken ? null : toolCalls.map(({ toolName, input }) => ({ name: toolName, input })),
      tokens: usage.totalTokens ?? null,
    };
  };
}

type Shape =
  ModelTools extends ReadonlyMap<string, { readonly fields: Readonly<Record<string, infer Field>> }> ? Field : never;

/** The library's type takes lists that can be changed. */
function jsonOf(shape: Shape) {
  switch (shape.type) {
    case 'string':
      return { type: 'string' as const, ...(shape.enum && { enum: [...shape.enum] }) };
    case 'array':
      return {
        type: 'array' as const,
        items: { type: 'string' as const, ...(shape.items.enum && { enum: [...shape.items.enum] }) },
      };
    default:
      return { type: shape.type };
  }
}
