/** JSON drawn to be read: indented, with names, texts and the rest in colours of their own. */
import { useId } from 'react';

/** Colouring more than this would be felt. */
const colouredCharacters = 60_000;

/** A text with, where it is a name, the colon that follows; or a number or word. */
const token = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(?:true|false|null)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

interface JsonTextProps {
  readonly title: string;
  readonly value: unknown;
  /** Said where there is nothing. */
  readonly nothing: string;
}

export function JsonText({ title, value, nothing }: JsonTextProps) {
  const id = useId();
  const empty = value === undefined || value === null || value === '';
  const text = empty ? nothing : typeof value === 'string' ? value : JSON.stringify(value, null, 2);
  return (
    <section className="inspector-json" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must be able to scroll it */}
      <pre tabIndex={0}>
        {typeof value === 'object' && !empty && text.length <= colouredCharacters ? coloured(text) : text}
      </pre>
    </section>
  );
}

function coloured(text: string) {
  const pieces = [];
  let end = 0;
  for (const match of text.matchAll(token)) {
    const [whole, string, colon] = match;
    if (match.index > end) pieces.push(text.slice(end, match.index));
    const kind = string === undefined ? 'word' : colon === undefined ? 'text' : 'name';
    pieces.push(
      <span key={match.index} className={`inspector-json-${kind}`}>
        {whole}
      </span>,
    );
    end = match.index + whole.length;
  }
  pieces.push(text.slice(end));
  return pieces;
}
