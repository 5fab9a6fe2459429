/** Shows the secretariat who has not booked, what is free against what is still owed, and what was left undone. */
import { z } from 'zod';
import { secretariat } from '../../members/roles.js';
import { type Button, type Element, elements, type Message } from '../../messages/message.js';
import { memberAction } from '../../requests/action.js';
import { perhapsChosen } from '../../requests/chosen.js';
import type { Context } from '../../requests/context.js';
import { pageStart } from '../../requests/page.js';
import { readFreeHours } from '../bookings/free-hours.js';
import { readTerms } from '../bookings/queries.js';
import { consultationFileTexts } from './file-texts.js';
import { freeMonths } from './free-months.js';
import { type Listed, type OverviewList, overviewLists, readList } from './overview-lists.js';
import { readNeeded } from './queries.js';
import { overviewRecogniser } from './recognisers.js';
import { overviewTexts } from './texts.js';

/** Of a list that is shown by itself. */
const PER_PAGE = 8;
/** Of each list as many as the overview shows. */
const MOST = 5;
/** As many free hours as are counted by adviser and by month; a programme has hundreds. */
const MOST_FREE = 2_000;

export const consultationOverview = memberAction({
  name: 'consultation.overview',
  texts: overviewTexts,
  command: 'consultation-overview',
  recognise: overviewRecogniser,
  who: secretariat,
  /** `list`: that list alone, from its entry number `from` on; without it the beginnings of all. `company`: its bookings alone. */
  input: z.object({ list: z.enum(overviewLists).optional(), company: perhapsChosen, from: pageStart }),
  offered: 'menu',
  confirm: 'read',
  run: async (context, { list, company, from }) => {
    // The buttons of an earlier release named a page of companies that have not booked, and no list.
    const only = company !== undefined ? 'coming' : (list ?? (from > 0 ? 'unbooked' : undefined));
    if (only === undefined) return { message: await wholeMessage(context) };
    const freeOf = only === 'advisers' ? await readFreeOf(context) : [];
    const listed = await readList(context, only, { from, size: PER_PAGE, freeOf, company });
    return { message: listMessage(context, only, listed, company) };
  },
});

/** Whose each free hour is. */
async function readFreeOf(context: Context): Promise<readonly string[]> {
  const free = await readFreeHours(context, { companyId: null }, {}, { from: 0, size: MOST_FREE });
  return free.items.map(({ adviser }) => adviser.id);
}

function listMessage({ language }: Context, list: OverviewList, listed: Listed, company: string | undefined): Message {
  const { more, actions } = overviewTexts[language];
  const { title, items, next } = listed;
  const whole: Button = { label: actions['consultation.overview'].title, action: 'consultation.overview', input: {} };
  const goOn = (from: number): Button => ({
    ...{ label: more, action: 'consultation.overview' },
    input: { list, from, ...(company !== undefined && { company }) },
  });
  return {
    summary: title,
    elements: elements(
      { kind: 'heading', text: title },
      { kind: 'list', items },
      { kind: 'buttons', buttons: [...(next === null ? [] : [goOn(next)]), whole] },
    ),
  };
}

async function wholeMessage(context: Context): Promise<Message> {
  const { transaction, membership, language, now } = context;
  const { programmeId } = membership;
  const texts = overviewTexts[language];
  const free = await readFreeHours(context, { companyId: null }, {}, { from: 0, size: MOST_FREE });
  const needs = await readNeeded(transaction, programmeId);
  const { timeZone } = await readTerms(transaction, programmeId);
  const summary = texts.capacity({ ...needs, free: freeMonths(free.items, { total: free.total, timeZone, now }) });
  const lacking = needs.needed - free.total;
  const asFile = {
    label: consultationFileTexts[language].actions['consultation.export'].title,
    ...{ action: 'consultation.export', input: {} },
  };
  const freeOf = free.items.map(({ adviser }) => adviser.id);
  const begin = async (list: OverviewList) => {
    const listed = await readList(context, list, { from: 0, size: MOST, freeOf });
    return listed.total === 0 && list !== 'unbooked' ? [] : listElements(context, list, listed);
  };
  return {
    summary,
    elements: elements(
      { kind: 'heading', text: texts.actions['consultation.overview'].title },
      { kind: 'text', text: summary },
      lacking > 0 && { kind: 'note', text: texts.short(lacking) },
      // What is to be done about it comes first.
      ...(await begin('unbooked')),
      ...(await begin('apart')),
      ...(await begin('missing')),
      ...(await begin('coming')),
      ...(await begin('advisers')),
      { kind: 'buttons', buttons: [listButton(context, 'companies'), asFile] },
    ),
  };
}

function listButton({ language }: Context, list: OverviewList): Button {
  return { label: overviewTexts[language].all[list], action: 'consultation.overview', input: { list } };
}

/** The beginning of a list, and the way to the rest of it. */
function listElements(context: Context, list: OverviewList, { title, items, next }: Listed): readonly Element[] {
  return elements(
    { kind: 'text', text: title },
    { kind: 'list', items },
    { kind: 'buttons', buttons: next === null ? [] : [listButton(context, list)] },
  );
}
