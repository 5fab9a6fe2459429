/** Three invented policies: two that have every element, and a thin one. */

export const completeJa = [
  '人権方針',
  '青葉電子工業株式会社(以下「当社」)は、経営理念に基づき、本方針は当社の人権尊重の取組の最上位の方針として定めます。',
  '1. 適用範囲 本方針は当社及びグループ会社のすべての役員と従業員(派遣社員、技能実習生を含む)に適用します。',
  '2. 国際規範 当社は国際人権章典、ILO宣言、国連「ビジネスと人権に関する指導原則」を支持し、結社の自由及び団体交渉権、強制労働の禁止、児童労働の廃止、差別の撤廃、安全で健康的な労働環境を尊重します。',
  '3. 法令 事業を行う国の法令を遵守します。国内法令と国際規範が異なる場合は、国際的に認められた人権を最大限尊重する方法を追求します。',
  '4. 重点課題 ハラスメント、長時間労働、外国人労働者の処遇を重点課題とします。',
  '5. 人権デュー・ディリジェンス 負の影響を特定し、防止・軽減します。',
  '6. 救済 負の影響を引き起こし又は助長した場合は救済に取り組みます。相談窓口を設け、秘密を守り、相談者への不利益な取扱いを行いません。',
  '7. 取引先の皆さまにも本方針の理解と協力を求め、働きかけます。',
  '8. 教育 役員・従業員への研修を継続して行います。',
  '9. 対話 従業員をはじめステークホルダーとの対話を重ねます。',
  '10. 体制 担当役員を責任者とします。本方針は社外の専門家である社会保険労務士の助言を得て策定しました。',
  '11. 公開 本方針をホームページで公開し、社内外に周知します。就業規則や調達基準に反映し、取組の進捗を公表し、定期的に見直します。',
  '2025年3月21日 取締役会承認',
  '代表取締役社長 田村 一郎',
].join('\n');

export const thinJa = [
  '人権方針',
  '当社は、すべての人の人権を大切にします。差別やハラスメントのない明るい職場をつくり、法令を遵守し、地域社会に貢献してまいります。',
].join('\n');

export const completeEn =
  'Human Rights Policy. This policy sets out, under our management philosophy, how we respect human rights. Scope: it applies to all officers and employees of the group. We support the International Bill of Human Rights, the ILO Declaration and the UN Guiding Principles on Business and Human Rights: freedom of association, no forced labour, no child labour, no discrimination, a safe and healthy working environment. We comply with the laws of each country; where they conflict with international norms we seek ways to honour the latter. Our salient issues are harassment and working hours. We carry out due diligence. We provide remedy. Our hotline is confidential and we do not retaliate. We expect our suppliers to follow this policy. We give training. We engage in stakeholder dialogue. The director in charge is the responsible officer. We took external expert advice. This policy is publicly available on our website and communicated to employees; it is embedded in our procedures, we report progress, and review it periodically. Approved by the board, 21 March 2025.';
