/** One person's Microsoft Teams client. */
import './teams.css';
import './main.css';
import './channel.css';
import './composer.css';
import './over.css';
import './cards/cards.css';
import './cards/library.css';
import { useMemo, useState } from 'react';
import type { ClientSessionId, PageConversation, TeamsMessage } from '../../protocol.js';
import { useWords } from '../language.js';
import { type TeamsSessionState, useStore } from '../store.js';
import { useName } from '../use-name.js';
import { Avatar } from './avatar.js';
import { Channel } from './channel.js';
import { Chat } from './chat.js';
import { ChatMenu } from './chat-menu.js';
import { ConversationList } from './conversation-list.js';
import { Dialog } from './dialog.js';
import { Toasts } from './toasts.js';
import { teamsWords } from './words.js';

export function TeamsPane({ clientSession }: { readonly clientSession: ClientSessionId }) {
  const words = useWords(teamsWords);
  const state = useStore(({ clientSessions }) => clientSessions[clientSession]);
  const snapshot = useStore((all) => all.snapshot);
  if (state?.platform !== 'teams' || !snapshot) {
    return (
      <div className="teams-pane">
        <p className="teams-nothing">{words.loading}</p>
      </div>
    );
  }
  return (
    <Client key={`${snapshot.run} ${clientSession}`} clientSession={clientSession} bot={snapshot.bot} state={state} />
  );
}

interface ClientProps {
  readonly clientSession: ClientSessionId;
  readonly bot: string;
  readonly state: TeamsSessionState;
}

function Client({ clientSession, bot, state: { screen, messages } }: ClientProps) {
  const words = useWords(teamsWords);
  const name = useName(clientSession, screen.self.name);
  const conversations = withChat(screen.conversations, bot);
  const [chosen, setChosen] = useState<string | null>(null);
  const current = conversations.find(({ id }) => id === chosen) ?? conversations[0];
  const byConversation = useMemo(() => Map.groupBy(messages, ({ conversation }) => conversation), [messages]);
  const [read, setRead] = useState(() => countsOf(byConversation));
  const counts = countsOf(byConversation);
  const unread = new Set(
    [...counts].flatMap(([id, count]) => (id !== current?.id && count > (read.get(id) ?? 0) ? [id] : [])),
  );
  if (!current) return null;
  const common = {
    clientSession,
    screen,
    conversation: current,
    bot,
    messages: byConversation.get(current.id) ?? none,
  };
  return (
    <section className="teams-pane" aria-label={words.client(name)}>
      <div className="teams-client" inert={screen.dialog !== null}>
        <ConversationList
          conversations={conversations}
          current={current.id}
          unread={unread}
          onChoose={(id) => {
            // What stands in the one that is left has been read.
            setRead(new Map([...read, ...[current.id, id].map((one) => [one, counts.get(one) ?? 0] as const)]));
            setChosen(id);
          }}
        />
        <div className="teams-main">
          <header className="teams-head">
            <Avatar name={current.name} kind={current.kind === 'direct' ? 'bot' : 'team'} />
            <h2>{current.name}</h2>
            {current.kind === 'direct' && <span className="teams-badge">{words.app}</span>}
            {current.kind === 'direct' && screen.installed && (
              <ChatMenu clientSession={clientSession} blocked={screen.blocked} />
            )}
          </header>
          {current.kind === 'direct' ? <Chat key={current.id} {...common} /> : <Channel key={current.id} {...common} />}
        </div>
      </div>
      {screen.dialog && <Dialog clientSession={clientSession} dialog={screen.dialog} />}
      <Toasts toasts={screen.toasts} />
    </section>
  );
}

const none: readonly TeamsMessage[] = [];

/** Before the app is added there is no chat with it, but the place from which to add it. */
function withChat(conversations: readonly PageConversation[], bot: string): readonly PageConversation[] {
  if (conversations.some(({ kind }) => kind === 'direct')) return conversations;
  return [{ id: '', kind: 'direct', name: bot }, ...conversations];
}

/** How many messages of others there are in each conversation. */
function countsOf(messages: ReadonlyMap<string, readonly TeamsMessage[]>): ReadonlyMap<string, number> {
  return new Map([...messages].map(([id, all]) => [id, all.filter(({ from }) => from.kind !== 'self').length]));
}
