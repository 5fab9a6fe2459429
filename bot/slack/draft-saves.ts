/** Saves what is typed into open modals, one save of a modal after another: of those that pile up only the latest is made. */
import type { SlackContext } from './slack-context.js';

type Save = () => Promise<void>;

export interface DraftSaves {
  put(viewId: string, save: Save): void;
  /** Resolves when nothing of this modal is being saved any more. */
  settled(viewId: string): Promise<void>;
}

interface Modal {
  next: Save | null;
  done: Promise<void>;
}

/** Slack sends a request for every letter. A save that fails is logged, and the next one holds all fields again. */
export function draftSaves({ background, services }: SlackContext): DraftSaves {
  const modals = new Map<string, Modal>();
  const saveAll = async (viewId: string, modal: Modal) => {
    while (modal.next !== null) {
      const save = modal.next;
      modal.next = null;
      await save().catch((error: unknown) => services.log.warn({ error }, 'what was put into a form was not kept'));
    }
    modals.delete(viewId);
  };
  return {
    put(viewId, save) {
      const saving = modals.get(viewId);
      if (saving !== undefined) {
        saving.next = save;
        return;
      }
      const modal: Modal = { next: save, done: Promise.resolve() };
      modals.set(viewId, modal);
      modal.done = saveAll(viewId, modal);
      background.run('keeping what is put into a form', () => modal.done);
    },
    settled: async (viewId) => await modals.get(viewId)?.done,
  };
}
