/** What was answered about the doubtful names of a list, as a button and a form carry it to the next form. */

/** By the place in the list: whom a name means, by their identifier or its end; null for nobody of the programme. */
export type ListAnswers = ReadonlyMap<string, string | null>;

/** As many as fit into a button of Slack beside the identifiers of ten files. */
export const MOST_ANSWERS = 120;

/** Tells those who are offered for one name apart, in a fifth of an identifier's length. */
const END = 8;

/** As `3:9f31c2ab 7:`, the second being nobody. */
export function packAnswers(answers: ListAnswers): string {
  return [...answers].map(([key, answer]) => `${key}:${answer?.slice(-END) ?? ''}`).join(' ');
}

/** What is no answer is left out: it comes back from a chat client. */
export function unpackAnswers(packed: string): ListAnswers {
  return new Map(
    packed.split(' ').flatMap((one) => {
      const [, key, answer] = /^(\d{1,5}):([\w-]*)$/.exec(one) ?? [];
      return key === undefined || answer === undefined ? [] : [[key, answer === '' ? null : answer] as const];
    }),
  );
}

/** Whether an answer, whole or as it was packed, means this person. */
export function isMeant(personId: string, answer: string): boolean {
  return answer === personId || (answer.length === END && personId.endsWith(answer));
}
