/** Pairs of drafts for the bench: two versions of a policy of 30 pages in either language, and pairs made to be slow. */
import type { DocumentText } from '../../documents/document-text.js';
import type { Language } from '../../prisma/client.js';

export interface DraftVersions {
  readonly older: DocumentText;
  readonly newer: DocumentText;
}

const words: Readonly<Record<Language, readonly string[]>> = {
  ja: '当社は|人権を|尊重し|事業活動に|おける|負の影響を|特定し|防止し|軽減する|取引先|従業員|の|と|対話を|通じて|国際的な|基準を|踏まえ|適切な|措置を|講じます|差別|強制労働|児童労働|救済|窓口を|設けて|継続的に|教育を|実施し|取締役会に|報告します'.split(
    '|',
  ),
  en: 'we|respect|human|rights|of|all|workers|and|suppliers|in|our|operations|prevent|mitigate|adverse|impacts|through|dialogue|with|stakeholders|remedy|channel|policy|board|reviews|annually|training|report|publicly|international|standards'.split(
    '|',
  ),
};

/** Numbers without an order, the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

const CLAUSES = 1_200;
/** So many of them are an article with its items. */
const PER_ARTICLE = 6;
const CHARACTERS = 47;

interface Written {
  readonly isArticle: boolean;
  readonly text: string;
}

/** 1,200 clauses, some 57,000 characters; the newer version has clauses changed, added, taken out and moved, and is numbered anew. */
export function thirtyPages(language: Language): DraftVersions {
  const next = numbers(7);
  const sentence = (length: number): string => {
    const [end, space] = language === 'ja' ? ['。', ''] : ['.', ' '];
    const chosen: string[] = [];
    while (chosen.join(space).length < length) chosen.push(words[language][next(words[language].length)] ?? '');
    return chosen.join(space) + end;
  };
  const older = Array.from({ length: CLAUSES }, (_, at): Written => {
    const isArticle = at % PER_ARTICLE === 0;
    return { isArticle, text: isArticle ? sentence(12).slice(0, -1) : sentence(CHARACTERS + 5) };
  });
  const newer = older.flatMap((clause): readonly Written[] => {
    const dice = next(100);
    if (dice < 8) return [{ ...clause, text: changed(clause.text, sentence(8), next) }];
    if (dice < 11) return [clause, { isArticle: false, text: sentence(CHARACTERS) }];
    return dice < 13 ? [] : [clause];
  });
  const moved = newer.splice(300, 2 * PER_ARTICLE);
  newer.splice(700, 0, ...moved);
  return { older: numbered(older, language), newer: numbered(newer, language) };
}

function changed(text: string, added: string, next: (below: number) => number): string {
  const at = next(text.length);
  return text.slice(0, at) + added.slice(0, -1) + text.slice(at + next(8));
}

function numbered(clauses: readonly Written[], language: Language): DocumentText {
  let [article, item] = [0, 0];
  return documentOf(
    clauses.map(({ isArticle, text }) => {
      article += isArticle ? 1 : 0;
      item = isArticle ? 0 : item + 1;
      if (!isArticle) return `(${item}) ${text}`;
      return language === 'ja'
        ? `第${article}条(${text})`
        : `Article ${article} ${text.replace(/^./, (one) => one.toUpperCase())}`;
    }),
  );
}

/** Each leads another search astray. */
export const hostileVersions: Readonly<Record<string, DraftVersions>> = {
  'nothing in common': {
    older: documentOf(Array.from({ length: CLAUSES }, (_, at) => signs(CHARACTERS, at, 0x4e00, 4_000))),
    newer: documentOf(Array.from({ length: CLAUSES }, (_, at) => signs(CHARACTERS, at, 0x6000, 4_000))),
  },
  'one clause of 50,000 characters': {
    older: documentOf([signs(50_000, 1, 0x4e00, 100)]),
    newer: documentOf([signs(50_000, 2, 0x4e00, 100)]),
  },
  '20,000 clauses of one character': {
    older: documentOf([...signs(20_000, 3, 0x4e00, 40)]),
    newer: documentOf([...signs(20_000, 4, 0x4e00, 40)]),
  },
  '20,000 clauses that are nearly alike': {
    older: documentOf(Array.from({ length: 20_000 }, (_, at) => `同じ文がつづく${at % 7}`)),
    newer: documentOf(Array.from({ length: 20_000 }, (_, at) => `同じ文がつづきます${at % 5}`)),
  },
};

function signs(count: number, seed: number, from: number, kinds: number): string {
  const next = numbers(seed + 1);
  return Array.from({ length: count }, () => String.fromCharCode(from + next(kinds))).join('');
}

function documentOf(texts: readonly string[]): DocumentText {
  return { pages: null, paragraphs: texts.map((text) => ({ text, heading: null, label: null, page: null })) };
}
