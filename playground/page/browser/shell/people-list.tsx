/** Everyone of the playground: whom to try first, then all in their groups, with a search over them. */
import './people.css';
import { useCallback, useId, useMemo, useState } from 'react';
import type { ClientSessionId, MailEvent, PagePerson } from '../../protocol.js';
import { useLanguage, useWords } from '../language.js';
import { useStore } from '../store.js';
import { Icon } from './icons.js';
import { type PaneLayout, shownClientSessions } from './pane-layout.js';
import { companyOf, findPeople, groupPeople, type PeopleGroup, suggestCast } from './people.js';
import { PersonRow } from './person-row.js';
import { shellWords } from './words.js';

const nobodyYet: readonly PagePerson[] = [];

export interface PeopleListProps {
  readonly layout: PaneLayout;
  readonly unread: MailEvent['counts'];
  readonly onShow: (clientSession: ClientSessionId) => void;
}

export function PeopleList({ layout, unread, onShow }: PeopleListProps) {
  const { language } = useLanguage();
  const words = useWords(shellWords);
  const people = useStore((state) => state.snapshot?.people ?? nobodyYet);
  const [query, setQuery] = useState('');
  const groups = useMemo(() => groupPeople(people), [people]);
  const cast = useMemo(() => suggestCast(people, language), [people, language]);
  const found = findPeople(groups, query);
  const searching = query.trim() !== '';
  const count = found.reduce((sum, group) => sum + group.people.length, 0);
  const id = useId();

  const choose = useCallback(
    (clientSession: ClientSessionId) => {
      setQuery('');
      onShow(clientSession);
    },
    [onShow],
  );

  const row = (person: PagePerson, note: string, main: ClientSessionId | undefined) => (
    <PersonRow
      key={person.personId}
      person={person}
      note={note}
      shown={person.clientSessions
        .filter((clientSession) => shownClientSessions(layout).includes(clientSession))
        .join(' ')}
      active={activeOf(person, layout)}
      unread={person.clientSessions
        .flatMap((clientSession) => (unread[clientSession] ? [`${clientSession}=${unread[clientSession]}`] : []))
        .join(' ')}
      main={main}
      onShow={choose}
    />
  );

  return (
    <>
      <search className="shell-search">
        <Icon name="search" />
        <label className="visually-hidden" htmlFor={id}>
          {words.people.search}
        </label>
        <input
          id={id}
          type="text"
          className="shell-field"
          placeholder={words.people.search}
          value={query}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || query === '') return;
            // The first Escape empties the box; only the next closes the drawer around it.
            event.preventDefault();
            event.stopPropagation();
            setQuery('');
          }}
        />
        {query !== '' && (
          <button
            type="button"
            className="shell-icon-button"
            aria-label={words.people.clear}
            onClick={() => setQuery('')}
          >
            <Icon name="close" />
          </button>
        )}
      </search>
      <p className="visually-hidden" role="status">
        {searching ? (count === 0 ? words.people.none : words.people.found(count)) : ''}
      </p>
      <div className="shell-people-groups">
        {!searching && cast.length > 0 && (
          <section className="shell-cast">
            <h3>{words.people.first}</h3>
            <ul>{cast.map(({ kind, person, clientSession }) => row(person, words.cast[kind], clientSession))}</ul>
          </section>
        )}
        {searching && count === 0 && (
          <p className="shell-soft shell-people-none" aria-hidden="true">
            {words.people.none}
          </p>
        )}
        {found.map((group) => (
          <section key={group.key}>
            <h3 title={headingOf(group)}>
              <span>{headingOf(group)}</span>
              {group.code !== null && <small>{group.code}</small>}
            </h3>
            <ul>{group.people.map((person) => row(person, noteOf(person), person.clientSessions[0]))}</ul>
          </section>
        ))}
      </div>
    </>
  );

  function headingOf({ kind, name }: PeopleGroup): string {
    return kind === 'company' ? (name?.[language] ?? '') : words.people.groups[kind];
  }

  function noteOf(person: PagePerson): string {
    const role = words.roles[person.role] ?? person.role;
    return companyOf(person, language) === null ? role : (words.levels[person.level ?? ''] ?? role);
  }
}

function activeOf({ clientSessions }: PagePerson, { panes, active }: PaneLayout): ClientSessionId | null {
  const clientSession = panes[active] ?? null;
  return clientSession !== null && clientSessions.includes(clientSession) ? clientSession : null;
}
