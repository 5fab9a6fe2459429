/** The round picture beside a name; square for teams. */
import { hueOf, initialsOf } from './initials.js';

interface AvatarProps {
  readonly name: string;
  readonly kind: 'bot' | 'person' | 'team';
  readonly size?: 'small' | 'medium' | 'large';
}

export function Avatar({ name, kind, size = 'medium' }: AvatarProps) {
  const hue = kind === 'bot' ? 'bot' : String(hueOf(name));
  return (
    <span className={`teams-avatar teams-avatar-${size} teams-avatar-${kind}`} data-hue={hue} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}
