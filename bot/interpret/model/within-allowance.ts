/** Makes a call to the language model as far as a person's day allows, and no longer than anybody waits. */
import { localOf } from '../../../programme/messages/dates.js';
import { settleModelCall, takeModelCall } from '../../../programme/model-use/allowance.sql.js';
import type { InterpreterServices } from '../../../programme/requests/interpreter.js';
import type { Log } from '../../../programme/requests/services.js';
import type { ModelSettings } from './settings.js';

const LIMIT_MILLISECONDS = 8_000;

/** What a call may read and write per byte that is sent, and for the answer; what it took takes its place once the server says so. */
const BYTES_PER_TOKEN = 3;
const ANSWER_TOKENS = 500;

export interface Allowance extends Pick<InterpreterServices, 'database' | 'clock'> {
  readonly settings: Pick<ModelSettings, 'callsPerDay' | 'tokensPerDay'>;
  readonly log: Log;
  /** How long the model may take; eight seconds unless told. */
  readonly limitMilliseconds?: number | undefined;
}

/**
 * Null where the person has no more calls today.
 * @param sent all that is sent, as text
 * @throws what `call` throws, also once the time is over
 */
export async function withinAllowance<Answered extends { readonly tokens: number | null }>(
  { database, clock, settings, log, limitMilliseconds = LIMIT_MILLISECONDS }: Allowance,
  person: { readonly id: string; readonly timeZone: string },
  sent: string,
  call: (signal: AbortSignal) => Promise<Answered>,
): Promise<Answered | null> {
  const tokens = Math.ceil(Buffer.byteLength(sent) / BYTES_PER_TOKEN) + ANSWER_TOKENS;
  const taken = { personId: person.id, day: localOf(clock.now(), person.timeZone).date, tokens };
  const most = { calls: settings.callsPerDay, tokens: settings.tokensPerDay };
  if (!(await takeModelCall(database, taken, most))) {
    log.info({ person: person.id }, 'a person has had the language model asked as much as a day allows');
    return null;
  }
  const answered = await call(AbortSignal.timeout(limitMilliseconds));
  if (answered.tokens !== null) await settleModelCall(database, taken, answered.tokens);
  return answered;
}
