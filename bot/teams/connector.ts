/** Takes the SDK's own retries out of its connector, and bounds and marks each request. */

/** A request of the bot to Teams that failed once it was on its way. A failure before it (the login) surely sent nothing. */
export class SendFailure extends Error {
  constructor(override readonly cause: unknown) {
    super('a request to Teams failed');
  }
}

interface PipelineRequest {
  timeout: number;
}

interface PipelinePolicy {
  readonly name: string;
  sendRequest(request: PipelineRequest, next: (request: PipelineRequest) => Promise<unknown>): Promise<unknown>;
}

/** The part of the SDK's TurnContext that leads to its connector. */
interface Context {
  readonly adapter: object;
  readonly turnState: { get(key: symbol): unknown };
}

/** The part of the SDK's connector that we use. The SDK keeps it private and untyped. */
interface Connector {
  readonly client: {
    readonly pipeline: {
      getOrderedPolicies(): readonly { readonly name: string }[];
      removePolicy(policy: { readonly name: string }): unknown;
      addPolicy(policy: PipelinePolicy): void;
    };
  };
  readonly conversations: {
    createConversation(parameters: object): Promise<{ readonly id: string; readonly activityId?: string }>;
  };
}

const guard = 'spp-guard';

/** Teams answers within a second or two; a person's request must not wait longer than this for it. */
export const TIMEOUT_MILLISECONDS = 10_000;

/**
 * Guards the connector of a turn. The SDK would try a dropped connection or a 5xx again by itself, up to three times:
 * a message that had arrived all the same would be there twice. Nothing is tried again here; the caller decides by the outcome.
 */
export function guardConnector(context: Context, timeout: number): void {
  const { pipeline } = connectorOf(context).client;
  if (pipeline.getOrderedPolicies().some((policy) => policy.name === guard)) return;
  pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  // A redirect would carry the bot's token to wherever it points.
  pipeline.removePolicy({ name: 'redirectPolicy' });
  // Added last, so it runs inside the policy that fetches the bot's token.
  pipeline.addPolicy({
    name: guard,
    async sendRequest(request, next) {
      request.timeout = timeout;
      try {
        return await next(request);
      } catch (error) {
        throw new SendFailure(error);
      }
    },
  });
}

/** The connector that the adapter made for this turn. Throws where the SDK has changed underneath us: unguarded, it would send twice. */
export function connectorOf(context: Context): Connector {
  const { adapter } = context;
  const key: unknown = 'ConnectorClientKey' in adapter ? adapter.ConnectorClientKey : undefined;
  const connector: unknown = typeof key === 'symbol' ? context.turnState.get(key) : undefined;
  if (!isConnector(connector)) throw new Error('the turn has no connector that could be guarded');
  return connector;
}

function isConnector(value: unknown): value is Connector {
  if (typeof value !== 'object' || value === null || !('conversations' in value) || !('client' in value)) return false;
  const { client } = value;
  return typeof client === 'object' && client !== null && 'pipeline' in client;
}
