/** What the page calls the person in a client session: by their name in the page's own language, whatever their client calls them. */
import type { ClientSessionId } from '../protocol.js';
import { useLanguage } from './language.js';
import { personOf } from './shell/pane-layout.js';
import { nameOf } from './shell/people.js';
import { useStore } from './store.js';

/** @param otherwise for a client session that nobody of this run has */
export function useName(clientSession: ClientSessionId, otherwise: string): string {
  const { language } = useLanguage();
  const person = useStore(({ snapshot }) => (snapshot === null ? undefined : personOf(snapshot.people, clientSession)));
  return person === undefined ? otherwise : nameOf(person, language);
}
