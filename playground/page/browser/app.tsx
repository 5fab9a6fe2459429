/** The page as a whole: the bar, the people, the panes, and the inspector. */
import './shell/shell.css';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ClientSessionId, PagePerson, ScenarioCard } from '../protocol.js';
import { watch } from './connection.js';
import { useLanguage, useWords } from './language.js';
import { AboutSheet } from './shell/about-sheet.js';
import { focusComposer } from './shell/focus-composer.js';
import { InspectorDrawer } from './shell/inspector-drawer.js';
import { Lost } from './shell/lost.js';
import { MailboxSheet } from './shell/mailbox-sheet.js';
import { NoticeList } from './shell/notices.js';
import { type PaneLayoutChange, personOf, shownClientSessions } from './shell/pane-layout.js';
import { Panes } from './shell/panes.js';
import { nameOf } from './shell/people.js';
import { PeopleList } from './shell/people-list.js';
import { ScenarioProgress, useLoading } from './shell/scenario-progress.js';
import { ScenarioSheet } from './shell/scenario-sheet.js';
import { Sheet } from './shell/sheet.js';
import { TopBar } from './shell/top-bar.js';
import { useNoFileInPlaceOfPage } from './shell/use-file-drop.js';
import { useLoadScenario } from './shell/use-load-scenario.js';
import { roomForPeople, roomForTwo, useMedia } from './shell/use-media.js';
import { usePaneLayout } from './shell/use-pane-layout.js';
import { useUnread } from './shell/use-unread.js';
import { Welcome } from './shell/welcome.js';
import { shellWords } from './shell/words.js';
import { useStore } from './store.js';

const nobodyYet: readonly PagePerson[] = [];
const noneYet: readonly ScenarioCard[] = [];

type OpenSheet =
  | { readonly kind: 'people' | 'mailbox' | 'about' }
  | { readonly kind: 'scenarios'; readonly first: string | null };

export function App() {
  const { language } = useLanguage();
  const words = useWords(shellWords);
  const known = useStore((state) => state.snapshot !== null);
  const people = useStore((state) => state.snapshot?.people ?? nobodyYet);
  const scenarios = useStore((state) => state.snapshot?.scenarios ?? noneYet);
  const livedIn = useStore((state) => state.livedIn);
  const loading = useLoading();
  const loadScenario = useLoadScenario();
  const besidePeople = useMedia(roomForPeople);
  const wide = useMedia(roomForTwo);
  const [layout, changeClientSessions] = usePaneLayout();
  const change = useCallback(
    (what: PaneLayoutChange) => {
      changeClientSessions(what);
      // Which pane is the active one takes no button away; a person just leaving the page by Tab must not be called back.
      if (what.kind !== 'activate') requestAnimationFrame(keepFocus);
    },
    [changeClientSessions],
  );
  const [peopleBeside, setPeopleBeside] = useState(true);
  const [sheet, setSheet] = useState<OpenSheet | null>(null);
  const [inspector, setInspector] = useState(false);
  const shown = useMemo(() => shownClientSessions(layout), [layout]);
  const unread = useUnread(shown);
  useNoFileInPlaceOfPage();

  useEffect(() => watch({ clientSessions: shown, inspector }), [shown, inspector]);
  useEffect(() => {
    const names = shown.flatMap((clientSession) => {
      const person = personOf(people, clientSession);
      return person === undefined ? [] : [nameOf(person, language)];
    });
    document.title = words.title(names.join(language === 'ja' ? '・' : ', '));
  }, [shown, people, language, words]);

  const closeSheet = useCallback(() => setSheet(null), []);
  const show = useCallback(
    (clientSession: ClientSessionId) => {
      change({ kind: 'show', clientSession });
      setSheet(null);
      focusComposer(clientSession);
    },
    [change],
  );
  const two = layout.panes.length === 2;
  const peopleList = <PeopleList layout={layout} unread={unread} onShow={show} />;
  const openPeople = () => (besidePeople ? setPeopleBeside(true) : setSheet({ kind: 'people' }));

  return (
    <div className="shell">
      <a className="shell-skip" href="#main">
        {words.skip}
      </a>
      <TopBar
        people={besidePeople ? peopleBeside : sheet?.kind === 'people'}
        onPeople={() => (besidePeople ? setPeopleBeside(!peopleBeside) : setSheet({ kind: 'people' }))}
        two={wide ? two : undefined}
        onTwo={() => change(two ? { kind: 'close', pane: layout.active === 0 ? 1 : 0 } : { kind: 'open second' })}
        inspector={inspector}
        onInspector={() => setInspector(!inspector)}
        onScenarios={() => setSheet({ kind: 'scenarios', first: null })}
        onMailbox={() => setSheet({ kind: 'mailbox' })}
        onAbout={() => setSheet({ kind: 'about' })}
      />
      <Lost />
      <div className="shell-body">
        {besidePeople && peopleBeside && (
          <nav className="shell-people" aria-label={words.people.heading} inert={loading}>
            <h2 className="visually-hidden">{words.people.heading}</h2>
            {peopleList}
          </nav>
        )}
        <div className="shell-content">
          <main id="main" className="shell-main" tabIndex={-1} aria-label={words.panes.main} inert={loading}>
            {!known ? (
              <div className="shell-blank" role="status">
                <span className="shell-spinner" aria-hidden="true" />
                <p>{words.connecting}</p>
              </div>
            ) : shown.length === 0 && !two ? (
              <Welcome
                people={people}
                scenarios={scenarios}
                onShow={show}
                onShowBoth={(clientSessions) => change({ kind: 'show both', clientSessions })}
                onScenario={(first) => (livedIn ? setSheet({ kind: 'scenarios', first }) : void loadScenario(first))}
              />
            ) : (
              <Panes
                people={people}
                layout={layout}
                change={change}
                wide={wide}
                onPeople={besidePeople && peopleBeside ? undefined : openPeople}
              />
            )}
          </main>
          {inspector && <InspectorDrawer wide={wide} onClose={() => setInspector(false)} />}
          <ScenarioProgress />
        </div>
      </div>
      <NoticeList besidePeople={besidePeople && peopleBeside} />
      {sheet?.kind === 'people' && !besidePeople && (
        <Sheet heading={words.people.heading} shape="side" onClose={closeSheet}>
          <nav aria-label={words.people.heading}>{peopleList}</nav>
        </Sheet>
      )}
      {sheet?.kind === 'scenarios' && <ScenarioSheet first={sheet.first} onClose={closeSheet} />}
      {sheet?.kind === 'mailbox' && <MailboxSheet onClose={closeSheet} />}
      {sheet?.kind === 'about' && <AboutSheet onClose={closeSheet} />}
    </div>
  );
}

/** The button that was pressed may be gone with what it stood in: the keyboard then goes on from the screens. */
function keepFocus(): void {
  if (document.activeElement === document.body) document.getElementById('main')?.focus();
}
