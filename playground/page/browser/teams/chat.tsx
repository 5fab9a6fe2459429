/** The personal chat with the bot: bubbles, the person's own on the right. */
import { memo } from 'react';
import type { PageConversation, SeatId, TeamsMessage, TeamsScreen } from '../../protocol.js';
import { carryOutOnTeams } from '../connection.js';
import { useLanguage, useWords } from '../language.js';
import { Avatar } from './avatar.js';
import { BlockedBar } from './chat-menu.js';
import { Composer } from './composer.js';
import { AddApp } from './install.js';
import { MessageContent } from './message.js';
import { MessageList } from './message-list.js';
import { Suggestions } from './suggestions.js';
import { type Group, groupsOf } from './threads.js';
import { dayOf, timeOf } from './times.js';
import { useTail } from './use-tail.js';
import { teamsWords } from './words.js';

interface ChatProps {
  readonly seat: SeatId;
  readonly screen: TeamsScreen;
  readonly conversation: PageConversation;
  readonly bot: string;
  readonly messages: readonly TeamsMessage[];
}

const step = 60;

export function Chat({ seat, screen, conversation, bot, messages }: ChatProps) {
  const words = useWords(teamsWords);
  const tail = useTail(messages, step);
  const newest = messages.at(-1);
  return (
    <>
      <MessageList
        tail={tail}
        label={words.messages(conversation.name)}
        empty={screen.installed ? words.nothingYet : ''}
      >
        {groupsOf(tail.shown).map((group) => (
          <ChatGroup key={group.key} seat={seat} self={screen.self.id} group={group} />
        ))}
        {newest && newest.suggestedActions.length > 0 && <Suggestions key={newest.key} seat={seat} message={newest} />}
      </MessageList>
      {!screen.installed ? (
        <AddApp seat={seat} bot={bot} />
      ) : screen.blocked ? (
        <BlockedBar seat={seat} bot={bot} />
      ) : (
        <Composer
          label={words.writeTo(conversation.name)}
          placeholder={words.write}
          bot={null}
          canAttach
          onSay={(text, files) => {
            tail.toEnd();
            return carryOutOnTeams(seat, { do: 'say', conversation: conversation.id, text, files });
          }}
        />
      )}
    </>
  );
}

interface ChatGroupProps {
  readonly seat: SeatId;
  readonly self: string;
  readonly group: Group;
}

function ChatGroup({ seat, self, group: { messages, opensDay } }: ChatGroupProps) {
  const { language } = useLanguage();
  const words = useWords(teamsWords);
  const [{ at, from }] = messages;
  const own = from.kind === 'self';
  return (
    <>
      {opensDay && (
        <p className="teams-day">
          <span>{dayOf(at, language)}</span>
        </p>
      )}
      <div className={own ? 'teams-group teams-group-own' : 'teams-group'}>
        {!own && <Avatar name={from.name} kind={from.kind === 'bot' ? 'bot' : 'person'} />}
        <div className="teams-group-body">
          <p className="teams-byline">
            <span className={own ? 'teams-hidden' : 'teams-author'}>{own ? words.you : from.name}</span>{' '}
            <time dateTime={at}>{timeOf(at, language)}</time>
          </p>
          {messages.map((message) => (
            <ChatMessage key={message.key} seat={seat} self={self} message={message} />
          ))}
        </div>
      </div>
    </>
  );
}

interface ChatMessageProps {
  readonly seat: SeatId;
  readonly self: string;
  readonly message: TeamsMessage;
}

const ChatMessage = memo(function ChatMessage({ seat, self, message }: ChatMessageProps) {
  const { language } = useLanguage();
  const words = useWords(teamsWords);
  const { from, at, edited } = message;
  const writer = from.kind === 'self' ? words.you : from.name;
  return (
    <article className="teams-message" aria-label={`${writer} ${timeOf(at, language)}`}>
      <MessageContent seat={seat} self={self} message={message} />
      {edited && <p className="teams-edited">{words.edited}</p>}
    </article>
  );
});
