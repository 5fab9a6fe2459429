/** The scenarios to choose from; loading one is confirmed only where it would undo what somebody did by hand. */
import { useState } from 'react';
import type { ScenarioCard } from '../../protocol.js';
import { useLanguage, useWords } from '../language.js';
import { useStore } from '../store.js';
import { Sheet } from './sheet.js';
import { useLoadScenario } from './use-load-scenario.js';
import { shellWords } from './words.js';

const none: readonly ScenarioCard[] = [];

interface ScenarioSheetProps {
  /** The one that is asked about at once; null shows them all to choose from. */
  readonly first: string | null;
  readonly onClose: () => void;
}

export function ScenarioSheet({ first, onClose }: ScenarioSheetProps) {
  const words = useWords(shellWords).scenarios;
  const scenarios = useStore((state) => state.snapshot?.scenarios ?? none);
  const [asked, setAsked] = useState(first);
  const livedIn = useStore((state) => state.livedIn);
  const loadScenario = useLoadScenario();

  function load(id: string): void {
    onClose();
    void loadScenario(id);
  }

  return (
    <Sheet heading={words.heading} shape="centre" onClose={onClose}>
      <p className="shell-soft">{scenarios.length === 0 ? words.none : words.lead}</p>
      <ul className="shell-scenarios">
        {scenarios.map((scenario) => (
          <Card
            key={scenario.id}
            scenario={scenario}
            asked={asked === scenario.id}
            onChoose={() => (livedIn ? setAsked(scenario.id) : load(scenario.id))}
            onYes={() => load(scenario.id)}
            onNo={() => setAsked(null)}
          />
        ))}
      </ul>
    </Sheet>
  );
}

interface CardProps {
  readonly scenario: ScenarioCard;
  /** Whether it is being confirmed. */
  readonly asked: boolean;
  readonly onChoose: () => void;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

function Card({ scenario: { title, description }, asked, onChoose, onYes, onNo }: CardProps) {
  const { language } = useLanguage();
  const words = useWords(shellWords).scenarios;
  return (
    <li className="shell-scenario" data-asked={asked}>
      <h3>{title[language]}</h3>
      <p>{description[language]}</p>
      {asked ? (
        <fieldset className="shell-scenario-confirm">
          <legend>{words.confirm}</legend>
          <button
            type="button"
            className="shell-button shell-button-main"
            ref={(button) => button?.focus()}
            onClick={onYes}
          >
            {words.yes}
          </button>
          <button type="button" className="shell-button" onClick={onNo}>
            {words.no}
          </button>
        </fieldset>
      ) : (
        <button type="button" className="shell-button" aria-label={words.loadOf(title[language])} onClick={onChoose}>
          {words.load}
        </button>
      )}
    </li>
  );
}
