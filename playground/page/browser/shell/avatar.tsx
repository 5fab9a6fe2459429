/** Somebody's initials in a colour of their own group, so that one tells the panes and rows apart at a glance. */
import type { PagePerson } from '../../protocol.js';
import { useLanguage } from '../language.js';
import { initialsOf } from './people.js';

const companyTones = 6;

export function Avatar({ person, size = 'small' }: { readonly person: PagePerson; readonly size?: 'small' | 'large' }) {
  const { language } = useLanguage();
  return (
    <span className={`shell-avatar shell-avatar-${size}`} data-tone={toneOf(person)} aria-hidden="true">
      {initialsOf(person, language)}
    </span>
  );
}

function toneOf({ role, companyCode }: PagePerson): string {
  if (companyCode === null) return role === 'secretariat' || role === 'adviser' ? role : 'other';
  const mixed = [...companyCode].reduce((mix, letter) => mix * 3 + (letter.codePointAt(0) ?? 0), 0);
  return `company-${mixed % companyTones}`;
}
