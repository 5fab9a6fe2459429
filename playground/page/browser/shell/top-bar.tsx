/** The bar across the page: its name, the programme's clock, and what concerns the whole page. */
import './top-bar.css';
import type { Language } from '../../protocol.js';
import { useLanguage, useWords } from '../language.js';
import { ClockMenu } from './clock-menu.js';
import { Icon, type IconName } from './icons.js';
import { shellWords } from './words.js';

export interface TopBarProps {
  readonly people: boolean;
  readonly onPeople: () => void;
  /** Undefined where there is no room for two. */
  readonly two: boolean | undefined;
  readonly onTwo: () => void;
  readonly inspector: boolean;
  readonly onInspector: () => void;
  readonly onScenarios: () => void;
  readonly onMailbox: () => void;
  readonly onAbout: () => void;
}

export function TopBar({
  people,
  onPeople,
  two,
  onTwo,
  inspector,
  onInspector,
  onScenarios,
  onMailbox,
  onAbout,
}: TopBarProps) {
  const words = useWords(shellWords);
  return (
    <header className="shell-top">
      <div className="shell-top-name">
        <BarButton icon="people" label={words.people.open} pressed={people} onClick={onPeople} />
        <h1>
          <span className="shell-mark" aria-hidden="true">
            SPP
          </span>
          <span className="shell-top-title">{words.page.replace(/^SPP /, '')}</span>
        </h1>
      </div>
      <ClockMenu />
      <div className="shell-top-actions">
        {two !== undefined && <BarButton icon="split" label={words.panes.sideBySide} pressed={two} onClick={onTwo} />}
        <BarButton icon="scenario" label={words.scenarios.open} onClick={onScenarios} />
        <BarButton icon="mail" label={words.mailbox.open} onClick={onMailbox} />
        <BarButton icon="inspector" label={words.inspector.open} pressed={inspector} onClick={onInspector} />
        <LanguageSwitch />
        <button type="button" className="shell-bar-button" aria-label={words.about.open} onClick={onAbout}>
          <Icon name="question" />
        </button>
      </div>
    </header>
  );
}

interface BarButtonProps {
  readonly icon: IconName;
  readonly label: string;
  /** Of a button that switches something on and off. */
  readonly pressed?: boolean;
  readonly onClick: () => void;
}

function BarButton({ icon, label, pressed, onClick }: BarButtonProps) {
  return (
    <button type="button" className="shell-bar-button" aria-pressed={pressed} title={label} onClick={onClick}>
      <Icon name={icon} />
      <span className="shell-bar-label">{label}</span>
    </button>
  );
}

const languages: readonly { readonly language: Language; readonly name: string }[] = [
  { language: 'ja', name: '日本語' },
  { language: 'en', name: 'English' },
];

function LanguageSwitch() {
  const { language: chosen, choose } = useLanguage();
  const words = useWords(shellWords);
  return (
    <fieldset className="shell-language">
      <legend className="visually-hidden">{words.languageChoice}</legend>
      {languages.map(({ language, name }) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={language === chosen}
          onClick={() => choose(language)}
        >
          {name}
        </button>
      ))}
    </fieldset>
  );
}
