/** What the invented people of the replay write about their consultations. */
import type { Language } from '../../../programme/requests/context.js';
import type { Written } from './adviser.js';

const topics: Readonly<Record<Language, readonly string[]>> = {
  ja: [
    '人権方針の構成と、自社の事業に合わせた重点課題の書き方',
    '取引先に求める内容を、どこまで方針に書くか',
    '相談窓口(苦情処理)の仕組みを方針にどう書くか',
    '経営層の承認から社内外への公表までの進め方',
  ],
  en: [
    'How to structure the policy, and which issues matter most in our business',
    'How far the policy should say what we expect of suppliers',
    'How to describe a grievance mechanism',
    'From the approval of the board to publishing the policy',
  ],
};

const advice: Readonly<Record<Language, readonly Written[]>> = {
  ja: [
    {
      advice: '適用範囲と、従業員・取引先への期待を分けて書くよう助言した。国際基準への言及を冒頭に置く。',
      actions: '方針案の第1稿を作る | 人事部',
    },
    {
      advice: '相談窓口は既存の内部通報制度を広げる形から始め、利用者と秘密の扱いを明記するよう助言した。',
      actions: '窓口の対象者と連絡先を決める | 総務部',
    },
    {
      advice: '方針案を読み合わせ、取締役会での承認と公表の手順を確認した。',
      actions: '取締役会に方針案を出す | 社長\n公表する場所を決める | 広報',
    },
  ],
  en: [
    {
      advice:
        'Keep the scope apart from what is expected of staff and of suppliers, and name the international standards first.',
      actions: 'Write the first draft | Human resources',
    },
    {
      advice: 'Begin with the internal reporting line that exists, and say who may use it and what is kept secret.',
      actions: 'Decide who may use the line, and its address | General affairs',
    },
    {
      advice: 'Read the draft together and went through the approval of the board and the publication.',
      actions: 'Bring the draft before the board | President\nDecide where to publish it | Public relations',
    },
  ],
};

export const moveReason: Readonly<Record<Language, string>> = {
  ja: '社内の会議と重なったため',
  en: 'It collides with a meeting of ours.',
};

export function topicsFor(language: Language, number: number): string {
  const all = topics[language];
  return all[number % all.length] ?? '';
}

export function adviceFor(language: Language, number: number): Written {
  const all = advice[language];
  return all[number % all.length] ?? { advice: '', actions: '' };
}
