/** A long list of which only the newest are drawn, and which stays at its end while new ones come. */
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

export interface Tail<Item> {
  readonly shown: readonly Item[];
  /** How many stand before those. */
  readonly earlier: number;
  showEarlier(): void;
  /** Whether the end is out of sight because the person has scrolled. */
  readonly away: boolean;
  /** How many have come since then. */
  readonly arrived: number;
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
  // How many there were when the end went out of sight; null while it is in sight.
  const [left, setLeft] = useState<number | null>(null);
  const away = left !== null;
  const length = useRef(items.length);
  const atEnd = useRef(true);
  /** Where it has been scrolled to, by whomever. */
  const top = useRef(0);
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);

  // The oldest of what is drawn are let go only where nobody reads them.
  const tooMany = !away && items.length - start > most;
  const first = tooMany || start > items.length ? Math.max(0, items.length - step) : start;
  if (first !== start) setStart(first);

  const stay = useCallback(() => {
    const outer = scroller.current;
    if (!outer || !atEnd.current) return;
    outer.scrollTop = outer.scrollHeight;
    top.current = outer.scrollTop;
  }, []);
  useLayoutEffect(() => {
    length.current = items.length;
  }, [items.length]);
  // At once: where the oldest are let go, the browser would scroll up, and that would be taken for the person.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever these change, what is drawn does.
  useLayoutEffect(stay, [items, first, stay]);

  useEffect(() => {
    const [outer, inner] = [scroller.current, content.current];
    if (!outer || !inner) return;
    const onScroll = () => {
      const near = outer.scrollHeight - outer.scrollTop - outer.clientHeight < nearEnd;
      // What grows below moves the end away, too, but only a person scrolls up.
      if (near) atEnd.current = true;
      else if (outer.scrollTop < top.current) atEnd.current = false;
      top.current = outer.scrollTop;
      setLeft((before) => (atEnd.current ? null : (before ?? length.current)));
    };
    const observer = new ResizeObserver(stay);
    observer.observe(outer);
    observer.observe(inner);
    outer.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      observer.disconnect();
      outer.removeEventListener('scroll', onScroll);
    };
  }, [stay]);

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
    arrived: left === null ? 0 : Math.max(0, items.length - left),
    toEnd() {
      atEnd.current = true;
      setLeft(null);
      stay();
    },
    scroller,
    content,
  };
}
