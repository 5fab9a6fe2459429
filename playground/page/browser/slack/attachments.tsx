/** Slack's older attachments: a coloured bar beside a title, a text and fields, or beside blocks. */
import { memo } from 'react';
import type { Json } from '../../protocol.js';
import { BlockList } from './blocks/block-list.js';
import { Mrkdwn } from './blocks/drawn.js';
import { asList, asText, unescapeText } from './json.js';

export const Attachments = memo(function Attachments({ attachments }: { readonly attachments: readonly Json[] }) {
  return attachments.map((attachment, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: they have no identity but their place.
    <Attachment key={index} attachment={attachment} />
  ));
});

function Attachment({ attachment }: { readonly attachment: Json }) {
  const colour = /^#?[0-9a-f]{6}$/i.exec(asText(attachment.color) ?? '')?.[0].replace('#', '');
  const title = asText(attachment.title);
  const link = asText(attachment.title_link);
  const blocks = asList(attachment.blocks);
  return (
    <>
      {asText(attachment.pretext) !== undefined && <Mrkdwn text={asText(attachment.pretext) ?? ''} />}
      <div className="slack-attachment" style={colour === undefined ? undefined : { borderColor: `#${colour}` }}>
        {title !== undefined &&
          (link !== undefined && /^https?:\/\//i.test(link) ? (
            <a className="slack-link slack-attachment-title" href={link} target="_blank" rel="noopener noreferrer">
              {unescapeText(title)}
            </a>
          ) : (
            <p className="slack-attachment-title">{unescapeText(title)}</p>
          ))}
        {blocks.length > 0 ? <BlockList blocks={blocks} /> : <Mrkdwn text={asText(attachment.text) ?? ''} />}
        {asList(attachment.fields).map((field, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they have no identity but their place.
          <div key={index}>
            <p className="slack-attachment-title">{unescapeText(asText(field.title) ?? '')}</p>
            <Mrkdwn text={asText(field.value) ?? ''} />
          </div>
        ))}
        {asText(attachment.footer) !== undefined && (
          <p className="slack-hint">{unescapeText(asText(attachment.footer) ?? '')}</p>
        )}
      </div>
    </>
  );
}
