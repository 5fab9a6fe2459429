/** What a person can do with the app itself: remove it, block it, and let it speak again. */
import { useEffect, useId, useRef, useState } from 'react';
import type { TeamsDeed } from '../../deed.js';
import type { SeatId } from '../../protocol.js';
import { useWords } from '../language.js';
import { MoreIcon } from './icons.js';
import { Trouble } from './trouble.js';
import { useDeed } from './use-deed.js';
import { teamsWords } from './words.js';

interface ChatMenuProps {
  readonly seat: SeatId;
  readonly blocked: boolean;
}

export function ChatMenu({ seat, blocked }: ChatMenuProps) {
  const words = useWords(teamsWords);
  const id = useId();
  const { busy, error, run } = useDeed(seat);
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
  function choose(deed: TeamsDeed): void {
    setOpen(false);
    button.current?.focus();
    void run(deed);
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

export function BlockedBar({ seat, bot }: { readonly seat: SeatId; readonly bot: string }) {
  const words = useWords(teamsWords);
  const { error, run } = useDeed(seat);
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
