/** Where the inspector stands: a drawer below the panes, or on a small screen a sheet over all. */
import './inspector-drawer.css';
import { type PointerEvent, useEffect, useState } from 'react';
import { useWords } from '../language.js';
import { InspectorContent } from './client.js';
import { Icon } from './icons.js';
import { Sheet } from './sheet.js';
import { shellWords } from './words.js';

const kept = 'spp-playground-inspector';
/** In percent of the window's height. */
const lowest = 20;
const highest = 80;
const usual = 42;
const step = 4;

export interface InspectorDrawerProps {
  readonly wide: boolean;
  readonly onClose: () => void;
}

export function InspectorDrawer({ wide, onClose }: InspectorDrawerProps) {
  const words = useWords(shellWords).inspector;
  if (!wide) {
    return (
      <Sheet heading={words.heading} shape="whole" onClose={onClose}>
        <InspectorContent />
      </Sheet>
    );
  }
  return <Drawer onClose={onClose} />;
}

function Drawer({ onClose }: Pick<InspectorDrawerProps, 'onClose'>) {
  const words = useWords(shellWords).inspector;
  const [height, setHeight] = useState(() => within(Number(localStorage.getItem(kept) ?? usual)));
  useEffect(() => localStorage.setItem(kept, String(height)), [height]);

  function drag(event: PointerEvent<HTMLInputElement>): void {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    setHeight(within(((innerHeight - event.clientY) / innerHeight) * 100));
  }

  return (
    <aside className="shell-inspector" style={{ height: `${height}vh` }} aria-label={words.heading}>
      <input
        type="range"
        className="shell-inspector-edge"
        aria-label={words.height}
        aria-orientation="vertical"
        min={lowest}
        max={highest}
        step={step}
        value={Math.round(height)}
        onChange={(event) => setHeight(within(event.target.valueAsNumber))}
        onPointerDown={(event) => {
          // Its own dragging goes sideways.
          event.preventDefault();
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={drag}
      />
      <button
        type="button"
        className="shell-icon-button shell-inspector-close"
        aria-label={words.close}
        onClick={onClose}
      >
        <Icon name="close" />
      </button>
      <InspectorContent />
    </aside>
  );
}

function within(height: number): number {
  return Number.isFinite(height) ? Math.min(highest, Math.max(lowest, height)) : usual;
}
