/** A message with the replies beneath it, and the way to add one. */
import { useState } from 'react';
import type { SlackMessage } from '../../protocol.js';
import { useWords } from '../language.js';
import { Composer } from './composer.js';
import { DotsIcon, ReplyIcon } from './icons.js';
import { Menu } from './menu.js';
import { MessageView } from './message.js';
import { usePane } from './pane-context.js';
import { follows, type Thread } from './threads.js';
import { slackWords } from './words.js';

/** Replies that are drawn before somebody asks for more. */
const fewReplies = 5;

export function ThreadView({ thread, continued }: { readonly thread: Thread; readonly continued: boolean }) {
  const words = useWords(slackWords);
  const [replying, setReplying] = useState(false);
  const [all, setAll] = useState(false);
  const { parent, replies } = thread;
  const shown = all ? replies : replies.slice(-fewReplies);
  const conversation = parent?.conversation ?? replies[0]?.conversation ?? '';
  return (
    <div className="slack-thread">
      {parent !== null && (
        <MessageView
          message={parent}
          continued={continued}
          actions={<Actions message={parent} onReply={() => setReplying(true)} />}
        />
      )}
      {(replies.length > 0 || replying) && (
        <div className="slack-replies">
          {replies.length > 0 && (
            <p className="slack-reply-count">{parent === null ? words.lostThread : words.replies(replies.length)}</p>
          )}
          {shown.length < replies.length && (
            <button type="button" className="slack-link-button" onClick={() => setAll(true)}>
              {words.earlierReplies(replies.length - shown.length)}
            </button>
          )}
          {shown.map((reply, index) => (
            <MessageView
              key={reply.key}
              message={reply}
              continued={follows(shown[index - 1], reply)}
              actions={<Actions message={reply} />}
            />
          ))}
          {replying ? (
            <Composer
              conversation={conversation}
              thread={thread.ts}
              label={words.replyTo}
              onClose={() => setReplying(false)}
            />
          ) : (
            <button type="button" className="slack-link-button" onClick={() => setReplying(true)}>
              {words.reply}
            </button>
          )}
        </div>
      )}
    </div>
  );
}

function Actions({ message, onReply }: { readonly message: SlackMessage; readonly onReply?: () => void }) {
  const words = useWords(slackWords);
  const { snapshot, carryOutOrSay } = usePane();
  const shortcuts = snapshot.shortcuts.filter(({ type }) => type === 'message');
  // Nobody else sees an ephemeral message, so that there is nothing to answer.
  const canReply = onReply !== undefined && !message.ephemeral;
  if (!canReply && shortcuts.length === 0) return null;
  const { conversation, ts } = message;
  return (
    <div className="slack-message-actions">
      {canReply && (
        <button
          type="button"
          className="slack-icon-button"
          aria-label={words.reply}
          title={words.reply}
          onClick={onReply}
        >
          <ReplyIcon />
        </button>
      )}
      {shortcuts.length > 0 && (
        <Menu
          label={words.messageActions}
          icon={<DotsIcon />}
          entries={shortcuts.map(({ callbackId, name, description }) => ({
            key: callbackId,
            label: name,
            description,
            onChoose: () => void carryOutOrSay({ do: 'shortcut', callbackId, on: { conversation, ts } }),
          }))}
        />
      )}
    </div>
  );
}
