/** One message: who wrote it and when, what it says, its files, and what can be done with it. */
import { memo, type ReactNode, useMemo } from 'react';
import type { SlackMessage } from '../../protocol.js';
import { useLanguage, useWords } from '../language.js';
import { Attachments } from './attachments.js';
import { Avatar } from './avatar.js';
import { BlockList } from './blocks/block-list.js';
import { Mrkdwn } from './blocks/drawn.js';
import { Files } from './files.js';
import { EyeIcon } from './icons.js';
import { asList } from './json.js';
import { SurfaceProvider } from './surface.js';
import { timeOf, wholeMoment } from './times.js';
import { slackWords } from './words.js';

export const MessageView = memo(function MessageView({
  message,
  continued,
  actions,
}: {
  readonly message: SlackMessage;
  /** Whether it stands under another of the same author, so that the name need not be said again. */
  readonly continued: boolean;
  readonly actions?: ReactNode;
}) {
  const words = useWords(slackWords);
  const { language } = useLanguage();
  const { conversation, ts, blocks, attachments, state } = message;
  const place = useMemo(() => ({ conversation, ts }), [conversation, ts]);
  const all = useMemo(
    () => [...blocks, ...attachments.flatMap((attachment) => asList(attachment.blocks))],
    [blocks, attachments],
  );
  const time = (
    <time className="slack-time" dateTime={message.at} title={wholeMoment(message.at, language)}>
      {timeOf(message.at, language)}
    </time>
  );
  return (
    <article
      className={`slack-message${continued ? ' slack-continued' : ''}${message.ephemeral ? ' slack-ephemeral' : ''}`}
    >
      {message.ephemeral && (
        <p className="slack-only-you">
          <EyeIcon />
          {words.onlyYou}
        </p>
      )}
      <div className="slack-gutter">{continued ? time : <Avatar from={message.from} />}</div>
      <div className="slack-body">
        <div className={continued ? 'slack-hidden' : 'slack-byline'}>
          <span className="slack-author">{message.from.name}</span>
          {message.from.kind === 'bot' && <span className="slack-badge">{words.app}</span>}
          {!continued && time}
        </div>
        <SurfaceProvider place={place} state={state} blocks={all}>
          {blocks.length > 0 ? <BlockList blocks={blocks} /> : message.text !== '' && <Mrkdwn text={message.text} />}
          <Attachments attachments={attachments} />
        </SurfaceProvider>
        <Files files={message.files} />
        {message.edited && <span className="slack-edited">{words.edited}</span>}
      </div>
      {actions}
    </article>
  );
});
