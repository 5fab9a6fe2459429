/** Comments are found with their answers and what they are about, and tracked changes with who made them. */
import { expect, it } from 'vitest';
import { answerTask } from '../../documents/answer-task.js';
import { type DocxParts, makeDocx, paragraph, run } from './support/docx.js';

async function reviewedOf(parts: DocxParts) {
  const content = Uint8Array.from(makeDocx(parts));
  const answer = await answerTask({ task: 'review', content, name: undefined });
  if (!answer.ok || !('reviewed' in answer)) throw new Error(JSON.stringify(answer));
  return answer.reviewed;
}

const comment = (id: number, author: string, ...paragraphs: readonly string[]) =>
  `<w:comment w:id="${id}" w:author="${author}" w:date="2024-05-01T10:00:00Z">${paragraphs
    .map((text, at) => `<w:p w14:paraId="${id}000000${at}"><w:r><w:t>${text}</w:t></w:r></w:p>`)
    .join('')}</w:comment>`;
const from = (id: number) => `<w:commentRangeStart w:id="${id}"/>`;
const to = (id: number) => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;
const by = (author: string) => `w:id="9" w:author="${author}" w:date="2024-05-02T09:00:00Z"`;

it('with the words, the paragraph, the answers and whether it is done', async () => {
  const { comments, text } = await reviewedOf({
    body:
      paragraph('前の段落。') +
      paragraph('') +
      paragraph(
        `${run('当社は')}${from(1)}${from(2)}${run('人権を')}${to(2)}${run('尊重')}${to(1)}${run('します。')}`,
      ) +
      paragraph(`${run('最後。')}${from(3)}`) +
      paragraph(`${run('次の段落')}${to(3)}${run('の終わり。')}`),
    comments:
      comment(1, '田中', '根拠は?', '第2条も見てください。') +
      comment(2, '佐藤', '第2条に書きました。') +
      comment(3, '田中', '二つにまたがる。'),
    commentsExtended:
      '<w15:commentEx w15:paraId="10000001" w15:done="1"/><w15:commentEx w15:paraId="20000000" w15:paraIdParent="10000001" w15:done="1"/>',
  });
  expect(text.paragraphs.map((one) => one.text)).toEqual([
    '前の段落。',
    '当社は人権を尊重します。',
    '最後。',
    '次の段落の終わり。',
  ]);
  const date = '2024-05-01T10:00:00Z';
  expect(comments).toEqual([
    {
      ...{ id: '1', author: '田中', date, text: '根拠は?\n第2条も見てください。', quoted: '人権を尊重', paragraph: 1 },
      ...{ isResolved: true, replies: [{ author: '佐藤', date, text: '第2条に書きました。' }] },
    },
    {
      ...{ id: '3', author: '田中', date, text: '二つにまたがる。', quoted: '次の段落', paragraph: 2 },
      ...{ isResolved: false, replies: [] },
    },
  ]);
});

it('on a place, and on what a change has taken out', async () => {
  const { comments } = await reviewedOf({
    body:
      paragraph(`${run('当社は尊重します。')}<w:r><w:commentReference w:id="1"/></w:r>`) +
      paragraph(`${from(2)}<w:del ${by('田中')}><w:r><w:delText>なくなった段落。</w:delText></w:r></w:del>${to(2)}`) +
      paragraph('最後の段落。'),
    comments: comment(1, '田中', 'ここに日付を。') + comment(2, '田中', '要りません。'),
  });
  expect(comments).toMatchObject([
    { text: 'ここに日付を。', quoted: '', paragraph: 0 },
    { text: '要りません。', quoted: '', paragraph: 1 },
  ]);
});

it('and what was put in, taken out and moved, by whom and when', async () => {
  const { changes } = await reviewedOf({
    body:
      paragraph(
        `${run('当社は')}<w:del ${by('田中')}><w:r><w:delText>できる</w:delText></w:r><w:r><w:delText>だけ</w:delText></w:r></w:del>` +
          `<w:ins ${by('佐藤')}>${run('必ず')}</w:ins>${run('尊重します。')}`,
      ) +
      paragraph(`<w:moveFrom ${by('田中')}>${run('移した文。')}</w:moveFrom>`) +
      paragraph(`<w:moveTo ${by('田中')}>${run('移した文。')}</w:moveTo>`, `<w:rPr><w:ins ${by('田中')}/></w:rPr>`),
  });
  const date = '2024-05-02T09:00:00Z';
  expect(changes).toEqual([
    { kind: 'deletion', author: '田中', date, text: 'できるだけ', paragraph: 0 },
    { kind: 'insertion', author: '佐藤', date, text: '必ず', paragraph: 0 },
    { kind: 'deletion', author: '田中', date, text: '移した文。', paragraph: 1 },
    { kind: 'insertion', author: '田中', date, text: '移した文。', paragraph: 1 },
  ]);
});

it('but only of a Word document', async () => {
  const content = Uint8Array.from(Buffer.from('text'));
  const answer = await answerTask({ task: 'review', content, name: undefined });
  expect(answer).toEqual({ ok: false, fault: { kind: 'wrong_type' } });
});
