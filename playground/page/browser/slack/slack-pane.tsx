/** One person's Slack client: the conversations on the left or, in a narrow pane, on top, and what is open beside them. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Done, SlackCommand } from '../../command.js';
import type { ClientSessionId, SnapshotEvent } from '../../protocol.js';
import { carryOutOnSlack } from '../connection.js';
import { useLanguage, useWords } from '../language.js';
import { type SlackSessionState, useStore } from '../store.js';
import { useName } from '../use-name.js';
import { ConfirmDialog } from './confirm.js';
import { ConversationView } from './conversation-view.js';
import { createDrafts } from './drafts.js';
import { CrossIcon, WarningIcon } from './icons.js';
import { isJson } from './json.js';
import { errorWords } from './known-sentences.js';
import { ModalStack } from './modal.js';
import { type Pane, PaneContext, type Question } from './pane-context.js';
import { Sidebar } from './sidebar.js';
import { slackWords } from './words.js';
import './slack.css';

export function SlackPane({ clientSession }: { readonly clientSession: ClientSessionId }) {
  const words = useWords(slackWords);
  const snapshot = useStore((state) => state.snapshot);
  const state = useStore((all) => all.clientSessions[clientSession]);
  if (snapshot === null || state?.platform !== 'slack') {
    return (
      <div className="slack-pane">
        <p className="slack-empty">{words.loading}</p>
      </div>
    );
  }
  // Another run's conversations are not this one's.
  return (
    <OpenPane
      key={`${snapshot.run} ${clientSession}`}
      clientSession={clientSession}
      snapshot={snapshot}
      state={state}
    />
  );
}

/** Where each person was last, so that switching between people finds them there again. */
const lastOpen = new Map<string, string>();

function OpenPane({
  clientSession,
  snapshot,
  state: { screen, messages },
}: {
  readonly clientSession: ClientSessionId;
  readonly snapshot: SnapshotEvent;
  readonly state: SlackSessionState;
}) {
  const words = useWords(slackWords);
  const { language } = useLanguage();
  const name = useName(clientSession, screen.self.name);
  const keptAs = `${snapshot.run} ${clientSession}`;
  const [open, setOpen] = useState(lastOpen.get(keptAs));
  const { pane, error, dismiss, question } = usePaneState(clientSession, snapshot, screen);
  const current = screen.conversations.find(({ id }) => id === open) ?? screen.conversations[0];
  const errorSaid = errorWords(error, language);
  const isCovered = screen.modals.length > 0 || question !== null;
  const keep = pane.drafts.keepOnly;
  useEffect(() => {
    const views = [...screen.modals, ...(screen.home === null ? [] : [screen.home])];
    const conversations = screen.conversations.map(({ id }) => `${id}/`);
    keep([...views.map(({ id }) => `${id}|`), ...conversations]);
  }, [screen, keep]);
  return (
    <PaneContext value={pane}>
      <section className="slack-pane" aria-label={words.client(name)}>
        <div className="slack-frame" inert={isCovered}>
          <Sidebar
            workspace={snapshot.slack.workspace}
            self={screen.self.name}
            label={words.conversations(name)}
            conversations={screen.conversations}
            messages={messages}
            open={current?.id}
            onOpen={(id) => {
              lastOpen.set(keptAs, id);
              setOpen(id);
            }}
          />
          <div className="slack-main">
            {current !== undefined && (
              <ConversationView key={current.id} conversation={current} screen={screen} messages={messages} />
            )}
            {errorSaid !== null && (
              <div className="slack-alert" role="alert">
                <WarningIcon />
                <span>{errorSaid}</span>
                <button type="button" className="slack-icon-button" aria-label={words.dismiss} onClick={dismiss}>
                  <CrossIcon />
                </button>
              </div>
            )}
          </div>
        </div>
        <div className="slack-layer" inert={question !== null}>
          <ModalStack modals={screen.modals} />
        </div>
        {question !== null && <ConfirmDialog question={question} />}
      </section>
    </PaneContext>
  );
}

function usePaneState(
  clientSession: ClientSessionId,
  { bot, slack }: SnapshotEvent,
  { users, channels }: SlackSessionState['screen'],
) {
  const [error, setError] = useState<Done['error']>(null);
  const [question, setQuestion] = useState<Question | null>(null);
  const drafts = useRef(createDrafts()).current;
  const known = useSame({ users, channels });
  const pane = useMemo((): Pane => {
    const carryOut = (command: SlackCommand) => carryOutOnSlack(clientSession, command);
    return {
      ...{ clientSession, bot, snapshot: slack, drafts, carryOut, say: setError },
      ...known,
      async carryOutOrSay(command) {
        setError(null);
        const done = await carryOut(command);
        if (done.error !== null) setError(done.error);
        return done;
      },
      agreed: (confirm) =>
        new Promise((resolve) => {
          if (!isJson(confirm)) return resolve(true);
          setQuestion({
            confirm,
            answer(yes) {
              setQuestion(null);
              resolve(yes);
            },
          });
        }),
    };
  }, [clientSession, bot, slack, drafts, known]);
  return { pane, error, question, dismiss: () => setError(null) };
}

/** Names come anew with every event; components redraw only when they differ. */
function useSame<Value>(value: Value): Value {
  const kept = useRef(value);
  if (JSON.stringify(kept.current) !== JSON.stringify(value)) kept.current = value;
  return kept.current;
}
