/** A room whose one action takes spreadsheets from the secretariat; to be imported once the app's own list of rooms is collected. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { interpreterByRules } from '../../bot/interpret/interpreter-by-rules.js';
import { findReceivedFiles } from '../../programme/files/received-file.js';
import { secretariat } from '../../programme/members/roles.js';
import { actionTexts } from '../../programme/messages/action-texts.js';
import { plain } from '../../programme/messages/message.js';
import { memberAction } from '../../programme/requests/action.js';
import { refuse } from '../../programme/requests/refusal.js';
import { collectActions } from '../../programme/requests/registry.js';
import type { Services } from '../../programme/requests/services.js';

const ja = { actions: { 'roster.read': actionTexts('名簿を読む', '名簿を読みます。', '名簿') } };
const en: typeof ja = { actions: { 'roster.read': actionTexts('Read a roster', 'Reads a roster.', 'roster') } };

/** Says of each file what it got: name, type, size and the digest of the bytes that the store gives. */
const readRoster = memberAction({
  name: 'roster.read',
  texts: { ja, en },
  command: 'roster',
  who: secretariat,
  input: z.object({ files: z.array(z.string()).min(1) }),
  receives: { types: ['xlsx', 'csv'], field: 'files' },
  offered: 'help',
  confirm: {
    when: 'words',
    // Four are refused, so that there is a refusal to look at.
    show: async (_context, { files }) =>
      files.length === 4 ? refuse('not_found', {}) : { does: `to be read: ${files.length}`, elements: [] },
  },
  run: async ({ transaction, files: store, person }, { files: ids }) => {
    const found = await findReceivedFiles(transaction, person.id, ids);
    if (found === null) return refuse('file_not_found', {});
    const lines: string[] = [];
    for (const { id, name, type, size, sha256 } of found) {
      const hash = createHash('sha256');
      for await (const piece of store.read(id)) hash.update(piece);
      lines.push(`${name} ${type} ${size} ${hash.digest('hex') === sha256 ? sha256 : 'other bytes'}`);
    }
    return { message: plain(lines.join('\n')) };
  },
});

/** The services with this room beside the app's own, of which none takes files then. */
export function withReceivingRoom<S extends Services>(services: S): S {
  const own = [...services.actions.values()].filter(({ receives }) => receives === null);
  const actions = collectActions([...own, readRoster]);
  return { ...services, actions, interpreter: interpreterByRules(actions) };
}
