/** Takes from the secretariat all that the report tells of one session, in one form: summary, what was said, and at the end who presented what. */
import { z } from 'zod';
import { actingMember } from '../members/acting-member.js';
import { secretariat } from '../members/roles.js';
import { inBoth, pick } from '../messages/bilingual.js';
import { initialChoice } from '../messages/initial.js';
import type { Form, Values } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import { memberAction } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { isId } from '../requests/is-id.js';
import { isRefusal, type Refusal, refuse } from '../requests/refusal.js';
import { sessionChoices } from '../sessions/session-choices.js';
import { refuseFrozen } from './freeze-report.js';
import { savedMessage } from './missing-items.js';
import { sessionTextRecogniser } from './recognisers.js';
import { sessionSections } from './sections.js';
import {
  enteredTexts,
  readStoredTexts,
  saidInput,
  seenInput,
  severalParts,
  textInput,
  textNotes,
} from './text-fields.js';
import { reportTexts } from './texts.js';
import { writeTexts } from './write-texts.js';

const input = z.object({
  session: chosen,
  seen: seenInput,
  ...{ summaryJa: textInput, summaryEn: textInput, said: saidInput, voicesJa: textInput, voicesEn: textInput },
  ...{ presentationsJa: textInput, presentationsEn: textInput },
});

export const sessionTextAction = memberAction({
  name: 'report.session',
  texts: reportTexts,
  command: 'report-session',
  recognise: sessionTextRecogniser,
  who: secretariat,
  input,
  offered: 'help',
  ask: sessionForm,
  // The form shows what is there.
  confirm: 'always',
  run: async (context, { session: sessionId, seen, ...entered }) => {
    const { transaction, now } = context;
    const texts = enteredTexts(sessionSections, seen, entered);
    const written = await writeTexts(transaction, { sessionId, texts, by: actingMember(context), now });
    return isRefusal(written) ? written : await savedMessage(context, written.changed, sessionId);
  },
});

async function sessionForm(context: Context, given: Values): Promise<Form | Refusal> {
  const { transaction, membership, language } = context;
  const { programmeId } = membership;
  const refused = await refuseFrozen(transaction, programmeId, 'report_frozen');
  if (refused) return refused;
  const texts = reportTexts[language];
  const frame = {
    ...{ action: 'report.session', title: texts.actions['report.session'].title },
    cancel: chatTexts[language].close,
  };
  if (!isId(given.session)) {
    const choices = await sessionChoices(context, {});
    const choice = { kind: 'choice' as const, name: 'session', label: texts.labels.session, choices };
    const fields = [{ ...choice, ...initialChoice(given.session, choices) }];
    return { ...frame, introduction: [], fields, known: {}, submit: texts.next };
  }
  const session = await transaction.session.findFirst({ where: { id: given.session, programmeId } });
  if (session === null) return refuse('not_found', {});
  const stored = await readStoredTexts(transaction, { programmeId, sessionId: session.id });
  // Companies present at a closing meeting; elsewhere only what is there already is asked about.
  const presents = session.kind === 'closing' || stored.some(({ section }) => section === 'presentations');
  const sections = sessionSections.filter((section) => presents || section !== 'presentations');
  const { fields, seen, ...notes } = severalParts(language, sections, { stored, given });
  const title = pick(language, inBoth(session.titleJa, session.titleEn));
  return {
    ...frame,
    introduction: [
      { kind: 'text', text: texts.ofSubject(session.code, title) },
      ...textNotes(context, stored, notes),
      { kind: 'note', text: texts.sessionFactsElsewhere },
    ],
    fields,
    known: { session: session.id, seen },
    submit: texts.save,
  };
}
