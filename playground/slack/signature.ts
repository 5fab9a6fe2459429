/** Slack's request signature (docs.slack.dev/authentication/verifying-requests-from-slack). */
import { createHmac } from 'node:crypto';

/** The headers that prove a body comes from Slack. `at` is rounded down to the second. */
export function signatureHeaders(signingSecret: string, at: Date, body: string): Record<string, string> {
  const seconds = Math.floor(at.valueOf() / 1000).toString();
  const digest = createHmac('sha256', signingSecret).update(`v0:${seconds}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': seconds, 'x-slack-signature': `v0=${digest}` };
}
