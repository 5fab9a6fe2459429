/** Where the words of a comment stand, and what became of them. */
import { describe, expect, it } from 'vitest';
import { clauseChangeFor } from '../../../../programme/drafts/difference/clause-change-for.js';
import { compareDrafts } from '../../../../programme/drafts/difference/compare-drafts.js';
import { locateQuotation } from '../../../../programme/drafts/difference/locate-quotation.js';
import { documentOf, documentOfLines } from './documents.js';

const policy = documentOfLines(`
第1条（目的）
当社は、「国際人権章典」に基づき、人権を尊重します。
第2条（強制労働）
強制労働を認めません。
(1) 身分証を預かりません。
(2) 移動の自由を制限しません。
Article 3 Remedy
We offer a channel for workers' complaints and protect whoever uses it.`);

describe('a quotation', () => {
  it.each([
    ['as it is written', '人権を尊重します', ['第1条']],
    ['with other quotation marks and spaces', '当社は、 国際人権章典 に基づき', ['第1条']],
    ['in other widths', 'ｗｅ offer　a channel'.replace('ｗｅ', 'Ｗｅ'), ['Article 3']],
    ['with curly marks', '“workers’ complaints”', ['Article 3']],
    ['over line ends', 'We offer a channel\n for workers', ['Article 3']],
    ['over two clauses', '身分証を預かりません。移動の自由', ['第2条 (1)', '第2条 (2)']],
    ['over two clauses with their numbers', '身分証を預かりません。\n(2) 移動の自由', ['第2条 (1)', '第2条 (2)']],
    ['with its number alone', '第1条（目的）', ['第1条']],
  ])('%s is found', (_how, quotation, expected) => {
    const place = locateQuotation(policy, quotation);
    expect(place?.isExact).toBe(true);
    expect(place?.clauses.map(({ path }) => path.join(' '))).toEqual(expected);
  });

  it('with a word left out is found by what is most like it, and said to be', () => {
    const place = locateQuotation(policy, 'We offer channels for complaints and protect whoever uses them');
    expect(place).toMatchObject({ isExact: false, clauses: [{ path: ['Article 3'] }] });
  });

  it.each(['', ' 「」 ', '取締役会の承認を得て公表します。', '不存在'])('%j is found nowhere', (quotation) => {
    expect(locateQuotation(policy, quotation)).toBeNull();
  });

  it('is found behind the number that the document shows by itself', () => {
    const text = documentOf({ text: '目的', label: '第1条' }, { text: '尊重します。', label: '(1)' });
    expect(locateQuotation(text, '第1条目的(1)尊重')?.clauses).toHaveLength(2);
    expect(locateQuotation(text, '目的 尊重')?.clauses).toHaveLength(2);
  });

  it('of a megabyte is looked for in a text of a megabyte', () => {
    const long = 'あいうえお'.repeat(200_000);
    expect(locateQuotation(documentOf(long), `${long}。`)?.isExact).toBe(false);
  });
});

describe('what became of the clause of a comment', () => {
  const newer = documentOfLines(`
第1条（目的）
当社は、「国際人権章典」及びILO中核的労働基準に基づき、人権を尊重します。
第2条（救済）
We offer a channel for workers' complaints and protect whoever uses it.
第3条（強制労働）
強制労働を認めません。
(1) 移動の自由を制限しません。`);

  it.each([
    ['人権を尊重します', 'changed', true],
    ['「国際人権章典」に基づき', 'changed', false],
    ['強制労働を認めません', 'moved', true],
    ['身分証を預かりません', 'removed', false],
    ['身分証を預かりません。移動の自由', 'changed', false],
    ["workers' complaints", 'unchanged', true],
    ['取締役会の承認を得て公表します', 'gone', false],
  ])('%j: %s', async (quotation, outcome, isStillThere) => {
    const difference = await compareDrafts(policy, newer);
    expect(clauseChangeFor(difference, quotation)).toMatchObject({ outcome, isStillThere });
  });

  it('is told by the newer version where only that has the words', async () => {
    const difference = await compareDrafts(policy, newer);
    const found = clauseChangeFor(difference, 'ILO中核的労働基準');
    expect(found).toMatchObject({ outcome: 'changed', isExact: true, isStillThere: true });
  });
});
