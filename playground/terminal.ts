/** The way to live in the playground from a terminal: act as anyone on Slack or Teams, and let time pass. */
import { clearScreenDown, cursorTo, moveCursor } from 'node:readline';
import { createInterface } from 'node:readline/promises';
import { type Command, readCommand } from './terminal/command.js';
import { complete } from './terminal/complete.js';
import { openDeeds } from './terminal/deeds.js';
import { type InhabitedPlace, NotPossible, platformNames } from './terminal/place.js';
import { quietMilliseconds, watch } from './terminal/quiet.js';
import { firstLine } from './terminal/words.js';

export interface TerminalStreams {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean };
}

const signals = ['SIGINT', 'SIGTERM'] as const;

/**
 * Reads commands until the person leaves: `exit`, Ctrl-C, Ctrl-D, or SIGINT or SIGTERM to the process.
 * Where the input is no terminal its end means nothing (a service has none): then only `exit` and the signals end it.
 * @param ends aborted when the place is about to go, as when another world takes its place: then it returns, too
 */
export async function openTerminal(
  place: InhabitedPlace,
  { input, output }: TerminalStreams = { input: process.stdin, output: process.stdout },
  ends?: AbortSignal,
): Promise<void> {
  const interactive = input.isTTY === true && output.isTTY === true;
  const slashCommands = place.slack.app.commands ?? [];
  const { people } = place.residents;
  const reader = createInterface({
    input,
    output,
    terminal: interactive,
    completer: (line: string) => complete(line, { people, seat: deeds.seat(), slashCommands }),
  });
  let busy = false;
  let soon: NodeJS.Timeout | undefined;
  const watching = watch(place, () => {
    // What comes of itself, such as a reminder, is shown when it has come in full.
    clearTimeout(soon);
    if (!busy) soon = setTimeout(() => !busy && print(deeds.news()), quietMilliseconds);
  });
  const deeds = openDeeds(place, watching.settle);
  const leaving = new AbortController();
  const leave = () => leaving.abort();
  const left = new Promise<void>((resolve) => leaving.signal.addEventListener('abort', () => resolve()));

  function print(lines: readonly string[]): void {
    if (lines.length === 0 || leaving.signal.aborted) return;
    const waiting = interactive && !busy;
    if (waiting) {
      moveCursor(output, 0, -reader.getCursorPos().rows);
      cursorTo(output, 0);
      clearScreenDown(output);
    }
    output.write(`${lines.join('\n')}\n`);
    if (waiting) reader.prompt(true);
  }

  function prompt(): void {
    const seat = deeds.seat();
    reader.setPrompt(seat ? `${seat.person.name} · ${platformNames[seat.client.platform]}> ` : 'playground> ');
    if (interactive) reader.prompt();
  }

  async function obey(command: Command): Promise<void> {
    busy = true;
    clearTimeout(soon);
    try {
      print(await deeds.carryOut(command));
    } catch (error) {
      print([`! ${sentenceOf(error)}`]);
    } finally {
      busy = false;
    }
  }

  async function converse(): Promise<void> {
    print(greeting(place));
    prompt();
    for await (const line of reader) {
      if (leaving.signal.aborted) return;
      // Without a terminal nobody has seen the line being typed.
      if (!interactive) print([`${reader.getPrompt()}${line}`]);
      const command = readCommand(line);
      if (command.do === 'exit') return leave();
      await obey(command);
      if (leaving.signal.aborted) return;
      prompt();
    }
    if (interactive) leave();
  }

  for (const signal of signals) process.on(signal, leave);
  ends?.addEventListener('abort', leave);
  reader.on('SIGINT', leave);
  try {
    await Promise.race([left, converse().then(() => left)]);
  } finally {
    for (const signal of signals) process.off(signal, leave);
    ends?.removeEventListener('abort', leave);
    clearTimeout(soon);
    watching.close();
    reader.close();
    if (interactive) output.write('\n');
  }
}

/** The driver's errors quote half the screen, which is in front of the person already. */
function sentenceOf(error: unknown): string {
  if (error instanceof NotPossible) return error.message;
  const [sentence = ''] = (error instanceof Error ? error.message : String(error)).split(/; there (?:is|are):/);
  return firstLine(sentence, 240);
}

function greeting({ residents: { people } }: InhabitedPlace): readonly string[] {
  const onSlack = people.find(({ slackUserId }) => slackUserId !== null);
  const onTeams = people.find(({ teamsUserId, slackUserId }) => teamsUserId !== null && slackUserId === null);
  const examples = [onSlack, onTeams].flatMap((person) => (person ? [`as ${person.name}`] : []));
  return [
    'Type help for what can be done here (ヘルプは help).',
    ...(examples.length > 0 ? [`To begin: ${examples.join(', or ')}, then say hello (こんにちは).`] : []),
  ];
}
