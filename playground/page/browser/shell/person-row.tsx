/** One person in the list, with a button for each platform they are on. */
import { memo } from 'react';
import type { ClientSessionId, PagePerson } from '../../protocol.js';
import { useLanguage, useWords } from '../language.js';
import { Avatar } from './avatar.js';
import { platformOf } from './pane-layout.js';
import { nameOf } from './people.js';
import { shellWords } from './words.js';

export interface PersonRowProps {
  readonly person: PagePerson;
  /** What stands below the name; their level, or what they are suggested for. */
  readonly note: string;
  /** Those of the person's client sessions that are shown, and the one of the active pane, joined by a space. */
  readonly shown: string;
  readonly active: ClientSessionId | null;
  /** New messages by client session, as `slack:U1=2`, joined by a space: text, so that a row is drawn anew only when its own change. */
  readonly unread: string;
  /** The client session that a click on the row itself opens. */
  readonly main: ClientSessionId | undefined;
  readonly onShow: (clientSession: ClientSessionId) => void;
}

export const PersonRow = memo(function PersonRow({
  person,
  note,
  shown,
  active,
  unread,
  main,
  onShow,
}: PersonRowProps) {
  const { language } = useLanguage();
  const words = useWords(shellWords);
  const name = nameOf(person, language);
  const news = new Map(unread.split(' ').map((one) => [one.split('=')[0], Number(one.split('=')[1])]));
  const shownClientSessions = shown.split(' ');
  return (
    <li
      className="shell-person"
      data-shown={shown !== ''}
      data-active={active !== null && person.clientSessions.includes(active)}
    >
      <Avatar person={person} />
      <span className="shell-person-who">
        <span className="shell-person-name">{name}</span>
        <span className="shell-person-note">
          {note}
          {person.language === 'en' && language === 'ja' && ` · ${words.people.english}`}
        </span>
      </span>
      {person.clientSessions.length === 0 && <span className="shell-person-note">{words.people.noClientSession}</span>}
      <span className="shell-person-sessions">
        {person.clientSessions.map((clientSession) => {
          const platform = platformOf(clientSession);
          const count = news.get(clientSession) ?? 0;
          return (
            <button
              key={clientSession}
              type="button"
              className="shell-session-button"
              data-platform={platform}
              data-main={clientSession === main}
              aria-current={shownClientSessions.includes(clientSession) ? 'true' : undefined}
              onClick={() => onShow(clientSession)}
            >
              {count > 0 && <span className="shell-dot" aria-hidden="true" />}
              <span aria-hidden="true">{words.platforms[platform]}</span>
              <span className="visually-hidden">
                {words.people.as(name, words.platforms[platform])}
                {count > 0 && `, ${words.people.unread(count)}`}
              </span>
            </button>
          );
        })}
      </span>
    </li>
  );
});
