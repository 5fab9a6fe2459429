/** The kind of notification that a company was granted hours, or has fewer. */
import { elements } from '../../messages/message.js';
import { notificationKind } from '../../notifications/kind.js';
import { readAvailable, readLedger, sumLedger } from './ledger.js';
import { entitlementTexts } from './texts.js';

/** To the company's participants. */
export const hoursGranted = notificationKind('consultation.granted', {
  name: { ja: '個別相談の回数の変更', en: 'the number of consultations changed' },
  compose: async ({ transaction, language }, { subjectId, personId }) => {
    if (subjectId === null) return null;
    // Somebody who has left the company meanwhile is not told.
    const where = { companyId: subjectId, personId, role: 'participant', endedAt: null } as const;
    if ((await transaction.membership.count({ where })) === 0) return null;
    if ((await readAvailable(transaction, subjectId)) === null) return null;
    const { granted, left } = sumLedger(await readLedger(transaction, subjectId));
    const { notices } = entitlementTexts[language];
    const text = notices.granted(granted, left);
    const book = { label: notices.book, action: 'consultation.find', input: {} };
    return {
      summary: text,
      elements: elements({ kind: 'text', text }, left > 0 && { kind: 'buttons', buttons: [book] }),
    };
  },
});
