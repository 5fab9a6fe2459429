/** Shows the secretariat the code to put up in the room. */

import { z } from 'zod';
import { secretariat } from '../members/roles.js';
import { elements } from '../messages/message.js';
import { memberAction } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import { chooseSessionForm } from '../sessions/choose-session.js';
import { sessionTitle } from '../sessions/describe.js';
import { refuseSession } from '../sessions/refuse-session.js';
import { titleOf } from '../sessions/rules.js';
import { readCheckInCode } from './queries.js';
import { attendanceTexts } from './texts.js';

export const showCheckInCode = memberAction({
  name: 'session.check-in-code',
  texts: attendanceTexts,
  command: 'check-in-code',
  who: secretariat,
  input: z.object({ session: chosen }),
  offered: 'help',
  ask: (context) => chooseSessionForm(context, 'session.check-in-code'),
  confirm: 'read',
  run: async (context, { session: id }) => {
    const session = await readCheckInCode(context.transaction, id);
    if (session.state === 'called_off') return refuseSession('session_called_off', { title: titleOf(session) });

    const words =
      session.method === 'online'
        ? attendanceTexts[context.language].checkInCodeOnline
        : attendanceTexts[context.language].checkInCodeIs;
    const text = words(sessionTitle(context, session), session.checkInCode);
    return {
      message: {
        summary: text,
        elements: elements({ kind: 'text', text }, { kind: 'heading', text: session.checkInCode }),
      },
    };
  },
});
