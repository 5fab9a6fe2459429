/** What the page has to know of the playground that it shows: its stand-ins, its time, who lives there, and what goes on behind. */
import type { JumpingClock } from '../clock.js';
import type { Mail } from '../mail/start-mail.js';
import type { Slack } from '../slack/start-slack.js';
import type { Teams } from '../teams/server.js';
import type { Ahead } from './ahead.js';
import type { Language, OutboxEvent, PagePerson, ScenarioCard, SlackSnapshot } from './protocol.js';
import type { UnderstoodLine } from './understood.js';

/** One run; a scenario puts another in its place. */
export interface HostedPlayground {
  readonly slack: Slack;
  readonly teams: Teams;
  /** The mailbox of everybody; none where nothing goes by e-mail. */
  readonly mail?: Pick<Mail, 'mails' | 'onChange'> | null;
  readonly clock: JumpingClock;
  readonly people: readonly PagePerson[];
  /** Of the app's manifest: what the stand-in does not know itself. */
  readonly manifest: Pick<SlackSnapshot, 'commands' | 'shortcuts'>;
  readonly admin: AdminApi;
  /** Whether somebody may have lived in it before it was opened: a playground that is left keeps its people and sessions. */
  readonly livedIn?: boolean | undefined;
}

/** What only the assistant's own side can tell or do. */
export interface AdminApi {
  /** The next few things that will happen, soonest first. */
  ahead(): Promise<readonly Ahead[]>;
  /** Everything known now that will have happened by this instant, soonest first. */
  aheadUntil(instant: Date): Promise<readonly Ahead[]>;
  outbox(): Promise<Omit<OutboxEvent, 'type'>>;
  /** Looks at once for what has become due: after a jump. */
  wake(): void;
  /** Kills the worker as `kill -9` would, in the middle of whatever it does. */
  killWorker(): Promise<void>;
  startWorker(): Promise<void>;
  readonly understanding: UnderstandingShown;
}

/** How the app understands what people write. */
export interface UnderstandingShown {
  /** Whether a language model is asked. */
  isWithModel(): boolean;
  /** From the next sentence on. */
  setModel(on: boolean): Promise<void>;
  /** The last sentences after this number, oldest first. */
  since(number: number): readonly UnderstoodLine[];
  /** Calls back after each sentence and each switch, until the returned function is called. */
  onChange(listener: () => void): () => void;
}

/** The playground as it stands; `openPage` is given this one object for as long as the page is open. */
export interface Host {
  /** The playground of this moment. */
  current(): HostedPlayground;
  readonly scenarios: readonly ScenarioCard[];
  /**
   * Puts the run of a scenario in the place of this one.
   * @throws NotPossible where it may not be, in a sentence for people; unless `leave` was called, all is as before
   */
  loadScenario(id: string, callbacks: ScenarioCallbacks): Promise<void>;
}

export interface ScenarioCallbacks {
  /** Called once, just before the run that stands is taken away. */
  readonly leave: () => void;
  /** Called with how far the new one is. */
  readonly tell: (words: Readonly<Record<Language, string>>) => void;
}
