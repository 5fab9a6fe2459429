/** A list or menu over everything else, beside what opened it; the top layer lets no scrolling pane cut it off. */
import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/** Pixels between the popup and what opened it, and the edge of the window. */
const gap = 4;

/** Pixels; what is longer scrolls. */
const highest = 320;

export function Popup({
  anchor,
  wide = false,
  above = false,
  onOutside,
  children,
}: {
  readonly anchor: RefObject<HTMLElement | null>;
  /** As wide as what opened it. */
  readonly wide?: boolean;
  readonly above?: boolean;
  readonly onOutside: () => void;
  readonly children: ReactNode;
}) {
  const popup = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const drawn = popup.current;
    if (drawn === null) return;
    drawn.showPopover();
    const settle = () => {
      const beside = anchor.current?.getBoundingClientRect();
      if (beside === undefined) return;
      if (wide) Object.assign(drawn.style, { width: `${beside.width}px`, maxWidth: 'none' });
      drawn.style.maxHeight = 'none';
      const below = window.innerHeight - beside.bottom - 2 * gap;
      const over = beside.top - 2 * gap;
      const natural = drawn.offsetHeight;
      const upwards = above || (natural > below && over > below);
      const room = Math.min(upwards ? over : below, highest);
      drawn.style.maxHeight = `${room}px`;
      const height = Math.min(natural, room);
      drawn.style.top = `${upwards ? beside.top - gap - height : beside.bottom + gap}px`;
      drawn.style.left = `${Math.max(gap, Math.min(beside.left, window.innerWidth - drawn.offsetWidth - gap))}px`;
    };
    settle();
    const resized = new ResizeObserver(settle);
    for (const child of drawn.children) resized.observe(child);
    const scrolled = ({ target }: Event) => {
      // Measuring would take a list that is being scrolled back to its beginning.
      if (!(target instanceof Node && drawn.contains(target))) settle();
    };
    window.addEventListener('scroll', scrolled, true);
    window.addEventListener('resize', settle);
    return () => {
      resized.disconnect();
      window.removeEventListener('scroll', scrolled, true);
      window.removeEventListener('resize', settle);
    };
  }, [anchor, wide, above]);
  const outside = useRef(onOutside);
  useEffect(() => {
    outside.current = onOutside;
  });
  useEffect(() => {
    const pressed = ({ target }: PointerEvent) => {
      if (!(target instanceof Node) || popup.current?.contains(target) || anchor.current?.contains(target)) return;
      outside.current();
    };
    document.addEventListener('pointerdown', pressed, true);
    return () => document.removeEventListener('pointerdown', pressed, true);
  }, [anchor]);
  return (
    <div ref={popup} popover="manual" className="slack-popup">
      {children}
    </div>
  );
}
