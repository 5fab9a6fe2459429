/** The ways in which people register, change their mind and act for colleagues, each in their own chat client. */
import type { Mode } from '../../programme/requests/context.js';
import { askAndFill, fillForms, modeEntry, sessionEntry, textEntry } from './form.js';
import { labelOf } from './people.js';
import type { Participant, PilotSession } from './plan.js';
import {
  type Actor,
  answered,
  ask,
  closeDialogs,
  dialogScreen,
  press,
  pressBeside,
  type Screen,
  submitDialog,
} from './screen.js';

export type Way = 'command' | 'list' | 'home' | 'words' | 'menu' | 'details';

/** What each platform offers. */
export const waysOf: Readonly<Record<Actor['client']['platform'], readonly Way[]>> = {
  slack: ['command', 'list', 'home', 'words', 'details'],
  teams: ['words', 'menu', 'list', 'details'],
};

/** More pages than any list has. */
const MOST_PAGES = 20;

const ways: Readonly<Record<Way, (actor: Actor, session: PilotSession, mode: Mode) => Promise<unknown>>> = {
  command: (actor, session, mode) =>
    askAndFill(actor, `register ${session.code} ${actor.texts.sessions.modes[mode]}`, entries(actor, session, mode), {
      slash: true,
    }),
  async words(actor, { code }, mode) {
    const { texts, language } = actor;
    const wish = texts.sessions.modes[mode];
    const preview = await ask(
      actor,
      language === 'ja' ? `${code}に${wish}で参加登録をお願いします` : `Please register me ${wish} for ${code}.`,
      isPreview(actor),
    );
    await press(actor, preview, texts.chat.confirm);
  },
  async list(actor, session, mode) {
    const { sessions, actions } = actor.texts;
    let page = await ask(actor, actions['session.list'].title, ({ buttons }) => buttons.includes(sessions.past));
    for (let turned = 0; turned < MOST_PAGES && page !== null && !page.text.includes(mark(session)); turned += 1) {
      page = await press(actor, page, sessions.more);
    }
    await pressBeside(actor, page, sessions.registerAs[mode], mark(session));
  },
  async home(actor, session, mode) {
    const { client, texts } = actor;
    if (client.platform !== 'slack') return;
    await closeDialogs(actor);
    await client.openHome();
    const label = texts.sessions.registerAs[mode];
    const { home } = client;
    if (home === undefined || !dialogScreen(home).text.includes(mark(session)) || !home.buttons.includes(label)) return;
    await answered(
      actor,
      () => true,
      () => client.pressHome(label, mark(session)),
    );
  },
  async menu(actor, session, mode) {
    const { actions, sessions } = actor.texts;
    const menu = await ask(actor, actions['home.show'].title, ({ text }) => text.includes(sessions.upcoming));
    await pressBeside(actor, menu, sessions.registerAs[mode], mark(session));
  },
  async details(actor, session, mode) {
    await press(actor, await openDetails(actor, session), actor.texts.sessions.registerAs[mode]);
  },
};

/** Asks for a place in one of the ways. */
export async function register(actor: Actor, session: PilotSession, mode: Mode, way: Way): Promise<void> {
  await ways[way](actor, session, mode);
  await closeDialogs(actor);
}

/** The plainest way: the form that asks which session and how. */
export async function registerByForm(actor: Actor, session: PilotSession, mode: Mode): Promise<void> {
  await askAndFill(actor, 'register', entries(actor, session, mode), { slash: true });
  await closeDialogs(actor);
}

/** Changes the mode, by the button of the session or in words that are confirmed. */
export async function changeMode(actor: Actor, session: PilotSession, mode: Mode, how: 'button' | 'words') {
  const { texts } = actor;
  if (how === 'button') {
    await press(actor, await openDetails(actor, session), texts.sessions.changeTo[mode]);
  } else {
    const preview = await ask(actor, `mode ${session.code} ${texts.sessions.modes[mode]}`, isPreview(actor));
    await press(actor, preview, texts.chat.confirm);
  }
  await closeDialogs(actor);
}

export async function cancel(actor: Actor, session: PilotSession): Promise<void> {
  const { actions } = actor.texts;
  await press(actor, await openDetails(actor, session), actions['session.cancel'].title);
  if (actor.client.dialog !== undefined) await submitDialog(actor);
  await closeDialogs(actor);
}

export async function registerColleague(actor: Actor, session: PilotSession, colleague: Participant, mode: Mode) {
  const { labels, registerColleague: button } = actor.texts.sessions;
  const form = await press(actor, await openDetails(actor, session), button);
  const person = textEntry(labels.attendee, labelOf(actor, colleague));
  await fillForms(actor, form, [...entries(actor, session, mode), person]);
  await closeDialogs(actor);
}

/** Sends a colleague in the person's own place. */
export async function sendSubstitute(actor: Actor, session: PilotSession, substitute: Participant): Promise<void> {
  const { actions, sessions } = actor.texts;
  const form = await press(actor, await openDetails(actor, session), actions['session.substitute'].title);
  await fillForms(actor, form, [textEntry(sessions.labels.substitute, labelOf(actor, substitute))]);
  await closeDialogs(actor);
}

/** The session whole, with everything that the person can do about it. */
export async function openDetails(actor: Actor, session: PilotSession): Promise<Screen | null> {
  const { actions } = actor.texts;
  const isDetails = ({ text, buttons }: Screen) =>
    text.includes(mark(session)) && !buttons.includes(actions['session.show'].title);
  const shown = await ask(actor, `session ${session.code}`, isDetails);
  if (shown !== null) return shown;
  const chosen = await askAndFill(actor, 'session', [sessionEntry(actor, session)], { slash: true });
  return chosen !== null && isDetails(chosen) ? chosen : null;
}

function isPreview({ texts }: Actor): (screen: Screen) => boolean {
  return ({ text }) => text.includes(texts.chat.confirmFirst);
}

function entries(actor: Actor, session: PilotSession, mode: Mode) {
  return [sessionEntry(actor, session), modeEntry(actor, mode)];
}

/** How a session is told from others wherever it is named. */
function mark({ code }: PilotSession): string {
  return `(${code})`;
}
