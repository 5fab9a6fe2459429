/** Lets files be dropped where a message is written, as Slack and Teams take them: anywhere in the conversation. */
import { type RefObject, useEffect, useRef, useState } from 'react';

interface FileDrop {
  /** What is marked while files are held over it. */
  readonly box: RefObject<HTMLElement | null>;
  /** Whether what stands around the box takes files for it, too: the messages above it. */
  readonly around: boolean;
  /** Whether files can be sent from here at all. */
  readonly takes: boolean;
  readonly add: (files: readonly File[]) => void;
}

/** @returns whether files are being held over it */
export function useFileDrop({ box, around, takes, add }: FileDrop): boolean {
  const [over, setOver] = useState(false);
  const latest = useRef(add);
  latest.current = add;
  useEffect(() => {
    const element = around ? box.current?.parentElement : box.current;
    if (!element || !takes) return;
    // Moving from one inner element to the next enters before it leaves.
    let within = 0;
    const listen = (heard: (event: DragEvent) => void) => (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      // A reply box stands inside a conversation, which takes files as well.
      event.stopPropagation();
      heard(event);
    };
    const count = (entered: number) => {
      within = Math.max(0, entered);
      setOver(within > 0);
    };
    const listeners = {
      dragenter: listen(() => count(within + 1)),
      dragleave: listen(() => count(within - 1)),
      dragover: listen(() => {}),
      drop: listen(({ dataTransfer }) => {
        count(0);
        latest.current([...(dataTransfer?.files ?? [])]);
      }),
    };
    for (const name of names) element.addEventListener(name, listeners[name]);
    return () => {
      for (const name of names) element.removeEventListener(name, listeners[name]);
    };
  }, [box, around, takes]);
  return over;
}

const names = ['dragenter', 'dragleave', 'dragover', 'drop'] as const;

/** A file that is dropped where nothing takes it would be opened by the browser in the page's place. */
export function useNoFileInPlaceOfPage(): void {
  useEffect(() => {
    const refuse = (event: DragEvent) => {
      const takesItself = event.target instanceof HTMLInputElement && event.target.type === 'file';
      if (event.defaultPrevented || takesItself || !holdsFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'none';
    };
    window.addEventListener('dragover', refuse);
    window.addEventListener('drop', refuse);
    return () => {
      window.removeEventListener('dragover', refuse);
      window.removeEventListener('drop', refuse);
    };
  }, []);
}

function holdsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}
