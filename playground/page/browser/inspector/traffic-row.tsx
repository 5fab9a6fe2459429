/** One request of the timeline: a line to read at a glance, which opens to show everything that was sent. */
import { memo } from 'react';
import { type TrafficLine, type TroubleKind, troubleKinds } from '../../protocol.js';
import { useLanguage, useWords } from '../language.js';
import { PlatformBadge } from './platform-badge.js';
import { timeOf } from './time.js';
import { isFailure } from './timeline-figures.js';
import { TrafficContent } from './traffic-content.js';
import { inspectorWords } from './words.js';

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
  const all = useWords(inspectorWords);
  const words = all.timeline;
  const { language } = useLanguage();
  const { platform, at, direction, what, again, status, milliseconds, problem, trouble } = line;
  const toTheBot = direction === 'to the bot';
  const failure = isFailure(line);
  const refusedWithSuccess = failure && status !== null && status < 400;
  const state = failure ? (refusedWithSuccess ? 'warn' : 'bad') : 'good';
  return (
    <li>
      {day !== null && <p className="inspector-day">{day}</p>}
      <button
        type="button"
        className={`inspector-row inspector-row-${state}`}
        aria-expanded={open}
        onClick={() => onToggle(open ? null : rowKey)}
      >
        <time className="inspector-cell-time" dateTime={at}>
          {timeOf(at, language)}
        </time>{' '}
        <span className="inspector-cell-platform">
          <PlatformBadge platform={platform} />
        </span>{' '}
        <span className="inspector-cell-direction">
          <span aria-hidden="true" className={toTheBot ? 'inspector-arrow-in' : 'inspector-arrow-out'}>
            {toTheBot ? '→' : '←'}
          </span>{' '}
          {toTheBot ? words.toTheBot : words.fromTheBot}
        </span>{' '}
        <span className="inspector-cell-who">{name}</span>{' '}
        <span className="inspector-cell-what">
          <code>{what}</code>
          {again && <span className="inspector-badge inspector-again">{words.again}</span>}
        </span>{' '}
        <span className="inspector-cell-notes">
          {problem !== null && <code className="inspector-problem">{problem}</code>}
          {trouble !== null && (
            <span className="inspector-badge inspector-trouble">
              {words.trouble(isKind(trouble) ? all.troubles.kinds[trouble].word : trouble)}
            </span>
          )}
        </span>{' '}
        <span className="inspector-cell-status">
          <span className={`inspector-badge inspector-${state}`}>
            <span aria-hidden="true">{failure ? (refusedWithSuccess ? '! ' : '✕ ') : '✓ '}</span>
            {status ?? words.noAnswer}
          </span>
        </span>{' '}
        <span
          className={
            milliseconds >= slowMilliseconds
              ? 'inspector-cell-milliseconds inspector-slow'
              : 'inspector-cell-milliseconds'
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
