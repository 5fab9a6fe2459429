/** The inspector: what is sent, how words are understood, the outbox, the machinery, and the switches for trouble, one tab each. */
import './inspector.css';
import { type ComponentType, type KeyboardEvent, useId, useState } from 'react';
import { useWords } from '../language.js';
import { ActiveTroubles } from './active-troubles.js';
import { Machinery } from './machinery.js';
import { Notifications } from './notifications.js';
import { Timeline } from './timeline.js';
import { Troubles } from './troubles.js';
import { Understanding } from './understanding.js';
import { inspectorWords } from './words.js';

const tabs = ['timeline', 'understanding', 'notifications', 'machinery', 'troubles'] as const;
type Tab = (typeof tabs)[number];

const panels: Readonly<Record<Tab, ComponentType>> = {
  timeline: Timeline,
  understanding: Understanding,
  notifications: Notifications,
  machinery: Machinery,
  troubles: Troubles,
};

/** Fills its container and scrolls by itself. The shell has to watch with `inspector: true` while it is shown. */
export function Inspector() {
  const words = useWords(inspectorWords);
  const [tab, setTab] = useState<Tab>('timeline');
  const id = useId();
  const Panel = panels[tab];

  function move(event: KeyboardEvent<HTMLButtonElement>): void {
    const next = tabAfter(tab, event.key);
    if (next === undefined) return;
    event.preventDefault();
    setTab(next);
    document.getElementById(`${id}-${next}`)?.focus();
  }

  return (
    <section className="inspector" aria-label={words.title}>
      <div className="inspector-tabs" role="tablist" aria-label={words.title}>
        {tabs.map((one) => (
          <button
            key={one}
            id={`${id}-${one}`}
            type="button"
            role="tab"
            className="inspector-tab"
            aria-selected={one === tab}
            aria-controls={`${id}-panel`}
            tabIndex={one === tab ? 0 : -1}
            onClick={() => setTab(one)}
            onKeyDown={move}
          >
            {words.tabs[one]}
          </button>
        ))}
      </div>
      <ActiveTroubles />
      <div
        key={tab}
        id={`${id}-panel`}
        role="tabpanel"
        className="inspector-panel"
        aria-labelledby={`${id}-${tab}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must be able to scroll it
        tabIndex={0}
      >
        <Panel />
      </div>
    </section>
  );
}

/** Where the arrow keys, Home and End lead; undefined for other keys. */
function tabAfter(tab: Tab, key: string): Tab | undefined {
  const at = tabs.indexOf(tab);
  switch (key) {
    case 'ArrowRight':
      return tabs[(at + 1) % tabs.length];
    case 'ArrowLeft':
      return tabs.at(at - 1);
    case 'Home':
      return tabs[0];
    case 'End':
      return tabs.at(-1);
    default:
      return undefined;
  }
}
