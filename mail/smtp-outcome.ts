/** Classifies failed sends over SMTP: whether anything arrived, and whose fault it is. Sources: RFC 5321, 4.2; RFC 3463. */
import { z } from 'zod';
import type { Outcome } from '../programme/notifications/gateway.js';

export type FailedMail = Exclude<Outcome, { outcome: 'delivered' }>;

/** For how long to hold back where the server limits us; it never says for how long. */
const PAUSE_MILLISECONDS = 60_000;

const failure = z.object({
  code: z.string().optional(),
  command: z.string().optional(),
  response: z.string().optional(),
  responseCode: z.number().optional(),
});
type Failure = z.infer<typeof failure>;

/** What servers say to somebody who sends too much, beside the enhanced code 4.7.x. */
const tooMuch = /\brate\b|too (many|much|fast)|throttl|slow down/i;

/** The server wants an account, or another one: people have to mend it. */
const ofLogin: ReadonlySet<number> = new Set([530, 534, 535, 538]);

/**
 * @param begun whether a byte of the message had gone out: after that, silence may mean that it arrived
 * @param now when it failed
 */
export function outcomeOfError(error: unknown, begun: boolean, now: Date): FailedMail {
  const read = failure.safeParse(error);
  const fault: Failure = read.success ? read.data : {};
  const { responseCode } = fault;
  if (fault.code === 'EAUTH' || (responseCode !== undefined && ofLogin.has(responseCode)))
    return { outcome: 'not-sent', reason: reasonOf(fault), ours: true };
  if (responseCode === undefined) return outcomeOfSilence(fault, begun);
  if (responseCode === 421 || (responseCode < 500 && isLimit(fault)))
    return { outcome: 'rate-limited', until: new Date(now.getTime() + PAUSE_MILLISECONDS) };
  if (responseCode < 500) return { outcome: 'not-sent', reason: reasonOf(fault) };
  return outcomeOfRefusal(fault);
}

function outcomeOfSilence(fault: Failure, begun: boolean): FailedMail {
  if (begun) return { outcome: 'uncertain', reason: reasonOf(fault) };
  // The mail could not be made, or its address is none: no server was asked.
  if (fault.code === 'EENVELOPE') return { outcome: 'unreachable', reason: 'not an e-mail address' };
  // A certificate that does not fit is mended by people.
  if (fault.code === 'ETLS') return { outcome: 'not-sent', reason: reasonOf(fault), ours: true };
  return { outcome: 'not-sent', reason: reasonOf(fault) };
}

/**
 * A refusal for good. Of the recipient (5.1.x, 5.2.x, or without an enhanced code): the address is of no use. Of the sender, or
 * for a policy (5.7.x, as where the server does not relay for us): it says nothing about the address.
 */
function outcomeOfRefusal(fault: Failure): FailedMail {
  const reason = reasonOf(fault);
  const status = enhancedCode(fault);
  if (fault.command === 'RCPT TO' && (status === null || /^5\.[0-6]\./.test(status)))
    return { outcome: 'unreachable', reason };
  if (fault.command === 'DATA' && status !== null && /^5\.[12]\./.test(status))
    return { outcome: 'unreachable', reason };
  if (fault.command === 'MAIL FROM' || fault.command === 'EHLO' || fault.command === 'CONN')
    return { outcome: 'not-sent', reason, ours: true };
  return { outcome: 'refused', reason };
}

/** A mailbox that is full or busy (4.1.x, 4.2.x) limits nobody but itself. */
function isLimit(fault: Failure): boolean {
  const status = enhancedCode(fault);
  if (status !== null && /^4\.[12]\./.test(status)) return false;
  return status?.startsWith('4.7.') === true || tooMuch.test(fault.response ?? '');
}

function enhancedCode({ response = '' }: Failure): string | null {
  return /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1] ?? null;
}

/** Codes only: what a server says beside them may hold the address. */
function reasonOf(fault: Failure): string {
  if (fault.responseCode === undefined) return fault.code ?? 'unknown';
  return [String(fault.responseCode), enhancedCode(fault)].filter((part) => part !== null).join(' ');
}
