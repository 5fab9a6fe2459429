/** How people come: with the code in the room, or by the button that opens the meeting. */
import { askAndFill, fillForms, sessionEntry, textEntry } from './form.js';
import type { PilotSession } from './plan.js';
import { openDetails } from './register.js';
import { type Actor, ask, closeDialogs, press } from './screen.js';

export type CheckInWay = 'command' | 'words' | 'dialog';

export const checkInWays: readonly CheckInWay[] = ['command', 'dialog', 'words'];

export async function checkIn(actor: Actor, session: PilotSession, code: string, way: CheckInWay): Promise<void> {
  const { actions, sessions } = actor.texts;
  switch (way) {
    case 'command':
      await ask(actor, `check-in ${code}`, undefined, { slash: true });
      break;
    case 'words':
      await ask(actor, actor.language === 'ja' ? `受付 ${code}` : `Check in ${code}`);
      break;
    case 'dialog': {
      const form = await press(actor, await openDetails(actor, session), actions['session.check-in'].title);
      await fillForms(actor, form, [textEntry(sessions.labels.checkInCode, code)]);
    }
  }
  await closeDialogs(actor);
}

/** Presses the button to join on the session's own page or, asking in words, chooses the session. */
export async function joinOnline(actor: Actor, session: PilotSession, way: 'button' | 'words'): Promise<void> {
  const { actions } = actor.texts;
  if (way === 'button') {
    await press(actor, await openDetails(actor, session), actions['session.join'].title);
  } else {
    await askAndFill(actor, `join ${session.code}`, [sessionEntry(actor, session)], { slash: true });
  }
  await closeDialogs(actor);
}
