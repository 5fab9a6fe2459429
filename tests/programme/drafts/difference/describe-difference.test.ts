/** What people read about a difference: names of clauses, counts, the message and the lines beside comments. */
import { describe, expect, it } from 'vitest';
import { clausesOf } from '../../../../programme/drafts/difference/clauses.js';
import { compareDrafts } from '../../../../programme/drafts/difference/compare-drafts.js';
import {
  answeredLines,
  differenceDocument,
  differenceElements,
} from '../../../../programme/drafts/difference/describe-difference.js';
import { clauseName } from '../../../../programme/drafts/difference/name-clause.js';
import { countChanges, summariseDifference } from '../../../../programme/drafts/difference/summarise-difference.js';
import { differenceTexts } from '../../../../programme/drafts/difference/texts.js';
import { misplacedSigns } from '../../../support/japanese-signs.js';
import { documentOf, documentOfLines } from './documents.js';

const older = documentOfLines(`
第1条（目的）
当社は、人権を尊重します。
第2条（強制労働）
強制労働を認めません。
(1) 身分証を預かりません。
第3条（救済）
窓口を設けます。`);
const newer = documentOfLines(`
第1条（目的）
当社は、国際人権章典に基づき、人権を尊重します。
第2条（差別）
差別を行いません。
第3条（強制労働）
強制労働を認めません。
第4条（救済）
窓口を設けます。`);

describe('a clause is called', () => {
  it('by its numbers, its title and its place', () => {
    const clauses = clausesOf(
      documentOf(
        '第1条（目的）',
        '尊重します。',
        '第2条（範囲）',
        '役員に適用します。',
        '従業員に適用します。',
        '(1) 派遣社員',
        { text: '体制', heading: 1 },
        '一人目。',
        '二人目。',
      ),
    );
    expect(clauses.map((clause) => clauseName(clause, 'ja'))).toEqual([
      '第1条「目的」',
      '第1条',
      '第2条「範囲」',
      '第2条 第1段落',
      '第2条 第2段落',
      '第2条 (1)',
      '「体制」',
      '「体制」の第1段落',
      '「体制」の第2段落',
    ]);
    expect(clauses.map((clause) => clauseName(clause, 'en')).slice(2, 5)).toEqual([
      '第2条 “範囲”',
      '第2条 paragraph 1',
      '第2条 paragraph 2',
    ]);
  });

  it('by its place alone where it has nothing else', () => {
    const names = clausesOf(documentOf('甲。', '乙。')).map((clause) => clauseName(clause, 'en'));
    expect(names).toEqual(['paragraph 1 of the text', 'paragraph 2 of the text']);
  });
});

it('counts what changed', async () => {
  expect(countChanges(await compareDrafts(older, newer))).toEqual({
    ...{ changed: 1, added: 2, removed: 1, moved: 0, renumbered: 2, unchanged: 3 },
  });
});

describe('the message', () => {
  it('shows each changed clause with its name and its marks', async () => {
    expect(differenceElements(await compareDrafts(older, newer), 'ja')).toEqual([
      { kind: 'text', text: '変更1件、追加2件、削除1件、番号のみ変更2件です。' },
      {
        kind: 'revision',
        label: '第1条: 変更',
        runs: [
          { kind: 'kept', text: '当社は、' },
          { kind: 'added', text: '国際人権章典に基づき、' },
          { kind: 'kept', text: '人権を尊重します。' },
        ],
      },
      { kind: 'revision', label: '第2条「差別」: 追加', runs: [{ kind: 'added', text: '（差別）' }] },
      { kind: 'revision', label: '第2条: 追加', runs: [{ kind: 'added', text: '差別を行いません。' }] },
      { kind: 'revision', label: '第2条 (1): 削除', runs: [{ kind: 'removed', text: '身分証を預かりません。' }] },
    ]);
  });

  it('says that nothing changed', async () => {
    const elements = differenceElements(await compareDrafts(older, older), 'en');
    expect(elements).toEqual([{ kind: 'text', text: 'The two versions say the same.' }]);
  });

  it('has no more clauses and characters than there is room for, and says how many more there are', async () => {
    const many = (word: string) => documentOf(...Array.from({ length: 50 }, (_, at) => `${at}番の${word}を定める。`));
    const difference = await compareDrafts(many('甲乙丙'), many('甲丁丙'));
    const elements = differenceElements(difference, 'ja', { characters: 1_000, clauses: 4 });
    expect(elements.filter(({ kind }) => kind === 'revision')).toHaveLength(4);
    expect(elements.at(-1)).toEqual({ kind: 'note', text: differenceTexts.ja.left(46) });
    const narrow = summariseDifference(difference, { characters: 40, clauses: 50 });
    const shown = narrow.shown.flatMap(({ runs }) => runs.map(({ text }) => text)).join('');
    expect(shown.length).toBeLessThanOrEqual(40);
    expect(narrow.shown.length + narrow.left).toBe(50);
  });

  it('leaves out of a long clause what did not change, and the end of what was added', async () => {
    const [before, after] = ['前'.repeat(300), '後'.repeat(300)];
    const difference = await compareDrafts(
      documentOf(`${before}。認めません。${after}。`),
      documentOf(`${before}。一切認めません。${'追'.repeat(700)}。${after}。`),
    );
    const [change] = summariseDifference(difference, { characters: 4_000, clauses: 5 }).shown;
    const text = change?.runs.map((run) => run.text).join('') ?? '';
    expect(text).toMatch(/^…前+。一切認めません。追+…後*…?/u);
    expect(text.length).toBeLessThan(400);
  });
});

