/** Finds in a text whom it speaks of as the one who comes or not, by the names of those who may be meant and by what people are called at work. */
import { LRUCache } from 'lru-cache';
import { normal } from './normalise.js';

/** A colleague, by their names as they are stored. */
export interface KnownPerson {
  readonly nameJa: string;
  readonly nameEn: string;
}

const titles = '同僚|部下|上司|社長|会長|専務|常務|部長|課長|係長|主任|後輩|先輩|秘書|彼女|彼';
const address = '(?:さん|様|さま|氏|くん|君|ちゃん|先生|社長|部長|課長|係長|主任|専務|常務)?';
/** What makes a name the one spoken of; who told the person who writes (から, に) is not. */
const isAbout = '(?=[はがをもの])(?!の(?:代わり|代理))';
const atWork = new RegExp(`(?<![\\p{Script=Han}々ァ-ヶー])(?:${titles})${isAbout}`, 'u');

const kin =
  '(?:my|our) (?:colleague|co-?worker|boss|manager|team ?mate|assistant|director|president|deputy|supervisor|staff)';
const does =
  "(?:will|won't|can't|cannot|can|could|couldn't|would|wouldn't|wants|doesn't|does|is|isn't|has|hasn't|needs|may|might|'ll)";
const englishAtWork = new RegExp(`(?:^|[ ,])(?<who>${kin}|he|she) ${does}\\b`);
const doesTo =
  '(?:register|sign up|sign|enrol|enroll|add|book|put|cancel|remove|withdraw|switch|move|change|decline|record|for)';

/** As it was typed or, of a colleague, as it is stored; null where the text speaks of nobody else. */
export function otherIn(text: string, colleagues: readonly KnownPerson[], self: KnownPerson | null): string | null {
  const typed = text.normalize('NFKC').replace(/[’‘]/g, "'");
  const said = normal(typed);
  const own = new Set(self === null ? [] : namesOf(self));
  for (const colleague of colleagues) {
    const called = namesOf(colleague).filter((one) => !own.has(one));
    if (called.some((one) => isSpokenOf(one, typed.toLowerCase(), said))) return fullName(colleague, typed);
  }
  return atWork.exec(typed)?.[0] ?? englishAtWork.exec(said)?.groups?.who ?? null;
}

/** Names of colleagues are told from other words by their capitals, which nobody types in a hurry. */
export function withCapitals(text: string, colleagues: readonly KnownPerson[]): string {
  const parts = new Set(colleagues.flatMap(namesOf).filter((one) => isLatin(one) && !one.includes(' ')));
  return text.replace(/(?<![\p{L}\p{N}@._-])\p{Ll}[\p{L}'-]*/gu, (word) =>
    parts.has(word.toLowerCase()) ? word.charAt(0).toUpperCase() + word.slice(1) : word,
  );
}

/** The name, unless it is the person's own. */
export function otherThan(self: KnownPerson | null, named: string | null): string | null {
  return self !== null && named !== null && namesOf(self).includes(named.toLowerCase()) ? null : named;
}

/** Whom a found name stands for: of several with the same one, the search that follows asks. */
function fullName({ nameJa, nameEn }: KnownPerson, typed: string): string {
  const whole = [nameJa, nameEn].find((one) => typed.includes(one));
  const part = [...namesOf({ nameJa, nameEn })].find((one) => typed.toLowerCase().includes(one));
  return whole ?? part ?? nameJa;
}

/** Full names, and the parts of them that people are called by, in lower case, the longest first. */
function namesOf({ nameJa, nameEn }: KnownPerson): readonly string[] {
  const japanese = nameJa.normalize('NFKC').toLowerCase().trim();
  const english = nameEn.normalize('NFKC').toLowerCase().trim();
  const parts = [japanese.split(/\s+/), english.split(/\s+/)].flat();
  return [...new Set([japanese, japanese.replace(/\s+/g, ''), english, ...parts])]
    .filter((one) => (isLatin(one) ? one.length >= 3 : one.length >= 2))
    .toSorted((one, other) => other.length - one.length);
}

/** What speaks of a name, for as many names as the companies of those who write have; to make each anew took most of the search. */
const spoken = new LRUCache<string, RegExp>({ max: 2_000 });

function isSpokenOf(name: string, typed: string, said: string): boolean {
  const pattern = spoken.get(name) ?? speaksOf(name);
  spoken.set(name, pattern);
  return pattern.test(isLatin(name) ? said : typed);
}

function speaksOf(name: string): RegExp {
  const exact = name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  if (!isLatin(name)) return new RegExp(`(?<![\\p{Script=Han}々ァ-ヶー])${exact}${address}${isAbout}`, 'u');
  return new RegExp(
    `(?:^|[ ,])${exact} ${does}(?: |$)|\\b${doesTo} ${exact}(?:'s)?(?= |$)|\\b${exact}'s (?:registration|place|seat|absence)\\b|(?: online| on site| in person|-\\d+) @?${exact}(?= |$)`,
  );
}

function isLatin(name: string): boolean {
  return /^[a-z]/.test(name);
}
