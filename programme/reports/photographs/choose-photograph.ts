/** The first step of a form about a photograph of the report: which one. */
import type { Form } from '../../messages/message.js';
import { shortened } from '../../messages/shortened.js';
import { chatTexts } from '../../messages/texts.js';
import type { Context } from '../../requests/context.js';
import type { Refusal } from '../../requests/refusal.js';
import { readPhotographs } from './photographs.js';
import { refusePhotograph } from './refuse-photograph.js';
import { photographTexts } from './texts.js';
import { placeName } from './words.js';

/** As many as a platform's list of choices can hold. */
const MOST_CHOICES = 100;
/** In characters, as a choice of Slack shows them. */
const LONGEST_LABEL = 70;

/** Refused where there are none. */
export async function choosePhotographForm(
  { transaction, membership, language }: Context,
  action: 'report.change-photograph' | 'report.remove-photograph',
): Promise<Form | Refusal> {
  const found = await readPhotographs(transaction, { programmeId: membership.programmeId });
  if (found.length === 0) return refusePhotograph('no_photographs', {});
  const texts = photographTexts[language];
  const choices = found.slice(0, MOST_CHOICES).map(({ id, session, position, captionJa, captionEn, file }) => {
    const caption = (language === 'ja' ? captionJa || captionEn : captionEn || captionJa) || file.name;
    const code = session?.code ?? placeName(language, null);
    return { value: id, label: shortened(`${texts.entry(code, position)}: ${caption}`, LONGEST_LABEL) };
  });
  return {
    ...{ action, title: texts.actions[action].title, cancel: chatTexts[language].close },
    introduction: [],
    fields: [{ kind: 'choice', name: 'photograph', label: texts.labels.photograph, choices }],
    known: {},
    submit: texts.next,
  };
}
