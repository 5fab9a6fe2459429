/** What is put into an element by the values of Block Kit, turned into the state that Slack's client would hold. */
import { holdingOf, stateWith } from '../../slack/element-kinds.js';
import { keyOf, stateOf } from '../../slack/element-state.js';
import { fileTypes, largestFile, type Person, richText, takesFile } from '../../slack/entering.js';
import type { Place } from '../../slack/interactions.js';
import { asJson, asList, type Json } from '../../slack/json.js';
import { fileObject } from '../../slack/messages.js';
import { storeFile } from '../../slack/methods/files.js';
import { optionsOf } from '../../slack/screen.js';
import type { StoredFile } from '../../slack/store.js';
import type { SlackValue } from '../command.js';
import type { Language } from '../protocol.js';
import { type ClientSessionOptions, NotPossible } from './client-session.js';
import { type FoundElement, gone } from './slack-find.js';

/** What a client remembers of what it was offered and handed. */
export interface EnterMemory {
  /** The options that the bot has offered in this place so far, by value. */
  offered(found: FoundElement): ReadonlyMap<string, Json>;
  /** Adds to them. */
  offer(found: FoundElement, options: readonly Json[]): void;
  /** The file handed in under this id, kept by Slack from the first time on that it is named. */
  file(id: string): StoredFile | undefined;
}

/** How many menus that ask the bot are remembered: more are never open at once. */
const mostMenus = 100;

export function createEnterMemory({ store, workspace, user }: Person, { handedIn }: ClientSessionOptions): EnterMemory {
  const menus = new Map<string, Map<string, Json>>();
  const files = new Map<string, StoredFile>();
  return {
    offered: ({ place, placed }) => menus.get(`${nameOf(place)}/${keyOf(placed)}`) ?? new Map(),
    offer({ place, placed }, options) {
      const name = `${nameOf(place)}/${keyOf(placed)}`;
      const known = menus.get(name) ?? new Map<string, Json>();
      for (const option of options) known.set(String(option.value), option);
      menus.delete(name);
      menus.set(name, known);
      for (const old of [...menus.keys()].slice(0, -mostMenus)) menus.delete(old);
    },
    file(id) {
      const stored = files.get(id);
      if (stored !== undefined) return stored;
      const given = handedIn(id);
      if (given === undefined) return undefined;
      const file = storeFile(store, workspace, { ...given, user: user.id });
      files.set(id, file);
      return file;
    },
  };
}

function nameOf(place: Place): string {
  return place.kind === 'view' ? place.view.id : `${place.conversation.id}/${place.message.ts}`;
}

/** @throws NotPossible, saying why, where the element does not take this */
export function stateFor(person: Person, memory: EnterMemory, found: FoundElement, value: SlackValue): Json {
  const { element } = found.placed;
  const { what, several } = holdingOf(element);
  const contents = listOf(value).map((one) => contentOf(person, memory, found, one));
  if (several) {
    checkCount(what === 'file' ? element.max_files : element.max_selected_items, contents.length);
    return stateWith(element, contents);
  }
  if (contents.length > 1) throw new NotPossible({ ja: '選べるのは1つだけです。', en: 'Only one can be chosen.' });
  return stateWith(element, contents[0] ?? null);
}

function listOf(value: SlackValue): readonly (string | number)[] {
  if (value === null || value === '') return [];
  return typeof value === 'string' || typeof value === 'number' ? [value] : value;
}

function checkCount(most: unknown, count: number): void {
  if (typeof most !== 'number' || count <= most) return;
  throw new NotPossible({ ja: `選べるのは${most}件までです。`, en: `At most ${most} can be chosen.` });
}

/** One entry of what the element holds. */
function contentOf(person: Person, memory: EnterMemory, found: FoundElement, value: string | number): unknown {
  const { element } = found.placed;
  const text = String(value);
  switch (holdingOf(element).what) {
    case 'option':
      return optionsOf(element).find((option) => option.value === text) ?? missing();
    case 'suggested option':
      return memory.offered(found).get(text) ?? chosenBefore(person, found, text) ?? missing();
    case 'date':
      return matching(text, /^\d{4}-\d\d-\d\d$/, { ja: '日付を入力してください。', en: 'Please enter a date.' });
    case 'time':
      return matching(text, /^\d\d:\d\d$/, { ja: '時刻を入力してください。', en: 'Please enter a time.' });
    case 'instant':
      return Number(
        matching(text, /^\d{10}$/, { ja: '日時を入力してください。', en: 'Please enter a date and time.' }),
      );
    case 'rich text':
      return richText(text);
    case 'file':
      return fileFor(person, memory, found, text);
    case 'text':
      return text;
  }
}

function missing(): never {
  throw gone();
}

function matching(text: string, pattern: RegExp, words: Readonly<Record<Language, string>>): string {
  if (!pattern.test(text)) throw new NotPossible(words);
  return text;
}

/** What the element holds now, as the bot drew it or as it was entered. */
function held({ user }: Person, { place, placed }: FoundElement): Json {
  const { element } = placed;
  const entered = place.kind === 'view' ? place.view.state : place.message.entered.get(user.id);
  return asJson(stateOf([placed.block], entered ?? new Map()).get(keyOf(placed)) ?? stateWith(element, null));
}

function chosenBefore(person: Person, found: FoundElement, value: string): Json | undefined {
  const { selected_option: one, selected_options: several } = held(person, found);
  return [asJson(one), ...asList(several)].find((option) => option.value === value);
}

/** A file just handed in, or one that the element holds already. */
function fileFor(person: Person, memory: EnterMemory, found: FoundElement, id: string): Json {
  const before = asList(held(person, found).files).find((file) => file.id === id);
  if (before !== undefined) return before;
  const file = memory.file(id);
  if (file === undefined) throw fileGone();
  if (file.content.byteLength > largestFile) {
    throw new NotPossible({
      ja: `「${file.name}」は添付できません。ファイルは10 MBまでです。`,
      en: `“${file.name}” cannot be attached here: files may have up to 10 MB.`,
    });
  }
  const types = fileTypes(found.placed.element);
  if (!takesFile(types, file.name)) {
    throw new NotPossible({
      ja: `「${file.name}」は添付できません。対応している形式: ${types.join('、')}`,
      en: `“${file.name}” cannot be attached here; these types can: ${types.join(', ')}.`,
    });
  }
  return fileObject(person.store, person.workspace, file);
}

export function fileGone(): NotPossible {
  return new NotPossible({
    ja: 'ファイルが見つかりません。もう一度お選びください。',
    en: 'The file is gone; please choose it again.',
  });
}
