/** Lists the notes of the secretariat about a company, the newest first. */
import { z } from 'zod';
import { companyChoices } from '../../consultations/entitlement/words.js';
import { findCompany } from '../../members/queries.js';
import { secretariat } from '../../members/roles.js';
import { pick } from '../../messages/bilingual.js';
import { type Button, elements } from '../../messages/message.js';
import { memberAction } from '../../requests/action.js';
import { pageStart } from '../../requests/page.js';
import { refuse } from '../../requests/refusal.js';
import { companyForm, companyInput, completeCompany, wrongCompany } from './choose-company.js';
import { noteItem } from './note-item.js';
import { readNotes } from './notes.js';
import { notesRecogniser } from './recognisers.js';
import { companyCardTexts } from './texts.js';

/** As many of the longest, each of two thousand characters of three bytes, as fit a card of Teams. */
const PER_PAGE = 3;

export const listCompanyNotes = memberAction({
  name: 'company.notes',
  texts: companyCardTexts,
  command: 'company-notes',
  recognise: notesRecogniser,
  who: secretariat,
  input: z.object({ ...companyInput, from: pageStart }),
  confidential: true,
  offered: 'help',
  confirm: 'read',
  complete: completeCompany,
  wrong: wrongCompany,
  ask: (context, given) => companyForm(context, 'company.notes', given),
  search: (context, _field, typed) => companyChoices(context, typed),
  run: async (context, { company, from }) => {
    const { transaction, membership, language } = context;
    const { programmeId } = membership;
    const found = await findCompany(transaction, programmeId, company);
    if (found === null) return refuse('not_found', {}, { field: 'company' });
    const texts = companyCardTexts[language];
    const of = { programmeId, companyId: found.id };
    const { items, total, next } = await readNotes(transaction, of, { from, size: PER_PAGE });
    const title = texts.notesOf(pick(language, found.name));
    const input = { company: found.id };
    const more: readonly Button[] =
      next === null ? [] : [{ label: texts.more, action: 'company.notes', input: { ...input, from: next } }];
    return {
      message: {
        summary: title,
        elements: elements(
          { kind: 'heading', text: title },
          { kind: 'text', text: texts.notes(total) },
          { kind: 'list', items: items.map((note) => noteItem(context, note)) },
          {
            kind: 'buttons',
            buttons: [
              ...more,
              { label: texts.addNote, action: 'company.note', input, form: true },
              { label: texts.card, action: 'company.show', input },
            ],
          },
        ),
      },
    };
  },
});
