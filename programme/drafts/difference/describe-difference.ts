/** Says what changed between two versions: as elements of a message, as a document for the writers, and comment by comment. */
import type { DifferenceDocument } from '../../../documents/difference-document.js';
import type { Element, Fact } from '../../messages/message.js';
import type { Language } from '../../requests/context.js';
import { clauseChangeFor } from './clause-change-for.js';
import type { ClauseChange, DraftDifference } from './compare-drafts.js';
import { changeName, changeWord } from './name-clause.js';
import { countChanges, isWorthShowing, type SummaryRoom, summariseDifference } from './summarise-difference.js';
import { differenceTexts } from './texts.js';

/** As much as is read in a chat; the files hold everything. */
const CHAT_ROOM: SummaryRoom = { characters: 4_000, clauses: 12 };

/** A comment on a quoted text, numbered as people see it. */
export interface QuotingComment {
  readonly number: number;
  readonly quotation: string;
}

/** The counts, the changed clauses in red and green, and how many more there are. */
export function differenceElements(
  difference: DraftDifference,
  language: Language,
  room: SummaryRoom = CHAT_ROOM,
): readonly Element[] {
  const texts = differenceTexts[language];
  const { counts, shown, left } = summariseDifference(difference, room);
  const notes = [...(left > 0 ? [texts.left(left)] : []), ...(difference.isCoarse ? [texts.coarse] : [])];
  return [
    { kind: 'text', text: texts.counted(counts) },
    ...shown.map(({ change, runs }) => ({ kind: 'revision', label: labelOf(change, language), runs }) as const),
    ...notes.map((text) => ({ kind: 'note', text }) as const),
  ];
}

/** "Comment 3 → clause 7: changed", a line for each. */
export function answeredLines(
  difference: DraftDifference,
  comments: readonly QuotingComment[],
  language: Language,
): readonly string[] {
  return answersTo(difference, comments, language).map(({ line }) => line);
}

interface Answer {
  readonly line: string;
  readonly changes: readonly ClauseChange[];
}

function answersTo(
  difference: DraftDifference,
  comments: readonly QuotingComment[],
  language: Language,
): readonly Answer[] {
  const texts = differenceTexts[language];
  return comments.map(({ number, quotation }) => {
    const { outcome, changes, isExact } = clauseChangeFor(difference, quotation);
    const clauses = changes.map((change) => changeName(change, language));
    const line = texts.answered({ comment: number, clauses, outcome });
    return { changes, line: isExact || outcome === 'gone' ? line : texts.notExactly(line) };
  });
}

export interface ComparedVersions {
  readonly title: string;
  /** Above the counts: the versions with their dates. */
  readonly facts: readonly Fact[];
  readonly comments: readonly QuotingComment[];
}

/** Everything that changed, each clause beside the comments to it; for `writeDifferenceDocx` and `writeDifferenceHtml`. */
export function differenceDocument(
  difference: DraftDifference,
  { title, facts, comments }: ComparedVersions,
  language: Language,
): DifferenceDocument {
  const texts = differenceTexts[language];
  const answers = answersTo(difference, comments, language);
  const counts = countChanges(difference);
  const worth = difference.changes.filter((change) => isWorthShowing(change) || change.renumbered);
  return {
    language,
    title,
    facts: [...facts, { label: texts.changesLabel, value: texts.counted(counts) }],
    legend: [
      { kind: 'removed', text: texts.legend.removed },
      { kind: 'kept', text: texts.legend.separator },
      { kind: 'added', text: texts.legend.added },
    ],
    notes: [...(difference.isCoarse ? [texts.coarse] : []), ...answers.map(({ line }) => line)],
    sections: worth.map((change) => ({
      heading: labelOf(change, language),
      notes: [
        ...placesOf(change, language),
        ...answers.filter(({ changes }) => changes.includes(change)).map(({ line }) => line),
      ],
      runs: change.runs,
    })),
    closing: texts.unchangedToo(counts.unchanged),
    spoken: texts.spoken,
  };
}

function labelOf(change: ClauseChange, language: Language): string {
  const texts = differenceTexts[language];
  return texts.labelled(changeName(change, language), texts.changes[changeWord(change)]);
}

/** Where a moved or renumbered clause stood. */
function placesOf(change: ClauseChange, language: Language): readonly string[] {
  if (!change.moved && !change.renumbered) return [];
  const before = changeName({ ...change, newer: [] }, language);
  return [differenceTexts[language].wasCalled(before)];
}
