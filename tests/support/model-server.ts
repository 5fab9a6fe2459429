/** A server that speaks OpenAI's protocol for chat with tools, as a language model behind it would, and answers as a test tells it. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

const requestSchema = z.object({
  model: z.string(),
  messages: z.array(z.object({ role: z.enum(['system', 'user', 'assistant', 'tool']), content: z.string() })).min(1),
  tools: z
    .array(
      z.object({
        type: z.literal('function'),
        function: z.object({
          // OpenAI's rule for names of functions, to which most servers hold.
          name: z.string().regex(/^[a-zA-Z0-9_-]{1,64}$/),
          description: z.string(),
          parameters: z.object({ type: z.literal('object'), properties: z.record(z.string(), z.unknown()) }),
        }),
      }),
    )
    .max(128)
    // A question for a text has none.
    .default([]),
  tool_choice: z.union([z.string(), z.object({})]).optional(),
});

/** What was asked, as it came over the wire. */
export interface AskedModel {
  /** The whole body. */
  readonly text: string;
  readonly body: z.output<typeof requestSchema>;
  readonly authorization: string | null;
}

interface ToolCall {
  readonly name: string;
  /** As text where it is to be malformed. */
  readonly input: object | string;
}

export type ModelAnswer =
  | { readonly calls: readonly ToolCall[] }
  | { readonly says: string }
  | { readonly status: number; readonly body: string }
  | 'nothing, ever';

export interface ModelServer {
  /** What LLM_BASE_URL is set to. */
  readonly url: string;
  readonly asked: AskedModel[];
  /** How many connections were given up by whom asked. */
  gaveUp: number;
  answer: (asked: AskedModel) => ModelAnswer;
  close(): Promise<void>;
}

export const MODEL = 'a-model';
export const MODEL_KEY = 'the-key-of-the-model';

const USAGE = { prompt_tokens: 900, completion_tokens: 100, total_tokens: 1_000 };

export async function startModelServer(): Promise<ModelServer> {
  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = addressOf(server.address());
  const model: ModelServer = {
    url: `http://127.0.0.1:${port}/v1`,
    asked: [],
    gaveUp: 0,
    answer: () => ({ says: '' }),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const authorization = request.headers.authorization ?? null;
    if (request.url === '/v1/models') {
      const taken = authorization === `Bearer ${MODEL_KEY}`;
      return send(response, taken ? 200 : 401, JSON.stringify({ object: 'list', data: [{ id: MODEL }] }));
    }
    if (request.url !== '/v1/chat/completions') return send(response, 404, '');
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const text = Buffer.concat(chunks).toString('utf8');
    const asked = { text, body: requestSchema.parse(JSON.parse(text)), authorization };
    model.asked.push(asked);
    const answer = model.answer(asked);
    if (answer === 'nothing, ever') {
      response.on('close', () => {
        model.gaveUp += 1;
      });
      return;
    }
    if ('status' in answer) return send(response, answer.status, answer.body);
    send(response, 200, JSON.stringify(completionOf(answer)));
  }

  return model;
}

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address;
}

function send(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(body);
}

function completionOf(answer: { readonly calls: readonly ToolCall[] } | { readonly says: string }) {
  const calls =
    'calls' in answer
      ? answer.calls.map(({ name, input }, at) => ({
          id: `call-${at}`,
          type: 'function',
          function: { name, arguments: typeof input === 'string' ? input : JSON.stringify(input) },
        }))
      : [];
  const content = 'says' in answer ? answer.says : null;
  const message = { role: 'assistant', content, ...(calls.length > 0 && { tool_calls: calls }) };
  const finish = calls.length > 0 ? 'tool_calls' : 'stop';
  return {
    ...{ id: 'completion', object: 'chat.completion', created: 1_730_000_000, model: MODEL, usage: USAGE },
    choices: [{ index: 0, message, finish_reason: finish }],
  };
}
