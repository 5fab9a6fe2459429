/** The port through which words become an action and a partial input; `bot/interpret` implements it. */
import type { PrismaClient } from '../../prisma/client.js';
import type { KnownAccount } from '../members/identify.js';
import type { Values } from '../messages/message.js';
import type { Clock } from './context.js';
import type { Actions } from './registry.js';

/** What an interpreter may look at. */
export interface InterpreterServices {
  readonly database: PrismaClient;
  readonly clock: Clock;
  readonly actions: Actions;
}

export interface Interpretation {
  readonly action: string;
  readonly input: Values;
  /** The words began with a command, which says outright what is meant; anything else was interpreted. */
  readonly explicit: boolean;
}

export interface Interpreter {
  /** Called outside any transaction, as it may take long. Words that mean nothing become the help. */
  interpret(services: InterpreterServices, account: KnownAccount, text: string): Promise<Interpretation>;
}
