/** Counts a request by its action and what became of it, for the operator's metrics. */
import type { IncomingRequest, Request, RequestResult } from './request.js';
import type { Services } from './services.js';

/**
 * Does the work and counts it once, also where it throws.
 * @param work is handed a function to call with the request that words were found to mean
 */
export async function countRequest(
  { actions, meter }: Services,
  incoming: IncomingRequest,
  work: (named: (request: Request) => Request) => Promise<RequestResult>,
): Promise<RequestResult> {
  let action = 'action' in incoming ? incoming.action : null;
  // What a card says that somebody has tampered with must not become a metric's label.
  const count = (outcome: string) => meter?.request(action !== null && actions.has(action) ? action : null, outcome);
  try {
    const result = await work((request) => {
      action = request.action;
      return request;
    });
    count(outcomeOf(result));
    return result;
  } catch (error) {
    count('fault');
    throw error;
  }
}

function outcomeOf({ reply, repeated }: RequestResult): string {
  if (repeated) return 'repeated';
  return reply.kind === 'form' ? 'form' : reply.outcome;
}
