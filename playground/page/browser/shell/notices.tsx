/** What the shell has to say for a moment: a command that failed, as an alert, and a thing that is done. */
import './notices.css';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import type { Done } from '../../command.js';
import type { Language } from '../../protocol.js';
import { useLanguage, useWords } from '../language.js';
import { Icon } from './icons.js';
import { shellWords } from './words.js';

type NoticeWords = string | Readonly<Record<Language, string>>;

interface Notice {
  readonly number: number;
  readonly kind: 'alert' | 'status';
  readonly words: NoticeWords;
}

interface Notices {
  readonly notices: readonly Notice[];
  readonly say: (kind: Notice['kind'], words: NoticeWords) => void;
  readonly dismiss: (number: number) => void;
}

const NoticeContext = createContext<Notices>({ notices: [], say: () => {}, dismiss: () => {} });

const mostNotices = 3;
const statusMilliseconds = 7_000;
let last = 0;

export function NoticeProvider({ children }: { readonly children: ReactNode }) {
  const [notices, setNotices] = useState<readonly Notice[]>([]);
  const say = useCallback((kind: Notice['kind'], words: NoticeWords) => {
    last += 1;
    const added = { number: last, kind, words };
    // A failed scenario is told twice: to everybody, and to the page that asked for it.
    const isSame = (one: Notice) => JSON.stringify(one.words) === JSON.stringify(words);
    setNotices((before) => [...before.filter((one) => !isSame(one)), added].slice(-mostNotices));
  }, []);
  const dismiss = useCallback((number: number) => {
    setNotices((before) => before.filter((one) => one.number !== number));
  }, []);
  return <NoticeContext value={{ notices, say, dismiss }}>{children}</NoticeContext>;
}

/** Says to the person what went wrong, if anything did; true when all went well. */
export function useTellFailure(): (done: Done) => boolean {
  const { say } = useContext(NoticeContext);
  return useCallback(
    ({ error }) => {
      if (error !== null) say('alert', error);
      return error === null;
    },
    [say],
  );
}

export function useSay(): Notices['say'] {
  return useContext(NoticeContext).say;
}

/** Over the list of people where that stands beside the screens, otherwise below the heads of the screens: their buttons stay free. */
export function NoticeList({ besidePeople }: { readonly besidePeople: boolean }) {
  const { notices } = useContext(NoticeContext);
  return (
    <div className="shell-notices" data-beside-people={besidePeople}>
      {notices.map((notice) => (
        <NoticeItem key={notice.number} notice={notice} />
      ))}
    </div>
  );
}

function NoticeItem({ notice: { number, kind, words } }: { readonly notice: Notice }) {
  const { dismiss } = useContext(NoticeContext);
  const { language } = useLanguage();
  const own = useWords(shellWords);
  useEffect(() => {
    if (kind === 'alert') return;
    const timer = setTimeout(() => dismiss(number), statusMilliseconds);
    return () => clearTimeout(timer);
  }, [kind, number, dismiss]);
  return (
    <div className={`shell-notice shell-notice-${kind}`} role={kind}>
      {kind === 'alert' && <Icon name="warning" />}
      <p lang={typeof words === 'string' ? 'en' : language}>{typeof words === 'string' ? words : words[language]}</p>
      <button type="button" className="shell-icon-button" aria-label={own.dismiss} onClick={() => dismiss(number)}>
        <Icon name="close" />
      </button>
    </div>
  );
}
