/** Reads what the page asks for: whatever is not exactly a command is refused. */
import { z } from 'zod';
import type { Command } from './command.js';
import { type ClientSessionId, troubleKinds } from './protocol.js';

const clientSession = z.custom<ClientSessionId>(
  (value) => typeof value === 'string' && /^(slack|teams):[\w:.@-]{1,200}$/.test(value),
);
const id = z.string().max(300);
const words = z.string().max(40_000);
const files = z.array(id).max(20).optional();
const platform = z.enum(['slack', 'teams']);

const slackValue = z.union([words, z.number(), z.array(z.string().max(3_000)).max(200), z.null()]);
const slackPlace = z.union([z.strictObject({ view: id }), z.strictObject({ conversation: id, ts: id })]);
const slackEntered = { block: id, action: id, value: slackValue };

const slackCommand = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('say'), conversation: id, thread: id.optional(), text: words, files }),
  z.strictObject({ do: z.literal('slash command'), conversation: id, line: words }),
  z.strictObject({
    do: z.literal('shortcut'),
    callbackId: id,
    on: z.strictObject({ conversation: id, ts: id }).optional(),
  }),
  z.strictObject({ do: z.literal('press'), place: slackPlace, block: id, action: id, option: z.int().optional() }),
  z.strictObject({ do: z.literal('enter'), place: slackPlace, ...slackEntered }),
  z.strictObject({ do: z.literal('suggest'), place: slackPlace, block: id, action: id, typed: words }),
  z.strictObject({ do: z.literal('submit'), view: id, entered: z.array(z.strictObject(slackEntered)).max(200) }),
  z.strictObject({ do: z.literal('close'), view: id, all: z.boolean() }),
  z.strictObject({ do: z.literal('open home') }),
  z.strictObject({ do: z.literal('open messages') }),
]);

const teamsPlace = z.union([
  z.strictObject({ dialog: id }),
  z.strictObject({ conversation: id, message: id, attachment: z.int().min(-1) }),
]);
const inputs = z.record(id, words);

const teamsCommand = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('say'), conversation: id, thread: id.optional(), text: words, files }),
  z.strictObject({ do: z.literal('act'), place: teamsPlace, pointer: words, inputs }),
  z.strictObject({ do: z.literal('card button'), place: teamsPlace, pointer: words }),
  z.strictObject({ do: z.literal('consent'), place: teamsPlace, accept: z.boolean() }),
  z.strictObject({ do: z.literal('search'), place: teamsPlace, input: id, typed: words, inputs }),
  z.strictObject({ do: z.literal('refresh'), conversation: id, message: id }),
  z.strictObject({ do: z.literal('close dialog') }),
  z.strictObject({ do: z.literal('install') }),
  z.strictObject({ do: z.literal('uninstall') }),
  z.strictObject({ do: z.literal('install in team'), conversation: id }),
  z.strictObject({ do: z.literal('block'), blocked: z.boolean() }),
]);

const commandSchema: z.ZodType<Command> = z.union([
  z.strictObject({ clientSession, slack: slackCommand }),
  z.strictObject({ clientSession, teams: teamsCommand }),
  z.strictObject({
    jump: z.union([
      z.strictObject({ by: z.enum(['hour', 'day', 'next']) }),
      z.strictObject({ at: z.iso.datetime({ offset: true }) }),
    ]),
  }),
  z.strictObject({ trouble: z.strictObject({ platform, kind: z.enum(troubleKinds), on: z.boolean() }) }),
  z.strictObject({ redeliver: platform, anew: z.boolean() }),
  z.strictObject({ worker: z.enum(['kill', 'start']) }),
  z.strictObject({ withModel: z.boolean() }),
  z.strictObject({ scenario: id }),
]);

/** Undefined where it is no command. */
export function readCommand(body: unknown): Command | undefined {
  return commandSchema.safeParse(body).data;
}

const watchSchema = z.strictObject({ clientSessions: z.array(clientSession).max(8), inspector: z.boolean() });

/** Undefined where it is no wish to watch. */
export function readWatch(text: string): z.infer<typeof watchSchema> | undefined {
  try {
    return watchSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
