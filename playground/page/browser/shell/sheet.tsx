/** A modal dialog of the browser's own, which keeps the focus inside, closes with Escape and gives the focus back. */
import './sheet.css';
import { type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react';
import { useWords } from '../language.js';
import { Icon } from './icons.js';
import { shellWords } from './words.js';

export interface SheetProps {
  readonly heading: string;
  /** `centre` stands in the middle, `side` along the left edge, `whole` covers the window. */
  readonly shape: 'centre' | 'side' | 'whole';
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Open for as long as it is drawn. */
export function Sheet({ heading, shape, onClose, children }: SheetProps) {
  const words = useWords(shellWords);
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    // Closed rather than just taken away: only so does the focus go back to where it was.
    return () => shown?.close();
  }, []);
  useEffect(() => {
    const shown = dialog.current;
    const onPress = (event: PointerEvent) => {
      if (event.target === shown) onClose();
    };
    shown?.addEventListener('pointerdown', onPress);
    return () => shown?.removeEventListener('pointerdown', onPress);
  }, [onClose]);
  return (
    <dialog ref={dialog} className={`shell-sheet shell-sheet-${shape}`} aria-labelledby={id} onClose={onClose}>
      <div className="shell-sheet-frame">
        <div className="shell-sheet-head">
          <h2 id={id}>{heading}</h2>
          <button type="button" className="shell-icon-button" aria-label={words.close} onClick={onClose}>
            <Icon name="close" />
          </button>
        </div>
        <div className="shell-sheet-body">{children}</div>
      </div>
    </dialog>
  );
}
