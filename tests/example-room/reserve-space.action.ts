/** Asks a participant which parking space to reserve, and says that it is. */
import { z } from 'zod';
import { plain } from '../../programme/messages/message.js';
import { chatTexts } from '../../programme/messages/texts.js';
import { memberAction } from '../../programme/requests/action.js';
import { chosen } from '../../programme/requests/chosen.js';
import { isRefusal } from '../../programme/requests/refusal.js';
import { sessionTitle } from '../../programme/sessions/describe.js';
import { sessionChoices, sessionField } from '../../programme/sessions/session-choices.js';
import { refuseParking } from './refuse-parking.js';
import { reserveSpace } from './reserve-space.js';
import { SPACES } from './rules.js';
import { parkingTexts } from './texts.js';

const spaces = Array.from({ length: SPACES }, (_, index) => index + 1);

export const reserveSpaceAction = memberAction({
  name: 'parking.reserve',
  texts: parkingTexts,
  command: 'parking',
  who: ['participant'],
  input: z.object({ session: chosen, space: z.coerce.number({ error: 'required' }).int().min(1).max(SPACES) }),
  offered: 'menu',
  ask: async (context, { session }) => {
    const { language, now } = context;
    const texts = parkingTexts[language];
    const choices = await sessionChoices(context, { startsAt: { gt: now }, method: { not: 'online' } });
    return {
      action: 'parking.reserve',
      title: texts.actions['parking.reserve'].title,
      introduction: [],
      fields: [
        ...(typeof session === 'string' ? [] : [sessionField(context, choices)]),
        {
          kind: 'choice',
          name: 'space',
          label: texts.space,
          choices: spaces.map((space) => ({ value: String(space), label: texts.spaceNumber(space) })),
        },
      ],
      known: typeof session === 'string' ? { session } : {},
      submit: texts.reserve,
      cancel: chatTexts[language].close,
    };
  },
  // Easily undone, and the form has said what happens.
  confirm: 'never',
  conflicts: {
    parking_space_taken: (_context, { space }) => refuseParking('space_taken', { space }, { field: 'space' }),
  },
  run: async (context, { session: sessionId, space }) => {
    const { transaction, person, now, language } = context;
    const session = await reserveSpace(transaction, { sessionId, personId: person.id, space, now });
    if (isRefusal(session)) return session;
    return { message: plain(parkingTexts[language].reserved({ title: sessionTitle(context, session), space })) };
  },
});
