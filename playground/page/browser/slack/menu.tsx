/** A button that opens a menu: message actions, shortcuts, Block Kit's overflow. */
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Popup } from './popup.js';

export interface MenuEntry {
  readonly key: string;
  readonly label: string;
  readonly description?: string | undefined;
  readonly onChoose: () => void;
}

export function Menu({
  label,
  icon,
  entries,
  empty,
  busy = false,
  above = false,
  className = 'slack-icon-button',
}: {
  readonly label: string;
  readonly icon: ReactNode;
  readonly entries: readonly MenuEntry[];
  /** What stands in a menu without entries. */
  readonly empty?: string;
  readonly busy?: boolean;
  readonly above?: boolean;
  readonly className?: string;
}) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = (refocus: boolean) => {
    setOpen(false);
    if (refocus) button.current?.focus();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className={`${className}${busy ? ' slack-busy' : ''}`}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-disabled={busy}
        onClick={() => {
          if (!busy) setOpen(!open);
        }}
      >
        {icon}
      </button>
      {open && (
        <Popup anchor={button} above={above} onOutside={() => close(false)}>
          {entries.length === 0 ? (
            <p className="slack-menu-empty">{empty}</p>
          ) : (
            <Entries label={label} entries={entries} onClose={close} />
          )}
        </Popup>
      )}
    </>
  );
}

function Entries({
  label,
  entries,
  onClose,
}: {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly onClose: (refocus: boolean) => void;
}) {
  const list = useRef<HTMLDivElement>(null);
  const items = () => [...(list.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
  useEffect(() => {
    list.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    const all = items();
    const here = document.activeElement;
    const at = here instanceof HTMLElement ? all.indexOf(here) : -1;
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: (at + 1) % all.length,
      ArrowUp: (at - 1 + all.length) % all.length,
      Home: 0,
      End: all.length - 1,
    };
    const move = moves[event.key];
    if (move !== undefined) {
      event.preventDefault();
      all[move]?.focus();
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      // Escape closes one thing at a time: the dialog behind stays open.
      event.stopPropagation();
      onClose(true);
    }
  };
  return (
    <div ref={list} className="slack-menu" role="menu" tabIndex={-1} aria-label={label} onKeyDown={onKeyDown}>
      {entries.map((entry) => (
        <button
          key={entry.key}
          type="button"
          role="menuitem"
          tabIndex={-1}
          onClick={() => {
            onClose(true);
            entry.onChoose();
          }}
        >
          {entry.label}
          {entry.description !== undefined && <span className="slack-menu-description">{entry.description}</span>}
        </button>
      ))}
    </div>
  );
}
