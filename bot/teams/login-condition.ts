/** Knows whether Microsoft still signs the bot in, for the health check; says in the log when that changes. */
import type { Log } from '../../programme/requests/services.js';
import { isRefusedLogin, loginReason } from './login-errors.js';

export interface LoginCondition {
  /** What does not work, in one sentence each. */
  problems(): readonly string[];
  /** What one login came to; null: Microsoft has signed the bot in. */
  tried(error: unknown): void;
}

export function loginCondition(log: Log): LoginCondition {
  let refused: string | null = null;
  return {
    problems: () => (refused === null ? [] : [`Microsoft refuses to sign the bot in (${refused})`]),
    tried(error) {
      // One that broke off on the way says nothing of the credentials.
      if (error !== null && !isRefusedLogin(error)) return;
      const reason = error === null ? null : loginReason(error);
      if (reason !== null && refused === null) log.error({ reason }, 'Microsoft refuses to sign the bot in');
      if (reason === null && refused !== null) log.info({}, 'Microsoft signs the bot in again');
      refused = reason;
    },
  };
}
