/** All words of deliverables, in Japanese and English. */
import type { DeliverableStage } from '../../prisma/client.js';
import type { Language } from '../requests/context.js';

const ja = {
  stages: {
    not_started: '未着手',
    drafting: '作成中',
    submitted: '提出済み',
    in_review: '確認中',
    to_be_revised: '要修正',
    confirmed: '確認済み',
    approved: '承認済み',
    published: '公開済み',
  } satisfies Readonly<Record<DeliverableStage, string>>,
  stage: '状況',
  dueOn: '期限',
  noDueDate: '期限なし',
  extended: '延長済み',
};

const en: typeof ja = {
  stages: {
    not_started: 'Not started',
    drafting: 'Drafting',
    submitted: 'Submitted',
    in_review: 'In review',
    to_be_revised: 'To be revised',
    confirmed: 'Confirmed by the adviser',
    approved: 'Approved by management',
    published: 'Published',
  },
  stage: 'Stage',
  dueOn: 'Due',
  noDueDate: 'no due date',
  extended: 'extended',
};

export const deliverableTexts: Readonly<Record<Language, typeof ja>> = { ja, en };
