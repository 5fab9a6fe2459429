/** What an action is: everything that a person can do, once, for every surface. */
import type { z } from 'zod';
import type { FileType } from '../../documents/type-by-content.js';
import type { PrismaClient, Role, Transaction } from '../../prisma/client.js';
import type { ActionTexts } from '../messages/action-texts.js';
import type { Choice, Element, Form, Message, Values } from '../messages/message.js';
import type { ActingPerson, Context, Language, OpenContext } from './context.js';
import { fingerprintOf } from './fingerprint.js';
import { identifierFields } from './identifiers.js';
import { type FieldShape, shapeOfField } from './input-shape.js';
import { type Problem, problemOf } from './problems.js';
import type { Recogniser } from './recogniser.js';
import { isRefusal, type Refusal } from './refusal.js';

/** What an action did: something to say. */
export interface ActionResult {
  readonly message: Message;
  /** What a repeated delivery gets instead of the message, which holds something that must not be stored. */
  readonly remembered?: Message;
  /** The language of the message, where the action has just changed it. */
  readonly language?: Language;
}

/** What is shown before it is done. */
export interface Preview {
  /** What will be done and what it costs, in one or two sentences: a preview begins with it. */
  readonly does: string;
  readonly elements: readonly Element[];
  /** What has to be answered first, in words: then there is nothing to agree to yet. */
  readonly open?: string;
  /** What the two buttons say, where agreeing and leaving mean more than that. */
  readonly labels?: { readonly confirm: string; readonly dismiss: string };
}

/**
 * How a write is confirmed. `when`: agreement is asked for wherever the request came from ('always', in the action's own form
 * where a button asked), or only when words alone proposed it ('words'). `show` says what would happen, or refuses what the use
 * case would refuse. `state`: what it rests on, so that a change meanwhile is noticed, unless told what it says; where it locks,
 * nothing can change before it is done. 'always' alone is for what only its form can show. 'never' is for what cannot be misunderstood and is
 * easily undone.
 */
export type Confirmation<Input, C> =
  | 'never'
  | 'always'
  | {
      readonly when: 'always' | 'words';
      readonly show: (context: C, input: Input) => Promise<Preview | Refusal>;
      readonly state?: (context: C, input: Input) => Promise<PreviewState>;
      /** What of its input the button holds that shows it anew, where all of it is more than a button takes and `complete` finds the rest. */
      readonly again?: (input: Values) => Values;
    };

/** Facts in a fixed order; two states are the same where all of them are. */
export type PreviewState = readonly (string | number | boolean | null)[];

/** Makes the refusal that a violated constraint stands for, in a transaction of its own. */
type Conflict<Input, C> = (context: C, input: Input) => Refusal | Promise<Refusal>;

/**
 * That an action takes files which people drop into their conversation with the bot. They are fetched and kept before it is asked,
 * for the person alone and for a day; `findReceivedFiles` (files/received-file.ts) gives them to it.
 */
export interface Receiving<Field extends string = string> {
  /** By content. */
  readonly types: readonly FileType[];
  /** What it takes besides where they are chosen in its own form, so that nothing else can be meant. */
  readonly typesInForm?: readonly FileType[];
  /** Whether files that a person drops can mean it at present; always, unless told. What its form is sent with does. */
  readonly when?: (transaction: Transaction, person: ActingPerson, now: Date) => Promise<boolean>;
  /** Of the input, a list of texts: the identifiers of the files. */
  readonly field: Field;
  /**
   * Whether a file of one of its types is meant for it, by what stands in it: such a file goes to it before it goes to others that
   * take the type, and any other after them, unless the words beside the file name an action. Null: nothing tells. Never throws.
   */
  readonly recognises?: (content: Uint8Array) => Promise<boolean | null>;
  /** Files of its types are for it only where it recognises them; others are another action's. */
  readonly onlyRecognised?: true;
  /** Where nothing tells whether a file is for it or for another action, the person is asked; without it, it goes to the first of them. */
  readonly asksWhich?: true;
  /** It takes one file: several that were sent together are for another action, where one takes them. */
  readonly onlyOne?: true;
  /**
   * Looks into a file that it might be asked about, once it is kept and outside any transaction, since that may take seconds. What it
   * finds it keeps itself, in what goes with the file.
   */
  readonly look?: (database: PrismaClient, file: LookedInto) => Promise<void>;
  /** The field of its input that gets the text of a forwarded message, where one means it. */
  readonly forwarded?: Field;
}

