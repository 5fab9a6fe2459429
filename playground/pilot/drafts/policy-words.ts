/** What the invented companies of the replay write into their policies, version by version, and what advisers say of them. */
import type { Language } from '../../../programme/requests/context.js';
import type { PolicyText } from './make-documents.js';

type Clause = PolicyText['clauses'][number];

/** What a first version says already. */
const first: Readonly<Record<Language, (company: string) => readonly Clause[]>> = {
  ja: (company) => [
    {
      heading: '1. 基本的な考え方',
      paragraphs: [`${company}は、事業活動のすべてにおいて人権を尊重します。`],
    },
    { heading: '2. 適用範囲', paragraphs: ['本方針は、当社のすべての役員と従業員に適用します。'] },
    {
      heading: '3. 法令の遵守',
      paragraphs: ['当社は、事業を行う国と地域の法令を守ります。人権への配慮に努めます。'],
    },
  ],
  en: (company) => [
    {
      heading: '1. Our commitment',
      paragraphs: [`${company} respects human rights in all of its business activities.`],
    },
    { heading: '2. Scope', paragraphs: ['This policy applies to all officers and employees of the company.'] },
    {
      heading: '3. Laws',
      paragraphs: ['We comply with the laws of the countries and regions in which we work.'],
    },
  ],
};

/** What the adviser asked for. */
const added: Readonly<Record<Language, readonly Clause[]>> = {
  ja: [
    {
      heading: '4. 国際規範の尊重',
      paragraphs: [
        '当社は、国際人権章典、労働における基本的原則及び権利に関するILO宣言、国連のビジネスと人権に関する指導原則を支持し、尊重します。',
        '結社の自由と団体交渉権、強制労働の廃止、児童労働の廃止、差別の撤廃、安全で健康的な労働環境を尊重します。',
      ],
    },
    {
      heading: '5. 取引先への期待',
      paragraphs: ['当社は、取引先の皆様にも本方針をご理解いただき、人権を尊重していただくことを期待します。'],
    },
    {
      heading: '6. 人権デュー・ディリジェンス',
      paragraphs: ['当社は、人権への負の影響を特定し、防止し、軽減する人権デュー・ディリジェンスを実施します。'],
    },
    {
      heading: '7. 救済',
      paragraphs: [
        '当社の事業が人権への負の影響を引き起こし、または助長した場合は、その是正と救済に取り組みます。',
        '従業員と取引先の方が利用できる相談窓口を総務部に設け、相談した方の秘密を守り、不利益な取り扱いをしません。',
      ],
    },
    {
      heading: '8. 教育と対話',
      paragraphs: ['当社は、役員と従業員に人権についての教育を毎年行います。影響を受ける方々と対話し、協議します。'],
    },
    {
      heading: '9. 情報開示と見直し',
      paragraphs: [
        '取り組みの状況をウェブサイトで公表します。本方針は毎年見直します。担当部署: 総務部。',
        '本方針は、取締役会で承認しました。',
      ],
    },
  ],
  en: [
    {
      heading: '4. International standards',
      paragraphs: [
        'We respect and support the International Bill of Human Rights, the ILO Declaration on Fundamental Principles and Rights at Work and the UN Guiding Principles on Business and Human Rights.',
        'We respect freedom of association and collective bargaining, and a safe and healthy working environment; we do not tolerate forced labour, child labour or discrimination.',
      ],
    },
    {
      heading: '5. Business partners',
      paragraphs: ['We expect our suppliers and business partners to respect human rights as this policy says.'],
    },
    {
      heading: '6. Human rights due diligence',
      paragraphs: ['We carry out human rights due diligence to identify, prevent and mitigate adverse impacts.'],
    },
    {
      heading: '7. Remedy',
      paragraphs: [
        'Where we have caused or contributed to an adverse impact, we provide for its remediation.',
        'Employees and business partners can use our grievance mechanism. We keep their identity confidential and do not retaliate.',
      ],
    },
    {
      heading: '8. Training and dialogue',
      paragraphs: [
        'We train our officers and employees every year, and consult and engage in dialogue with those who are affected.',
      ],
    },
    {
      heading: '9. Reporting and review',
      paragraphs: [
        'We report on our website and review this policy every year. Responsible: General Affairs.',
        'This policy was approved by the board of directors.',
      ],
    },
  ],
};

const titles: Readonly<Record<Language, (company: string, version: number) => string>> = {
  ja: (company, version) => `${company}人権方針(第${version}案)`,
  en: (company, version) => `${company}: Human Rights Policy (draft ${version})`,
};

/** The first one is thin; each one after it has more of what was asked for, the last one all of it. */
export function policyText(
  language: Language,
  { company, version, versions }: { readonly company: string; readonly version: number; readonly versions: number },
): PolicyText {
  const all = added[language];
  const share = versions === 1 ? 1 : (version - 1) / (versions - 1);
  return {
    title: titles[language](company, version),
    clauses: [...first[language](company), ...all.slice(0, Math.ceil(all.length * share))],
  };
}

const comments: Readonly<Record<Language, readonly string[]>> = {
  ja: [
    '国際人権章典、ILO宣言、国連指導原則のうち、どれを支持するかを挙げてください。',
    '相談窓口を誰が利用できるか、秘密をどう守るかを書いてください。',
    '取引先に何を期待するかを、従業員についての記載とは分けて書いてください。',
  ],
  en: [
    'Please name which of the International Bill, the ILO Declaration and the Guiding Principles you support.',
    'Please say who may use the grievance mechanism, and how what they say is kept secret.',
    'Please keep what you expect of business partners apart from what holds for your employees.',
  ],
};

export function commentFor(language: Language, number: number): string {
  const all = comments[language];
  return all[number % all.length] ?? '';
}

export const closingWords: Readonly<Record<Language, string>> = {
  ja: '必要な項目がそろいました。取締役会での承認にお進みください。',
  en: 'Everything that is needed is there. Please go on to the approval of your board.',
};

export const approvedBy: Readonly<Record<Language, string>> = { ja: '取締役会', en: 'Board of directors' };