describe('beside the comments stands', () => {
  const comments = [
    { number: 1, quotation: '人権を尊重します' },
    { number: 2, quotation: '身分証を預かりません' },
    { number: 3, quotation: '取締役会の承認を得て公表します' },
    { number: 4, quotation: '強制労働を認めません' },
  ];

  it('what became of their clauses', async () => {
    const difference = await compareDrafts(older, newer);
    expect(answeredLines(difference, comments, 'ja')).toEqual([
      'コメント1 → 第1条: 変更あり',
      'コメント2 → 第2条 (1): 削除',
      'コメント3 → 引用の文言は見つかりませんでした',
      'コメント4 → 第3条: 変更なし',
    ]);
    expect(answeredLines(difference, comments, 'en')[2]).toBe('Comment 3 → the quoted text is gone');
  });

  it('also in the document, at each clause', async () => {
    const facts = [{ label: '前の版', value: '2025年2月3日(月)' }];
    const document = differenceDocument(await compareDrafts(older, newer), { title: '比較表', facts, comments }, 'ja');
    expect(document.facts).toEqual([
      ...facts,
      { label: '変更点', value: '変更1件、追加2件、削除1件、番号のみ変更2件です。' },
    ]);
    expect(document.notes).toHaveLength(4);
    expect(document.sections.map(({ heading, notes }) => [heading, notes])).toEqual([
      ['第1条: 変更', ['コメント1 → 第1条: 変更あり']],
      ['第2条「差別」: 追加', []],
      ['第2条: 追加', []],
      ['第3条「強制労働」: 番号のみ変更', ['前の版では第2条「強制労働」']],
      ['第2条 (1): 削除', ['コメント2 → 第2条 (1): 削除']],
      ['第4条「救済」: 番号のみ変更', ['前の版では第3条「救済」']],
    ]);
  });
});

describe('every word', () => {
  const counts = { changed: 1, added: 2, removed: 3, moved: 4, renumbered: 5, unchanged: 6 };
  const nothing = { changed: 0, added: 0, removed: 0, moved: 0, renumbered: 0, unchanged: 6 };
  const said = (language: 'ja' | 'en') => {
    const texts = differenceTexts[language];
    const { changes, legend, spoken, versions, coarse, changesLabel } = texts;
    return [
      ...[...Object.values(changes), legend.removed, legend.added, ...Object.values(versions), coarse, changesLabel],
      ...[...Object.values(spoken.removed), ...Object.values(spoken.added)],
      ...[texts.paragraph(1), texts.inAll(1), texts.unchangedToo(1), texts.left(1), texts.wasCalled('1')],
      ...[
        texts.counted(counts),
        texts.counted(nothing),
        texts.notExactly('1'),
        texts.fileTitle('1'),
        texts.within('1', '2'),
      ],
      ...(['unchanged', 'changed', 'moved', 'removed', 'gone'] as const).map((outcome) =>
        texts.answered({ comment: 1, clauses: ['1', '2'], outcome }),
      ),
    ];
  };

  it('is there in both languages, each in its own', () => {
    const [ja, en] = [said('ja'), said('en')];
    expect(ja).toHaveLength(en.length);
    for (const text of ja) expect(misplacedSigns(text), text).toEqual([]);
    for (const text of ja) expect(text).toMatch(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u);
    for (const text of en) expect(text).not.toMatch(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u);
  });
});
