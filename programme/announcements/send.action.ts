/** Sends, schedules or proposes an announcement that was shown; of a large one the number of people is typed first. */
import { z } from 'zod';
import { actingMember } from '../members/acting-member.js';
import { secretariat } from '../members/roles.js';
import { pick } from '../messages/bilingual.js';
import { formatDeadline } from '../messages/dates.js';
import { type Button, elements, type Form, type Message, type Values } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import { memberAction } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { isId } from '../requests/is-id.js';
import { isRefusal, type Refusal, refuse } from '../requests/refusal.js';
import { chooseAnnouncement } from './choose-announcement.js';
import { differenceWords } from './difference.js';
import { readSaid } from './message.js';
import { placeName } from './places/place-name.js';
import { readDemands } from './queries.js';
import { type Sent, sendAnnouncement } from './send-announcement.js';
import { announcementTexts } from './texts.js';

const typedNumber = z
  .string()
  .default('')
  .transform((typed) => typed.normalize('NFKC').replaceAll(/[,、名人\s]/g, ''))
  .refine((typed) => /^\d{0,7}$/.test(typed), { error: 'not_a_number' })
  .transform((typed) => (typed === '' ? null : Number(typed)));

export const sendAnnouncementAction = memberAction({
  name: 'announcement.send',
  texts: announcementTexts,
  command: 'send-announcement',
  who: secretariat,
  input: z
    .object({
      announcement: chosen,
      /** The version that was shown. */
      seen: z.int({ error: 'required' }),
      number: typedNumber,
      /** Found out here, whatever came. */
      asksNumber: z.boolean().default(false),
    })
    .refine(({ asksNumber, number }) => !asksNumber || number !== null, { path: ['number'], error: 'required' }),
  complete: completed,
  recognise: { onlyAlone: true },
  offered: 'contextual',
  ask: sendForm,
  // It follows the preview, whose button it is.
  confirm: 'never',
  run: async (context, { announcement: id, seen, number }) => {
    const { transaction, now } = context;
    const sent = await sendAnnouncement(transaction, { id, seen, number, by: actingMember(context), now });
    return isRefusal(sent) ? sent : { message: await sentMessage(context, id, sent) };
  },
});

async function completed({ transaction, membership }: Context, given: Values): Promise<Values> {
  const { announcement } = given;
  if (!isId(announcement)) return given;
  const { programmeId } = membership;
  const said = given.seen === undefined ? await readSaid(transaction, announcement) : null;
  const { asksNumber } = await readDemands(transaction, { id: announcement, programmeId });
  return { ...given, asksNumber, ...(said !== null && { seen: said.version }) };
}

async function sendForm(context: Context, given: Values): Promise<Form | Refusal> {
  const { transaction, membership, language } = context;
  const { announcement: id } = given;
  const action = 'announcement.send';
  if (!isId(id)) return await chooseAnnouncement(context, { action, states: ['draft'] });
  const said = await readSaid(transaction, id);
  if (said === null) return refuse('not_found', {});
  const { people } = await readDemands(transaction, { id, programmeId: membership.programmeId });
  const texts = announcementTexts[language];
  const seen = typeof given.seen === 'number' ? given.seen : said.version;
  return {
    ...{ action, title: texts.actions[action].title, submit: texts.actions[action].title },
    introduction: [{ kind: 'text', text: texts.numberIntroduction(people) }],
    fields: [
      {
        ...{ kind: 'text', name: 'number', label: texts.labels.number, maximum: 10 },
        ...(typeof given.number === 'string' && { initial: given.number.slice(0, 10) }),
      },
    ],
    known: { announcement: id, seen },
    cancel: chatTexts[language].close,
  };
}

/** What became of it, with what can be done next. */
export async function sentMessage(context: Context, id: string, sent: Sent): Promise<Message> {
  const { language, transaction } = context;
  const texts = announcementTexts[language];
  const row = await transaction.announcement.findUniqueOrThrow({
    where: { id },
    include: { place: true, programme: true },
  });
  const text = sentText(context, sent, { place: placeName(row.place), timeZone: row.programme.timeZone });
  const input = { announcement: id };
  const status: Button = { label: texts.status, action: 'announcement.status', input };
  const next: readonly Button[] =
    row.state === 'sending'
      ? [{ label: texts.stop, action: 'announcement.stop', input, emphasis: 'danger' }]
      : row.state === 'scheduled' || row.state === 'proposed'
        ? [{ label: texts.cancel, action: 'announcement.cancel', input }]
        : [];
  return { summary: text, elements: elements({ kind: 'text', text }, { kind: 'buttons', buttons: [status, ...next] }) };
}

function sentText(
  context: Context,
  sent: Sent,
  { place, timeZone }: { readonly place: string; readonly timeZone: string },
): string {
  const { language } = context;
  const texts = announcementTexts[language];
  switch (sent.outcome) {
    case 'begun':
      return texts.sent({ people: sent.people, differences: differenceWords(language, sent.difference) });
    case 'posted':
      return texts.posted(place);
    case 'nobody':
      return texts.nobodyLeft;
    case 'missed':
      return texts.states.missed;
    case 'scheduled':
      return texts.scheduled(formatDeadline(context, sent.sendAt, timeZone));
    case 'proposed':
      return texts.proposed(sent.to.map((name) => pick(language, name)));
  }
}
