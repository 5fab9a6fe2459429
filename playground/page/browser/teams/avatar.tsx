/** The round picture beside a name; square for teams. */
import { useTone } from '../use-tone.js';
import { hueOf, initialsOf } from './initials.js';

interface AvatarProps {
  readonly name: string;
  readonly kind: 'bot' | 'person' | 'team';
  readonly size?: 'small' | 'medium' | 'large';
}

export function Avatar({ name, kind, size = 'medium' }: AvatarProps) {
  const tone = useTone(name);
  const hue = kind === 'bot' ? 'bot' : String(hueOf(name));
  return (
    <span
      className={`teams-avatar teams-avatar-${size} teams-avatar-${kind}`}
      data-hue={hue}
      data-tone={kind === 'person' ? tone : undefined}
      aria-hidden="true"
    >
      {initialsOf(name)}
    </span>
  );
}
