/** An SMTP server on this machine for tests: it keeps what it takes, answers as told, and can fall silent at each step. */
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export type Step = 'connect' | 'from' | 'to' | 'data';

export interface Reply {
  readonly code: number;
  readonly text: string;
}

export interface TakenMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
  readonly parsed: ParsedMail;
}

export interface SmtpStandIn {
  readonly url: string;
  /** What it accepted, in order. */
  readonly taken: TakenMail[];
  /** What it says at a step instead of taking it; 'hang up' ends the connection there. `data` takes the message first. */
  answer(step: Step, reply: Reply | 'hang up' | null): void;
  /** What was sent at each step until now. */
  readonly seen: string[];
  close(): Promise<void>;
}

/** @param account the one that it asks for; without it anybody may send */
export async function startSmtp(account?: { readonly user: string; readonly pass: string }): Promise<SmtpStandIn> {
  const taken: TakenMail[] = [];
  const seen: string[] = [];
  const replies = new Map<Step, Reply | 'hang up'>();
  const sockets = new Set<{ destroy(): void }>();

  /** Null: to be taken. */
  const refusal = (step: Step): Error | null => {
    const reply = replies.get(step);
    if (reply === undefined) return null;
    if (reply === 'hang up') {
      for (const socket of sockets) socket.destroy();
      return new Error('nobody hears this');
    }
    return Object.assign(new Error(reply.text), { responseCode: reply.code });
  };
  const server = new SMTPServer({
    authOptional: account === undefined,
    disabledCommands: account === undefined ? ['AUTH', 'STARTTLS'] : ['STARTTLS'],
    allowInsecureAuth: true,
    logger: false,
    onAuth(auth, _session, done) {
      seen.push('auth');
      const right = auth.username === account?.user && auth.password === account?.pass;
      done(right ? null : new Error('wrong account'), right ? { user: 'sender' } : undefined);
    },
    onConnect(_session, done) {
      seen.push('connect');
      done(refusal('connect'));
    },
    onMailFrom(address, _session, done) {
      seen.push(`from ${address.address}`);
      done(refusal('from'));
    },
    onRcptTo(address, _session, done) {
      seen.push(`to ${address.address}`);
      done(refusal('to'));
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks);
        seen.push('data');
        const refused = refusal('data');
        if (refused !== null) return done(refused);
        const { mailFrom, rcptTo } = session.envelope;
        void simpleParser(raw).then((parsed) => {
          taken.push({
            from: mailFrom === false ? '' : mailFrom.address,
            to: rcptTo.map(({ address }) => address),
            raw: raw.toString('utf8'),
            parsed,
          });
          done(null);
        }, done);
      });
    },
  });
  server.on('error', () => {});
  server.server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address: AddressInfo | string | null = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const who = account === undefined ? '' : `${account.user}:${account.pass}@`;
  return {
    url: `smtp://${who}127.0.0.1:${address.port}`,
    taken,
    seen,
    answer(step, reply) {
      if (reply === null) replies.delete(step);
      else replies.set(step, reply);
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
