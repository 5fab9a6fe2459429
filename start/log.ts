/** The log: structured lines that never hold personal data or secrets. */
import { pino } from 'pino';
import type { Log } from '../programme/house.js';

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
    serializers: { error: pino.stdSerializers.errWithCause },
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
  });
  return {
    info: (fields, sentence) => log.info(fields, sentence),
    warn: (fields, sentence) => log.warn(fields, sentence),
    error: (fields, sentence) => log.error(fields, sentence),
  };
}
