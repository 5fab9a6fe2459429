/** Shows the adviser of a company, and the secretariat, its participants and their answers to the coming sessions. */
import { z } from 'zod';
import { findCompany } from '../members/queries.js';
import { pick } from '../messages/bilingual.js';
import { elements, type Form, type Item } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import { memberAction } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { pageStart } from '../requests/page.js';
import { type Refusal, refuse } from '../requests/refusal.js';
import { sessionTitle, standing } from '../sessions/describe.js';
import { findAssignments, type PersonAnswers, readAnswers } from './queries.js';
import { refuseAdviser } from './refuse-adviser.js';
import { adviserTexts } from './texts.js';
import { companyChoices, MOST_CHOICES, personName } from './words.js';

/** As many people as fit a message on every platform. */
const PER_PAGE = 10;

/** As many coming sessions as one person's entry names. */
const SESSIONS = 8;

export const showAnswers = memberAction({
  name: 'adviser.answers',
  texts: adviserTexts,
  command: 'company-answers',
  who: ['adviser', 'secretariat'],
  input: z.object({ company: chosen, from: pageStart }),
  offered: 'help',
  ask: chooseForm,
  search: (context, _field, typed) => reachableCompanies(context, typed),
  confirm: 'read',
  run: async (context, { company: companyId, from }) => {
    const { transaction, membership, language, now } = context;
    const { programmeId } = membership;
    const company = await findCompany(transaction, programmeId, companyId);
    if (company === null) return refuse('not_found', {});
    const scope = { programmeId, companyId, now, sessions: SESSIONS };
    const { items, total, next } = await readAnswers(transaction, scope, { from, size: PER_PAGE });
    const texts = adviserTexts[language];
    const title = texts.answersOf(pick(language, company.name));
    const more = { label: texts.more, action: 'adviser.answers', input: { company: companyId, from: next } };
    return {
      message: {
        summary: title,
        elements: elements(
          { kind: 'heading', text: title },
          { kind: 'text', text: total === 0 ? texts.noPeople : texts.people(total) },
          { kind: 'list', items: items.map((person) => personItem(context, person)) },
          { kind: 'buttons', buttons: next === null ? [] : [more] },
        ),
      },
    };
  },
});

function personItem(context: Context, { name, answers }: PersonAnswers): Item {
  const texts = adviserTexts[context.language];
  const lines = answers.map(({ session, own }) => texts.answer(sessionTitle(context, session), standing(context, own)));
  return { title: personName(context, name), lines: lines.length === 0 ? [texts.noSessions] : lines, buttons: [] };
}

async function chooseForm(context: Context): Promise<Form | Refusal> {
  const texts = adviserTexts[context.language];
  const choices = await reachableCompanies(context, '');
  if (choices.length === 0) return refuseAdviser('no_assignments', {});
  return {
    action: 'adviser.answers',
    title: texts.actions['adviser.answers'].title,
    introduction: [],
    fields: [{ kind: 'choice', name: 'company', label: texts.company, search: true, choices }],
    known: {},
    submit: texts.show,
    cancel: chatTexts[context.language].close,
  };
}

/** An adviser is offered her own companies only. */
async function reachableCompanies(context: Context, typed: string) {
  const all = await companyChoices(context, typed);
  const { transaction, membership, person } = context;
  if (membership.role === 'secretariat') return all;
  const where = { adviserId: person.id };
  const own = await findAssignments(transaction, membership.programmeId, where, MOST_CHOICES);
  if (typed === '') {
    return own.map(({ company }) => ({ value: company.id, label: pick(context.language, company.name) }));
  }
  const ids = new Set(own.map(({ company }) => company.id));
  return all.filter(({ value }) => ids.has(value));
}
