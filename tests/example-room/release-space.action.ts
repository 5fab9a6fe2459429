/** Asks the secretariat which parking space to release, and says that it is free. */
import { z } from 'zod';
import { secretariat } from '../../programme/members/roles.js';
import { plain } from '../../programme/messages/message.js';
import { chatTexts } from '../../programme/messages/texts.js';
import { memberAction } from '../../programme/requests/action.js';
import { chosen } from '../../programme/requests/chosen.js';
import { isRefusal } from '../../programme/requests/refusal.js';
import { sessionTitle } from '../../programme/sessions/describe.js';
import { sessionChoices, sessionField } from '../../programme/sessions/session-choices.js';
import { releaseSpace } from './release-space.js';
import { parkingTexts } from './texts.js';

export const releaseSpaceAction = memberAction({
  name: 'parking.release',
  texts: parkingTexts,
  command: 'release-parking',
  who: secretariat,
  input: z.object({ session: chosen, space: z.coerce.number({ error: 'required' }).int().min(1) }),
  offered: 'help',
  ask: async (context) => {
    const texts = parkingTexts[context.language];
    return {
      action: 'parking.release',
      title: texts.actions['parking.release'].title,
      introduction: [],
      fields: [
        sessionField(context, await sessionChoices(context, {})),
        { kind: 'text', name: 'space', label: texts.space, maximum: 2 },
      ],
      known: {},
      submit: texts.release,
      cancel: chatTexts[context.language].close,
    };
  },
  confirm: 'never',
  run: async (context, { session: sessionId, space }) => {
    const { transaction, now, language } = context;
    const session = await releaseSpace(transaction, { sessionId, space, now });
    if (isRefusal(session)) return session;
    return { message: plain(parkingTexts[language].released({ title: sessionTitle(context, session), space })) };
  },
});
