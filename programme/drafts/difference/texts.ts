/** All words about the difference between two versions, in Japanese and English. */
import type { Language } from '../../requests/context.js';
import type { QuotedChange } from './clause-change-for.js';
import type { ClauseChangeKind } from './compare-drafts.js';
import type { DifferenceCounts } from './summarise-difference.js';

/** What became of a clause, for people: also that it was moved, or only got another number. */
export type ChangeWord = ClauseChangeKind | 'moved' | 'movedAndChanged' | 'renumbered';

interface Answered {
  /** Of the comment, as people count. */
  readonly comment: number;
  readonly clauses: readonly string[];
  readonly outcome: QuotedChange['outcome'];
}

const ja = {
  changes: {
    unchanged: '変更なし',
    changed: '変更',
    added: '追加',
    removed: '削除',
    split: '分割',
    merged: '統合',
    moved: '移動',
    movedAndChanged: '移動・変更',
    renumbered: '番号のみ変更',
  } satisfies Record<ChangeWord, string>,
  /** A clause without a number. */
  paragraph: (ordinal: number) => `第${ordinal}段落`,
  /** Where the clause has neither number nor title. */
  inAll: (ordinal: number) => `本文の${ordinal}番目の段落`,
  named: (place: string, title: string) => `${place}「${title}」`,
  titled: (title: string) => `「${title}」`,
  within: (title: string, place: string) => `「${title}」の${place}`,
  labelled: (clause: string, change: string) => `${clause}: ${change}`,
  counted: ({ changed, added, removed, moved, renumbered }: DifferenceCounts) => {
    const parts = [
      changed > 0 && `変更${changed}件`,
      added > 0 && `追加${added}件`,
      removed > 0 && `削除${removed}件`,
      moved > 0 && `移動${moved}件`,
      renumbered > 0 && `番号のみ変更${renumbered}件`,
    ].filter((part) => part !== false);
    return parts.length === 0 ? '2つの版の文面に違いはありません。' : `${parts.join('、')}です。`;
  },
  unchangedToo: (count: number) => `変わっていない段落・見出し: ${count}件`,
  left: (count: number) => `ほか${count}件は、WordまたはHTMLの比較表でご覧ください。`,
  coarse: '文面が大きく異なるため、一部は全体の置き換えとして示しています。',
  answered: ({ comment, clauses, outcome }: Answered) =>
    `コメント${comment} → ${clauseList(clauses)}${outcomesJa[outcome]}`,
  notExactly: (line: string) => `${line}(引用に最も近い箇所)`,
  changesLabel: '変更点',
  legend: { removed: '取り消し線(赤)は削除された文字', separator: '、', added: '下線(緑)は追加された文字' },
  spoken: {
    removed: { begins: '削除ここから', ends: '削除ここまで' },
    added: { begins: '追加ここから', ends: '追加ここまで' },
  },
  wasCalled: (name: string) => `前の版では${name}`,
  versions: { older: '前の版', newer: '新しい版' },
  fileTitle: (deliverable: string) => `${deliverable} 比較表`,
};

const outcomesJa: Readonly<Record<QuotedChange['outcome'], string>> = {
  unchanged: '変更なし',
  changed: '変更あり',
  moved: '移動(文面は同じ)',
  removed: '削除',
  gone: '引用の文言は見つかりませんでした',
};

function clauseList(clauses: readonly string[]): string {
  return clauses.length === 0 ? '' : `${clauses.join('、')}: `;
}

const en: typeof ja = {
  changes: {
    unchanged: 'unchanged',
    changed: 'changed',
    added: 'added',
    removed: 'removed',
    split: 'split',
    merged: 'merged',
    moved: 'moved',
    movedAndChanged: 'moved and changed',
    renumbered: 'renumbered only',
  },
  paragraph: (ordinal) => `paragraph ${ordinal}`,
  inAll: (ordinal) => `paragraph ${ordinal} of the text`,
  named: (place, title) => `${place} “${title}”`,
  titled: (title) => `“${title}”`,
  within: (title, place) => `“${title}”, ${place}`,
  labelled: (clause, change) => `${clause}: ${change}`,
  counted: ({ changed, added, removed, moved, renumbered }) => {
    const parts = [
      changed > 0 && `${changed} changed`,
      added > 0 && `${added} added`,
      removed > 0 && `${removed} removed`,
      moved > 0 && `${moved} moved`,
      renumbered > 0 && `${renumbered} renumbered only`,
    ].filter((part) => part !== false);
    return parts.length === 0 ? 'The two versions say the same.' : `Paragraphs and titles: ${parts.join(', ')}.`;
  },
  unchangedToo: (count) => `Paragraphs and titles that stayed the same: ${count}`,
  left: (count) => `${count} more: please see the comparison as a Word or HTML file.`,
  coarse: 'The texts differ a great deal, so that some parts are shown as replaced as a whole.',
  answered: ({ comment, clauses, outcome }) =>
    `Comment ${comment} → ${clauses.length === 0 ? '' : `${clauses.join(', ')}: `}${outcomesEn[outcome]}`,
  notExactly: (line) => `${line} (nearest to the quoted text)`,
  changesLabel: 'Changes',
  legend: { removed: 'struck through (red): removed', separator: ', ', added: 'underlined (green): added' },
  spoken: {
    removed: { begins: 'removed text begins', ends: 'removed text ends' },
    added: { begins: 'added text begins', ends: 'added text ends' },
  },
  wasCalled: (name) => `In the earlier version: ${name}`,
  versions: { older: 'Earlier version', newer: 'Later version' },
  fileTitle: (deliverable) => `${deliverable}: comparison`,
};

const outcomesEn: Readonly<Record<QuotedChange['outcome'], string>> = {
  unchanged: 'unchanged',
  changed: 'changed',
  moved: 'moved (same wording)',
  removed: 'removed',
  gone: 'the quoted text is gone',
};

export const differenceTexts: Readonly<Record<Language, typeof ja>> = { ja, en };
