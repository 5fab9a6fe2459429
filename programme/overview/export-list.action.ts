/** Gives the secretariat a whole list of the overview as a file for Excel. */
import { z } from 'zod';
import { type WorkbookSheet, writeXlsx, xlsxContentType } from '../../documents/write-xlsx.js';
import { oneByOne } from '../files/file-bytes.js';
import { linkLifetimes } from '../files/file-links.js';
import { fileNameOf } from '../files/file-name.js';
import { secretariat } from '../members/roles.js';
import { elements } from '../messages/message.js';
import { memberAction } from '../requests/action.js';
import type { Context } from '../requests/context.js';
import { type ListEntry, readList, workbookColumns } from './list-rows.js';
import { type CountedList, listValues, namedListInput } from './overview-lists.js';
import { readScope } from './overview-scope.js';
import { listTitle } from './show-list.action.js';
import { programmeOverviewTexts } from './texts.js';

/** More than ten thousand companies with several people each have. */
const MOST_ROWS = 100_000;

export const exportOverviewList = memberAction({
  name: 'overview.export',
  texts: programmeOverviewTexts,
  command: 'overview-file',
  who: secretariat,
  input: z.object({ ...namedListInput, list: namedListInput.list.default('unanswered') }),
  offered: 'contextual',
  // The file is only another form of what can be read anyway, and gone in a day.
  confirm: 'read',
  run: async (context, named) => {
    const { transaction, language, files, fileLinks, person, membership, now } = context;
    const texts = programmeOverviewTexts[language];
    const scope = await readScope(context);
    const { items, total } = await readList(context, scope, { ...named, from: 0, size: MOST_ROWS });
    const title = await listTitle(context, named);
    const file = await files.write(
      {
        ...{ kind: 'overview-list', programmeId: membership.programmeId, personId: person.id, now },
        ...{ name: fileNameOf(`${title}_${scope.day}`, '.xlsx'), contentType: xlsxContentType },
        expiresAt: new Date(now.getTime() + linkLifetimes.list),
      },
      oneByOne(await writeXlsx([sheetOf(context, named.list, items)])),
      transaction,
    );
    const ready =
      items.length === total ? texts.ready(title, total) : texts.readyPart(title, { held: items.length, total });
    const link = fileLinks.linkTo(file.id, 'list');
    return {
      message: {
        summary: ready,
        elements: elements(
          { kind: 'heading', text: title },
          { kind: 'text', text: ready },
          { kind: 'file', file: file.id, name: file.name, label: texts.open, link },
          {
            kind: 'buttons',
            buttons: [
              { label: texts.again, action: 'overview.export', input: listValues(named) },
              { label: texts.backToList, action: 'overview.list', input: listValues(named) },
            ],
          },
        ),
      },
    };
  },
});

function sheetOf({ language }: Context, list: CountedList, entries: readonly ListEntry[]): WorkbookSheet {
  const { columns, lists } = programmeOverviewTexts[language];
  return {
    name: lists[list].title,
    columns: workbookColumns[list].map((column) => ({ title: columns[column], width: 26, onlyDay: column === 'due' })),
    rows: entries.map(({ values }) => values),
  };
}
