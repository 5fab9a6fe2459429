/** A list or menu over everything else, beside what opened it; the top layer lets no scrolling pane cut it off. */
import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/** Pixels between the popup and what opened it, and the edge of the window. */
const gap = 4;

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
      if (wide) drawn.style.width = `${beside.width}px`;
      const below = window.innerHeight - beside.bottom - 2 * gap;
      const over = beside.top - 2 * gap;
      const natural = drawn.scrollHeight + 2;
      const upwards = above || (natural > below && over > below);
      drawn.style.maxHeight = `${Math.min(upwards ? over : below, 320)}px`;
      const height = Math.min(natural, upwards ? over : below, 320);
      drawn.style.top = `${upwards ? beside.top - gap - height : beside.bottom + gap}px`;
      drawn.style.left = `${Math.max(gap, Math.min(beside.left, window.innerWidth - drawn.offsetWidth - gap))}px`;
    };
    settle();
    const resized = new ResizeObserver(settle);
    resized.observe(drawn);
    for (const child of drawn.children) resized.observe(child);
    window.addEventListener('scroll', settle, true);
    window.addEventListener('resize', settle);
    return () => {
      resized.disconnect();
      window.removeEventListener('scroll', settle, true);
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
