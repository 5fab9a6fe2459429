/** A piece of Block Kit that can be acted on: a message, a modal or the Home tab, with what its inputs hold. */
import { createContext, type ReactNode, useContext, useMemo, useSyncExternalStore } from 'react';
import type { Done, SlackCommand, SlackEntered, SlackPlaceOfElement, SlackValue } from '../../command.js';
import type { Json } from '../../protocol.js';
import { type Pane, usePane } from './pane-context.js';
import { dispatches, heldValue, inputsOf, labelsIn, type Placed } from './values.js';

type State = Readonly<Record<string, Readonly<Record<string, Json>>>>;

interface Surface {
  readonly place: SlackPlaceOfElement;
  readonly state: State;
  readonly errors: Readonly<Record<string, string>>;
  readonly blocks: readonly Json[];
}

const SurfaceContext = createContext<Surface | null>(null);

const noErrors = {};

/** @param children draws the blocks, with their elements alive */
export function SurfaceProvider({
  place,
  state,
  errors = noErrors,
  blocks,
  children,
}: {
  readonly place: SlackPlaceOfElement;
  readonly state: State;
  readonly errors?: Readonly<Record<string, string>>;
  readonly blocks: readonly Json[];
  readonly children: ReactNode;
}) {
  const surface = useMemo(() => ({ place, state, errors, blocks }), [place, state, errors, blocks]);
  return <SurfaceContext value={surface}>{children}</SurfaceContext>;
}

function useSurface(): Surface {
  const surface = useContext(SurfaceContext);
  if (surface === null) throw new Error('drawn outside a surface');
  return surface;
}

/** Begins the key of everything put in there. */
function surfaceKey(place: SlackPlaceOfElement): string {
  return 'view' in place ? `${place.view}|` : `${place.conversation}/${place.ts}|`;
}

function draftKey(surface: SlackPlaceOfElement, { blockId, actionId }: Placed): string {
  return `${surfaceKey(surface)}${blockId}|${actionId}`;
}

function heldState(state: State, { blockId, actionId }: Placed): Json | undefined {
  return state[blockId]?.[actionId];
}

/** What has been put in and not been told yet. */
export function untold(pane: Pane, place: SlackPlaceOfElement, blocks: readonly Json[]): readonly SlackEntered[] {
  return inputsOf(blocks).flatMap((placed) => {
    const draft = pane.drafts.get(draftKey(place, placed));
    return draft === undefined || draft.told
      ? []
      : [{ block: placed.blockId, action: placed.actionId, value: draft.value }];
  });
}

/** Marks as told what a submission took with it. */
export function markTold(pane: Pane, place: SlackPlaceOfElement, entered: readonly SlackEntered[]): void {
  for (const { block, action, value } of entered) pane.drafts.told(`${surfaceKey(place)}${block}|${action}`, value);
}

/** The bot is shown a form's whole state whenever something in it is pressed, so that it gets first what was typed there. */
async function tellFirst(pane: Pane, surface: Surface): Promise<void> {
  const entered = untold(pane, surface.place, surface.blocks);
  for (const one of entered) await pane.carryOut({ do: 'enter', place: surface.place, ...one });
  markTold(pane, surface.place, entered);
}

export type Press = (option?: number) => Promise<Done>;

/** Presses an element that holds no value. */
export function usePress({ blockId, actionId }: Placed): Press {
  const pane = usePane();
  const surface = useSurface();
  return async (option) => {
    await tellFirst(pane, surface);
    const command: SlackCommand = { do: 'press', place: surface.place, block: blockId, action: actionId };
    return await pane.carryOutOrSay(option === undefined ? command : { ...command, option });
  };
}

export interface Input {
  readonly value: SlackValue;
  /** Names of the values held. */
  readonly labels: Readonly<Record<string, string>>;
  /** Keeps the value here only. */
  readonly keep: (value: SlackValue, labels?: Readonly<Record<string, string>>) => void;
  /** Keeps it and tells the bot's side of it. */
  readonly enter: (value: SlackValue, labels?: Readonly<Record<string, string>>) => Promise<void>;
  /** Tells of what is kept here, if it has not been told. */
  readonly tell: () => Promise<void>;
  /** Whether the bot itself hears of it at once. */
  readonly dispatches: boolean;
}

/** The value of an element that can be filled in, and the ways to change it. */
export function useInput(placed: Placed): Input {
  const pane = usePane();
  const surface = useSurface();
  const { drafts } = pane;
  const key = draftKey(surface.place, placed);
  const draft = useSyncExternalStore(drafts.subscribe, () => drafts.get(key));
  const state = heldState(surface.state, placed);
  const held = heldValue(placed.element, state);
  const keep: Input['keep'] = (value, labels = {}) =>
    drafts.set(key, { value, labels: { ...draft?.labels, ...labels }, told: false });
  const tell = async () => {
    const now = drafts.get(key);
    if (now === undefined || now.told) return;
    const { value } = now;
    const others = untold(pane, surface.place, surface.blocks).filter(
      ({ block, action }) => block !== placed.blockId || action !== placed.actionId,
    );
    if (dispatches(placed)) {
      for (const one of others) await pane.carryOut({ do: 'enter', place: surface.place, ...one });
      markTold(pane, surface.place, others);
    }
    const done = await pane.carryOutOrSay({
      do: 'enter',
      place: surface.place,
      block: placed.blockId,
      action: placed.actionId,
      value,
    });
    // Where it could not be put in, what was there before is shown again.
    drafts.told(key, value);
    if (done.error !== null && done.status === 0) drafts.set(key, undefined);
  };
  return {
    value: draft === undefined ? held : draft.value,
    labels: { ...labelsIn(placed.element, state), ...draft?.labels },
    keep,
    tell,
    enter: async (value, labels) => {
      keep(value, labels);
      await tell();
    },
    dispatches: dispatches(placed),
  };
}

/** Asks the bot for the options of an external menu. */
export function useSuggest({ blockId, actionId }: Placed): (typed: string) => Promise<Done> {
  const pane = usePane();
  const { place } = useSurface();
  return (typed) => pane.carryOut({ do: 'suggest', place, block: blockId, action: actionId, typed });
}

/** The error that stands at a block's field. */
export function useFieldError(blockId: string): string | undefined {
  return useSurface().errors[blockId];
}
