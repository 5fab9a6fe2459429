/** The colour that the page gives to whoever is called like this, so that a person looks the same in the list and in both clients. */
import { toneOf } from './shell/people.js';
import { useStore } from './store.js';

/** Undefined for the bot, and for whoever is not among the people of this world. */
export function useTone(name: string): string | undefined {
  return useStore(({ snapshot }) => {
    const person = snapshot?.people.find((one) => one.name === name || one.nameEn === name);
    return person && toneOf(person);
  });
}
