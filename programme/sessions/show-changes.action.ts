/** Shows the secretariat who changed what about a session, and when: the session itself, its registrations, and who came. */
import { z } from 'zod';
import { attendanceTexts } from '../attendance/texts.js';
import { secretariat } from '../members/roles.js';
import { memberTexts } from '../members/texts.js';
import { type Bilingual, pick } from '../messages/bilingual.js';
import { formatInstant } from '../messages/dates.js';
import { elements, type Item } from '../messages/message.js';
import { memberAction } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { page, pageStart } from '../requests/page.js';
import { chooseSessionForm } from './choose-session.js';
import { sessionButton, sessionTitle, standing } from './describe.js';
import { allChanges } from './describe-changes.js';
import { changesRecogniser } from './recognisers.js';
import { type HistoryRow, readHistory } from './sessions.sql.js';
import { sessionTexts } from './texts.js';

/** As many changes as fit a message on every platform. */
const PER_PAGE = 12;

export const showSessionChanges = memberAction({
  name: 'session.changes',
  texts: sessionTexts,
  command: 'change-history',
  who: secretariat,
  input: z.object({ session: chosen, from: pageStart }),
  recognise: changesRecogniser,
  offered: 'help',
  ask: (context) => chooseSessionForm(context, 'session.changes'),
  confirm: 'read',
  run: async (context, { session: id, from }) => {
    const { transaction, language } = context;
    const session = await transaction.session.findUniqueOrThrow({ where: { id } });
    const rows = await readHistory(transaction, id, { from, size: PER_PAGE });
    const { items, next } = page(rows, rows[0]?.total ?? 0, { from, size: PER_PAGE });
    const { changes, more, back } = sessionTexts[language];
    const title = changes.title(sessionTitle(context, session));
    const button = (label: string, start: number) =>
      sessionButton(context, 'session.changes', session, { label, input: { from: start } });
    return {
      message: {
        summary: title,
        elements: elements(
          { kind: 'heading', text: title },
          items.length === 0 && { kind: 'text', text: changes.none },
          { kind: 'list', items: items.map((row) => changeItem(context, row)) },
          {
            kind: 'buttons',
            buttons: [
              ...(next === null ? [] : [button(more, next)]),
              ...(from === 0 ? [] : [button(back, Math.max(0, from - PER_PAGE))]),
              sessionButton(context, 'session.history', session),
              sessionButton(context, 'session.show', session),
            ],
          },
        ),
      },
    };
  },
});

function changeItem(context: Context, row: HistoryRow): Item {
  const { changes } = sessionTexts[context.language];
  const nobody = row.kind === 'session' ? changes.imported : changes.followed;
  const by = row.by === null ? nobody : changes.by(nameWords(context, row.by));
  return { title: changes.head(formatInstant(context, row.at), by), lines: changeLines(context, row), buttons: [] };
}

function changeLines(context: Context, row: HistoryRow): readonly string[] {
  const { language } = context;
  const { changes, notices } = sessionTexts[language];
  if (row.kind === 'session') {
    if (row.before === null) return [changes.created];
    return allChanges(context, row.before, row.after).map(({ label, value }) => changes.line(label, value));
  }
  const person = nameWords(context, row.person);
  if (row.kind === 'attendance') {
    const { came, history } = attendanceTexts[language];
    return [changes.line(person, changes.recorded(came[row.after.came], history.sources[row.after.source]))];
  }
  const { before, after, substituteFor } = row;
  return [
    changes.line(person, notices.changedFrom(standing(context, before), standing(context, after))),
    ...(substituteFor === null || before?.state === after.state
      ? []
      : [changes.substitute(nameWords(context, substituteFor))]),
  ];
}

function nameWords({ language }: Context, name: Bilingual): string {
  return memberTexts[language].personName(pick(language, name));
}
