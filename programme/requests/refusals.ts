/** Every reason for which a request can be refused, with the facts that its words need. */
import type { Level, Mode } from '../../prisma/client.js';
import type { Bilingual } from '../messages/bilingual.js';
import type { Problem } from './problems.js';

type Nothing = Record<never, never>;

interface AboutSession {
  readonly title: Bilingual;
}

export interface RefusalFacts {
  /** Also what other companies' things look like: nothing tells them apart from what does not exist. */
  not_found: Nothing;
  not_allowed: Nothing;
  unknown_action: Nothing;
  not_linked: Nothing;
  key_reused: Nothing;
  busy: Nothing;
  code_wrong: { readonly triesLeft: number };
  code_expired: Nothing;
  codes_locked: { readonly minutes: number };
  already_linked: Nothing;
  no_programme: Nothing;
  session_started: AboutSession;
  session_over: AboutSession;
  session_called_off: AboutSession;
  deadline_passed: AboutSession & { readonly deadline: Date; readonly timeZone: string };
  not_open_yet: AboutSession & { readonly opensAt: Date; readonly timeZone: string };
  not_your_audience: AboutSession & { readonly audience: Level };
  mode_not_offered: AboutSession & { readonly mode: Mode };
  not_registered: AboutSession;
  not_registered_online: AboutSession;
  substitute_is_registered: AboutSession;
  substitute_of_other_company: Nothing;
  /** What is wrong with one field of a form, found only when the whole was looked at. */
  field: { readonly problem: Problem };
  no_open_session: Nothing;
  nobody_registered: Nothing;
  session_code_taken: Nothing;
  capacity_below_confirmed: { readonly confirmed: number };
  check_in_code_wrong: Nothing;
  nothing_changed: Nothing;
  changed_meanwhile: AboutSession;
  company_unknown: Nothing;
}

export type RefusalReason = keyof RefusalFacts;

/** The reasons whose words need no facts. */
export type PlainReason = {
  [R in RefusalReason]: Nothing extends RefusalFacts[R] ? R : never;
}[RefusalReason];
