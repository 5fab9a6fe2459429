/** What advisers do in chat: offer hours, hand a consultation over, accept one, and record what came of it. */
import { weekdays as allWeekdays } from '../../../programme/consultations/slots/offer-input.js';
import type { PlannedConsultation } from '../../../programme/import/read-consultation-plan.js';
import { type Entry, fillForms, isForm, textEntry } from '../form.js';
import { type Actor, ask, closeDialogs, press, type Screen, submitDialog } from '../screen.js';
import { type HourSeen, optionWith } from './company.js';
import type { HoursOffered } from './offers.js';

/** Invented, as the people are. */
const LINK = 'https://meet.example/consultation';
const place = { ja: 'SPP事務局 相談室', en: 'The SPP office, consultation room' } as const;

/** Describes the pattern, looks at what it amounts to, and offers that. */
export async function offerHours(actor: Actor, offered: HoursOffered): Promise<void> {
  const { hours } = actor.texts.consultations;
  const { labels } = hours;
  const { method } = offered;
  const shown = await ask(actor, 'offer-hours', isForm(actor), { slash: true });
  const days = allWeekdays.filter((day) => offered.weekdays.includes(Number(day))).map((day) => hours.weekdays[day]);
  const reach = await fillForms(
    actor,
    shown,
    [
      textEntry(labels.firstDay, offered.firstDay),
      ...(offered.lastDay === offered.firstDay ? [] : [textEntry(labels.lastDay, offered.lastDay)]),
      ...(days.length === 0 ? [] : [{ label: labels.weekdays, value: () => days }]),
      textEntry(labels.from, offered.from),
      textEntry(labels.to, offered.to),
      textEntry(labels.length, String(offered.length)),
      textEntry(labels.between, String(offered.between)),
      textEntry(labels.method, hours.methods[method]),
      ...(method === 'in_person' ? [] : [textEntry(labels.link, LINK)]),
      ...(method === 'online' ? [] : [textEntry(labels.place, place[actor.language])]),
      ...(offered.alsoHolidays ? [yesEntry(actor, labels.alsoHolidays, hours.offerOnHolidays)] : []),
    ],
    { keepsRest: true },
  );
  await agree(actor, reach, hours.offer);
}

/** Agrees to what a form without fields says. */
async function agree(actor: Actor, screen: Screen | null, label: string): Promise<void> {
  if (screen === null) return await closeDialogs(actor);
  if (screen.message === undefined) await submitDialog(actor);
  else await press(actor, screen, label);
  await closeDialogs(actor);
}

/** Asks a colleague who is free at that hour. */
export async function askToTakeOver(actor: Actor, seen: HourSeen, colleague: string): Promise<void> {
  const { labels } = actor.texts.consultations.handovers;
  const form = await ask(actor, 'hand-over', isForm(actor), { slash: true });
  const shown = await fillForms(actor, form, [
    bookingEntry(labels.booking, seen),
    { label: labels.adviser, value: ({ options }) => optionWith(options, [colleague]) },
  ]);
  await press(actor, shown, actor.texts.chat.confirm);
  await closeDialogs(actor);
}

/** Accepts what a colleague asked, by the button of the notice or, in another of one's clients, by a form. */
export async function acceptRequest(actor: Actor, seen: HourSeen): Promise<void> {
  const { accept, labels } = actor.texts.consultations.handovers;
  const notice = actor.client
    .messages()
    .findLast(({ from, buttons, text }) => from === 'bot' && buttons.includes(accept) && text.includes(seen.hour));
  if (notice !== undefined) await press(actor, { ...notice, message: notice }, accept);
  else {
    const form = await ask(actor, 'answer-request', isForm(actor), { slash: true });
    await fillForms(actor, form, [bookingEntry(labels.request, seen), yesEntry(actor, labels.answer, accept)]);
  }
  await closeDialogs(actor);
}

export interface Written {
  readonly advice: string;
  /** Lines of what is to be done next. */
  readonly actions: string;
}

/** Writes the record in its form or begins it as plain text; what the company will see is shown before it is saved. */
export async function writeRecord(
  actor: Actor,
  seen: HourSeen,
  {
    outcome,
    written,
    asText,
  }: Pick<PlannedConsultation, 'outcome'> & { readonly written: Written; readonly asText: boolean },
): Promise<void> {
  const { labels, outcomes } = actor.texts.consultations.records;
  const form = asText
    ? await ask(actor, actor.language === 'ja' ? `録: ${written.advice}` : `Record: ${written.advice}`, isForm(actor))
    : await ask(actor, 'consultation-record', isForm(actor), { slash: true });
  const shown = await fillForms(
    actor,
    form,
    [
      bookingEntry(labels.booking, seen),
      textEntry(labels.outcome, outcomes[outcome]),
      ...(outcome === 'held'
        ? [textEntry(labels.advice, written.advice), textEntry(labels.actions, written.actions)]
        : []),
    ],
    { keepsRest: true },
  );
  await press(actor, shown, actor.texts.chat.confirm);
  await closeDialogs(actor);
}

/** One of two answers where both have words; otherwise Slack has a box to be ticked. */
function yesEntry({ client }: Actor, label: string, yes: string): Entry {
  return { label, value: ({ options }) => (client.platform === 'slack' && !options.includes(yes) ? true : yes) };
}

function bookingEntry(label: string, { hour, company }: HourSeen): Entry {
  return { label, value: ({ options }) => optionWith(options, [hour, company]) };
}
