/** A long list of which only the newest are drawn, and which stays at its end while new ones come. */
import { type RefObject, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

export interface Tail<Item> {
  readonly shown: readonly Item[];
  /** How many stand before those. */
  readonly earlier: number;
  showEarlier(): void;
  /** Whether the end is out of sight because the person has scrolled. */
  readonly away: boolean;
  toEnd(): void;
  /** The element that scrolls, and the one in it that grows. */
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly content: RefObject<HTMLDivElement | null>;
}

/** So near to the end counts as at the end, in pixels. */
const nearEnd = 60;

/** @param step how many are drawn at first, and how many more at a time; new ones add to them, up to twice as many */
export function useTail<Item>(items: readonly Item[], step: number): Tail<Item> {
  const [start, setStart] = useState(() => Math.max(0, items.length - step));
  const [most, setMost] = useState(2 * step);
  const [away, setAway] = useState(false);
  const atEnd = useRef(true);
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);

  // The oldest of what is drawn are let go only where nobody reads them.
  const tooMany = !away && items.length - start > most;
  const first = tooMany || start > items.length ? Math.max(0, items.length - step) : start;
  if (first !== start) setStart(first);

  useEffect(() => {
    const [outer, inner] = [scroller.current, content.current];
    if (!outer || !inner) return;
    let top = outer.scrollTop;
    const toEnd = () => {
      if (atEnd.current) outer.scrollTop = outer.scrollHeight;
    };
    const onScroll = () => {
      const near = outer.scrollHeight - outer.scrollTop - outer.clientHeight < nearEnd;
      // What grows below moves the end away, too, but only a person scrolls up.
      if (near) atEnd.current = true;
      else if (outer.scrollTop < top) atEnd.current = false;
      top = outer.scrollTop;
      setAway(!atEnd.current);
    };
    const observer = new ResizeObserver(toEnd);
    observer.observe(outer);
    observer.observe(inner);
    outer.addEventListener('scroll', onScroll, { passive: true });
    toEnd();
    return () => {
      observer.disconnect();
      outer.removeEventListener('scroll', onScroll);
    };
  }, []);

  return {
    shown: items.slice(first),
    earlier: first,
    showEarlier() {
      const outer = scroller.current;
      const fromEnd = outer ? outer.scrollHeight - outer.scrollTop : 0;
      flushSync(() => {
        setStart(Math.max(0, first - step));
        setMost(most + step);
      });
      // What was read before stays where it was.
      if (outer) outer.scrollTop = outer.scrollHeight - fromEnd;
    },
    away,
    toEnd() {
      atEnd.current = true;
      setAway(false);
      const outer = scroller.current;
      if (outer) outer.scrollTop = outer.scrollHeight;
    },
    scroller,
    content,
  };
}
