/** What a newcomer sees while nobody is chosen: what this is, and a few ways to begin. */
import './welcome.css';
import { useMemo } from 'react';
import type { ClientSessionId, PagePerson, ScenarioCard } from '../../protocol.js';
import { useLanguage, useWords } from '../language.js';
import { Avatar } from './avatar.js';
import { Icon } from './icons.js';
import { platformOf } from './pane-layout.js';
import { companyOf, nameOf, suggestCast } from './people.js';
import { shellWords } from './words.js';

export interface WelcomeProps {
  readonly people: readonly PagePerson[];
  readonly scenarios: readonly ScenarioCard[];
  readonly onShow: (clientSession: ClientSessionId) => void;
  readonly onShowBoth: (clientSessions: readonly [ClientSessionId, ClientSessionId]) => void;
  readonly onScenario: (id: string) => void;
}

export function Welcome({ people, scenarios, onShow, onShowBoth, onScenario }: WelcomeProps) {
  const { language } = useLanguage();
  const words = useWords(shellWords);
  const cast = useMemo(() => suggestCast(people, language), [people, language]);
  const beginners = cast.filter(({ kind }) => kind !== 'on both');
  const participant = cast.find(({ kind }) => kind === 'participant on Slack');
  const other = cast.find(({ kind }) => kind === 'participant on Teams');
  const scenario = scenarios.find(({ id }) => id.includes('registration')) ?? scenarios[0];
  return (
    <div className="shell-welcome">
      <div className="shell-welcome-card">
        <h2>{words.welcome.heading}</h2>
        <p className="shell-welcome-lead">{words.welcome.lead.join(language === 'ja' ? '' : ' ')}</p>
        <h3>{words.welcome.begin}</h3>
        <div className="shell-beginners">
          {beginners.map(({ kind, person, clientSession }) => (
            <button key={clientSession} type="button" className="shell-beginner" onClick={() => onShow(clientSession)}>
              <Avatar person={person} size="large" />
              <span className="shell-beginner-who">
                <strong>{nameOf(person, language)}</strong>
                <span>{words.cast[kind]}</span>
                {person.company !== null && <span>{companyOf(person, language)}</span>}
              </span>
              <span className="shell-platform" data-platform={platformOf(clientSession)}>
                {words.platforms[platformOf(clientSession)]}
              </span>
            </button>
          ))}
        </div>
        <div className="shell-welcome-more">
          {participant !== undefined && other !== undefined && (
            <button
              type="button"
              className="shell-button"
              onClick={() => onShowBoth([participant.clientSession, other.clientSession])}
            >
              <Icon name="split" /> {words.welcome.both}
            </button>
          )}
          {scenario !== undefined && (
            <button type="button" className="shell-button" onClick={() => onScenario(scenario.id)}>
              <Icon name="scenario" /> {words.welcome.scenario(scenario.title[language])}
            </button>
          )}
        </div>
        <p className="shell-welcome-safety">
          <Icon name="lock" /> {words.welcome.safety}
        </p>
      </div>
    </div>
  );
}
