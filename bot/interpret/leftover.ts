/** What of a command was typed and not used, so that it can be said instead of dropped. */
import { readDatePhrases } from '../../programme/calendar/phrases/find-date-phrases.js';
import { modeWords } from '../../programme/registrations/attending-words.js';
import type { Recogniser, Sentence } from '../../programme/requests/recogniser.js';
import { normal, withHyphens } from './normalise.js';
import { sessionsIn } from './sentence.js';

/** Words that carry nothing by themselves. */
const fillers = new Set(
  (
    'a an the me my myself i us for to in at on of and or please thanks thank you thx this that it from by with as be up is ' +
    'session sessions seminar workshop meeting registration attendance list show all not now person want would like could can will ' +
    'colleague code next coming past previous attend attending join joining get see open kindly just also hi hello who week every each'
  ).split(' '),
);

const japaneseFillers =
  /^(?:です|ます|お願いします|ください|を|に|で|の|は|へ|と|も|から|して|参加|登録|出席|お願い|いたします|します|したい)+$/;

const modes = new RegExp(`(?:${modeWords.onsite}|${modeWords.online})`, 'gi');

/** In the words of the person, in their order; null where everything was used. `phrase`: the words that named the action; `uses`: what else it took. */
export function leftoverOf(
  { text, named, said }: Sentence,
  { words: phrase, uses, readsDates = false }: Pick<Recogniser, 'uses' | 'readsDates'> & { readonly words: string },
  used: readonly string[],
): string | null {
  const codes = sessionsIn(said);
  const names = new Set(named === null ? [] : normal(named).split(' '));
  const typed = withHyphens(text).trim();
  const rest = typed.toLowerCase().startsWith(phrase) ? typed.slice(phrase.length) : typed.replace(/^\S+/, '');
  const undated = readsDates ? withoutDates(rest) : rest;
  const left = (uses === undefined ? undated : undated.replace(uses, ' '))
    .replace(modes, ' ')
    .split(/[\s、。,;:!?「」“”"()]+/)
    .filter((token) => {
      const bare = normal(token).replace(/'s$/, '').replace(/^@/, '');
      if (bare === '' || fillers.has(bare) || japaneseFillers.test(bare)) return false;
      if (codes.some((code) => bare.startsWith(code)) || used.includes(bare)) return false;
      return !names.has(bare) && !names.has(`@${bare}`) && !/^\d+$/.test(bare);
    });
  return left.length === 0 ? null : left.join(' ');
}

function withoutDates(text: string): string {
  return readDatePhrases(text).reduceRight((rest, { from, to }) => `${rest.slice(0, from)} ${rest.slice(to)}`, text);
}
