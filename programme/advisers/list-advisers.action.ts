/** Shows the secretariat who looks after which company, and which has nobody; a participant, who looks after their own. */
import { z } from 'zod';
import { findCompanies, readProgrammes } from '../members/queries.js';
import { pick } from '../messages/bilingual.js';
import { type Button, elements, type Item, type Message, plain } from '../messages/message.js';
import { memberAction } from '../requests/action.js';
import type { Context } from '../requests/context.js';
import { pageStart } from '../requests/page.js';
import { type CompanyWithAdvisers, readAdvisersOf, readCompaniesWithAdvisers } from './queries.js';
import { listRecogniser } from './recognisers.js';
import { adviserTexts } from './texts.js';
import { adviserName, MOST_CHOICES } from './words.js';

/** As many as fit a message on every platform with their buttons. */
const PER_PAGE = 8;

const input = z.object({
  from: pageStart,
  /** Only companies that nobody looks after. */
  unadvised: z.boolean().default(false),
  /** What was said of a company's name. */
  sought: z.string().trim().max(200, { error: 'too_long' }).default(''),
});

export const listAdvisers = memberAction({
  name: 'adviser.list',
  texts: adviserTexts,
  command: 'advisers',
  recognise: listRecogniser,
  who: ['participant', 'secretariat'],
  input,
  offered: 'help',
  confirm: 'read',
  run: async (context, given) => {
    if (context.membership.role === 'participant') return { message: plain(await ownAdvisers(context)) };
    return { message: await companyList(context, given) };
  },
});

/** Who looks after the participant's company, and whom to turn to. */
export async function ownAdvisers(context: Pick<Context, 'transaction' | 'membership' | 'language'>): Promise<string> {
  const { transaction, membership, language } = context;
  const { programmeId, companyId } = membership;
  const advisers = companyId === null ? [] : await readAdvisersOf(transaction, { programmeId, companyId });
  const [programme] = await readProgrammes(transaction, [programmeId]);
  return adviserTexts[language].lookedAfterBy({
    advisers: advisers.map(({ adviser }) => adviserName(context, adviser.name)),
    contact: programme === undefined ? '' : pick(language, programme.contact),
  });
}

async function companyList(context: Context, { from, unadvised, sought }: z.infer<typeof input>): Promise<Message> {
  const { transaction, membership, language } = context;
  const { programmeId } = membership;
  const found =
    sought === '' ? null : await findCompanies(transaction, programmeId, { typed: sought, most: MOST_CHOICES });
  const ids = found?.map(({ id }) => id) ?? null;
  const read = await readCompaniesWithAdvisers(transaction, programmeId, { ids, unadvised }, { from, size: PER_PAGE });
  const { items, total, next } = read.companies;
  const texts = adviserTexts[language];
  const summary = total === 0 ? texts.noneFound : texts.listSummary(total, read.withoutAdviser);
  const buttons: Button[] = [];
  if (next !== null) {
    buttons.push({ label: texts.more, action: 'adviser.list', input: { from: next, unadvised, sought } });
  }
  if (!unadvised && read.withoutAdviser > 0) {
    buttons.push({ label: texts.onlyWithout, action: 'adviser.list', input: { unadvised: true } });
  }
  return {
    summary,
    elements: elements(
      { kind: 'heading', text: texts.actions['adviser.list'].title },
      { kind: 'text', text: summary },
      { kind: 'list', items: items.map((company) => companyItem(context, company)) },
      { kind: 'buttons', buttons },
    ),
  };
}

function companyItem(context: Context, { id, name, advisers }: CompanyWithAdvisers): Item {
  const texts = adviserTexts[context.language];
  const [only, ...others] = advisers;
  const buttons: Button[] = [
    { label: texts.assign, action: 'adviser.assign', input: { company: id }, form: true },
    // Of several the form of the withdrawal asks which.
    ...(only === undefined || others.length > 0
      ? []
      : [{ label: texts.withdraw, action: 'adviser.withdraw', input: { assignment: only.assignmentId }, form: true }]),
    { label: texts.show, action: 'adviser.answers', input: { company: id } },
  ];
  const names = advisers.map((adviser) => adviserName(context, adviser.name));
  return { title: pick(context.language, name), lines: names.length === 0 ? [texts.noAdviser] : names, buttons };
}
