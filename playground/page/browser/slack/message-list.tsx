/** The messages of a conversation, newest at the end, where the view stays unless somebody has scrolled up. */
import { memo, type ReactNode, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Language, PageConversation, SlackMessage } from '../../protocol.js';
import { useLanguage, useWords } from '../language.js';
import { DownIcon } from './icons.js';
import { ThreadView } from './thread-view.js';
import { follows, type Thread, threadsOf } from './threads.js';
import { dayOf } from './times.js';
import { slackWords } from './words.js';

/** So many are drawn at first, and so many more at a time; a thousand at once would make typing slow. */
const step = 60;

/** Pixels from the end within which somebody still reads the newest. */
const nearEnd = 60;

export function MessageList({
  conversation,
  messages,
  empty,
}: {
  readonly conversation: PageConversation;
  readonly messages: readonly SlackMessage[];
  readonly empty: ReactNode;
}) {
  const words = useWords(slackWords);
  const { language } = useLanguage();
  const threads = useMemo(() => threadsOf(messages, conversation.id), [messages, conversation.id]);
  // ts of the newest when the end went out of sight; null while it is in sight.
  const [left, setLeft] = useState<string | null>(null);
  const atEnd = left === null;
  const [start, setStart] = useState(() => Math.max(0, threads.length - step));
  const [most, setMost] = useState(2 * step);
  // The oldest of what is drawn are let go only where nobody reads them.
  const tooMany = atEnd && threads.length - start > most;
  const hidden = tooMany || start > threads.length ? Math.max(0, threads.length - step) : start;
  if (hidden !== start) setStart(hidden);
  const visible = threads.slice(hidden);
  const { log, end, toEnd, onScroll, before } = useEnd(visible, messages, (near) =>
    setLeft((before) => (near ? null : (before ?? newestOf(threads)))),
  );
  const arrived = left === null ? 0 : countAfter(threads, left);
  const name = conversation.kind === 'channel' ? `#${conversation.name}` : conversation.name;
  return (
    <div className="slack-scroll-frame">
      <div
        ref={log}
        className="slack-scroll"
        role="log"
        aria-label={words.messagesOf(name)}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
        onScroll={onScroll}
      >
        <div className="slack-log" ref={end}>
          {hidden > 0 && (
            <button
              type="button"
              className="slack-earlier"
              onClick={() => {
                before();
                setStart(Math.max(0, hidden - step));
                setMost(most + step);
              }}
            >
              {words.earlier(hidden)}
            </button>
          )}
          {threads.length === 0 && empty}
          {daysOf(visible, language).map(({ day, threads }) => (
            // By day, so that the date that stays on top leaves with its day.
            <div key={day} className="slack-day-of">
              <div className="slack-day-line" />
              {/* biome-ignore lint/a11y/useSemanticElements: <hr> could not hold the date. */}
              <div className="slack-day" role="separator" aria-label={day}>
                <span>{day}</span>
              </div>
              {threads.map((thread, index) => (
                <Row key={thread.key} thread={thread} previous={threads[index - 1]} />
              ))}
            </div>
          ))}
        </div>
      </div>
      {!atEnd && (
        <button type="button" className="slack-newer" onClick={toEnd}>
          <DownIcon />
          {arrived === 0 ? words.newer : words.arrived(arrived)}
        </button>
      )}
    </div>
  );
}

const Row = memo(function Row({
  thread,
  previous,
}: {
  readonly thread: Thread;
  /** The one before it on the same day. */
  readonly previous: Thread | undefined;
}) {
  const continued = previous?.replies.length === 0 && thread.parent !== null && follows(previous.parent, thread.parent);
  return <ThreadView thread={thread} continued={continued} />;
}, isSameRow);

/** Threads are gathered anew at each change; what they hold stays the same object while it is unchanged. */
function isSameRow(
  one: { thread: Thread; previous: Thread | undefined },
  other: { thread: Thread; previous: Thread | undefined },
): boolean {
  return (
    isSameThread(one.thread, other.thread) &&
    (one.previous === other.previous ||
      (one.previous !== undefined && other.previous !== undefined && isSameThread(one.previous, other.previous)))
  );
}

function isSameThread(one: Thread, other: Thread): boolean {
  return (
    one.parent === other.parent &&
    one.replies.length === other.replies.length &&
    one.replies.every((reply, index) => reply === other.replies[index])
  );
}

interface Day {
  readonly day: string;
  readonly threads: readonly Thread[];
}

/** Threads of one day together, in their order. */
function daysOf(threads: readonly Thread[], language: Language): readonly Day[] {
  return [...Map.groupBy(threads, ({ at }) => dayOf(at, language))].map(([day, of]) => ({ day, threads: of }));
}

function messagesOf(threads: readonly Thread[]): readonly SlackMessage[] {
  return threads.flatMap(({ parent, replies }) => (parent === null ? replies : [parent, ...replies]));
}

function newestOf(threads: readonly Thread[]): string {
  return messagesOf(threads).reduce((newest, { ts }) => (ts > newest ? ts : newest), '');
}

/** How many messages of others have come after this ts. */
function countAfter(threads: readonly Thread[], ts: string): number {
  return messagesOf(threads).filter((message) => message.from.kind !== 'self' && message.ts > ts).length;
}

/** Keeps the end in view while it is in view, also when what is drawn grows later. */
function useEnd(visible: readonly Thread[], messages: readonly SlackMessage[], setAtEnd: (atEnd: boolean) => void) {
  const log = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const follow = useRef(true);
  /** Where it has been scrolled to, by whomever. */
  const top = useRef(0);
  const fromEnd = useRef<number | null>(null);
  const last = visible.at(-1);
  const newest = last?.replies.at(-1) ?? last?.parent;
  const own = useRef(newest?.key);
  const stay = useCallback(() => {
    const scroller = log.current;
    if (scroller === null || !follow.current) return;
    scroller.scrollTop = scroller.scrollHeight;
    top.current = scroller.scrollTop;
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever messages change, what is drawn does.
  useLayoutEffect(() => {
    const scroller = log.current;
    if (scroller === null) return;
    // The writer of a message wants to see it.
    if (newest?.from.kind === 'self' && own.current !== newest.key) follow.current = true;
    own.current = newest?.key;
    if (fromEnd.current !== null) {
      scroller.scrollTop = scroller.scrollHeight - fromEnd.current;
      fromEnd.current = null;
    } else stay();
  }, [visible.length, messages, newest]);
  useLayoutEffect(() => {
    const [scroller, content] = [log.current, end.current];
    if (scroller === null || content === null) return;
    const resized = new ResizeObserver(stay);
    resized.observe(content);
    resized.observe(scroller);
    return () => resized.disconnect();
  }, [stay]);
  return {
    log,
    end,
    toEnd() {
      follow.current = true;
      stay();
    },
    onScroll() {
      const scroller = log.current;
      if (scroller === null) return;
      const near = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < nearEnd;
      // What grows below moves the end away, too, but only a person scrolls up.
      if (near) follow.current = true;
      else if (scroller.scrollTop < top.current) follow.current = false;
      top.current = scroller.scrollTop;
      setAtEnd(follow.current);
    },
    /** Remembers what is in view before older messages come above it. */
    before() {
      const scroller = log.current;
      if (scroller === null) return;
      follow.current = false;
      fromEnd.current = scroller.scrollHeight - scroller.scrollTop;
    },
  };
}
