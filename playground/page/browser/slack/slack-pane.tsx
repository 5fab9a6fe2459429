/** One person's Slack client: the conversations on the left or, in a narrow pane, on top, and what is open beside them. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Done, SlackDeed } from '../../deed.js';
import type { PlaceTold, SeatId } from '../../protocol.js';
import { carryOutOnSlack } from '../connection.js';
import { useLanguage, useWords } from '../language.js';
import { type SlackSeatState, useStore } from '../store.js';
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

export function SlackPane({ seat }: { readonly seat: SeatId }) {
  const words = useWords(slackWords);
  const place = useStore((state) => state.place);
  const state = useStore((all) => all.seats[seat]);
  if (place === null || state?.platform !== 'slack') {
    return (
      <div className="slack-pane">
        <p className="slack-empty">{words.loading}</p>
      </div>
    );
  }
  // Another world's conversations are not this one's.
  return <OpenPane key={`${place.world} ${seat}`} seat={seat} place={place} state={state} />;
}

/** Where each person was last, so that switching between people finds them there again. */
const lastOpen = new Map<string, string>();

function OpenPane({
  seat,
  place,
  state: { screen, messages },
}: {
  readonly seat: SeatId;
  readonly place: PlaceTold;
  readonly state: SlackSeatState;
}) {
  const words = useWords(slackWords);
  const { language } = useLanguage();
  const name = useName(seat, screen.self.name);
  const keptAs = `${place.world} ${seat}`;
  const [open, setOpen] = useState(lastOpen.get(keptAs));
  const { pane, error, dismiss, question } = usePaneState(seat, place, screen);
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
            workspace={place.slack.workspace}
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

function usePaneState(seat: SeatId, { bot, slack }: PlaceTold, { users, channels }: SlackSeatState['screen']) {
  const [error, setError] = useState<Done['error']>(null);
  const [question, setQuestion] = useState<Question | null>(null);
  const drafts = useRef(createDrafts()).current;
  const known = useSame({ users, channels });
  const pane = useMemo((): Pane => {
    const carryOut = (deed: SlackDeed) => carryOutOnSlack(seat, deed);
    return {
      ...{ seat, bot, place: slack, drafts, carryOut, say: setError },
      ...known,
      async carryOutOrSay(deed) {
        setError(null);
        const done = await carryOut(deed);
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
  }, [seat, bot, slack, drafts, known]);
  return { pane, error, question, dismiss: () => setError(null) };
}

/** Names come anew with every telling; whoever draws with them must draw anew only when they are others. */
function useSame<Value>(value: Value): Value {
  const kept = useRef(value);
  if (JSON.stringify(kept.current) !== JSON.stringify(value)) kept.current = value;
  return kept.current;
}
