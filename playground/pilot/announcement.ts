/** One announcement of the replay: the secretariat asks participants to confirm that they have read it, and reminds the rest. */
import { PilotFailed } from './failure.js';
import { askAndFill, type Entry, fillForms, textEntry } from './form.js';
import { inParallel } from './parallel.js';
import type { PilotPlan } from './plan.js';
import type { PilotContext, PilotStep } from './play.js';
import { type Actor, ask, closeDialogs, press } from './screen.js';

const HOUR = 3_600_000;

/** After the end of the first session. */
const SENT_AFTER = HOUR;
const READ_AFTER_SENDING = HOUR;
const REMINDED_AFTER_SENDING = 48 * HOUR;
const READ_AFTER_REMINDING = HOUR;

const said = {
  textJa: '第1回へのご参加ありがとうございました。次回までに「人権方針作成の手引き」をお読みください。',
  textEn:
    'Thank you for attending the first session. Please read the guide to writing a human rights policy before the next one.',
} as const;

/** The steps after the first session of the plan; none where the plan has no session. */
export function announcementSteps({ sessions }: PilotPlan): readonly PilotStep[] {
  const [first] = sessions;
  if (first === undefined) return [];
  const after = (milliseconds: number) => new Date(first.endsAt.getTime() + SENT_AFTER + milliseconds);
  return [
    { at: after(0), play: announce },
    { at: after(READ_AFTER_SENDING), play: (pilot) => acknowledge(pilot, (position) => position % 3 !== 2) },
    { at: after(REMINDED_AFTER_SENDING), play: remindTheRest },
    { at: after(REMINDED_AFTER_SENDING + READ_AFTER_REMINDING), play: (pilot) => acknowledge(pilot, () => true) },
  ];
}

async function asSecretariat(pilot: PilotContext, work: (actor: Actor) => Promise<void>): Promise<void> {
  const { email } = await pilot.people.secretariat(0);
  await pilot.people.together([email], async () => {
    const actor = await pilot.people.actor(email);
    if (actor !== null) await work(actor);
    if (actor !== null) await closeDialogs(actor);
  });
}

async function announce(pilot: PilotContext): Promise<void> {
  pilot.tell({ does: 'announce', state: 'begins', session: null, people: 1 });
  await asSecretariat(pilot, async (actor) => {
    const { labels, replies, send } = actor.texts.announcements;
    const asks: Entry = { label: labels.asks, value: () => [replies.read] };
    const entries = [textEntry(labels.textJa, said.textJa), textEntry(labels.textEn, said.textEn), asks];
    const preview = await askAndFill(actor, 'announce', entries, { slash: true, keepsRest: true });
    const asked = await press(actor, preview, send);
    // Of many people the number is asked for: it stands in the form.
    const [number = ''] = /\d+/.exec(asked?.text ?? '') ?? [];
    const sent = await fillForms(actor, asked, [textEntry(labels.number, number)]);
    if (sent === null) throw new PilotFailed(`${actor.name} could not send an announcement in chat.`);
  });
  await pilot.playground.worker.idle();
  const states = await pilot.truth.announcements();
  if (states.length !== 1 || states[0] !== 'sent') {
    throw new PilotFailed(`The announcement is ${states.join(', ') || 'not there'}, not sent.`);
  }
  pilot.tell({ does: 'announce', state: 'done', session: null, people: 1 });
}

/** Who has it in chat and has not answered yet presses its button. */
async function acknowledge(pilot: PilotContext, whom: (position: number) => boolean): Promise<void> {
  const { people, plan, truth, playground } = pilot;
  const open = await truth.unanswered();
  const emails = plan.participants.flatMap(({ email }, position) =>
    whom(position) && open.has(people.personId(email)) ? [email] : [],
  );
  const told = { does: 'acknowledge', session: null, people: emails.length } as const;
  pilot.tell({ ...told, state: 'begins' });
  await inParallel(emails, async (email) => {
    let isPressed = false;
    // Those with two clients have the message in one of them.
    for (let attempt = 0; !isPressed && attempt < 2; attempt += 1) {
      await people.together([email], async () => {
        const actor = await people.actor(email);
        isPressed = actor !== null && (await pressRead(actor));
      });
    }
  });
  await playground.worker.idle();
  const left = await truth.unanswered();
  const silent = emails.filter((email) => left.has(people.personId(email)));
  if (silent.length > 0) {
    throw new PilotFailed(`${silent.join(', ')} could not confirm in chat that the announcement was read.`);
  }
  await pilot.watching.inspect();
  pilot.tell({ ...told, state: 'done' });
}

async function pressRead(actor: Actor): Promise<boolean> {
  const label = actor.texts.announcements.replies.read;
  const message = actor.client.messages().findLast(({ from, buttons }) => from === 'bot' && buttons.includes(label));
  if (message === undefined) return false;
  // What was not answered in time is pressed once more, as a person would.
  const answered = await press(actor, { ...message, message }, label);
  await closeDialogs(actor);
  return answered !== null;
}

async function remindTheRest(pilot: PilotContext): Promise<void> {
  if ((await pilot.truth.unanswered()).size === 0) return;
  await asSecretariat(pilot, async (actor) => {
    const { announcements } = actor.texts;
    const list = await ask(actor, 'announcements', ({ buttons }) => buttons.includes(announcements.status), {
      slash: true,
    });
    const shown = await press(actor, list, announcements.status, ({ buttons }) =>
      buttons.includes(announcements.remind),
    );
    const reminded = await press(actor, shown, announcements.remind);
    if (reminded === null) throw new PilotFailed(`${actor.name} could not remind those who had not answered.`);
  });
  await pilot.playground.worker.idle();
}
