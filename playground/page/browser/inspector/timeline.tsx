/** The timeline: every request in either direction, the newest first, to be filtered and opened. */
import './timeline.css';
import { useId, useState } from 'react';
import type { Platform } from '../../protocol.js';
import { useLanguage, useWords } from '../language.js';
import { useStore } from '../store.js';
import { calledIn, useNames } from './names.js';
import { dayOf } from './time.js';
import { isFailure } from './timeline-figures.js';
import { TimelineSummary } from './timeline-summary.js';
import { TrafficRow } from './traffic-row.js';
import { inspectorWords } from './words.js';

const step = 100;

export function Timeline() {
  const words = useWords(inspectorWords).timeline;
  const { language } = useLanguage();
  const all = useStore(({ traffic }) => traffic);
  const names = useNames();
  const [platform, setPlatform] = useState<Platform | ''>('');
  const [onlyFailures, setOnlyFailures] = useState(false);
  const [shown, setShown] = useState(step);
  const [open, setOpen] = useState<string | null>(null);
  const id = useId();
  const fitting = all.filter(
    (line) => (platform === '' || line.platform === platform) && (!onlyFailures || isFailure(line)),
  );
  const drawn = fitting.slice(-shown).reverse();
  let lastDay = drawn[0] && dayOf(drawn[0].at, language);

  return (
    <>
      <p className="inspector-lead">{words.lead}</p>
      <div className="inspector-filters">
        <label htmlFor={`${id}-platform`}>{words.platform}</label>
        <select
          id={`${id}-platform`}
          value={platform}
          onChange={({ target }) =>
            setPlatform(target.value === 'slack' || target.value === 'teams' ? target.value : '')
          }
        >
          <option value="">{words.both}</option>
          <option value="slack">Slack</option>
          <option value="teams">Teams</option>
        </select>
        <label className="inspector-check">
          <input type="checkbox" checked={onlyFailures} onChange={({ target }) => setOnlyFailures(target.checked)} />
          {words.onlyFailures}
        </label>
        <TimelineSummary all={all} fitting={fitting} words={words} />
      </div>
      {drawn.length === 0 ? (
        <p className="inspector-empty">{all.length === 0 ? words.empty : words.nothingFits}</p>
      ) : (
        <>
          <div className="inspector-row inspector-row-head" aria-hidden="true">
            {Object.entries(words.columns).map(([column, word]) => (
              <span key={column} className={`inspector-cell-${column}`}>
                {word}
              </span>
            ))}
          </div>
          <ol className="inspector-rows">
            {drawn.map((line) => {
              const key = `${line.platform} ${line.number}`;
              const day = dayOf(line.at, language);
              const anotherDay = day !== lastDay;
              lastDay = day;
              return (
                <TrafficRow
                  key={key}
                  line={line}
                  rowKey={key}
                  name={calledIn(names, line.who)}
                  day={anotherDay ? day : null}
                  open={open === key}
                  onToggle={setOpen}
                />
              );
            })}
          </ol>
          {fitting.length > shown && (
            <button type="button" className="inspector-button inspector-more" onClick={() => setShown(shown + step)}>
              {words.showEarlier(Math.min(step, fitting.length - shown))}
            </button>
          )}
        </>
      )}
    </>
  );
}