/** A file that has just been kept. */
export interface LookedInto {
  readonly id: string;
  /** Who sent it, to whom alone it is there. */
  readonly personId: string;
  /** As its sender calls it. */
  readonly name: string;
  readonly content: Uint8Array;
}

interface Definition<Input, C, Name extends string> {
  readonly name: Name;
  /** The texts of its room: what it is called, under `actions`, by its name. */
  readonly texts: Readonly<Record<Language, { readonly actions: Readonly<Record<Name, ActionTexts>> }>>;
  /** The word after `/spp` and at the start of a message; its Japanese and further words stand in its texts. */
  readonly command: string;
  readonly input: z.ZodType<Input>;
  /** The words that people ask for it with, beside the names that its texts give it. */
  readonly recognise?: Recogniser;
  /** Fills in what follows from the rest of the input: the one mode there is, the identifier behind a code. */
  readonly complete?: (context: C, given: Values) => Promise<Values>;
  /** The form for what is missing; `given` is the input so far, unchecked. */
  readonly ask?: (context: C, given: Values) => Promise<Form | Refusal>;
  /** Why what was said so far cannot be, where the form is opened with it; what is missing yet is no reason. */
  readonly wrong?: (context: C, given: Values) => Promise<Refusal | null>;
  /** Options for a field with `search`, best first, at most 50. */
  readonly search?: (context: C, field: string, typed: string, given: Values) => Promise<readonly Choice[]>;
  /**
   * Told that its form was closed without being sent, so that what was held for it can be released; `known` is the form's own, as a
   * client sent it back. It may be told twice, or beside the sending of the same form, and is not told where a client ends in
   * another way (see `closeForm`): what is held also runs out by itself.
   */
  readonly closed?: (context: C, known: Values) => Promise<void>;
  /** The files that mean it when a person who may take it sends them. They come as words do, so that a write is confirmed first. */
  readonly receives?: Receiving<keyof Input & string>;
  /**
   * What it says and asks holds what only some may read, so that of its replies only the gist (`summary`) and the buttons are stored
   * for a repeated delivery.
   */
  readonly confidential?: boolean;
  /** The field of its input that takes a question in the person's own words: a concern that is told there is answered as in the chat, and nothing of it is kept. */
  readonly freeWords?: string;
  /** Where it is offered: in the menu and the help, in the help only, or only on messages that lead to it. */
  readonly offered: 'menu' | 'help' | 'contextual';
  /** A read changes nothing, so it is not confirmed. */
  readonly confirm: 'read' | Confirmation<Input, C>;
  readonly run: (context: C, input: Input) => Promise<ActionResult | Refusal>;
  /** The constraints that `run` may violate, by name, wherever in the transaction it surfaces. Any other is a fault of ours. */
  readonly conflicts?: Readonly<Record<string, Conflict<Input, C>>>;
}

/** What its input names is found by the names of `identifiers.ts`, and the guard checks all of it. */
interface Guard {
  readonly who: readonly Role[];
}

/** An input that passed its schema, tied to a context and to what can be done with it. */
export interface ValidInput {
  /** Null where only the action's form can show it. */
  readonly show: (() => Promise<Preview | Refusal>) | null;
  /** What a preview of it rests on, as text; null where it would be refused now. */
  readonly state: () => Promise<string | null>;
  readonly run: () => Promise<ActionResult | Refusal>;
  /** In place of `run`, which has violated one of the action's `conflicts`. */
  readonly refuseConflict: (constraint: string) => Promise<Refusal>;
}

export interface Issue {
  readonly field: string;
  readonly problem: Problem;
}

/** An action for this kind of context; what its input is, only its schema knows. */
export interface ActionOf<C> {
  /** E.g. `session.register`. */
  readonly name: string;
  readonly texts: Readonly<Record<Language, ActionTexts>>;
  readonly command: string;
  readonly offered: 'menu' | 'help' | 'contextual';
  readonly confirm: 'read' | 'never' | 'words' | 'always';
  readonly again: (input: Values) => Values;
  readonly recognise: Recogniser;
  readonly receives: Receiving | null;
  readonly confidential: boolean;
  readonly freeWords: string | null;
  /** The names of the constraints that it may violate. */
  readonly conflicts: ReadonlySet<string>;
  /** The names of the input, for the interpreter of words. */
  readonly fields: readonly string[];
  /** What may stand in a field; null where it is none that a sentence could fill in. */
  readonly shapeOf: (field: string) => FieldShape | null;
  readonly complete: ((context: C, given: Values) => Promise<Values>) | null;
  readonly ask: ((context: C, given: Values) => Promise<Form | Refusal>) | null;
  readonly wrong: ((context: C, given: Values) => Promise<Refusal | null>) | null;
  readonly search: ((context: C, field: string, typed: string, given: Values) => Promise<readonly Choice[]>) | null;
  readonly closed: ((context: C, known: Values) => Promise<void>) | null;
  readonly parse: (
    given: Values,
  ) => { readonly validFor: (context: C) => ValidInput } | { readonly issues: readonly Issue[] };
}

