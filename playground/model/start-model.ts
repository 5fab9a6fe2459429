/** A small scripted language model on this machine: it speaks OpenAI's protocol, compares letters, and understands nothing. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { answerQuestion } from './answer-question.js';
import { chooseTool, type ToolChosen, toolSchema } from './choose-tool.js';

export interface ScriptedModel {
  /** What the app is told as the server's address. */
  readonly url: string;
  readonly name: string;
  close(): Promise<void>;
}

const NAME = 'scripted';

/** Larger than any question of the app's. */
const MOST_BYTES = 4_000_000;

const requestSchema = z.object({
  messages: z.array(z.object({ role: z.string(), content: z.string() })).min(1),
  tools: z.array(toolSchema).default([]),
});

/** Opens it on a free port of 127.0.0.1. The same question always gets the same answer. */
export async function startModel(): Promise<ScriptedModel> {
  const server = createServer((request, response) => {
    serve(request, response).catch(() =>
      send(response, 400, { error: { message: 'This is no question to a model.' } }),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    name: NAME,
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'POST' || request.url !== '/v1/chat/completions') return send(response, 404, {});
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    const piece = Buffer.from(chunk);
    bytes += piece.byteLength;
    if (bytes > MOST_BYTES) return send(response, 413, {});
    chunks.push(piece);
  }
  const { messages, tools } = requestSchema.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')));
  const asked = messages.findLast(({ role }) => role === 'user')?.content ?? '';
  if (tools.length === 0) return send(response, 200, completion({ content: answerQuestion(asked) }));
  const chosen = chooseTool(asked, tools);
  return send(
    response,
    200,
    completion(chosen === null ? { content: '' } : { content: null, tool_calls: [call(chosen)] }),
  );
}

function call({ name, arguments: given }: ToolChosen) {
  return { id: 'call-1', type: 'function', function: { name, arguments: JSON.stringify(given) } };
}

function completion(answer: { readonly content: string | null; readonly tool_calls?: readonly object[] }) {
  return {
    ...{ id: 'scripted-1', object: 'chat.completion', created: 0, model: NAME },
    choices: [
      {
        index: 0,
        message: { role: 'assistant', ...answer },
        finish_reason: answer.tool_calls === undefined ? 'stop' : 'tool_calls',
      },
    ],
    // It has no tokens that anybody would pay for.
    usage: { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 },
  };
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
