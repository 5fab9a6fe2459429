/** The conversations of one person, with what is unread in each. */
import { useEffect, useRef } from 'react';
import type { PageConversation, SlackMessage } from '../../protocol.js';
import { useWords } from '../language.js';
import { Avatar } from './avatar.js';
import { slackWords } from './words.js';

export function Sidebar({
  workspace,
  self,
  label,
  conversations,
  messages,
  open,
  onOpen,
}: {
  readonly workspace: string;
  /** As the person is called in Slack. */
  readonly self: string;
  readonly label: string;
  readonly conversations: readonly PageConversation[];
  readonly messages: readonly SlackMessage[];
  readonly open: string | undefined;
  readonly onOpen: (conversation: string) => void;
}) {
  const words = useWords(slackWords);
  const unread = useUnread(messages, open);
  const groups = [
    { title: words.channels, of: conversations.filter(({ kind }) => kind === 'channel') },
    { title: words.apps, of: conversations.filter(({ kind }) => kind === 'direct') },
  ];
  return (
    <nav className="slack-side" aria-label={label}>
      <div className="slack-workspace">
        <span className="slack-workspace-name">{workspace}</span>
        <span className="slack-self">
          <span className="slack-present" aria-hidden="true" />
          {self}
        </span>
      </div>
      {groups.map(({ title, of }) => (
        <div key={title} className="slack-side-group">
          <p className="slack-side-title">{title}</p>
          <ul>
            {of.map(({ id, kind, name }) => {
              const count = unread(id);
              return (
                <li key={id}>
                  <button
                    type="button"
                    className={`slack-side-entry${count > 0 ? ' slack-unread' : ''}`}
                    aria-current={id === open ? 'page' : undefined}
                    onClick={() => onOpen(id)}
                  >
                    {kind === 'channel' ? (
                      <span className="slack-hash" aria-hidden="true">
                        #
                      </span>
                    ) : (
                      <Avatar small from={{ kind: 'bot', name }} />
                    )}
                    <span className="slack-side-name">{name}</span>
                    {count > 0 && (
                      <span className="slack-count">
                        {count}
                        <span className="slack-hidden"> {words.unread(count)}</span>
                      </span>
                    )}
                  </button>
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </nav>
  );
}

/** What others have written in a conversation since it was last open; nothing is unread at first. */
function useUnread(messages: readonly SlackMessage[], open: string | undefined): (conversation: string) => number {
  const seen = useRef(new Map<string, number>());
  const counts = new Map<string, number>();
  for (const { conversation, from } of messages)
    if (from.kind !== 'self') counts.set(conversation, (counts.get(conversation) ?? 0) + 1);
  const first = useRef(true);
  if (first.current) seen.current = new Map(counts);
  useEffect(() => {
    first.current = false;
    if (open !== undefined) seen.current.set(open, counts.get(open) ?? 0);
  });
  return (conversation) =>
    conversation === open ? 0 : Math.max(0, (counts.get(conversation) ?? 0) - (seen.current.get(conversation) ?? 0));
}
