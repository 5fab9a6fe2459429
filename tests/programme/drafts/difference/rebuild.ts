/** Rebuilds one version from the other and the difference between them, without looking at the version that is rebuilt. */
import type { DocumentParagraph, DocumentText } from '../../../../documents/document-text.js';
import { clausesOf, type DraftClause } from '../../../../programme/drafts/difference/clauses.js';
import type { ClauseChange, DraftDifference } from '../../../../programme/drafts/difference/compare-drafts.js';
import type { RevisionRun } from '../../../../programme/messages/message.js';

type Side = 'older' | 'newer';

/** What the difference says of the version beside its texts: the numbers and marks of its clauses. */
type Head = Omit<DraftClause, 'text'>;

interface Rebuilt {
  readonly head: Head;
  readonly text: string;
}

/** The paragraphs of the wanted version that have text. */
export function rebuild(known: DocumentText, difference: DraftDifference, wanted: Side): readonly DocumentParagraph[] {
  const texts = clausesOf(known).map(({ text }) => text);
  const from = wanted === 'newer' ? 'older' : 'newer';
  const rebuilt = difference.changes.flatMap((change) => clausesFrom(change, texts, from, wanted));
  rebuilt.sort((one, other) => one.head.position - other.head.position);
  const paragraphs: DocumentParagraph[] = [];
  for (const { head, text } of rebuilt) {
    const written = head.lead + text;
    const before = paragraphs.at(-1);
    if (head.continues && before !== undefined)
      paragraphs[paragraphs.length - 1] = { ...before, text: `${before.text}\n${written}` };
    else paragraphs.push({ text: written, heading: head.heading, label: head.label, page: head.page });
  }
  return paragraphs;
}

function clausesFrom(change: ClauseChange, texts: readonly string[], from: Side, wanted: Side): readonly Rebuilt[] {
  const { runs } = change;
  const source = change[from].map(({ position }) => texts[position]).join('\n');
  const [left, entered]: readonly RevisionRun['kind'][] =
    wanted === 'newer' ? ['removed', 'added'] : ['added', 'removed'];
  // Position by position through the known text: a run that does not stand there is an error.
  let at = 0;
  let text = '';
  for (const run of runs) {
    if (run.kind !== entered) {
      if (!source.startsWith(run.text, at))
        throw new Error(`${JSON.stringify(run)} does not stand in ${source} at ${at}`);
      at += run.text.length;
    }
    if (run.kind !== left) text += run.text;
  }
  if (at !== source.length) throw new Error(`the runs end before ${source} does`);
  const heads = change[wanted];
  let start = 0;
  return heads.map((head, index) => {
    const length = index === heads.length - 1 ? text.length - start : head.text.length;
    const own = text.slice(start, start + length);
    start += length + 1;
    return { head, text: own };
  });
}
