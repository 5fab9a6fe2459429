/** Draws the blocks of a message, a modal or the Home tab, top to bottom. */
import { memo } from 'react';
import type { Json } from '../../../protocol.js';
import { useWords } from '../../language.js';
import { ElementControl } from '../elements/element-control.js';
import { asJson, asList, asText } from '../json.js';
import { place } from '../values.js';
import { slackWords } from '../words.js';
import { ChartBlock } from './chart-block.js';
import { Drawn, isShown, TextObject } from './drawn.js';
import { InputBlock } from './input-block.js';

export function BlockList({ blocks }: { readonly blocks: readonly Json[] }) {
  return (
    <div className="slack-blocks">
      {blocks.map((block, index) => (
        <BlockView key={asText(block.block_id) ?? `at ${index}`} block={block} />
      ))}
    </div>
  );
}

const BlockView = memo(function BlockView({ block }: { readonly block: Json }) {
  const words = useWords(slackWords);
  switch (block.type) {
    case 'section':
      return <Section block={block} />;
    case 'header':
      return (
        // biome-ignore lint/a11y/useSemanticElements: what the library draws inside is not allowed in <h3>.
        <div className="slack-header-block" role="heading" aria-level={3}>
          <TextObject text={block.text} />
        </div>
      );
    case 'divider':
      return <hr className="slack-divider" />;
    case 'context':
      return (
        <div className="slack-context">
          {asList(block.elements).map((element, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: they have no identity but their place.
            <ContextElement key={index} element={element} />
          ))}
        </div>
      );
    case 'data_visualization':
      return <ChartBlock block={block} />;
    case 'image':
      return <ImageBlock block={block} />;
    case 'actions':
      return (
        <div className="slack-actions">
          {asList(block.elements).map((element, index) => (
            <ElementControl key={asText(element.action_id) ?? `at ${index}`} placed={place(block, element)} />
          ))}
        </div>
      );
    case 'input':
      return <InputBlock block={block} />;
    default:
      if (isShown(block)) return <DrawnBlock block={block} />;
      return <p className="slack-unknown">{words.unknownBlock(String(block.type))}</p>;
  }
});

function DrawnBlock({ block }: { readonly block: Json }) {
  return (
    <div className="slack-drawn">
      <Drawn blocks={[block]} />
    </div>
  );
}

function Section({ block }: { readonly block: Json }) {
  const accessory = asJson(block.accessory);
  const fields = asList(block.fields);
  return (
    <div className="slack-section">
      <div className="slack-section-words">
        {block.text !== undefined && <TextObject text={block.text} />}
        {fields.length > 0 && (
          <div className="slack-fields">
            {fields.map((field, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: they have no identity but their place.
              <TextObject key={index} text={field} />
            ))}
          </div>
        )}
      </div>
      {accessory.type === 'image' && <Picture element={accessory} className="slack-thumbnail" />}
      {accessory.type !== undefined && accessory.type !== 'image' && (
        <div className="slack-accessory">
          <ElementControl placed={place(block, accessory)} />
        </div>
      )}
    </div>
  );
}

function ContextElement({ element }: { readonly element: Json }) {
  if (element.type === 'image') return <Picture element={element} className="slack-context-image" />;
  return <TextObject text={element} />;
}

function ImageBlock({ block }: { readonly block: Json }) {
  return (
    <figure className="slack-image">
      {block.title !== undefined && (
        <figcaption>
          <TextObject text={block.title} />
        </figcaption>
      )}
      <Picture element={block} className="slack-picture" />
    </figure>
  );
}

/** The page loads nothing from elsewhere, so that a picture on the web is described and linked to. */
function Picture({ element, className }: { readonly element: Json; readonly className: string }) {
  const words = useWords(slackWords);
  const description = asText(element.alt_text) ?? words.image;
  const address = asText(element.image_url) ?? '';
  if (address.startsWith('data:image/') || address.startsWith('/'))
    return <img className={className} src={address} alt={description} />;
  if (!/^https?:\/\//.test(address))
    return <span className="slack-remote-image">{words.remoteImage(description)}</span>;
  return (
    <a className="slack-link slack-remote-image" href={address} target="_blank" rel="noopener noreferrer">
      {words.remoteImage(description)}
    </a>
  );
}
