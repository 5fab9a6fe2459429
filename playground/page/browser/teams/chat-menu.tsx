/** What a person can do with the app itself: remove it, block it, and let it speak again. */
import { useEffect, useId, useRef, useState } from 'react';
import type { TeamsCommand } from '../../command.js';
import type { ClientSessionId } from '../../protocol.js';
import { useWords } from '../language.js';
import { MoreIcon } from './icons.js';
import { Trouble } from './trouble.js';
import { useCommand } from './use-command.js';
import { teamsWords } from './words.js';

interface ChatMenuProps {
  readonly clientSession: ClientSessionId;
  readonly blocked: boolean;
}

export function ChatMenu({ clientSession, blocked }: ChatMenuProps) {
  const words = useWords(teamsWords);
  const id = useId();
  const { busy, error, run } = useCommand(clientSession);
  const [open, setOpen] = useState(false);
  const whole = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return;
    const leave = ({ target }: Event) => {
      if (target instanceof Node && !whole.current?.contains(target)) setOpen(false);
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('focusin', leave);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('focusin', leave);
    };
  }, [open]);
  function choose(command: TeamsCommand): void {
    setOpen(false);
    button.current?.focus();
    void run(command);
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes from wherever the focus is within.
    <div
      className="teams-menu"
      ref={whole}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.stopPropagation();
        setOpen(false);
        button.current?.focus();
      }}
    >
      <button
        className="teams-tool"
        type="button"
        ref={button}
        aria-label={words.more}
        aria-expanded={open}
        aria-controls={id}
        aria-busy={busy}
        onClick={() => setOpen(!open)}
      >
        <MoreIcon />
      </button>
      <ul id={id} className="teams-menu-items" hidden={!open}>
        <li>
          <button type="button" onClick={() => choose({ do: 'block', blocked: !blocked })}>
            {blocked ? words.unblock : words.block}
          </button>
        </li>
        <li>
          <button type="button" onClick={() => choose({ do: 'uninstall' })}>
            {words.uninstall}
          </button>
        </li>
      </ul>
      <Trouble error={error} />
    </div>
  );
}

export function BlockedBar({ clientSession, bot }: { readonly clientSession: ClientSessionId; readonly bot: string }) {
  const words = useWords(teamsWords);
  const { error, run } = useCommand(clientSession);
  return (
    <div className="teams-blocked">
      <p>{words.blocked(bot)}</p>
      <button className="teams-button" type="button" onClick={() => void run({ do: 'block', blocked: false })}>
        {words.unblock}
      </button>
      <Trouble error={error} />
    </div>
  );
}
