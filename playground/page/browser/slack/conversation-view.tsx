/** What is open: a channel, or the bot's direct conversation with its tabs. */
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import type { PageConversation, SlackMessage, SlackScreen } from '../../protocol.js';
import { useWords } from '../language.js';
import { Avatar } from './avatar.js';
import { Composer } from './composer.js';
import { HomeTab } from './home.js';
import { MessageList } from './message-list.js';
import { usePane } from './pane-context.js';
import { SuggestedPrompts } from './suggested-prompts.js';
import { slackWords } from './words.js';

const tabs = ['home', 'messages'] as const;
type Tab = (typeof tabs)[number];

interface Shown {
  readonly conversation: PageConversation;
  readonly screen: SlackScreen;
  readonly messages: readonly SlackMessage[];
}

export function ConversationView(shown: Shown) {
  return shown.conversation.kind === 'channel' ? <Channel {...shown} /> : <Direct {...shown} />;
}

function Channel({ conversation, messages }: Shown) {
  const words = useWords(slackWords);
  const { bot } = usePane();
  return (
    <>
      <header className="slack-head">
        <h2>
          <span className="slack-hash" aria-hidden="true">
            #
          </span>
          {conversation.name}
        </h2>
      </header>
      <div className="slack-conversation">
        <MessageList
          conversation={conversation}
          messages={messages}
          empty={
            <div className="slack-empty">
              <p className="slack-empty-title">{words.emptyChannel(conversation.name)}</p>
              <p>{words.emptyChannelHint(bot)}</p>
            </div>
          }
        />
        <Composer channel conversation={conversation.id} label={words.writeTo(`#${conversation.name}`)} />
      </div>
    </>
  );
}

/** The tab each conversation was left at. */
const lastTab = new Map<string, Tab>();

function Direct({ conversation, screen, messages }: Shown) {
  const words = useWords(slackWords);
  const { bot, clientSession } = usePane();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const keptAs = `${clientSession} ${conversation.id}`;
  const [tab, setTab] = useState<Tab>(lastTab.get(keptAs) ?? 'messages');
  const open = (after: Tab) => {
    lastTab.set(keptAs, after);
    setTab(after);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length];
    if (step === 0 || next === undefined) return;
    event.preventDefault();
    open(next);
    list.current?.querySelector<HTMLElement>(`[data-tab=${next}]`)?.focus();
  };
  return (
    <>
      <header className="slack-head">
        <h2>
          <Avatar small from={{ kind: 'bot', name: bot }} />
          {bot}
        </h2>
        <div ref={list} className="slack-tabs" role="tablist" aria-label={words.tabs} onKeyDown={onKeyDown}>
          {tabs.map((one) => (
            <button
              key={one}
              type="button"
              role="tab"
              id={`${id}${one}`}
              data-tab={one}
              aria-selected={one === tab}
              aria-controls={`${id}panel`}
              tabIndex={one === tab ? 0 : -1}
              onClick={() => open(one)}
            >
              {words[one]}
            </button>
          ))}
        </div>
      </header>
      <div className="slack-panel" role="tabpanel" id={`${id}panel`} aria-labelledby={`${id}${tab}`}>
        {tab === 'home' && <HomeTab view={screen.home} />}
        {tab === 'messages' && (
          <div className="slack-conversation">
            <MessageList
              conversation={conversation}
              messages={messages}
              empty={
                <div className="slack-empty">
                  <Avatar from={{ kind: 'bot', name: bot }} />
                  <p className="slack-empty-title">{words.emptyDirect(bot)}</p>
                  <p>{words.emptyDirectHint}</p>
                  <button type="button" className="slack-button" onClick={() => open('home')}>
                    {words.openHome}
                  </button>
                </div>
              }
            />
            {screen.status !== null && (
              <p className="slack-status" role="status">
                {bot} {screen.status}
              </p>
            )}
            <SuggestedPrompts conversation={conversation.id} suggested={screen.prompts} />
            <Composer conversation={conversation.id} label={words.writeTo(bot)} />
          </div>
        )}
      </div>
    </>
  );
}
