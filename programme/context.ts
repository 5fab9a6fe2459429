/** Who acts, for which company, in which programme, when, in which language, on which transaction. */
import type { Language, Level, Platform, Prisma, Role, Transaction } from '../prisma/client.js';
import type { Texts } from './locale/texts.js';
import type { RefusalFacts, RefusalReason } from './refusals.js';

/** The only source of the time, so that the playground can jump six months. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** An account on a chat platform, as the platform names it. */
export interface AccountIdentity {
  readonly platform: Platform;
  /** Slack's workspace or Microsoft's tenant. */
  readonly tenant: string;
  readonly userId: string;
}

/** One role of a person in one programme. */
export interface Membership {
  readonly programmeId: string;
  readonly role: Role;
  /** Participants only. */
  readonly level: Level | null;
  /** Always there for participants. */
  readonly companyId: string | null;
}

export interface Actor {
  readonly accountId: string;
  readonly platform: Platform;
  /** Null until the account is linked to a person. */
  readonly person: ActingPerson | null;
}

export interface ActingPerson {
  readonly id: string;
  readonly nameJa: string;
  readonly nameEn: string;
  readonly language: Language;
  readonly timeZone: string;
  readonly chosenProgrammeId: string | null;
  readonly memberships: readonly Membership[];
}

/** What every rule may look at, whoever acts. */
export interface BaseContext {
  readonly now: Date;
  readonly transaction: Transaction;
  readonly language: Language;
  /** IANA name. */
  readonly timeZone: string;
  readonly texts: Texts;
}

/** A request being carried out: `membership` is the role that lets the person do this; it is checked by then. */
export interface Context extends BaseContext {
  readonly actor: Actor;
  readonly person: ActingPerson;
  readonly membership: Membership;
}

/** The same for actions that people without a link may take. */
export interface OpenContext extends BaseContext {
  readonly actor: Actor;
}

/** An expected refusal: a reason that every language has words for, the facts those words need, and the field it belongs to. */
export interface Refusal<R extends RefusalReason = RefusalReason> {
  readonly refused: R;
  readonly facts: RefusalFacts[R];
  readonly field: string | null;
}

export function refuse<R extends RefusalReason>(reason: R, facts: RefusalFacts[R], field: string | null = null): Refusal<R> {
  return { refused: reason, facts, field };
}

export function isRefusal(value: object): value is Refusal {
  return 'refused' in value;
}

export type Json = Prisma.InputJsonValue;
