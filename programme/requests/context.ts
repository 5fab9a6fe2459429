/** Who acts, for which company, in which programme, when, in which language, on which transaction. */

import type { FileType } from '../../documents/type-by-content.js';
import type { Language, Level, Mode, Platform, Prisma, Role, Transaction } from '../../prisma/client.js';
import type { FileLinks } from '../files/file-links.js';
import type { FileStore } from '../files/file-store.js';
import type { ActionTexts } from '../messages/action-texts.js';
import type { Bilingual } from '../messages/bilingual.js';
import type { AnswerWriter } from './answer-writer.js';

export type { Language, Level, Mode, Platform, Role };

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
  /** When the programme's last day is over, in its own time zone. Absent where the rules are called without a request. */
  readonly programmeEndsAt?: Date;
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

/** What every rule may look at. */
export interface BaseContext {
  /** The time of this request; every rule looks at the same one. */
  readonly now: Date;
  readonly transaction: Transaction;
  readonly language: Language;
  /** IANA name. */
  readonly timeZone: string;
}

/** An action that the person may take and that is offered here. */
export interface Offer {
  readonly name: string;
  /** In the person's language. */
  readonly texts: ActionTexts;
  readonly command: string;
  readonly opensForm: boolean;
  /** The types of files that it takes. */
  readonly receives: readonly FileType[];
}

/** For actions that anyone may take, linked or not. */
export interface OpenContext extends BaseContext {
  readonly actor: Actor;
  readonly files: FileStore;
  readonly fileLinks: FileLinks;
  /** What this person may do, for menus and the help; handed in so that no room needs the list of all actions. */
  readonly offers: (where: 'menu' | 'help') => readonly Offer[];
  /** What a kind of notification is called; its key where only a newer version of the app knows it. Handed in for the same cause. */
  readonly nameOfKind: (key: string) => Bilingual;
  /** Writes an answer out of quotations; null where there is no language model. */
  readonly writeAnswer: AnswerWriter | null;
  /** Something that was shown to the person can no longer be had; counted for the operator, however often the request is begun again. */
  readonly noteGone: () => void;
}

/** A known person asks, and it is not yet checked whether this person may. */
export interface PersonContext extends OpenContext {
  readonly person: ActingPerson;
}

/** A request being carried out: `membership` is the role that lets the person do this, checked by then. */
export interface Context extends PersonContext {
  readonly membership: Membership;
}

/** What decides which buttons a member gets, in a reply or a notification. */
export type MemberContext = BaseContext & Pick<Context, 'membership'>;

export type Json = Prisma.InputJsonValue;
