/** What every request and every job works with; made once at start-up. */
import type { PrismaClient } from '../../prisma/client.js';
import type { FileLinks } from '../files/file-links.js';
import type { FileStore } from '../files/file-store.js';
import type { NotificationKinds } from '../notifications/kind.js';
import type { Rates } from '../notifications/pace.js';
import type { AnswerWriter } from './answer-writer.js';
import type { Clock } from './context.js';
import type { Interpreter } from './interpreter.js';
import type { Actions } from './registry.js';

/** Structured logging. Never pass personal data, tokens or people's texts: identifiers only. */
export interface Log {
  info(fields: object, sentence: string): void;
  warn(fields: object, sentence: string): void;
  error(fields: object, sentence: string): void;
}

/** Counts what happens, for the operator's metrics: names of actions, channels and outcomes, never of people. */
export interface Meter {
  /** One request, by its action (null where words were not understood) and what became of it. */
  request(action: string | null, outcome: string): void;
  /** One request by this action that found gone what the person had been shown. */
  gone(action: string): void;
  /** One request from outside that was refused before anybody was known. */
  refused(cause: string): void;
}

/** What the rules work with where no request is carried out and nothing is sent, as in an import. */
export interface BaseServices {
  readonly database: PrismaClient;
  readonly clock: Clock;
  readonly log: Log;
}

/** The actions, the kinds of notification and the interpreter are handed in, so that what uses them knows no room and no model. */
export interface Services extends BaseServices {
  readonly actions: Actions;
  readonly notificationKinds: NotificationKinds;
  readonly interpreter: Interpreter;
  /** Absent where there is no language model. */
  readonly writeAnswer?: AnswerWriter;
  readonly files: FileStore;
  readonly fileLinks: FileLinks;
  /** Absent where nobody measures. */
  readonly meter?: Meter;
  /** How fast each channel may be written to; the platforms' ceilings unless told. */
  readonly rates?: Rates;
}
