/** Texts and Markdown are read in the encodings of Japanese editors, without marks and without the breaks of a page's width. */
import { describe, expect, it } from 'vitest';
import { answerTask } from '../../documents/answer-task.js';
import { decodeText } from '../../documents/decode-text.js';
import { plainText } from '../../documents/read-document.js';

const japanese = '当社は人権を尊重します。';

describe('the bytes of a text', () => {
  const shiftJis = Buffer.from('93968ed082cd906c8ca082f091b88f6482b582dc82b78142', 'hex');
  const eucJp = Buffer.from('c5f6bcd2a4cfbfcdb8a2a4f2c2babdc5a4b7a4dea4b9a1a3', 'hex');
  it.each([
    { name: 'UTF-8', bytes: Buffer.from(japanese) },
    { name: 'UTF-8 with its mark', bytes: Buffer.from(`\ufeff${japanese}`) },
    { name: 'UTF-16 of Windows', bytes: Buffer.from(`\ufeff${japanese}`, 'utf16le') },
    { name: 'UTF-16, the larger byte first', bytes: Buffer.from(`\ufeff${japanese}`, 'utf16le').swap16() },
    { name: 'Shift_JIS', bytes: shiftJis },
    { name: 'EUC-JP', bytes: eucJp },
    { name: 'ISO-2022-JP', bytes: Buffer.from('1b244245763c52244f3f4d38222472423a3d452437245e243921231b2842', 'hex') },
  ])('in $name', ({ bytes }) => {
    expect(decodeText(bytes)).toBe(japanese);
  });

  it('with the signs of Windows', () => {
    // ① and ㈱ are in cp932 alone.
    expect(decodeText(Buffer.from('8740878a', 'hex'))).toBe('①㈱');
  });

  it('without a mark, where every second byte is zero', () => {
    expect(decodeText(Buffer.from('Human rights', 'utf16le'))).toBe('Human rights');
    expect(decodeText(Buffer.from('Human rights', 'utf16le').swap16())).toBe('Human rights');
  });

  it.each([
    { name: 'a broken end', bytes: Buffer.from(japanese).subarray(0, -1) },
    { name: 'bytes of no encoding', bytes: Buffer.from([0xff, 0xff, 0x80, 0x00, 0x01]) },
    { name: 'control characters', bytes: Buffer.from([1, 2, 3, 4, 5, 6]) },
  ])('are no text with $name', ({ bytes }) => {
    expect(decodeText(bytes)).toBe(null);
  });
});

async function linesOf(content: string, name?: string): Promise<readonly string[]> {
  const answer = await answerTask({ task: 'text', content: Uint8Array.from(Buffer.from(content)), name });
  if (!answer.ok || !('text' in answer)) throw new Error(JSON.stringify(answer));
  return plainText(answer.text, { headings: 'marked' }).split(/\n\n/);
}

const cases: readonly (readonly [what: string, markdown: string, lines: readonly string[]])[] = [
  ['headings of both kinds', '# 方針 #\n\n目的\n---\n\n範囲\n===\n\n本文', ['# 方針', '## 目的', '# 範囲', '本文']],
  ['no front matter', '---\ntitle: 方針\ndate: 2024\n---\n# 方針', ['# 方針']],
  [
    'lines of one paragraph',
    '当社は人権を\n尊重します。\n\nWe respect\nhuman rights.',
    [japanese, 'We respect human rights.'],
  ],
  ['a line break that is asked for', '住所  \n東京都', ['住所\n東京都']],
  [
    'lists with their labels',
    '- 差別\n* 強制労働\n  続き\n1. 一つ\n2) 二つ',
    ['・差別', '・強制労働続き', '1. 一つ', '2) 二つ'],
  ],
  ['tasks', '- [ ] まだ\n- [x] 済み', ['・☐ まだ', '・☑ 済み']],
  ['text without marks', '**人権**を*尊重*し、`code`と~~削除~~を__残す__。', ['人権を尊重し、codeと削除を残す。']],
  ['names with underscores and asterisks that mark nothing', 'a_b_c と 2 * 3 * 4', ['a_b_c と 2 * 3 * 4']],
  [
    'what links say',
    '[方針](https://example.jp "題")と![図](a.png)と[注][1]と<https://a.example>\n\n[1]: https://b.example',
    ['方針と図と注とhttps://a.example'],
  ],
  ['tables, cell by cell', '| 項目 | 内容 |\n|---|:--:|\n| 窓口 | 03\\|04 |', ['項目', '内容', '窓口', '03|04']],
  [
    'blocks of code as they are',
    '```js\n# no heading\n- no item\n```\n~~~\na\n~~~',
    ['# no heading', '- no item', 'a'],
  ],
  ['quotations', '> 引用の\n> 文。', ['引用の文。']],
  ['no comments and no tags', '前<!-- 見えない\nまだ見えない -->後<br>次<b>太</b>', ['前後\n次太']],
  ['signs that are written otherwise', '\\*そのまま\\* &amp; &lt;', ['*そのまま* & <']],
  ['no rules', '前\n\n***\n\n後', ['前', '後']],
];

describe('Markdown gives', () => {
  it.each(cases.map(([what, markdown, lines]) => ({ what, markdown, lines })))('$what', async ({ lines, markdown }) => {
    expect(await linesOf(markdown, '方針.md')).toEqual(lines);
  });

  it('is told from a text by its headings where no name tells', async () => {
    expect(await linesOf('# 方針\n\n本文です。')).toEqual(['# 方針', '本文です。']);
    expect(await linesOf('# 方針\n本文です。', 'a.txt')).toEqual(['# 方針', '本文です。']);
    expect(await linesOf('1. 目的\n本文です。')).toEqual(['1. 目的', '本文です。']);
  });
});

describe('a plain text gives', () => {
  it('a line as a paragraph', async () => {
    expect(await linesOf('人権方針\n\n当社は\r\n株式会社青葉', 'a.txt')).toEqual([
      '人権方針',
      '当社は',
      '株式会社青葉',
    ]);
  });

  it('lines that were broken at the page’s width as one', async () => {
    const broken = [
      ...[
        '当社は、事業活動のすべての過程で人権を尊重する責任',
        'を果たすため、国連の「ビジネスと人権に関する指導原',
        '則」に基づき、この方針を定めます。',
      ],
      ...[
        '',
        '取引先にも、この方針への理解と協力を求めるととも',
        'に、取組みの状況を公表します。',
        '(1) 児童労働を認めません。',
        '(2) 差別を行いません。',
      ],
    ];
    expect(await linesOf(broken.join('\n'), 'a.txt')).toEqual([
      '当社は、事業活動のすべての過程で人権を尊重する責任を果たすため、国連の「ビジネスと人権に関する指導原則」に基づき、この方針を定めます。',
      '取引先にも、この方針への理解と協力を求めるとともに、取組みの状況を公表します。',
      ...['(1) 児童労働を認めません。', '(2) 差別を行いません。'],
    ]);
  });
});
