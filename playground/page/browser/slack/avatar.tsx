/** A face for everyone: the bot's leaf, or the first letter of a name on a colour of its own. */
import { memo } from 'react';
import type { SlackMessage } from '../../protocol.js';
import { useTone } from '../use-tone.js';

/** For those who are not among the page's people. White letters are readable on each of them. */
const colours = ['#7a3e9d', '#1d6f8a', '#a4442b', '#2f6b3c', '#3c58a8', '#8a5a12', '#9c2f63', '#4f5d66'];

export const Avatar = memo(function Avatar({
  from,
  small = false,
}: {
  readonly from: SlackMessage['from'];
  readonly small?: boolean;
}) {
  const tone = useTone(from.name);
  const size = small ? ' slack-avatar-small' : '';
  if (from.kind === 'bot') {
    return (
      <span className={`slack-avatar slack-avatar-bot${size}`} aria-hidden="true">
        <svg viewBox="0 0 36 36" focusable="false" aria-hidden="true">
          <path d="M8 26C7 14 15 8 29 8c1 13-5 20-16 19" fill="#d7f0de" />
          <path d="M7 30c4-8 9-12 16-15" fill="none" stroke="#1f4e3d" strokeWidth="2.2" strokeLinecap="round" />
        </svg>
      </span>
    );
  }
  const sum = [...from.name].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  return (
    <span
      className={`slack-avatar${size}`}
      data-tone={tone}
      style={{ background: tone === undefined ? colours[sum % colours.length] : 'var(--tone)' }}
      aria-hidden="true"
    >
      {[...from.name][0] ?? '?'}
    </span>
  );
});
