/** The part of a chat or channel that scrolls. */
import type { ReactNode } from 'react';
import { useWords } from '../language.js';
import { DownIcon } from './icons.js';
import type { Tail } from './use-tail.js';
import { teamsWords } from './words.js';

interface MessageListProps {
  readonly tail: Tail<unknown>;
  readonly label: string;
  /** What stands there while there is nothing. */
  readonly empty: string;
  readonly children: ReactNode;
}

export function MessageList({ tail, label, empty, children }: MessageListProps) {
  const words = useWords(teamsWords);
  return (
    <div className="teams-list">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: keyboard users have to be able to scroll it. */}
      <div className="teams-log" role="log" aria-label={label} tabIndex={0} ref={tail.scroller}>
        <div className="teams-log-content" ref={tail.content}>
          {tail.earlier > 0 && (
            <button className="teams-link teams-earlier" type="button" onClick={tail.showEarlier}>
              {words.earlier(tail.earlier)}
            </button>
          )}
          {tail.shown.length === 0 && empty !== '' && <p className="teams-nothing">{empty}</p>}
          {children}
        </div>
      </div>
      {tail.away && (
        <button className="teams-newest" type="button" onClick={tail.toEnd}>
          <DownIcon />
          {tail.arrived === 0 ? words.newest : words.arrived(tail.arrived)}
        </button>
      )}
    </div>
  );
}
