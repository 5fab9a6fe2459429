/** Takes from the secretariat all that the report tells of the programme, in one form: purpose, who runs it and with whom, results and plans. */
import { z } from 'zod';
import { actingMember } from '../members/acting-member.js';
import { secretariat } from '../members/roles.js';
import type { Form, Values } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import { memberAction } from '../requests/action.js';
import type { Context } from '../requests/context.js';
import { isRefusal, type Refusal } from '../requests/refusal.js';
import { refuseFrozen } from './freeze-report.js';
import { savedMessage } from './missing-items.js';
import { programmeTextRecogniser } from './recognisers.js';
import { programmeSections } from './sections.js';
import { enteredTexts, readStoredTexts, seenInput, severalParts, textInput, textNotes } from './text-fields.js';
import { reportTexts } from './texts.js';
import { writeTexts } from './write-texts.js';

const input = z.object({
  seen: seenInput,
  ...{ purposeJa: textInput, purposeEn: textInput, organiserJa: textInput, organiserEn: textInput },
  ...{ membersJa: textInput, membersEn: textInput, cooperatingJa: textInput, cooperatingEn: textInput },
  ...{ participantsJa: textInput, participantsEn: textInput, activitiesJa: textInput, activitiesEn: textInput },
  ...{ resultsJa: textInput, resultsEn: textInput, consultationsJa: textInput, consultationsEn: textInput },
  ...{ plansJa: textInput, plansEn: textInput },
});

export const programmeTextAction = memberAction({
  name: 'report.programme',
  texts: reportTexts,
  command: 'report-programme',
  recognise: programmeTextRecogniser,
  who: secretariat,
  input,
  offered: 'help',
  ask: programmeForm,
  // The form shows what is there.
  confirm: 'always',
  run: async (context, { seen, ...entered }) => {
    const { transaction, now } = context;
    const texts = enteredTexts(programmeSections, seen, entered);
    const written = await writeTexts(transaction, { sessionId: null, texts, by: actingMember(context), now });
    return isRefusal(written) ? written : await savedMessage(context, written.changed, null);
  },
});

async function programmeForm(context: Context, given: Values): Promise<Form | Refusal> {
  const { transaction, membership, language } = context;
  const { programmeId } = membership;
  const refused = await refuseFrozen(transaction, programmeId, 'report_frozen');
  if (refused) return refused;
  const texts = reportTexts[language];
  const stored = await readStoredTexts(transaction, { programmeId, sessionId: null });
  const { fields, seen, ...notes } = severalParts(language, programmeSections, { stored, given });
  return {
    ...{ action: 'report.programme', title: texts.actions['report.programme'].title },
    introduction: textNotes(context, stored, notes),
    fields,
    known: { seen },
    ...{ submit: texts.save, cancel: chatTexts[language].close },
  };
}
