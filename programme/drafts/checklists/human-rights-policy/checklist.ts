/** The elements of a human rights policy: what each is called, where it comes from, and what the company is told without it. */
import type { Checklist, ChecklistElement } from '../checklist.js';
import { otherSubjectsEn, otherSubjectsJa, subjectEn, subjectJa } from './other-subjects.js';
import { wordsEn } from './words-en.js';
import { wordsJa } from './words-ja.js';

/** When the sources were last looked at. The national action plan was revised on 2025-12-24. */
const checked_on = '2026-11-28';

type Described = Omit<ChecklistElement, 'words' | 'sources'> & { readonly from: readonly string[] };

const described: readonly Described[] = [
  {
    id: 'E01',
    name: { ja: '位置付け・トップのコミットメント', en: 'Positioning and top commitment' },
    level: 'METI example item',
    advice: {
      ja: '経営理念や行動指針との関係を冒頭に書いていただくと、方針の位置付けが伝わりやすくなります。',
      en: 'Say at the start how the policy relates to your management philosophy or code of conduct.',
    },
    from: [
      'METI Practical reference material (4 Apr 2023) part 2 item 1 位置付け',
      'common headings of published Japanese policies (Suntory, Fancl, Lion as listed by a lawyer)',
    ],
  },
  {
    id: 'E02',
    name: { ja: '経営トップの承認・制定日・署名', en: 'Approval by top management, with date and signature' },
    level: 'requirement',
    asksFor: 'board date',
    advice: {
      ja: '承認した機関、制定日、代表者の役職・氏名を入れてください。承認前の場合は承認予定日をお知らせください。',
      en: 'Add the approving body, the date, and the title and name of the representative.',
    },
    from: ['UN Guiding Principle 16 (a)-(e)', 'Japan Guidelines (13 Sep 2022) ch. 3, five requirements'],
  },
  {
    id: 'E03',
    name: { ja: '社内外の専門的知見の参照', en: 'Informed by internal and external expertise' },
    level: 'requirement',
    asksFor: 'review log',
    advice: {
      ja: '策定にあたり参照した資料や助言を受けた専門家を記録しておいてください(方針本文への記載は任意です)。',
      en: 'Record which materials and experts you relied on (stating it in the policy is optional).',
    },
    from: [
      'UN Guiding Principle 16 (a)-(e)',
      'UN Guiding Principle 16, commentary',
      'Japan Guidelines (13 Sep 2022) ch. 3, five requirements',
    ],
  },
  {
    id: 'E04',
    name: { ja: '適用範囲', en: 'Scope of application' },
    level: 'METI example item',
    advice: {
      ja: '役員・正社員・契約社員・派遣社員・技能実習生など、誰に適用されるかと、子会社を含むかを明記してください。',
      en: 'State who is covered (officers, all employment types, trainees) and whether subsidiaries are included.',
    },
    from: [
      'METI Practical reference material (4 Apr 2023) part 2 item 2 適用範囲',
      'common headings of published Japanese policies (Suntory, Fancl, Lion as listed by a lawyer)',
    ],
  },
  {
    id: 'E05',
    name: {
      ja: '従業員・取引先等への期待',
      en: 'Expectations of employees, business partners and others directly linked',
    },
    level: 'requirement',
    ofPartners: true,
    advice: {
      ja: '取引先に何を期待するかを一文で加えてください(「遵守を求めます」または「働きかけます」など、実行できる強さで)。',
      en: 'Add what you expect of business partners, in words you can actually follow through.',
    },
    from: [
      'UN Guiding Principle 16 (a)-(e)',
      'Japan Guidelines (13 Sep 2022) ch. 3, five requirements',
      'METI Practical reference material (4 Apr 2023) part 2 item 3 期待の明示',
    ],
  },
  {
    id: 'E06',
    name: {
      ja: '国際的に認められた人権の尊重・国際規範の支持',
      en: 'Commitment to internationally recognised human rights',
    },
    level: 'METI example item',
    ofAnyText: true,
    parts: {
      bill_of_rights: {
        ja: '国際人権章典・世界人権宣言',
        en: 'International Bill of Human Rights, Universal Declaration',
      },
      ilo_declaration: { ja: 'ILO宣言・条約', en: 'ILO Declaration, conventions' },
      unguiding_principles: { ja: 'ビジネスと人権に関する指導原則', en: 'UN Guiding Principles' },
      oecd_guidelines: { ja: 'OECD行動指針', en: 'OECD Guidelines' },
    },
    needs: 1,
    advice: {
      ja: '国際人権章典、ILO宣言、国連指導原則など、拠り所とする国際文書を明記してください。',
      en: 'Name the international instruments you rely on.',
    },
    from: [
      'UN Guiding Principle 12 (minimum: International Bill of Human Rights + ILO Declaration principles)',
      'METI Practical reference material (4 Apr 2023) part 2 item 4 国際的に認められた人権を尊重する旨のコミットメントの表明',
    ],
  },
  {
    id: 'E07',
    name: { ja: 'ILO中核的労働基準(5分野)', en: 'ILO core labour standards, five categories' },
    level: 'METI example item',
    ofAnyText: true,
    ofPartners: true,
    parts: {
      freedom_of_association: { ja: '結社の自由・団体交渉権', en: 'freedom of association, collective bargaining' },
      forced_labour: { ja: '強制労働の禁止', en: 'no forced labour' },
      child_labour: { ja: '児童労働の廃止', en: 'no child labour' },
      discrimination: { ja: '差別の撤廃', en: 'no discrimination' },
      safety_and_health: { ja: '安全で健康的な労働環境', en: 'safe and healthy working environment' },
    },
    advice: {
      ja: '5分野のうち記載のないものがあります。特に2022年に加わった「安全で健康的な労働環境」をご確認ください。',
      en: "One or more of the five categories is missing; check 'safe and healthy working environment', added in 2022.",
    },
    from: [
      'ILO Declaration on Fundamental Principles and Rights at Work as amended in 2022; C155 and C187 made fundamental',
      'METI Practical reference material (4 Apr 2023) part 2 item 4 国際的に認められた人権を尊重する旨のコミットメントの表明',
    ],
  },
  {
    id: 'E08',
    name: { ja: '法令遵守と国際規範の関係', en: 'Relation to law; what to do when law and international norms differ' },
    level: 'METI example item',
    ofAnyText: true,
    parts: {
      compliance: { ja: '法令の遵守', en: 'compliance with law' },
      conflict_rule: {
        ja: '法令と国際規範が異なる場合の考え方',
        en: 'what to do where law and international norms differ',
      },
    },
    advice: {
      ja: '法令遵守に加え、法令と国際規範が異なる場合にどうするかも一文入れてください。',
      en: 'Besides legal compliance, say what you do where law and international norms differ.',
    },
    from: [
      'METI Practical reference material (4 Apr 2023) part 2 item 5 人権尊重責任と法令遵守の関係性',
      'UN Guiding Principle 23 (law and conflicting requirements)',
    ],
  },
  {
    id: 'E09',
    name: { ja: '自社における重点課題', en: 'Salient human rights issues of the company' },
    level: 'METI example item',
    advice: {
      ja: '自社の事業に即した重点課題(例:ハラスメント、労働時間、外国人労働者、安全衛生)を挙げ、定期的に見直す旨を加えてください。',
      en: 'List issues that fit your own business and say they are reviewed regularly.',
    },
    from: ['METI Practical reference material (4 Apr 2023) part 2 item 6 自社における重点課題'],
  },
  {
    id: 'E10',
    name: { ja: '人権デュー・ディリジェンス', en: 'Human rights due diligence' },
    level: 'METI example item',
    advice: {
      ja: '負の影響を特定し、防止・軽減する仕組み(人権DD)に取り組む旨を記載してください。これから始める場合は「構築に努めます」でも構いません。',
      en: "Say you will identify, prevent and mitigate adverse impacts; 'will build' is acceptable at the start.",
    },
    from: [
      'Japan Guidelines ch. 4 (human rights due diligence)',
      'UN Guiding Principles 15(b), 17-21 (due diligence, communication)',
      'METI Practical reference material (4 Apr 2023) part 2 item 7 人権尊重の取組を実践する方法 (heading only; contents not opened)',
    ],
  },
  {
    id: 'E11',
    name: { ja: '救済・是正', en: 'Remedy' },
    level: 'METI example item',
    advice: {
      ja: '負の影響を引き起こし、又は助長した場合に救済に取り組む旨を加えてください。',
      en: 'Say you provide or co-operate in remedy where you cause or contribute to harm.',
    },
    from: ['UN Guiding Principle 22', 'Japan Guidelines ch. 5 (remedy)'],
  },
  {
    id: 'E12',
    name: {
      ja: '相談・通報窓口(秘密保持・不利益取扱いの禁止)',
      en: 'Grievance channel: confidentiality and no retaliation',
    },
    level: 'METI example item',
    parts: {
      channel: { ja: '相談・通報窓口', en: 'channel' },
      confidentiality: { ja: '秘密の保護', en: 'confidentiality' },
      no_retaliation: { ja: '不利益な取扱いの禁止', en: 'no retaliation' },
    },
    mainPart: 'channel',
    advice: {
      ja: '誰がどこに相談できるか(社外の方を含む)、秘密保持と不利益取扱いの禁止を記載してください。',
      en: 'Say who can use which channel, that it is confidential, and that there is no retaliation.',
    },
    from: ['UN Guiding Principle 31', 'Japan Guidelines ch. 5 (remedy)'],
  },
  {
    id: 'E13',
    name: { ja: '教育・研修', en: 'Education and training' },
    level: 'common practice',
    advice: {
      ja: '役員・従業員への教育・研修を継続して行う旨を加えてください。',
      en: 'Add that training is given continuously.',
    },
    from: [
      'UN Guiding Principle 16, commentary',
      'common headings of published Japanese policies (Suntory, Fancl, Lion as listed by a lawyer)',
    ],
  },
  {
    id: 'E14',
    name: { ja: 'ステークホルダーとの対話・協議', en: 'Dialogue with stakeholders' },
    level: 'common practice',
    advice: {
      ja: '従業員や取引先などとの対話・協議について記載してください。',
      en: 'Mention dialogue with workers and other stakeholders.',
    },
    from: [
      'Japan Guidelines ch. 3.1 / 3.2 (points when making / after making)',
      'UN Guiding Principle 18(b) (meaningful consultation)',
      'common headings of published Japanese policies (Suntory, Fancl, Lion as listed by a lawyer)',
    ],
  },
  {
    id: 'E15',
    name: { ja: '責任者・推進体制', en: 'Responsible officer and structure' },
    level: 'common practice',
    advice: {
      ja: '方針の実行に責任を持つ役職と担当部門を明記してください(個人名は不要です)。',
      en: 'Name the post (not the person) and the department responsible.',
    },
    from: [
      'UN Guiding Principle 16, commentary',
      'common headings of published Japanese policies (Suntory, Fancl, Lion as listed by a lawyer)',
    ],
  },
  {
    id: 'E16',
    name: { ja: '公開・社内外への周知', en: 'Publication and communication in and outside' },
    level: 'requirement',
    asksFor: 'publication',
    advice: {
      ja: '公開場所(自社サイト等)と、従業員・取引先への周知方法を決めてください。外国人従業員には多言語化もご検討ください。',
      en: 'Decide where it is published and how staff and partners are told; consider other languages.',
    },
    from: [
      'UN Guiding Principle 16 (a)-(e)',
      'UN Guiding Principle 16, commentary',
      'Japan Guidelines (13 Sep 2022) ch. 3, five requirements',
    ],
  },
  {
    id: 'E17',
    name: {
      ja: '社内規程等への反映・進捗の開示・定期的見直し',
      en: 'Embedding in procedures; disclosure of progress; regular review',
    },
    level: 'requirement',
    parts: {
      embedding: { ja: '社内規程等への反映', en: 'embedding in procedures' },
      disclosure: { ja: '進捗の開示', en: 'disclosure of progress' },
      review: { ja: '定期的な見直し', en: 'regular review' },
    },
    asksFor: 'procedures',
    advice: {
      ja: '就業規則や調達基準など、どの規程に反映するかと、進捗の開示・定期的な見直しを記載してください。',
      en: 'Say which rules it is reflected in, and that progress is disclosed and the policy reviewed.',
    },
    from: [
      'UN Guiding Principle 16 (a)-(e)',
      'Japan Guidelines (13 Sep 2022) ch. 3, five requirements',
      'Japan Guidelines ch. 3.1 / 3.2 (points when making / after making)',
      'UN Guiding Principles 15(b), 17-21 (due diligence, communication)',
    ],
  },
];

const none = { rules: [] };

export const humanRightsPolicy: Checklist = {
  id: 'human_rights_policy',
  subject: { ja: subjectJa, en: subjectEn },
  otherSubjects: { ja: otherSubjectsJa, en: otherSubjectsEn },
  elements: described.map(({ from, ...element }) => ({
    ...element,
    sources: from.map((ref) => ({ ref, checked_on })),
    words: { ja: wordsJa[element.id] ?? none, en: wordsEn[element.id] ?? none },
  })),
};
