/** What a refusal leads on to: another session that is open, what is there already, or to register first. */
import type { Context, Level } from '../requests/context.js';
import { isRefusal, type Refusal } from '../requests/refusal.js';
import { findSession } from '../sessions/find-session.js';
import { openSessionChoices } from './open-sessions.js';
import { registrationTexts } from './texts.js';

/** The session that was named takes nobody any more, or is not meant for the person: another one may. */
const elsewhere: ReadonlySet<string> = new Set([
  ...['session_called_off', 'session_over', 'session_started', 'deadline_passed', 'not_your_audience'],
]);

/** What was asked for is so already: it can be looked at, changed or given up. */
const already: ReadonlySet<string> = new Set(['already_registered', 'already_waiting', 'already_declined']);

/** The value or, where it is a refusal that has no button yet, the same with the button that leads on. */
export async function withNextOffer<Result extends object>(
  context: Context,
  result: Result | Refusal,
  { session, level }: { readonly session: unknown; readonly level: Level | null },
): Promise<Result | Refusal> {
  if (!isRefusal(result) || result.offer !== undefined) return result;
  if (already.has(result.refused) && typeof session === 'string') {
    const label = { ja: registrationTexts.ja.seeAnswer, en: registrationTexts.en.seeAnswer };
    return { ...result, offer: { action: 'session.show', label, input: { session }, atOnce: true } };
  }
  const isUnregistered = result.refused === 'not_registered';
  if (!isUnregistered && !elsewhere.has(result.refused)) return result;
  const open = await openSessionChoices(context, 'session.register', level);
  if (isUnregistered) {
    const named = typeof session === 'string' ? (await findSession(context, session))?.id : undefined;
    if (named === undefined || open.every(({ value }) => value !== named)) return result;
    const { register: ja } = registrationTexts.ja;
    const { register: en } = registrationTexts.en;
    return { ...result, offer: { action: 'session.register', label: { ja, en }, input: { session: named } } };
  }
  if (open.length === 0) return result;
  const label = { ja: registrationTexts.ja.registerElsewhere, en: registrationTexts.en.registerElsewhere };
  return { ...result, offer: { action: 'session.register', label } };
}
