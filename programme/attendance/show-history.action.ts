/** Shows the secretariat how attendance records came about and were corrected. */
import { z } from 'zod';
import { secretariat } from '../members/roles.js';
import { memberTexts } from '../members/texts.js';
import { pick } from '../messages/bilingual.js';
import { formatInstant } from '../messages/dates.js';
import { elements, type Item } from '../messages/message.js';
import { memberAction } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { pageStart } from '../requests/page.js';
import { chooseSessionForm } from '../sessions/choose-session.js';
import { sessionButton, sessionTitle } from '../sessions/describe.js';
import { sessionTexts } from '../sessions/texts.js';
import { attendanceHistory, type HistoryRecord, type PersonHistory } from './queries.js';
import { attendanceTexts } from './texts.js';

/** As many people as fit a message on every platform. */
const PER_PAGE = 12;

export const showHistory = memberAction({
  name: 'session.history',
  texts: attendanceTexts,
  command: 'history',
  who: secretariat,
  input: z.object({ session: chosen, from: pageStart }),
  offered: 'help',
  ask: (context) => chooseSessionForm(context, 'session.history'),
  confirm: 'read',
  run: async (context, { session: id, from }) => {
    const { transaction, language } = context;
    const session = await transaction.session.findUniqueOrThrow({ where: { id } });
    const { items, next } = await attendanceHistory(transaction, id, { from, size: PER_PAGE });
    const { history } = attendanceTexts[language];
    const title = history.title(sessionTitle(context, session));
    return {
      message: {
        summary: title,
        elements: elements(
          { kind: 'heading', text: title },
          items.length === 0 && { kind: 'text', text: history.none },
          { kind: 'list', items: items.map((person) => personItem(context, person)) },
          {
            kind: 'buttons',
            buttons:
              next === null
                ? []
                : [
                    sessionButton(context, 'session.history', session, {
                      label: sessionTexts[language].more,
                      input: { from: next },
                    }),
                  ],
          },
        ),
      },
    };
  },
});

function personItem(context: Context, { name, records }: PersonHistory): Item {
  return {
    title: memberTexts[context.language].personName(pick(context.language, name)),
    lines: records.map((record) => recordLine(context, record)),
    buttons: [],
  };
}

function recordLine(context: Context, { came, source, by, at, ended }: HistoryRecord): string {
  const { history, came: cameTexts } = attendanceTexts[context.language];
  const instant = formatInstant(context, at);
  const line = history.line(instant, cameTexts[came], history.sources[source], pick(context.language, by));
  return ended === null ? line : history.ended[ended](line);
}
