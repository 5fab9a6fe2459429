/** Takes the focus to where one writes, as soon as that is drawn: who has just chosen a person wants to type. */
import type { ClientSessionId } from '../../protocol.js';

/** A client that has not come by then is waited for no longer. */
const patienceMilliseconds = 4_000;

let given: AbortController | undefined;

/** Not on touch devices, where the keyboard would cover half of what was opened; and given up as soon as anything else is done. */
export function focusComposer(clientSession: ClientSessionId): void {
  given?.abort();
  if (matchMedia('(pointer: coarse)').matches) return;
  const waiting = new AbortController();
  given = waiting;
  const giveUp = () => waiting.abort();
  const { signal } = waiting;
  addEventListener('pointerdown', giveUp, { signal, capture: true });
  addEventListener('keydown', giveUp, { signal, capture: true });
  const until = performance.now() + patienceMilliseconds;
  const look = () => {
    if (signal.aborted) return;
    const pane = document.querySelector(`[data-client-session="${CSS.escape(clientSession)}"]`);
    const composer = pane?.querySelector<HTMLElement>('textarea[data-composer]');
    composer?.focus({ preventScroll: true });
    const there = composer !== undefined && composer !== null && document.activeElement === composer;
    if (there || performance.now() > until) giveUp();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