/** For members of a programme in one of these roles. */
export type MemberAction = ActionOf<Context> &
  Guard & {
    /** The names of the input that hold an identifier. */
    readonly identifies: readonly string[];
  };
/** For anyone who reaches the bot, linked to a person or not. */
export type OpenAction = ActionOf<OpenContext> & { readonly who: 'anyone' };
export type Action = MemberAction | OpenAction;

/** Every action that a loaded file declares, so that start-up notices one that no room lists. */
const declared: Action[] = [];

export function declaredActions(): readonly Action[] {
  return declared;
}

function declare<A extends Action>(action: A): A {
  declared.push(action);
  return action;
}

function erase<Input, C, Name extends string>(definition: Definition<Input, C, Name>): ActionOf<C> {
  const { name, texts, confirm, conflicts = {} } = definition;
  return {
    name,
    texts: { ja: texts.ja.actions[name], en: texts.en.actions[name] },
    command: definition.command,
    offered: definition.offered,
    confirm: typeof confirm === 'string' ? confirm : confirm.when,
    again: (input) => (typeof confirm === 'string' ? input : (confirm.again?.(input) ?? input)),
    recognise: definition.recognise ?? {},
    receives: definition.receives ?? null,
    confidential: definition.confidential ?? false,
    freeWords: definition.freeWords ?? null,
    conflicts: new Set(Object.keys(conflicts)),
    fields: Object.keys(shapeOf(definition.input)),
    shapeOf: (field) => shapeOfField(shapeOf(definition.input)[field]),
    complete: definition.complete ?? null,
    ask: definition.ask ?? null,
    wrong: definition.wrong ?? null,
    search: definition.search ?? null,
    closed: definition.closed ?? null,
    parse: (given) => {
      const parsed = definition.input.safeParse(given, { reportInput: true });
      if (!parsed.success) {
        return {
          // A fault within a list belongs to the field that holds the list.
          issues: parsed.error.issues.map((issue) => ({
            field: String(issue.path[0] ?? ''),
            problem: problemOf(issue),
          })),
        };
      }
      const input = parsed.data;
      return {
        validFor: (context) => ({
          show: typeof confirm === 'string' ? null : () => confirm.show(context, input),
          state: () => stateOf(confirm, context, input),
          run: () => definition.run(context, input),
          refuseConflict: async (constraint) => {
            const conflict = conflicts[constraint];
            if (conflict === undefined) throw new Error(`${definition.name} knows no constraint ${constraint}`);
            return await conflict(context, input);
          },
        }),
      };
    },
  };
}

/** An action that names no facts rests on what its preview says. */
async function stateOf<Input, C>(
  confirm: Definition<Input, C, string>['confirm'],
  context: C,
  input: Input,
): Promise<string | null> {
  if (typeof confirm === 'string') return '[]';
  if (confirm.state !== undefined) return JSON.stringify(await confirm.state(context, input));
  const shown = await confirm.show(context, input);
  return isRefusal(shown) ? null : fingerprintOf(shown);
}

function shapeOf(schema: z.ZodType): Readonly<Record<string, unknown>> {
  return 'shape' in schema && typeof schema.shape === 'object' && schema.shape !== null ? { ...schema.shape } : {};
}

/**
 * Defines an action for members. Its `input` schema must be a z.object of optional and required fields; unknown names are dropped.
 * @throws where a field takes an identifier that `identifiers.ts` does not know
 */
export function memberAction<Input, Name extends string>(
  definition: Definition<Input, Context, Name> & Guard,
): MemberAction {
  const identifies = identifierFields(definition.name, shapeOf(definition.input));
  return declare({ ...erase(definition), who: definition.who, identifies });
}

/** Defines an action for anyone, linked or not. */
export function openAction<Input, Name extends string>(definition: Definition<Input, OpenContext, Name>): OpenAction {
  return declare({ ...erase(definition), who: 'anyone' });
}
