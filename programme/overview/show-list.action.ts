/** Shows the secretariat what a number of the overview counts, page by page, and what can be done about it. */
import { z } from 'zod';
import { dayIn } from '../deliverables/day-words.js';
import { STUCK_DAYS } from '../deliverables/oversight/oversight.sql.js';
import { deliverableTexts } from '../deliverables/texts.js';
import { secretariat } from '../members/roles.js';
import { inBoth, pick } from '../messages/bilingual.js';
import { localOf } from '../messages/dates.js';
import { type Button, elements } from '../messages/message.js';
import { memberAction } from '../requests/action.js';
import type { Context } from '../requests/context.js';
import { page, pageStart } from '../requests/page.js';
import { listButtons } from './list-buttons.js';
import { drawEntries, fittingRows, readList } from './list-rows.js';
import { listValues, type NamedList, namedListInput } from './overview-lists.js';
import { type OverviewScope, readScope } from './overview-scope.js';
import { programmeOverviewTexts } from './texts.js';

/** Fewer where names are so long that they would not fit a card of Teams. */
const PER_PAGE = 20;

export const showOverviewList = memberAction({
  name: 'overview.list',
  texts: programmeOverviewTexts,
  command: 'overview-list',
  who: secretariat,
  input: z.object({ ...namedListInput, list: namedListInput.list.default('unanswered'), from: pageStart }),
  offered: 'contextual',
  confirm: 'read',
  run: async (context, { from, ...named }) => {
    const texts = programmeOverviewTexts[context.language];
    const scope = await readScope(context);
    const read = await readList(context, scope, { ...named, from, size: PER_PAGE });
    const items = read.items.slice(0, fittingRows(read.items));
    const { total, next } = page(items, read.total, { from, size: items.length });
    const title = texts.listTitle(await listTitle(context, named), total);
    const goOn: readonly Button[] =
      next === null
        ? []
        : [{ label: texts.more, action: 'overview.list', input: { ...listValues(named), from: next } }];
    const buttons = total === 0 ? [] : await listButtons(context, scope, named, items);
    return {
      message: {
        summary: title,
        elements: elements(
          { kind: 'heading', text: title },
          { kind: 'note', text: whatItHolds(context, scope, named) },
          total === 0 && { kind: 'text', text: texts.empty },
          drawEntries(context, named.list, title, items),
          { kind: 'buttons', buttons: [...goOn, ...buttons] },
          { kind: 'buttons', buttons: [{ label: texts.back, action: 'overview.show', input: {} }] },
        ),
      },
    };
  },
});

/** Of deliverables by stage with the name of the deliverable and the stage. */
export async function listTitle(
  { transaction, membership, language }: Context,
  { list, deliverableType, stage }: NamedList,
): Promise<string> {
  const texts = programmeOverviewTexts[language];
  const { title } = texts.lists[list];
  if (list !== 'stage' || stage === undefined || deliverableType === undefined) return title;
  const type = await transaction.deliverableType.findFirst({
    where: { id: deliverableType, programmeId: membership.programmeId },
  });
  const name = type === null ? title : pick(language, inBoth(type.titleJa, type.titleEn));
  return texts.stageOf(name, deliverableTexts[language].stages[stage]);
}

function whatItHolds({ language }: Context, { quietDays, quietSince, timeZone }: OverviewScope, { list }: NamedList) {
  const { lists, quietFor, stuckFor } = programmeOverviewTexts[language];
  const { what } = lists[list];
  if (list !== 'quiet' && list !== 'stuck') return what;
  const since = () => dayIn(language, localOf(quietSince, timeZone).date);
  const days = list === 'stuck' ? stuckFor(STUCK_DAYS) : quietFor(quietDays, since());
  return `${days}${language === 'ja' ? '' : ' '}${what}`;
}
