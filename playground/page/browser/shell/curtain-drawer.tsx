/** Where what goes on behind the curtain stands: a drawer below the panes, or on a small screen a sheet over all. */
import './curtain-drawer.css';
import { type PointerEvent, useEffect, useState } from 'react';
import { useWords } from '../language.js';
import { CurtainContent } from './client.js';
import { Icon } from './icons.js';
import { Sheet } from './sheet.js';
import { shellWords } from './words.js';

const kept = 'spp-playground-curtain';
/** In percent of the window's height. */
const lowest = 20;
const highest = 80;
const usual = 42;
const step = 4;

export interface CurtainDrawerProps {
  readonly wide: boolean;
  readonly onClose: () => void;
}

export function CurtainDrawer({ wide, onClose }: CurtainDrawerProps) {
  const words = useWords(shellWords).curtain;
  if (!wide) {
    return (
      <Sheet heading={words.heading} shape="whole" onClose={onClose}>
        <CurtainContent />
      </Sheet>
    );
  }
  return <Drawer onClose={onClose} />;
}

function Drawer({ onClose }: Pick<CurtainDrawerProps, 'onClose'>) {
  const words = useWords(shellWords).curtain;
  const [height, setHeight] = useState(() => within(Number(localStorage.getItem(kept) ?? usual)));
  useEffect(() => localStorage.setItem(kept, String(height)), [height]);

  function drag(event: PointerEvent<HTMLInputElement>): void {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    setHeight(within(((innerHeight - event.clientY) / innerHeight) * 100));
  }

  return (
    <aside className="shell-curtain" style={{ height: `${height}vh` }} aria-label={words.heading}>
      <input
        type="range"
        className="shell-curtain-edge"
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
        className="shell-icon-button shell-curtain-close"
        aria-label={words.close}
        onClick={onClose}
      >
        <Icon name="close" />
      </button>
      <CurtainContent />
    </aside>
  );
}

function within(height: number): number {
  return Number.isFinite(height) ? Math.min(highest, Math.max(lowest, height)) : usual;
}
