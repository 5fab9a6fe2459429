/** The panes side by side, or where there is no room for that, one of them with tabs to the other. */
import './panes.css';
import { type Dispatch, useCallback } from 'react';
import type { ClientSessionId, PagePerson } from '../../protocol.js';
import { useLanguage, useWords } from '../language.js';
import { Icon } from './icons.js';
import { Pane } from './pane.js';
import { type PaneIndex, type PaneLayout, type PaneLayoutChange, personOf, platformOf } from './pane-layout.js';
import { nameOf } from './people.js';
import { shellWords } from './words.js';

export interface PanesProps {
  readonly people: readonly PagePerson[];
  readonly layout: PaneLayout;
  readonly change: Dispatch<PaneLayoutChange>;
  /** Whether two stand beside each other. */
  readonly wide: boolean;
  /** Undefined where the list of people is there anyway. */
  readonly onPeople: (() => void) | undefined;
}

export function Panes({ people, layout, change, wide, onPeople }: PanesProps) {
  const { panes, active } = layout;
  return (
    <>
      {!wide && <PaneTabs people={people} layout={layout} change={change} onPeople={onPeople} />}
      <div className="shell-panes" data-count={wide ? panes.length : 1}>
        {indexed(panes).map(([index, clientSession]) => (
          <PlacedPane
            key={index}
            index={index}
            clientSession={clientSession}
            person={clientSession === null ? undefined : personOf(people, clientSession)}
            active={panes.length === 2 ? index === active : undefined}
            // Only hidden, so that what one has typed there is still there on the way back.
            hidden={!wide && index !== active}
            change={change}
            onPeople={onPeople}
          />
        ))}
      </div>
    </>
  );
}

function indexed(panes: PaneLayout['panes']): readonly (readonly [PaneIndex, ClientSessionId | null])[] {
  return panes.length === 1
    ? [[0, panes[0]]]
    : [
        [0, panes[0]],
        [1, panes[1]],
      ];
}

interface PlacedPaneProps extends Pick<PanesProps, 'change' | 'onPeople'> {
  readonly index: PaneIndex;
  readonly clientSession: ClientSessionId | null;
  readonly person: PagePerson | undefined;
  readonly active: boolean | undefined;
  readonly hidden: boolean;
}

function PlacedPane({ change, ...rest }: PlacedPaneProps) {
  const { index: pane } = rest;
  const activate = useCallback(() => change({ kind: 'activate', pane }), [change, pane]);
  return (
    <Pane
      {...rest}
      onShow={(clientSession) => change({ kind: 'show', clientSession, pane })}
      onActivate={activate}
      onClose={() => change({ kind: 'close', pane })}
    />
  );
}

function PaneTabs({ people, layout: { panes, active }, change, onPeople }: Omit<PanesProps, 'wide'>) {
  const { language } = useLanguage();
  const words = useWords(shellWords);
  return (
    <fieldset className="shell-tabs">
      <legend className="visually-hidden">{words.panes.tabs}</legend>
      {indexed(panes).map(([index, clientSession]) => {
        const person = clientSession === null ? undefined : personOf(people, clientSession);
        return (
          <button
            key={index}
            type="button"
            className="shell-tab"
            aria-pressed={index === active}
            onClick={() => change({ kind: 'activate', pane: index })}
          >
            {clientSession !== null && (
              <span className="shell-tab-platform" data-platform={platformOf(clientSession)} aria-hidden="true" />
            )}
            <span className="shell-tab-name">
              {person === undefined ? words.panes.tabEmpty : nameOf(person, language)}
            </span>
            {clientSession !== null && (
              <span className="visually-hidden"> {words.platforms[platformOf(clientSession)]}</span>
            )}
          </button>
        );
      })}
      {panes.length === 1 && (
        <button
          type="button"
          className="shell-tab shell-tab-more"
          aria-label={words.panes.second}
          onClick={() => {
            change({ kind: 'open second' });
            onPeople?.();
          }}
        >
          <Icon name="plus" />
        </button>
      )}
    </fieldset>
  );
}
