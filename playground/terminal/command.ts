/** Reads a typed line: one of the terminal's own commands, or something to say to the bot. */
import type { Platform } from './place.js';

export type Command =
  | { readonly do: 'nothing' | 'help' | 'submit' | 'close' | 'home' | 'look' | 'time' | 'exit' }
  | { readonly do: 'people'; readonly part: string }
  | { readonly do: 'as'; readonly name: string; readonly platform: Platform | null }
  | { readonly do: 'say'; readonly text: string }
  | { readonly do: 'slash'; readonly line: string }
  | { readonly do: 'press'; readonly label: string }
  | { readonly do: 'fill'; readonly label: string; readonly value: string }
  | { readonly do: 'jump'; readonly to: string }
  | { readonly do: 'unclear'; readonly why: string };

/** In the order in which they are offered. */
export const commandWords = [
  'people',
  'as',
  'press',
  'fill',
  'submit',
  'close',
  'home',
  'look',
  'time',
  'jump',
  'say',
  'help',
  'exit',
] as const;

const alone: Readonly<Record<string, Command>> = {
  '': { do: 'nothing' },
  help: { do: 'help' },
  '?': { do: 'help' },
  submit: { do: 'submit' },
  close: { do: 'close' },
  home: { do: 'home' },
  look: { do: 'look' },
  time: { do: 'time' },
  exit: { do: 'exit' },
  quit: { do: 'exit' },
};

/** Words that want something after them. */
const wanting: Readonly<Record<string, string>> = {
  as: 'as whom? as NAME, or as NAME teams',
  press: 'press what? press LABEL, or press LABEL near TEXT',
  fill: 'fill what? fill LABEL = VALUE',
  jump: 'jump where? jump 1d, jump 3h, or jump 2024-11-07T15:00',
  say: 'say what? say TEXT',
};

export function readCommand(line: string): Command {
  const text = line.trim();
  const known = alone[text.normalize('NFKC').toLowerCase()];
  if (known !== undefined) return known;
  if (text.startsWith('/')) return { do: 'slash', line: text };
  const [, word = '', rest = ''] = /^(\S+)\s*(.*)$/s.exec(text) ?? [];
  const lower = word.toLowerCase();
  if (rest === '' && wanting[lower] !== undefined) return { do: 'unclear', why: wanting[lower] };
  switch (lower) {
    case 'people':
      return { do: 'people', part: rest };
    case 'as':
      return readAs(rest);
    case 'press':
      return { do: 'press', label: rest };
    case 'fill': {
      const [, label = '', value = ''] = /^([^=\uff1d]+?)\s*[=\uff1d]\s*(.*)$/s.exec(rest) ?? [];
      return label === '' ? { do: 'unclear', why: 'fill LABEL = VALUE' } : { do: 'fill', label, value };
    }
    case 'jump':
      return { do: 'jump', to: rest };
    case 'say':
      return { do: 'say', text: rest };
    default:
      return { do: 'say', text };
  }
}

function readAs(rest: string): Command {
  const [, name = rest, platform = ''] = /^(.+)\s+(slack|teams)$/i.exec(rest) ?? [];
  const wanted = platform.toLowerCase();
  return { do: 'as', name, platform: wanted === 'slack' || wanted === 'teams' ? wanted : null };
}

/** `LABEL near TEXT`, unless a label itself reads like that. */
export function readPress(rest: string, labels: readonly string[]): { readonly label: string; readonly near?: string } {
  const at = rest.lastIndexOf(' near ');
  if (at < 0 || labels.includes(rest)) return { label: rest };
  return { label: rest.slice(0, at).trim(), near: rest.slice(at + ' near '.length).trim() };
}
