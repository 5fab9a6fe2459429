/** What the secretariat does in chat: looks at the attendees, reads the check-in code, registers and records for others. */
import type { Mode } from '../../programme/requests/context.js';
import type { FieldValue, SeenField } from '../client.js';
import { PilotFailed } from './failure.js';
import { askAndFill, type Entry, modeEntry, sessionEntry, textEntry } from './form.js';
import { labelOf } from './people.js';
import type { Participant, PilotSession } from './plan.js';
import { type Actor, ask, closeDialogs, press, type Screen } from './screen.js';

/** More pages than any list has. */
const MOST_PAGES = 500;

/** Looks through the whole list of attendees. */
export async function lookAtAttendees(actor: Actor, session: PilotSession): Promise<void> {
  const { actions, sessions } = actor.texts;
  const isList = ({ text, buttons }: Screen) =>
    text.includes(sessions.attendees.title('').trim()) && buttons.includes(actions['session.walk-in'].title);
  await readPages(actor, session, 'attendees', isList);
}

/** @returns the six digits to put up in the room */
export async function readCheckInCode(actor: Actor, session: PilotSession): Promise<string> {
  const digits = /^\d{6}$/m;
  const [shown] = await readPages(actor, session, 'check-in-code', ({ text }) => digits.test(text));
  const code = digits.exec(shown ?? '')?.[0];
  if (code === undefined) throw new PilotFailed(`The secretariat could not read the check-in code of ${session.code}.`);
  return code;
}

/** @returns the pages of the history of the attendance records */
export async function readHistory(actor: Actor, session: PilotSession): Promise<readonly string[]> {
  const { history } = actor.texts.sessions;
  return await readPages(actor, session, 'history', ({ text }) => text.includes(history.title('').trim()));
}

async function readPages(
  actor: Actor,
  session: PilotSession,
  command: string,
  isPage: (screen: Screen) => boolean,
): Promise<readonly string[]> {
  const asked = await ask(actor, `${command} ${session.code}`, isPage, { slash: true });
  let page = asked ?? (await askAndFill(actor, command, [sessionEntry(actor, session)], { slash: true }));
  const pages: string[] = [];
  while (page !== null && isPage(page) && pages.length < MOST_PAGES) {
    pages.push(page.text);
    page = await press(actor, page, actor.texts.sessions.more, isPage);
  }
  await closeDialogs(actor);
  if (pages.length > 0) return pages;
  throw new PilotFailed(`The secretariat asked for "${command}" of ${session.code} in vain.`);
}

/** Registers somebody who cannot do it in chat. */
export async function registerFor(actor: Actor, session: PilotSession, person: Participant, mode: Mode): Promise<void> {
  const { labels } = actor.texts.sessions;
  await askAndFill(actor, `register ${session.code} ${actor.texts.sessions.modes[mode]}`, [
    sessionEntry(actor, session),
    modeEntry(actor, mode),
    textEntry(labels.attendee, labelOf(actor, person)),
  ]);
  await closeDialogs(actor);
}

/** Records that registered people came in this mode or, as a correction, that they did not. */
export async function record(
  actor: Actor,
  session: PilotSession,
  people: readonly Participant[],
  came: Mode | 'absent',
): Promise<void> {
  const { labels, came: words } = actor.texts.sessions;
  const named: Entry = {
    label: labels.people,
    value: (field) =>
      chosen(
        field,
        people.map((one) => labelOf(actor, one)),
      ),
  };
  const how: Entry = { label: labels.came, value: () => words[came] };
  await askAndFill(actor, `record ${session.code}`, [sessionEntry(actor, session), named, how], { slash: true });
  await closeDialogs(actor);
}

/** The options of these people; what was recorded before stands behind the names, and long names are cut. */
function chosen({ options }: SeenField, labels: readonly string[]): FieldValue | null {
  const found = labels.map((label) =>
    options.find((option) => option === label || option.startsWith(`${label} — `) || isCut(option, label)),
  );
  return found.every((option) => option !== undefined) ? found.filter((option) => option !== undefined) : null;
}

function isCut(option: string, label: string): boolean {
  const [start = ''] = option.split('…');
  return start !== option && start.length > 20 && label.startsWith(start);
}

/** Records somebody who came without a place of theirs. That they are not another person of the same name stands in the form. */
export async function recordWalkIn(actor: Actor, session: PilotSession, person: Participant, mode: Mode) {
  const { labels } = actor.texts.sessions;
  await askAndFill(
    actor,
    `walk-in ${session.code}`,
    [sessionEntry(actor, session), modeEntry(actor, mode), textEntry(labels.attendee, labelOf(actor, person))],
    { slash: true, keepsRest: true },
  );
  await closeDialogs(actor);
}

/** Changes how many people the room holds, and nothing else of the session. */
export async function changeRoom(actor: Actor, session: PilotSession, places: number): Promise<void> {
  const room = textEntry(actor.texts.sessions.labels.roomCapacity, String(places));
  await askAndFill(actor, `change-session ${session.code}`, [sessionEntry(actor, session), room], {
    slash: true,
    keepsRest: true,
  });
  await closeDialogs(actor);
}
