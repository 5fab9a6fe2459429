/** What every part of one person's Slack client needs: who they are, how their deeds are done, and how they are asked first. */
import { createContext, useCallback, useContext, useRef, useState } from 'react';
import type { Done, SlackDeed } from '../../deed.js';
import type { Json, SeatId, SlackPlace, SlackScreen } from '../../protocol.js';
import type { Drafts } from './drafts.js';

export interface Pane {
  readonly seat: SeatId;
  /** The bot's name. */
  readonly bot: string;
  readonly place: SlackPlace;
  readonly users: SlackScreen['users'];
  readonly channels: SlackScreen['channels'];
  readonly drafts: Drafts;
  readonly carryOut: (deed: SlackDeed) => Promise<Done>;
  /** The same, and says at the foot of the pane what went wrong. */
  readonly carryOutOrSay: (deed: SlackDeed) => Promise<Done>;
  readonly say: (error: Done['error']) => void;
  /** Asks as Block Kit's confirm object says; whether the person agreed. */
  readonly agreed: (confirm: unknown) => Promise<boolean>;
}

export const PaneContext = createContext<Pane | null>(null);

export function usePane(): Pane {
  const pane = useContext(PaneContext);
  if (pane === null) throw new Error('drawn outside a Slack pane');
  return pane;
}

/** Runs one deed at a time; what is asked for while one runs is dropped, so that nothing is done twice. */
export function useBusy(): readonly [boolean, (deed: () => Promise<unknown>) => Promise<void>] {
  const [busy, setBusy] = useState(false);
  const running = useRef(false);
  const run = useCallback(async (deed: () => Promise<unknown>) => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    try {
      await deed();
    } finally {
      running.current = false;
      setBusy(false);
    }
  }, []);
  return [busy, run];
}

export interface Question {
  readonly confirm: Json;
  readonly answer: (agreed: boolean) => void;
}
