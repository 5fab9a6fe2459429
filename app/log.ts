/** The log: structured lines that never hold personal data or secrets. */
import { pino } from 'pino';
import { withoutValues } from '../prisma/errors.js';
import type { Log } from '../programme/requests/services.js';

/** Fields that a careless error object could bring along. */
const secrets = [
  'token',
  'password',
  'authorization',
  'secret',
  'headers',
  'body',
  'config',
  'data',
  'request',
  'response',
];

export function openLog(level: string): Log {
  const log = pino({
    level,
    redact: { paths: secrets.flatMap((name) => [`error.${name}`, `*.${name}`, name]), censor: '[hidden]' },
    serializers: { error: describeError },
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
  });
  return {
    info: (fields, sentence) => log.info(fields, sentence),
    warn: (fields, sentence) => log.warn(fields, sentence),
    error: (fields, sentence) => log.error(fields, sentence),
  };
}

/** Type, message, code and stack, of the causes too. Everything else that libraries hang on their errors (clients, requests, answers) stays out. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return String(error);
  const { name, cause } = error;
  const { message, stack } = withoutValues(error);
  const code = 'code' in error ? error.code : undefined;
  return { type: name, message, code, stack, cause: cause === undefined ? undefined : describeError(cause) };
}
