/** One pane: who is shown in it, on which platform, and their client below. */
import { useEffect, useRef } from 'react';
import type { ClientSessionId, PagePerson } from '../../protocol.js';
import { useLanguage, useWords } from '../language.js';
import { Avatar } from './avatar.js';
import { Client } from './client.js';
import { Icon } from './icons.js';
import { type PaneIndex, platformOf } from './pane-layout.js';
import { companyOf, nameOf } from './people.js';
import { shellWords } from './words.js';

export interface PaneProps {
  readonly index: PaneIndex;
  readonly clientSession: ClientSessionId | null;
  /** Undefined where nobody of this run has the client session. */
  readonly person: PagePerson | undefined;
  /** Whether the next click in the list of people goes here; undefined where there is only one pane. */
  readonly active: boolean | undefined;
  readonly hidden: boolean;
  readonly onShow: (clientSession: ClientSessionId) => void;
  readonly onActivate: () => void;
  readonly onClose: () => void;
  /** Shows the list of people, where it is not beside the panes. */
  readonly onPeople: (() => void) | undefined;
}

export function Pane({
  index,
  clientSession,
  person,
  active,
  hidden,
  onShow,
  onActivate,
  onClose,
  onPeople,
}: PaneProps) {
  const { language } = useLanguage();
  const words = useWords(shellWords).panes;
  const pane = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = pane.current;
    element?.addEventListener('pointerdown', onActivate);
    element?.addEventListener('focusin', onActivate);
    return () => {
      element?.removeEventListener('pointerdown', onActivate);
      element?.removeEventListener('focusin', onActivate);
    };
  }, [onActivate]);
  const label = person === undefined ? words.pane(index + 1) : nameOf(person, language);
  return (
    <section
      ref={pane}
      className="shell-pane"
      data-client-session={clientSession}
      data-active={active}
      aria-label={label}
      hidden={hidden}
    >
      {person !== undefined && clientSession !== null ? (
        <>
          <PaneHead clientSession={clientSession} person={person} active={active} onShow={onShow} onClose={onClose} />
          <div className="shell-pane-client">
            <Client clientSession={clientSession} />
          </div>
        </>
      ) : (
        <EmptyPane gone={clientSession !== null} onClose={onClose} onPeople={onPeople} />
      )}
    </section>
  );
}

interface PaneHeadProps extends Pick<PaneProps, 'active' | 'onShow' | 'onClose'> {
  readonly clientSession: ClientSessionId;
  readonly person: PagePerson;
}

function PaneHead({ clientSession, person, active, onShow, onClose }: PaneHeadProps) {
  const { language } = useLanguage();
  const words = useWords(shellWords);
  const name = nameOf(person, language);
  const role = words.roles[person.role] ?? person.role;
  const about = [companyOf(person, language), (person.level && words.levels[person.level]) ?? role];
  return (
    <div className="shell-pane-head">
      <Avatar person={person} size="large" />
      <div className="shell-pane-who">
        <h2>
          {name}
          {active === true && <span className="visually-hidden"> ({words.panes.active})</span>}
        </h2>
        <p>{about.filter((part) => part !== null).join(' · ')}</p>
        {/* The page's reader may not know the language in which the bot writes to this person. */}
        {person.language !== language && <p>{words.panes.otherLanguage}</p>}
      </div>
      {person.clientSessions.length > 1 ? (
        <fieldset className="shell-platforms">
          <legend className="visually-hidden">{words.panes.platform}</legend>
          {person.clientSessions.map((one) => (
            <button
              key={one}
              type="button"
              data-platform={platformOf(one)}
              aria-pressed={one === clientSession}
              onClick={() => onShow(one)}
            >
              {words.platforms[platformOf(one)]}
            </button>
          ))}
        </fieldset>
      ) : (
        <span className="shell-platform" data-platform={platformOf(clientSession)}>
          {words.platforms[platformOf(clientSession)]}
        </span>
      )}
      <button type="button" className="shell-icon-button" aria-label={words.panes.close(name)} onClick={onClose}>
        <Icon name="close" />
      </button>
    </div>
  );
}

interface EmptyPaneProps extends Pick<PaneProps, 'onClose' | 'onPeople'> {
  /** Somebody was to be shown here who is not in this run. */
  readonly gone: boolean;
}

function EmptyPane({ gone, onClose, onPeople }: EmptyPaneProps) {
  const words = useWords(shellWords).panes;
  return (
    <div className="shell-blank">
      <button
        type="button"
        className="shell-icon-button shell-blank-close"
        aria-label={words.closeEmpty}
        onClick={onClose}
      >
        <Icon name="close" />
      </button>
      <span className="shell-blank-picture">
        <Icon name="people" />
      </span>
      <h2>{gone ? words.gone : words.empty}</h2>
      <p>{gone ? words.goneHint : words.emptyHint}</p>
      {onPeople !== undefined && (
        <button type="button" className="shell-button shell-button-main" onClick={onPeople}>
          {words.choose}
        </button>
      )}
    </div>
  );
}
