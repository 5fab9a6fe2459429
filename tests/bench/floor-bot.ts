/**
 * The floor: a bare Bolt handler that writes the same rows of a registration by hand, with `pg` in one transaction: the
 * registration, the request with its reply, and the signature that is good once. It answers with the same message, ready made, since
 * the stand-in that reads it runs in the same process.
 */
import { createServer } from 'node:http';
import bolt, { type RespondArguments } from '@slack/bolt';
import pg from 'pg';
import type { Reply } from '../../programme/messages/message.js';

/** Whose rows are written, looked up beforehand so that the floor does nothing but write. */
export interface KnownUser {
  readonly accountId: string;
  readonly personId: string;
  readonly companyId: string;
}

export interface FloorBot {
  /** Where Slack sends commands. */
  readonly requestUrl: string;
  close(): Promise<void>;
}

export interface FloorConfiguration {
  readonly databaseUrl: string;
  readonly slackApiUrl: string;
  readonly botToken: string;
  readonly signingSecret: string;
  readonly users: ReadonlyMap<string, KnownUser>;
  /** Session identifiers by code. */
  readonly sessions: ReadonlyMap<string, string>;
  /** What the product answered to such a command: as it was stored, and as it was sent. */
  readonly reply: Reply;
  readonly answer: RespondArguments;
}

export async function startFloorBot(configuration: FloorConfiguration): Promise<FloorBot> {
  const { databaseUrl, slackApiUrl, botToken, signingSecret, users, sessions, reply, answer } = configuration;
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 10, options: '-c timezone=UTC' });
  const receiver = new bolt.ExpressReceiver({
    signingSecret,
    endpoints: '/slack/events',
    customPropertiesExtractor: ({ headers }) => ({ signature: headers['x-slack-signature'] }),
  });
  const app = new bolt.App({
    receiver,
    token: botToken,
    clientOptions: { slackApiUrl, retryConfig: { retries: 0 } },
    convoStore: false,
    logLevel: bolt.LogLevel.ERROR,
  });
  app.command('/spp', async ({ command, ack, context }) => {
    const [, code = '', mode = ''] = command.text.split(' ');
    const user = users.get(command.user_id);
    const session = sessions.get(code);
    if (user === undefined || session === undefined) throw new Error(`nothing known of ${command.text}`);
    const now = new Date();
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      await client.query(
        `INSERT INTO seen_signature (signature, expires_at) VALUES ($1, now() + interval '10 minutes')`,
        [context.signature],
      );
      await client.query(
        `INSERT INTO registration (session_id, person_id, company_id, mode, state, registered_by_id, created_at, changed_at)
         VALUES ($1, $2, $3, $4, 'confirmed', $2, $5, $5)`,
        [session, user.personId, user.companyId, mode, now],
      );
      await client.query(
        `INSERT INTO request (key, account_id, person_id, action, parameters, reply, created_at, answered_at)
         VALUES ($1, $2, $3, 'session.register', $4, $5, $6, $6)`,
        [`floor:${command.trigger_id}`, user.accountId, user.personId, command.text, JSON.stringify(reply), now],
      );
      await client.query('COMMIT');
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    } finally {
      client.release();
    }
    await ack(answer);
  });
  const server = createServer(receiver.app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the floor bot has no port');
  return {
    requestUrl: `http://127.0.0.1:${address.port}/slack/events`,
    async close() {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      await pool.end();
    },
  };
}
