/** Every reason for which a request can be refused, with the facts that its words need. */
import type { Level, Mode } from '../prisma/client.js';

/** A session as words need it: a title in both languages and an instant with its zone. */
interface AboutSession {
  readonly titleJa: string;
  readonly titleEn: string;
}

export interface RefusalFacts {
  /** Also what other companies' things look like: nothing tells them apart from what does not exist. */
  not_found: Record<never, never>;
  not_allowed: Record<never, never>;
  unknown_action: Record<never, never>;
  not_linked: Record<never, never>;
  key_reused: Record<never, never>;
  busy: Record<never, never>;
  code_wrong: { readonly triesLeft: number };
  code_expired: Record<never, never>;
  codes_locked: { readonly minutes: number };
  already_linked: Record<never, never>;
  no_programme: Record<never, never>;
  session_over: AboutSession;
  session_started: AboutSession;
  session_not_started: AboutSession & { readonly startsAt: Date; readonly timeZone: string };
  session_called_off: AboutSession;
  deadline_passed: AboutSession & { readonly deadline: Date; readonly timeZone: string };
  not_your_audience: AboutSession & { readonly audience: Level };
  mode_not_offered: AboutSession & { readonly mode: Mode };
  not_registered: AboutSession;
  already_registered: AboutSession;
  substitute_taken: AboutSession;
  capacity_below_confirmed: { readonly confirmed: number };
  check_in_code_wrong: Record<never, never>;
  check_in_not_open: AboutSession;
  not_registered_online: AboutSession;
  nothing_changed: Record<never, never>;
  not_yet_allowed_to_record: AboutSession;
}

export type RefusalReason = keyof RefusalFacts;
