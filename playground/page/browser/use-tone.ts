/** The colour that the page gives to a name, so that a person looks the same in the list and in both clients. */
import { toneOf } from './shell/people.js';
import { useStore } from './store.js';

/** Undefined for the bot, and for those who are not among the people of this run. */
export function useTone(name: string): string | undefined {
  return useStore(({ snapshot }) => {
    const person = snapshot?.people.find((one) => one.name === name || one.nameEn === name);
    return person && toneOf(person);
  });
}
