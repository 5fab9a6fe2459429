/** Completes commands, names, buttons, fields and options when Tab is pressed. */
import { commandWords } from './command.js';
import type { Inhabitant } from './place.js';
import { inFront, type Seat } from './seat.js';
import { plain } from './words.js';

/** In readline's form: what is possible, and the part of the line that it would replace. */
export type Completion = [string[], string];

export function complete(
  line: string,
  known: {
    readonly people: readonly Inhabitant[];
    readonly seat: Seat | undefined;
    readonly slashCommands: readonly string[];
  },
): Completion {
  const { people, seat, slashCommands } = known;
  const [, word = '', rest] = /^\s*(\S*)(?:\s+(.*))?$/s.exec(line) ?? [];
  if (rest === undefined) {
    const words = word.startsWith('/') ? slashCommands : commandWords;
    return [words.filter((one) => one.startsWith(word.toLowerCase())), word];
  }
  switch (word.toLowerCase()) {
    case 'as':
    case 'people':
      return [among([...people.map(({ name }) => name), ...people.map(({ nameEn }) => nameEn)], rest), rest];
    case 'press':
      return [seat ? among(inFront(seat).buttons, rest) : [], rest];
    case 'fill':
      return seat ? completeField(inFront(seat).fields, rest) : [[], rest];
    default:
      return [[], line];
  }
}

function completeField(
  fields: readonly { readonly label: string; readonly options: readonly string[] }[],
  rest: string,
): Completion {
  const [, label, value = ''] = /^([^=\uff1d]+?)\s*[=\uff1d]\s*(.*)$/s.exec(rest) ?? [];
  if (label === undefined) {
    const labels = among(
      fields.map((field) => field.label),
      rest,
    );
    return [labels.map((one) => `${one} = `), rest];
  }
  return [among(fields.find((field) => field.label === label)?.options ?? [], value), value];
}

/** Those that begin so, or where none does those that hold it. */
function among(all: readonly string[], typed: string): string[] {
  const known = [...new Set(all)];
  const beginning = known.filter((one) => plain(one).startsWith(plain(typed)));
  return beginning.length > 0 ? beginning : known.filter((one) => plain(one).includes(plain(typed)));
}
