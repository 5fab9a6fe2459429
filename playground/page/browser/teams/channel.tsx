/** A channel: posts with their replies, the newest last. */
import { memo, useState } from 'react';
import type { ClientSessionId, PageConversation, TeamsMessage, TeamsScreen } from '../../protocol.js';
import { carryOutOnTeams } from '../connection.js';
import { useLanguage, useWords } from '../language.js';
import { Avatar } from './avatar.js';
import { Composer } from './composer.js';
import { PenIcon, ReplyIcon } from './icons.js';
import { AddAppToTeam } from './install.js';
import { MessageContent } from './message.js';
import { MessageList } from './message-list.js';
import { type Thread, threadsOf } from './threads.js';
import { dayAndTimeOf } from './times.js';
import { useTail } from './use-tail.js';
import { teamsWords } from './words.js';

interface ChannelProps {
  readonly clientSession: ClientSessionId;
  readonly screen: TeamsScreen;
  readonly conversation: PageConversation;
  readonly bot: string;
  readonly messages: readonly TeamsMessage[];
}

const step = 30;

export function Channel({ clientSession, screen, conversation, bot, messages }: ChannelProps) {
  const words = useWords(teamsWords);
  const tail = useTail(threadsOf(messages), step);
  const [writing, setWriting] = useState(false);
  return (
    <>
      <MessageList tail={tail} label={words.messages(conversation.name)} empty={words.noPosts}>
        {tail.shown.map((thread) => (
          <Post
            key={thread.id}
            clientSession={clientSession}
            self={screen.self.id}
            bot={bot}
            conversation={conversation.id}
            thread={thread}
          />
        ))}
      </MessageList>
      {conversation.installed === false && (
        <AddAppToTeam clientSession={clientSession} bot={bot} conversation={conversation.id} />
      )}
      {writing ? (
        <Composer
          label={words.newPost}
          placeholder={words.write}
          bot={bot}
          canAttach={false}
          focused
          onCancel={() => setWriting(false)}
          onSay={(text) => {
            tail.toEnd();
            return carryOutOnTeams(clientSession, { do: 'say', conversation: conversation.id, text });
          }}
        />
      ) : (
        <div className="teams-start">
          <button className="teams-button teams-button-primary" type="button" onClick={() => setWriting(true)}>
            <PenIcon />
            {words.newPost}
          </button>
        </div>
      )}
    </>
  );
}

interface PostProps {
  readonly clientSession: ClientSessionId;
  readonly self: string;
  readonly bot: string;
  readonly conversation: string;
  readonly thread: Thread;
}

/** So many replies are drawn until one asks for more. */
const newestReplies = 3;

function Post({ clientSession, self, bot, conversation, thread: { id, messages } }: PostProps) {
  const words = useWords(teamsWords);
  const [all, setAll] = useState(false);
  const [writing, setWriting] = useState(false);
  const [opening, ...replies] = messages;
  const shown = all ? replies : replies.slice(-newestReplies);
  const hidden = replies.length - shown.length;
  return (
    <section className="teams-post">
      <PostMessage clientSession={clientSession} self={self} message={opening} size="medium" />
      {hidden > 0 && (
        <button className="teams-link teams-replies" type="button" onClick={() => setAll(true)}>
          {words.replies(hidden)}
        </button>
      )}
      {shown.map((message) => (
        <PostMessage key={message.key} clientSession={clientSession} self={self} message={message} size="small" />
      ))}
      {writing ? (
        <Composer
          label={words.replyTo(opening.from.name)}
          placeholder={words.reply}
          bot={bot}
          canAttach={false}
          focused
          onCancel={() => setWriting(false)}
          onSay={(text) => carryOutOnTeams(clientSession, { do: 'say', conversation, thread: id, text })}
        />
      ) : (
        <button
          className="teams-reply"
          type="button"
          aria-label={words.replyTo(opening.from.name)}
          onClick={() => setWriting(true)}
        >
          <ReplyIcon />
          {words.reply}
        </button>
      )}
    </section>
  );
}

interface PostMessageProps {
  readonly clientSession: ClientSessionId;
  readonly self: string;
  readonly message: TeamsMessage;
  readonly size: 'medium' | 'small';
}

const PostMessage = memo(function PostMessage({ clientSession, self, message, size }: PostMessageProps) {
  const { language } = useLanguage();
  const words = useWords(teamsWords);
  const { from, at, edited } = message;
  return (
    <article
      className={size === 'small' ? 'teams-post-message teams-post-reply' : 'teams-post-message'}
      aria-label={`${from.name} ${dayAndTimeOf(at, language)}`}
    >
      <Avatar name={from.name} kind={from.kind === 'bot' ? 'bot' : 'person'} size={size} />
      <div className="teams-post-body">
        <p className="teams-byline">
          <span className="teams-author">{from.name}</span> <time dateTime={at}>{dayAndTimeOf(at, language)}</time>
          {edited && <span className="teams-edited"> {words.edited}</span>}
        </p>
        <MessageContent clientSession={clientSession} self={self} message={message} />
      </div>
    </article>
  );
});
