/** Turns what is typed at the terminal into what goes into a field. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { FieldValue, SeenField } from '../client.js';
import { NotPossible } from './place.js';
import { labelMeant, plain } from './words.js';

/** @throws NotPossible where the field cannot take it */
export async function fieldValue(field: SeenField, typed: string): Promise<FieldValue> {
  switch (field.kind) {
    case 'yes/no':
      return yesOrNo(field, typed);
    case 'several choices':
      return splitChoices(field, typed);
    case 'choice':
      // Where there are none on the screen, the bot is asked while typing.
      return typed === '' || field.options.length === 0 ? typed : labelMeant(field.options, typed, 'option');
    case 'file':
      return await attached(typed);
    default:
      return typed.replaceAll('\\n', '\n');
  }
}

function yesOrNo(field: SeenField, typed: string): boolean {
  const word = plain(typed);
  if (['yes', 'y', 'true', 'on', 'はい'].includes(word)) return true;
  if (['no', 'n', 'false', 'off', 'いいえ', ''].includes(word)) return false;
  throw new NotPossible(`"${field.label}" takes yes or no, not "${typed}".`);
}

function splitChoices(field: SeenField, typed: string): readonly string[] {
  if (typed === '') return [];
  // An option's own label may hold a comma.
  if (field.options.includes(typed)) return [typed];
  const parts = typed.split(/[,\u3001\uff0c]/).map((part) => part.trim());
  return field.options.length === 0 ? parts : parts.map((part) => labelMeant(field.options, part, 'option'));
}

async function attached(path: string): Promise<FieldValue> {
  try {
    return { name: basename(path), content: await readFile(path) };
  } catch {
    throw new NotPossible(`There is no file ${path} that could be read.`);
  }
}
