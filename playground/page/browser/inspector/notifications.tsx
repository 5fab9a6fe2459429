/** The outbox: what each state means, how many are in it, and the newest rows. */
import './outbox.css';
import { memo, useState } from 'react';
import type { NotificationLine, NotificationState } from '../../protocol.js';
import { useLanguage, useWords } from '../language.js';
import { useStore } from '../store.js';
import { PlatformBadge } from './platform-badge.js';
import { dayAndTimeOf } from './time.js';
import { inspectorWords } from './words.js';

const states: readonly NotificationState[] = [
  'pending',
  'queued',
  'sending',
  'delivered',
  'suppressed',
  'unreachable',
  'unknown',
  'failed',
  'missed',
  'stopped',
];

const step = 100;

export function Notifications() {
  const all = useWords(inspectorWords);
  const words = all.notifications;
  const outbox = useStore(({ outbox }) => outbox);
  const [state, setState] = useState<NotificationState | null>(null);
  const [shown, setShown] = useState(step);
  if (outbox === null) return <p className="inspector-empty">{all.loading}</p>;
  const fitting = outbox.notifications.filter((line) => state === null || line.state === state);
  return (
    <>
      <p className="inspector-lead">{words.lead}</p>
      <ul className="inspector-states">
        {states.map((one) => (
          <li key={one}>
            <button
              type="button"
              className="inspector-state"
              aria-pressed={state === one}
              onClick={() => setState(state === one ? null : one)}
            >
              <span className="inspector-state-head">
                <StateBadge state={one} />
                <strong>{(outbox.counts[one] ?? 0).toLocaleString('en')}</strong>
              </span>
              <span className="inspector-meaning">{words.states[one].meaning}</span>
            </button>
          </li>
        ))}
      </ul>
      {fitting.length === 0 ? (
        <p className="inspector-empty">{outbox.notifications.length === 0 ? words.empty : words.nothingFits}</p>
      ) : (
        <>
          <table className="inspector-table">
            <thead>
              <tr>
                <th scope="col">{words.columns.created}</th>
                <th scope="col">{words.columns.kind}</th>
                <th scope="col">{words.columns.person}</th>
                <th scope="col">{words.columns.platform}</th>
                <th scope="col">{words.columns.state}</th>
                <th scope="col">{words.columns.when}</th>
                <th scope="col">{words.columns.notes}</th>
              </tr>
            </thead>
            <tbody>
              {fitting.slice(0, shown).map((line) => (
                <Row key={line.id} line={line} />
              ))}
            </tbody>
          </table>
          {fitting.length > shown && (
            <button type="button" className="inspector-button inspector-more" onClick={() => setShown(shown + step)}>
              {all.timeline.showEarlier(Math.min(step, fitting.length - shown))}
            </button>
          )}
        </>
      )}
    </>
  );
}

function StateBadge({ state }: { readonly state: NotificationState }) {
  const words = useWords(inspectorWords).notifications;
  return <span className={`inspector-badge inspector-is-${state}`}>{words.states[state].word}</span>;
}

/** Each telling brings all rows anew, most of them as they were. */
const Row = memo(function Row({ line }: { readonly line: NotificationLine }) {
  const words = useWords(inspectorWords).notifications;
  const { language } = useLanguage();
  const { kind, title, person, platform, state, createdAt, dueAt, settledAt, faults, mayRepeat, reason } = line;
  const notes = [...(faults > 0 ? [words.faults(faults)] : []), ...(mayRepeat ? [words.mayRepeat] : [])].join(' · ');
  return (
    <tr>
      <td data-label={words.columns.created}>
        <time dateTime={createdAt}>{dayAndTimeOf(createdAt, language)}</time>
      </td>
      <td data-label={words.columns.kind}>
        {title[language]} <code className="inspector-kind">{kind}</code>
      </td>
      <td data-label={words.columns.person}>{person[language]}</td>
      <td data-label={words.columns.platform}>
        {platform === null ? words.none : <PlatformBadge platform={platform} />}
      </td>
      <td data-label={words.columns.state}>
        <StateBadge state={state} />
      </td>
      <td data-label={settledAt === null ? words.columns.due : words.columns.settled}>
        <time dateTime={settledAt ?? dueAt}>{dayAndTimeOf(settledAt ?? dueAt, language)}</time>
      </td>
      <td data-label={words.columns.notes}>
        <span>
          {notes}
          {notes !== '' && reason !== null && ' · '}
          {reason !== null && <code className="inspector-code">{reason}</code>}
          {notes === '' && reason === null && words.none}
        </span>
      </td>
    </tr>
  );
}, isSame);

function isSame(
  { line: one }: { readonly line: NotificationLine },
  { line: other }: { readonly line: NotificationLine },
) {
  return (
    one.state === other.state &&
    one.dueAt === other.dueAt &&
    one.settledAt === other.settledAt &&
    one.faults === other.faults &&
    one.mayRepeat === other.mayRepeat &&
    one.reason === other.reason &&
    one.platform === other.platform
  );
}
