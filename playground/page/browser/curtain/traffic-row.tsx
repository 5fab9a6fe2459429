/** One request of the timeline: a line to read at a glance, which opens to show everything that was sent. */
import { memo } from 'react';
import { type TrafficLine, type TroubleKind, troubleKinds } from '../../protocol.js';
import { useLanguage, useWords } from '../language.js';
import { PlatformBadge } from './platform-badge.js';
import { timeOf } from './time.js';
import { isFailure } from './timeline-figures.js';
import { TrafficContent } from './traffic-content.js';
import { curtainWords } from './words.js';

const slowMilliseconds = 1_000;

interface TrafficRowProps {
  readonly line: TrafficLine;
  readonly rowKey: string;
  /** Of the person or the channel, in the page's language. */
  readonly name: string | null;
  /** Said where the line above is of another day. */
  readonly day: string | null;
  readonly open: boolean;
  readonly onToggle: (rowKey: string | null) => void;
}

export const TrafficRow = memo(function TrafficRow({ line, rowKey, name, day, open, onToggle }: TrafficRowProps) {
  const all = useWords(curtainWords);
  const words = all.timeline;
  const { language } = useLanguage();
  const { platform, at, direction, what, again, status, milliseconds, problem, trouble } = line;
  const toTheBot = direction === 'to the bot';
  const failure = isFailure(line);
  const refusedWithSuccess = failure && status !== null && status < 400;
  const state = failure ? (refusedWithSuccess ? 'warn' : 'bad') : 'good';
  return (
    <li>
      {day !== null && <p className="curtain-day">{day}</p>}
      <button
        type="button"
        className={`curtain-row curtain-row-${state}`}
        aria-expanded={open}
        onClick={() => onToggle(open ? null : rowKey)}
      >
        <time className="curtain-cell-time" dateTime={at}>
          {timeOf(at, language)}
        </time>{' '}
        <span className="curtain-cell-platform">
          <PlatformBadge platform={platform} />
        </span>{' '}
        <span className="curtain-cell-direction">
          <span aria-hidden="true" className={toTheBot ? 'curtain-arrow-in' : 'curtain-arrow-out'}>
            {toTheBot ? '→' : '←'}
          </span>{' '}
          {toTheBot ? words.toTheBot : words.fromTheBot}
        </span>{' '}
        <span className="curtain-cell-who">{name}</span>{' '}
        <span className="curtain-cell-what">
          <code>{what}</code>
          {again && <span className="curtain-badge curtain-again">{words.again}</span>}
        </span>{' '}
        <span className="curtain-cell-notes">
          {problem !== null && <code className="curtain-problem">{problem}</code>}
          {trouble !== null && (
            <span className="curtain-badge curtain-trouble">
              {words.trouble(isKind(trouble) ? all.troubles.kinds[trouble].word : trouble)}
            </span>
          )}
        </span>{' '}
        <span className="curtain-cell-status">
          <span className={`curtain-badge curtain-${state}`}>
            <span aria-hidden="true">{failure ? (refusedWithSuccess ? '! ' : '✕ ') : '✓ '}</span>
            {status ?? words.noAnswer}
          </span>
        </span>{' '}
        <span
          className={
            milliseconds >= slowMilliseconds ? 'curtain-cell-milliseconds curtain-slow' : 'curtain-cell-milliseconds'
          }
        >
          {milliseconds.toLocaleString('en')} ms
        </span>
      </button>
      {open && <TrafficContent platform={platform} number={line.number} />}
    </li>
  );
});

function isKind(word: string): word is TroubleKind {
  return troubleKinds.some((kind) => kind === word);
}
