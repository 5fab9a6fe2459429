/** One person in the list, with a button for each platform they are on. */
import { memo } from 'react';
import type { PagePerson, SeatId } from '../../protocol.js';
import { useLanguage, useWords } from '../language.js';
import { Avatar } from './avatar.js';
import { nameOf } from './people.js';
import { platformOf } from './seating.js';
import { shellWords } from './words.js';

export interface PersonRowProps {
  readonly person: PagePerson;
  /** What stands below the name; their level, or what they are suggested for. */
  readonly note: string;
  /** Those of the person's seats that are shown, and the one of the active pane, joined by a space. */
  readonly shown: string;
  readonly active: SeatId | null;
  /** New messages by seat, as `slack:U1=2`, joined by a space: text, so that a row is drawn anew only when its own change. */
  readonly unread: string;
  /** The seat that a click on the row itself opens. */
  readonly main: SeatId | undefined;
  readonly onShow: (seat: SeatId) => void;
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
  const shownSeats = shown.split(' ');
  return (
    <li
      className="shell-person"
      data-shown={shown !== ''}
      data-active={active !== null && person.seats.includes(active)}
    >
      <Avatar person={person} />
      <span className="shell-person-who">
        <span className="shell-person-name">{name}</span>
        <span className="shell-person-note">
          {note}
          {person.language === 'en' && language === 'ja' && ` · ${words.people.english}`}
        </span>
      </span>
      {person.seats.length === 0 && <span className="shell-person-note">{words.people.noSeat}</span>}
      <span className="shell-person-seats">
        {person.seats.map((seat) => {
          const platform = platformOf(seat);
          const count = news.get(seat) ?? 0;
          return (
            <button
              key={seat}
              type="button"
              className="shell-seat-button"
              data-platform={platform}
              data-main={seat === main}
              aria-current={shownSeats.includes(seat) ? 'true' : undefined}
              onClick={() => onShow(seat)}
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
