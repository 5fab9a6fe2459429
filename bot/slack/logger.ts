/** Passes the warnings and errors of Slack's libraries to our log, without the payloads that they would print. */
import { type Logger, LogLevel } from '@slack/bolt';
import type { Services } from '../../programme/requests/services.js';

/** Only warnings and errors, and of those only sentences and codes: payloads hold what people wrote. */
export function slackLogger(services: Services): Logger {
  return {
    debug() {},
    info() {},
    warn(...parts: unknown[]) {
      services.log.warn({ library: 'slack' }, sentence(parts));
    },
    error(...parts: unknown[]) {
      services.log.error({ library: 'slack' }, sentence(parts));
    },
    setLevel() {},
    getLevel: () => LogLevel.WARN,
    setName() {},
  };
}

function sentence(parts: readonly unknown[]): string {
  return parts
    .flatMap((part) =>
      part instanceof Error ? [`${part.name}: ${part.message}`] : typeof part === 'string' ? [part] : [],
    )
    .join(' ');
}
