/** Lets the secretariat declare the report final, after saying what fails and what is missing. */
import { z } from 'zod';
import { actingMember } from '../members/acting-member.js';
import { secretariat } from '../members/roles.js';
import { formatDay } from '../messages/dates.js';
import { elements } from '../messages/message.js';
import { memberAction } from '../requests/action.js';
import type { Context } from '../requests/context.js';
import { isRefusal, type Refusal } from '../requests/refusal.js';
import { freezeReport, refuseFrozen } from './freeze-report.js';
import { missingCaptions } from './photograph-blocks.js';
import { readReport } from './read-report.js';
import { freezeRecogniser } from './recognisers.js';
import { missingTexts } from './sections.js';
import { reportTexts } from './texts.js';

export const freezeAction = memberAction({
  name: 'report.freeze',
  texts: reportTexts,
  command: 'report-freeze',
  recognise: freezeRecogniser,
  who: secretariat,
  input: z.object({}),
  offered: 'help',
  confirm: {
    when: 'always',
    show: async (context) => {
      const does = await whatItDoes(context);
      return isRefusal(does) ? does : { does: does.words, elements: [] };
    },
  },
  run: async (context) => {
    const { transaction, now, language, membership } = context;
    const refused = await freezeReport(transaction, { by: actingMember(context), now });
    if (refused) return refused;
    const { timeZone } = await transaction.programme.findUniqueOrThrow({ where: { id: membership.programmeId } });
    const { frozen, actions } = reportTexts[language];
    const summary = frozen(formatDay(language, now, timeZone));
    const make = { label: actions['report.make'].title, action: 'report.make', input: {} };
    return {
      message: {
        summary,
        elements: elements({ kind: 'text', text: summary }, { kind: 'buttons', buttons: [make] }),
      },
    };
  },
});

async function whatItDoes({
  transaction,
  membership,
  now,
  language,
}: Context): Promise<{ readonly words: string } | Refusal> {
  const refused = await refuseFrozen(transaction, membership.programmeId, 'frozen_already');
  if (refused) return refused;
  const report = await readReport(transaction, membership.programmeId, now);
  const failing = report.checks.filter(({ ok }) => !ok).length;
  const missingParts = missingTexts(report, ['ja', 'en']).length + missingCaptions(report, ['ja', 'en']).length;
  return { words: reportTexts[language].freezeDoes(failing, missingParts) };
}
