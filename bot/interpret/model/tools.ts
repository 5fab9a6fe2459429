/** The actions that a person may take, as tools of a language model: it may propose them, and can do none of them. */
import type { Action } from '../../../programme/requests/action.js';
import type { Language } from '../../../programme/requests/context.js';
import { isIdentifierName } from '../../../programme/requests/identifiers.js';
import type { FieldShape } from '../../../programme/requests/input-shape.js';

export interface ModelTool {
  readonly action: Action;
  readonly description: string;
  readonly fields: Readonly<Record<string, FieldShape>>;
}

/** By the tool's name, which takes no dots. */
export type ModelTools = ReadonlyMap<string, ModelTool>;

/** OpenAI takes no more. */
const MOST_TOOLS = 128;

interface Offered {
  /** Those that the person may take, in the order of the menu. */
  readonly actions: readonly Action[];
  /** Codes of the sessions that the person may see. */
  readonly sessions: readonly string[];
  /** Names of actions that the sentence is like, the likeliest first: of more than there is room for, these are offered first. */
  readonly likely: readonly string[];
  readonly language: Language;
}

/** What buttons and forms carry of where they stand and of what was agreed to, and no sentence says. */
const carried: ReadonlySet<string> = new Set([
  ...['from', 'version', 'seen', 'shown', 'reach', 'agreed', 'decide', 'decided', 'asked', 'searched'],
  ...['unclear', 'thanked', 'acknowledged', 'keepsAgenda', 'keepsMaterials', 'keepNames', 'keptForm', 'inForm'],
]);

export function toolNameOf(action: string): string {
  return action.replace(/[^a-zA-Z0-9_-]/g, '_');
}

/**
 * Of these actions those that a sentence can begin. Of what they name the model gets the codes of sessions and no other identifier,
 * and what only confirms or dismisses what was shown is no tool: agreeing is the person's.
 */
export function toolsFor({ actions, sessions, likely, language }: Offered): ModelTools {
  const begin = actions.filter((action) => action.offered !== 'contextual' || action.ask !== null);
  const place = new Map(likely.map((name, at) => [name, at]));
  const placeOf = ({ name }: Action) => place.get(name) ?? likely.length;
  const offered =
    begin.length <= MOST_TOOLS ? begin : begin.toSorted((a, b) => placeOf(a) - placeOf(b)).slice(0, MOST_TOOLS);
  return new Map(
    offered.map((action) => {
      const { title, help } = action.texts[language];
      const writes = action.confirm === 'read' ? '' : language === 'ja' ? '(書き換える)' : ' (changes something)';
      return [
        toolNameOf(action.name),
        { action, description: `${title}${writes}: ${help}`, fields: fieldsOf(action, sessions) },
      ] as const;
    }),
  );
}

function fieldsOf(action: Action, sessions: readonly string[]): Readonly<Record<string, FieldShape>> {
  return Object.fromEntries(
    action.fields.flatMap((field): (readonly [string, FieldShape])[] => {
      if (field === 'session') return sessions.length === 0 ? [] : [[field, { type: 'string', enum: sessions }]];
      if (isIdentifierName(field) || carried.has(field)) return [];
      const shape = action.shapeOf(field);
      return shape === null ? [] : [[field, shape]];
    }),
  );
}
