/** A dialog inside the pane: it takes the focus, keeps it while it is open, and gives it back. */
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';

const focusable =
  'a[href], button:not([disabled]):not([tabindex="-1"]), input:not([disabled]):not([type=hidden]), select:not([disabled]), textarea:not([disabled]), [tabindex="0"]';

export function DialogFrame({
  labelledBy,
  role = 'dialog',
  className,
  drawing = '',
  onEscape,
  children,
}: {
  readonly labelledBy: string;
  readonly role?: 'dialog' | 'alertdialog';
  readonly className: string;
  /** Changes with what is in it: the focus may have gone with something that is not in it any more. */
  readonly drawing?: string;
  readonly onEscape: () => void;
  readonly children: ReactNode;
}) {
  const dialog = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at anew with each drawing.
  useEffect(() => {
    const drawn = dialog.current;
    if (drawn === null || drawn.contains(document.activeElement)) return;
    const first =
      drawn.querySelector<HTMLElement>('[data-autofocus]') ??
      drawn.querySelector<HTMLElement>('.slack-dialog-body :is(input, select, textarea):not([type=file])');
    (first ?? drawn).focus({ preventScroll: first === null });
  }, [drawing]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      event.stopPropagation();
      onEscape();
    } else if (event.key === 'Tab') {
      const all = [...(dialog.current?.querySelectorAll<HTMLElement>(focusable) ?? [])].filter(
        (one) => one.offsetParent !== null,
      );
      const [first, last] = [all.at(0), all.at(-1)];
      const here = document.activeElement;
      if (event.shiftKey && (here === first || here === dialog.current)) {
        event.preventDefault();
        last?.focus();
      } else if (!event.shiftKey && (here === last || all.length === 0)) {
        event.preventDefault();
        first?.focus();
      }
    }
  };
  return (
    <div className="slack-overlay">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it has one of two roles, both of a dialog. */}
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles have it. */}
      <div
        ref={dialog}
        className={`slack-dialog ${className}`}
        role={role}
        aria-modal="true"
        aria-labelledby={labelledBy}
        tabIndex={-1}
        onKeyDown={onKeyDown}
      >
        {children}
      </div>
    </div>
  );
}
