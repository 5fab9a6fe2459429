/** Names a session in a list of choices, short enough for every platform and so that two sessions can be told apart. */

/** The most UTF-16 units of an option's label in Slack, the narrower of the two platforms (docs.slack.dev, option object). */
export const LONGEST_CHOICE_LABEL = 75;

/** Fewer characters of a title than these say less than the time of day would. */
const FEWEST_OF_TITLE = 20;

const gap = '…';
const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });

interface ChosenSession {
  /** The day alone, and the day with its times. */
  readonly day: string;
  readonly when: string;
  readonly code: string;
  readonly title: string;
}

/**
 * Day and code stand first and whole; the title loses its middle, for the titles of one series differ at the beginning or at the end.
 * Where the times leave too little room for the title, they go first.
 */
export function sessionChoice({ day, when, code, title }: ChosenSession, longest = LONGEST_CHOICE_LABEL): string {
  const heads = [`${when} ${code} `, `${day} ${gap} ${code} `, `${day} ${code} `];
  const head = heads.find(({ length }) => length + Math.min(title.length, FEWEST_OF_TITLE) <= longest);
  return head === undefined
    ? shortenMiddle(`${day} ${code} ${title}`, longest)
    : head + shortenMiddle(title, longest - head.length);
}

/** The text in at most so many UTF-16 units, without its middle where it is longer. No character is torn apart. */
export function shortenMiddle(text: string, longest: number): string {
  if (text.length <= longest) return text;
  // One object for each character would hold the whole text again, each: a long text ended the process.
  const characters = graphemes.segment(text);
  const kept = Math.max(0, longest - gap.length);
  const wanted = text.length - Math.floor(kept / 2);
  const last = characters.containing(wanted);
  const from = last === undefined || last.index === wanted ? wanted : last.index + last.segment.length;
  const end = text.slice(from).trimStart();
  const until = characters.containing(kept - end.length)?.index ?? 0;
  return `${text.slice(0, until).trimEnd()}${gap}${end}`;
}
