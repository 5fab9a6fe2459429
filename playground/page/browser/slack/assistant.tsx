/** The assistant pane: one thread with the bot, with suggestions to begin with and what the bot is doing. */
import { useEffect } from 'react';
import type { PageConversation, SlackMessage, SlackScreen } from '../../protocol.js';
import { useWords } from '../language.js';
import { Composer } from './composer.js';
import { MessageList } from './message-list.js';
import { useBusy, usePane } from './pane-context.js';
import { slackWords } from './words.js';

export function AssistantTab({
  conversation,
  messages,
  thread,
}: {
  readonly conversation: PageConversation;
  readonly messages: readonly SlackMessage[];
  readonly thread: SlackScreen['assistant'];
}) {
  const words = useWords(slackWords);
  const { snapshot, bot, carryOutOrSay } = usePane();
  const [busy, run] = useBusy();
  const { assistant } = snapshot;
  useEffect(() => {
    if (!assistant) return;
    void carryOutOrSay({ do: 'open assistant' });
    return () => void carryOutOrSay({ do: 'leave assistant' });
  }, [assistant, carryOutOrSay]);
  if (!assistant) {
    return (
      <div className="slack-empty">
        <p className="slack-empty-title">{words.noAssistant}</p>
        <p>{words.noAssistantHint}</p>
      </div>
    );
  }
  if (thread === null) return <p className="slack-empty">{words.loading}</p>;
  return (
    <div className="slack-conversation">
      <div className="slack-assistant-head">
        <h3>{thread.title ?? words.assistant}</h3>
        <button
          type="button"
          className="slack-link-button"
          onClick={() => void run(() => carryOutOrSay({ do: 'open assistant' }))}
        >
          {words.newThread}
        </button>
      </div>
      <MessageList
        key={thread.ts}
        conversation={conversation}
        messages={messages}
        only={thread.ts}
        empty={<p className="slack-empty">{words.assistantGreeting}</p>}
      />
      <p className="slack-status" role="status">
        {thread.status !== '' && `${bot} ${thread.status}`}
      </p>
      {thread.prompts.length > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for inputs.
        <div className="slack-prompts" role="group" aria-label={words.prompts}>
          {thread.prompts.map(({ title, message }) => (
            <button
              key={title}
              type="button"
              className="slack-button"
              aria-disabled={busy}
              onClick={() =>
                void run(() =>
                  carryOutOrSay({ do: 'say', conversation: conversation.id, thread: thread.ts, text: message }),
                )
              }
            >
              {title}
            </button>
          ))}
        </div>
      )}
      <Composer conversation={conversation.id} thread={thread.ts} label={words.writeTo(bot)} />
    </div>
  );
}
