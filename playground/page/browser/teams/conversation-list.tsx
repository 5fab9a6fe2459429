/** The column of chats and channels; a row of tabs where there is no room for a column. */
import type { PageConversation } from '../../protocol.js';
import { useWords } from '../language.js';
import { Avatar } from './avatar.js';
import { teamsWords } from './words.js';

interface ConversationListProps {
  readonly conversations: readonly PageConversation[];
  readonly current: string;
  readonly unread: ReadonlySet<string>;
  readonly onChoose: (id: string) => void;
}

export function ConversationList({ conversations, current, unread, onChoose }: ConversationListProps) {
  const words = useWords(teamsWords);
  const sections = [
    { title: words.chats, kind: 'direct' },
    { title: words.teams, kind: 'channel' },
  ] as const;
  return (
    <nav className="teams-conversations" aria-label={words.conversations}>
      {sections.map(({ title, kind }) => (
        <div className="teams-conversation-section" key={kind}>
          <p className="teams-conversation-title" aria-hidden="true">
            {title}
          </p>
          <ul aria-label={title}>
            {conversations
              .filter((conversation) => conversation.kind === kind)
              .map(({ id, name }) => (
                <li key={id}>
                  <button
                    className="teams-conversation"
                    type="button"
                    aria-current={id === current ? 'true' : undefined}
                    onClick={() => onChoose(id)}
                  >
                    <Avatar name={name} kind={kind === 'direct' ? 'bot' : 'team'} size="small" />
                    <span className="teams-conversation-name">{name}</span>
                    {unread.has(id) && (
                      <span className="teams-unread">
                        <span className="teams-hidden">{words.unread}</span>
                      </span>
                    )}
                  </button>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
