/** Somebody's initials in a colour of their own group, so that one tells the panes and rows apart at a glance. */
import type { PagePerson } from '../../protocol.js';
import { useLanguage } from '../language.js';
import { initialsOf, toneOf } from './people.js';

export function Avatar({ person, size = 'small' }: { readonly person: PagePerson; readonly size?: 'small' | 'large' }) {
  const { language } = useLanguage();
  return (
    <span className={`shell-avatar shell-avatar-${size}`} data-tone={toneOf(person)} aria-hidden="true">
      {initialsOf(person, language)}
    </span>
  );
}
