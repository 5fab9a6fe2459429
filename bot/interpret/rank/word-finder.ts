/** Finds every word of a list within a text at once: the work depends on the text's length, not on how many words there are. */

export interface Word {
  readonly concept: string;
  /** In lower case; a hyphen at the end stands for any ending. */
  readonly word: string;
}

/** Where a text speaks of a concept. */
export interface Mention {
  readonly concept: string;
  readonly start: number;
  readonly end: number;
}

interface Node {
  readonly next: Map<number, Node>;
  readonly whole: string[];
  readonly beginnings: string[];
}

/** A word of Latin letters is found as a whole, with or without an s at its end; one of another script anywhere. */
export function wordFinder(words: readonly Word[]): (text: string) => readonly Mention[] {
  const root = newNode();
  for (const { concept, word } of words) {
    const isBeginning = word.endsWith('-');
    const end = [...(isBeginning ? word.slice(0, -1) : word)].reduce((node, letter) => following(node, letter), root);
    const list = isBeginning ? end.beginnings : end.whole;
    if (!list.includes(concept)) list.push(concept);
  }
  return (text) => {
    const mentions: Mention[] = [];
    for (let start = 0; start < text.length; start += 1) {
      if (isLatin(text, start) && isLatin(text, start - 1)) continue;
      let node: Node | undefined = root;
      for (let at = start; at < text.length; at += 1) {
        node = node.next.get(text.charCodeAt(at));
        if (node === undefined) break;
        const end = at + 1;
        for (const concept of node.beginnings) mentions.push({ concept, start, end: endOfWord(text, end) });
        if (node.whole.length > 0 && isWhole(text, end))
          for (const concept of node.whole) mentions.push({ concept, start, end });
      }
    }
    return mentions;
  };
}

function newNode(): Node {
  return { next: new Map(), whole: [], beginnings: [] };
}

function following(node: Node, letter: string): Node {
  const code = letter.charCodeAt(0);
  const known = node.next.get(code);
  if (known !== undefined) return known;
  const made = newNode();
  node.next.set(code, made);
  return made;
}

function isWhole(text: string, end: number): boolean {
  if (!isLatin(text, end - 1) || !isLatin(text, end)) return true;
  return text[end] === 's' && !isLatin(text, end + 1);
}

function endOfWord(text: string, from: number): number {
  let end = from;
  while (isLatin(text, end)) end += 1;
  return end;
}

function isLatin(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 97 && code <= 122;
}
