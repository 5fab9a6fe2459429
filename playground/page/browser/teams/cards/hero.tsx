/** Hero and thumbnail cards: a picture, a few words, and buttons. */
import type { TeamsPlaceOfCard } from '../../../command.js';
import type { ClientSessionId, Json } from '../../../protocol.js';
import { useWords } from '../../language.js';
import { fieldsOf, isDrawable, listOf, textOf } from '../fields.js';
import { MarkdownText } from '../markdown-text.js';
import { Trouble } from '../trouble.js';
import { useCommand } from '../use-command.js';
import { teamsWords } from '../words.js';
import { CardButton } from './card-button.js';

interface HeroCardProps {
  readonly clientSession: ClientSessionId;
  readonly card: Json;
  readonly place: TeamsPlaceOfCard;
}

export function HeroCard({ clientSession, card, place }: HeroCardProps) {
  const words = useWords(teamsWords);
  const { busy, error, run } = useCommand(clientSession);
  const buttons = listOf(card.buttons).map(fieldsOf);
  return (
    <div className="teams-card teams-hero" aria-busy={busy}>
      {listOf(card.images)
        .map(fieldsOf)
        .map(({ url, alt }) =>
          isDrawable(textOf(url)) ? (
            <img key={textOf(url)} src={textOf(url)} alt={textOf(alt)} />
          ) : (
            <span key={textOf(url)} className="teams-missing-image">
              {textOf(alt) || words.missingImage}
            </span>
          ),
        )}
      {textOf(card.title) !== '' && <p className="teams-hero-title">{textOf(card.title)}</p>}
      {textOf(card.subtitle) !== '' && <p className="teams-hero-subtitle">{textOf(card.subtitle)}</p>}
      <MarkdownText text={textOf(card.text)} />
      {buttons.length > 0 && (
        <div className="teams-buttons">
          {buttons.map((button, index) => (
            <CardButton
              key={`${textOf(button.title)} ${textOf(button.value)}`}
              button={button}
              onPress={() => void run({ do: 'card button', place, pointer: `/buttons/${index}` })}
            />
          ))}
        </div>
      )}
      <Trouble error={error} />
    </div>
  );
}
