/** A button of a hero card or a suggested reply; one that leads to a page is a link. */
import type { Json } from '../../../protocol.js';
import { isOpenable, textOf } from '../fields.js';

interface CardButtonProps {
  readonly button: Json;
  readonly onPress: () => void;
}

export function CardButton({ button, onPress }: CardButtonProps) {
  const title = textOf(button.title);
  const value = textOf(button.value);
  if ((button.type === 'openUrl' || button.type === 'signin') && isOpenable(value)) {
    return (
      <a className="teams-button" href={value} target="_blank" rel="noopener noreferrer">
        {title}
      </a>
    );
  }
  return (
    <button className="teams-button" type="button" onClick={onPress}>
      {title}
    </button>
  );
}
