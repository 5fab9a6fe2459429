/** Shows everything about one company on one card: to the secretariat of any, with its own notes; to participants of their own, with an anonymous mirror of all. */
import { z } from 'zod';
import { companyChoices } from '../../consultations/entitlement/words.js';
import { pick } from '../../messages/bilingual.js';
import { type Element, elements, type Item } from '../../messages/message.js';
import { memberAction } from '../../requests/action.js';
import type { Context } from '../../requests/context.js';
import { refuse } from '../../requests/refusal.js';
import { readMirror } from '../overview.sql.js';
import { companyForm, companyInput, completeCompany, wrongCompany } from './choose-company.js';
import { cardElements } from './company-words.js';
import { noteItem } from './note-item.js';
import { type CompanyNoteEntry, readNotes } from './notes.js';
import { type CompanyCard, readCompany } from './read-company.js';
import { companyRecogniser } from './recognisers.js';
import { companyCardTexts } from './texts.js';

/** As many notes as the card shows; their own list has the rest. */
const MOST_NOTES = 1;

/** Fewer companies would be told apart. */
const FEWEST_MIRRORED = 4;

export const showCompany = memberAction({
  name: 'company.show',
  texts: companyCardTexts,
  command: 'company',
  recognise: companyRecogniser,
  who: ['participant', 'secretariat'],
  input: z.object(companyInput),
  // Notes of the secretariat stand on it.
  confidential: true,
  offered: 'help',
  confirm: 'read',
  complete: completeCompany,
  wrong: wrongCompany,
  ask: (context, given) => companyForm(context, 'company.show', given),
  search: (context, _field, typed) => companyChoices(context, typed),
  run: async (context, { company: companyId }) => {
    const { transaction, membership, language } = context;
    const { programmeId, role } = membership;
    const card = await readCompany(transaction, { programmeId, companyId });
    if (card === null) return refuse('not_found', {}, { field: 'company' });
    const texts = companyCardTexts[language];
    const title = texts.cardOf(pick(language, card.company.name));
    const more = role === 'secretariat' ? await forSecretariat(context, card) : await mirrorOf(context);
    return {
      message: {
        summary: title,
        elements: elements({ kind: 'heading', text: title }, ...cardElements(context, card), ...more),
      },
    };
  },
});

/** Never for the company itself: notes, and what can be done about it. */
async function forSecretariat(context: Context, { company }: CompanyCard): Promise<readonly Element[]> {
  const { transaction, membership, language } = context;
  const texts = companyCardTexts[language];
  const of = { programmeId: membership.programmeId, companyId: company.id };
  const notes = await readNotes(transaction, of, { from: 0, size: MOST_NOTES });
  const input = { company: company.id };
  return [
    { kind: 'text', text: texts.notes(notes.total) },
    { kind: 'list', items: notes.items.map((note: CompanyNoteEntry): Item => noteItem(context, note)) },
    {
      kind: 'buttons',
      buttons: [
        { label: texts.addNote, action: 'company.note', input, form: true },
        ...(notes.next === null ? [] : [{ label: texts.allNotes, action: 'company.notes', input }]),
        { label: texts.message, action: 'announcement.compose', input: { companies: [company.id] }, form: true },
        ...(company.isGuest ? [] : [{ label: texts.ledger, action: 'consultation.ledger', input }]),
      ],
    },
  ];
}

/** How many of all companies are how far, without a name; nothing where these are so few that they could be guessed. */
async function mirrorOf({ transaction, membership, language }: Context): Promise<readonly Element[]> {
  const texts = companyCardTexts[language];
  const { companies, booked, deliverables } = await readMirror(transaction, membership.programmeId);
  if (companies < FEWEST_MIRRORED) return [];
  const lines = [
    ...deliverables.map(({ titleJa, titleEn, submitted }) =>
      texts.submitted(pick(language, { ja: titleJa, en: titleEn }), submitted, companies),
    ),
    ...(booked === null ? [] : [texts.booked(booked, companies)]),
  ];
  return lines.length === 0 ? [] : [{ kind: 'text', text: [texts.mirror, ...lines].join('\n') }];
}
