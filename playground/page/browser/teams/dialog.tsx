/** A dialog (task module) over the client, which keeps the focus until it is closed. */
import { type KeyboardEvent, type RefObject, useEffect, useId, useRef } from 'react';
import type { ClientSessionId, TeamsDialog } from '../../protocol.js';
import { useWords } from '../language.js';
import { AdaptiveCardView } from './cards/adaptive-card.js';
import { showFirstError } from './cards/first-error.js';
import { isOpenable } from './fields.js';
import { CloseIcon } from './icons.js';
import { Trouble } from './trouble.js';
import { useCommand } from './use-command.js';
import { teamsWords } from './words.js';

interface DialogProps {
  readonly clientSession: ClientSessionId;
  readonly dialog: TeamsDialog;
}

const focusable = 'a[href], button:not([disabled]), input, select, textarea, [tabindex="0"]';

function focusablesIn(element: HTMLElement): readonly HTMLElement[] {
  return [...element.querySelectorAll<HTMLElement>(focusable)].filter((one) => one.checkVisibility());
}

export function Dialog({ clientSession, dialog }: DialogProps) {
  const words = useWords(teamsWords);
  const id = useId();
  const whole = useRef<HTMLDialogElement>(null);
  const { error, run } = useCommand(clientSession);
  useFocusWithin(whole, dialog.id);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      void run({ do: 'close dialog' });
    }
    const { current } = whole;
    if (event.key !== 'Tab' || !current) return;
    const all = focusablesIn(current);
    const edge = event.shiftKey ? all[0] : all.at(-1);
    const leaving = document.activeElement === edge || document.activeElement === current;
    if (!leaving || (document.activeElement === current && !event.shiftKey)) return;
    event.preventDefault();
    (event.shiftKey ? all.at(-1) : all[0])?.focus();
  }

  return (
    <div className="teams-veil">
      <dialog
        open
        ref={whole}
        className="teams-dialog"
        aria-modal="true"
        aria-labelledby={`${id}-title`}
        tabIndex={-1}
        onKeyDown={onKeyDown}
      >
        <header className="teams-dialog-head">
          <h2 id={`${id}-title`}>{dialog.title}</h2>
          <button
            className="teams-tool"
            type="button"
            aria-label={words.close}
            title={words.close}
            onClick={() => void run({ do: 'close dialog' })}
          >
            <CloseIcon />
          </button>
        </header>
        <div className="teams-dialog-body" key={dialog.id}>
          {dialog.card ? (
            <AdaptiveCardView clientSession={clientSession} card={dialog.card} place={{ dialog: dialog.id }} alarms />
          ) : (
            <DialogText text={dialog.text} />
          )}
          <Trouble error={error} />
        </div>
      </dialog>
    </div>
  );
}

function DialogText({ text }: { readonly text: string }) {
  const words = useWords(teamsWords);
  return isOpenable(text) ? (
    <a className="teams-button" href={text} target="_blank" rel="noopener noreferrer">
      {words.open}
    </a>
  ) : (
    <p className="teams-dialog-text">{text}</p>
  );
}

/** Into the dialog when it opens or shows something else, and back to where it was opened from. */
function useFocusWithin(whole: RefObject<HTMLDialogElement | null>, shown: string): void {
  useEffect(() => {
    const opener = document.activeElement;
    const pane = whole.current?.closest('.teams-pane');
    return () => {
      const back = opener instanceof HTMLElement && opener !== document.body && opener.isConnected ? opener : null;
      (back ?? pane?.querySelector<HTMLElement>('.teams-log'))?.focus();
    };
  }, [whole]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another thing is shown.
  useEffect(() => {
    // In the next frame: fields that search are drawn after the card.
    const frame = requestAnimationFrame(() => {
      const body = whole.current?.querySelector<HTMLElement>('.teams-dialog-body');
      body?.scrollTo(0, 0);
      if (!showFirstError(body)) (firstField(body) ?? whole.current)?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [whole, shown]);
}

function firstField(body: HTMLElement | null | undefined): HTMLElement | undefined {
  const fields = [...(body?.querySelectorAll<HTMLElement>('input, select, textarea') ?? [])];
  return fields.find((one) => one.checkVisibility());
}
