/** What every part of one person's Slack client needs: who they are, how their commands are done, and how they are asked first. */
import { createContext, useCallback, useContext, useRef, useState } from 'react';
import type { Done, SlackCommand } from '../../command.js';
import type { ClientSessionId, Json, SlackScreen, SlackSnapshot } from '../../protocol.js';
import type { Drafts } from './drafts.js';

export interface Pane {
  readonly clientSession: ClientSessionId;
  /** The bot's name. */
  readonly bot: string;
  readonly snapshot: SlackSnapshot;
  readonly users: SlackScreen['users'];
  readonly channels: SlackScreen['channels'];
  readonly drafts: Drafts;
  readonly carryOut: (command: SlackCommand) => Promise<Done>;
  /** The same, and says at the foot of the pane what went wrong. */
  readonly carryOutOrSay: (command: SlackCommand) => Promise<Done>;
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

/** Runs one command at a time; what is asked for while one runs is dropped, so that nothing is done twice. */
export function useBusy(): readonly [boolean, (command: () => Promise<unknown>) => Promise<void>] {
  const [busy, setBusy] = useState(false);
  const running = useRef(false);
  const run = useCallback(async (command: () => Promise<unknown>) => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    try {
      await command();
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
