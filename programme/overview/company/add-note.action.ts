/** Writes down a note of the secretariat about a company, which the company never sees. */
import { z } from 'zod';
import { companyChoices } from '../../consultations/entitlement/words.js';
import { findCompany } from '../../members/queries.js';
import { secretariat } from '../../members/roles.js';
import { pick } from '../../messages/bilingual.js';
import { elements, type Field, type Values } from '../../messages/message.js';
import { memberAction } from '../../requests/action.js';
import type { Context } from '../../requests/context.js';
import { refuse } from '../../requests/refusal.js';
import { companyForm, companyInput, completeCompany, wrongCompany } from './choose-company.js';
import { LONGEST_NOTE, writeNote } from './notes.js';
import { noteRecogniser } from './recognisers.js';
import { companyCardTexts } from './texts.js';

export const addCompanyNote = memberAction({
  name: 'company.note',
  texts: companyCardTexts,
  command: 'company-note',
  recognise: noteRecogniser,
  who: secretariat,
  input: z.object({
    ...companyInput,
    text: z
      .string({ error: (issue) => (issue.input === undefined ? 'required' : 'too_long') })
      .trim()
      .min(1, { error: 'required' })
      .max(LONGEST_NOTE, { error: 'too_long' }),
  }),
  confidential: true,
  offered: 'help',
  complete: completeCompany,
  wrong: wrongCompany,
  ask: (context, given) => companyForm(context, 'company.note', given, [textField(context, given)]),
  search: (context, _field, typed) => companyChoices(context, typed),
  confirm: {
    when: 'words',
    show: async (context, { company, text }) => {
      const found = await findCompany(context.transaction, context.membership.programmeId, company);
      if (found === null) return refuse('not_found', {}, { field: 'company' });
      const does = companyCardTexts[context.language].noteDoes(pick(context.language, found.name));
      return { does, elements: [{ kind: 'text', text }] };
    },
  },
  run: async (context, { company, text }) => {
    const { transaction, membership, person, now, language } = context;
    const { programmeId } = membership;
    const found = await findCompany(transaction, programmeId, company);
    if (found === null) return refuse('not_found', {}, { field: 'company' });
    await writeNote(transaction, { programmeId, companyId: found.id, text, byId: person.id, at: now });
    const texts = companyCardTexts[language];
    const done = texts.noted(pick(language, found.name));
    const input = { company: found.id };
    return {
      message: {
        summary: done,
        elements: elements(
          { kind: 'text', text: done },
          {
            kind: 'buttons',
            buttons: [
              { label: texts.allNotes, action: 'company.notes', input },
              { label: texts.card, action: 'company.show', input },
            ],
          },
        ),
      },
    };
  },
});

function textField({ language }: Context, { text }: Values): Field {
  const texts = companyCardTexts[language];
  return {
    ...{ kind: 'long text', name: 'text', label: texts.note, hint: texts.noteHint, maximum: LONGEST_NOTE },
    ...(typeof text === 'string' && text !== '' && { initial: text.slice(0, LONGEST_NOTE) }),
  };
}
