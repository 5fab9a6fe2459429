/** Asks an adviser what came of a consultation, shows what the company will see, and saves it. */

import { z } from 'zod';
import { actingMember } from '../../members/acting-member.js';
import { pick } from '../../messages/bilingual.js';
import { localOf } from '../../messages/dates.js';
import { type Field, type Form, type Introduction, plain, type Values } from '../../messages/message.js';
import { chatTexts } from '../../messages/texts.js';
import { memberAction } from '../../requests/action.js';
import { chosen } from '../../requests/chosen.js';
import type { Context } from '../../requests/context.js';
import { isId } from '../../requests/is-id.js';
import { isRefusal, type Refusal, refuse } from '../../requests/refusal.js';
import { bookingChoices } from '../bookings/booking-choices.js';
import { withOnly } from '../bookings/booking-field.js';
import { type BookingEntry, readBooking } from '../bookings/queries.js';
import { hourFor } from '../hour-words.js';
import { unrecorded } from './choose-booking.js';
import { actionLine, recordFacts } from './describe.js';
import { asWritten, readActionsOf, readRecord } from './queries.js';
import { readNextActions, type WrittenAction, writeNextActions } from './read-next-actions.js';
import { recordRecogniser } from './recognisers.js';
import { refuseRecord } from './refuse-record.js';
import { type ConsultationOutcome, hourAfter, outcomes, refuseWriting } from './rules.js';
import { saveRecord } from './save-record.js';
import { recordTexts } from './texts.js';

/** As much as a field of Slack holds: https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element */
const LONGEST_ADVICE = 3_000;
const LONGEST_MINUTES = 1_440;
/** Of the minutes, as somebody may type them. */
const LONGEST_TYPED = 20;

const input = z.object({
  booking: chosen,
  outcome: z.enum(outcomes),
  minutes: z.string().trim().max(LONGEST_TYPED, { error: 'too_long' }).default(''),
  advice: z.string().trim().max(LONGEST_ADVICE, { error: 'too_long' }).default(''),
  actions: z.string().trim().max(LONGEST_ADVICE, { error: 'too_long' }).default(''),
  absent: z
    .array(z.uuid({ error: 'not_a_choice' }))
    .max(100)
    .default([]),
  /** The version that was there when the form was opened. */
  seen: z.coerce.number().int().min(0),
  /** The form has shown what the company will see. */
  agreed: z.literal(true),
});

type Input = z.infer<typeof input>;
const beforeAgreement = input.omit({ agreed: true });

export const recordConsultation = memberAction({
  name: 'consultation.record',
  texts: recordTexts,
  command: 'consultation-record',
  who: ['adviser', 'secretariat'],
  input,
  recognise: recordRecogniser,
  confidential: true,
  offered: 'menu',
  complete: (context, given) => withOnly(context, given, unrecorded),
  ask: recordForm,
  confirm: 'always',
  conflicts: {
    consultation_record_current: () => refuseRecord('recorded_meanwhile', {}),
    consultation_record_booking_id_version_key: () => refuseRecord('recorded_meanwhile', {}),
    entitlement_not_negative: () => refuseRecord('hour_gone', {}, { field: 'outcome' }),
  },
  run: async (context, given) => {
    const { transaction, now, language } = context;
    const booking = await readBooking(transaction, given.booking);
    if (booking === null) return refuse('not_found', {});
    const read = readInput(booking, given);
    if (isRefusal(read)) return read;
    const { outcome, absent: absentIds, seen } = given;
    const about = { bookingId: booking.id, outcome, absentIds, seen, by: actingMember(context), now };
    const saved = await saveRecord(transaction, { ...about, ...read });
    if (isRefusal(saved)) return saved;
    const text = recordTexts[language].saved(pick(language, booking.company.name), hourFor(context, booking));
    return { message: plain(text) };
  },
});

interface ReadInput {
  readonly minutes: number | null;
  readonly advice: string;
  readonly nextActions: readonly WrittenAction[];
}

/** What the form's texts say; refused at their fields where they cannot be read. */
function readInput(
  booking: BookingEntry,
  { outcome, minutes, advice, actions, absent }: Omit<Input, 'agreed'>,
): ReadInput | Refusal {
  // Attendees of another consultation of the adviser's are in reach, too.
  const attending = new Set(booking.attendees.map(({ id }) => id));
  if (absent.some((id) => !attending.has(id))) return refuse('field', { problem: 'not_a_choice' }, { field: 'absent' });
  const nextActions = readNextActions(actions, localOf(booking.startsAt, booking.timeZone).date);
  if ('why' in nextActions) return refuseRecord('unread_line', nextActions, { field: 'actions' });
  if (outcome !== 'held') return { minutes: null, advice, nextActions };
  const typed = minutes.normalize('NFKC').replace(/\s*(?:分|min(?:utes?)?)$/iu, '');
  if (typed === '') return refuseRecord('no_minutes', {}, { field: 'minutes' });
  const read = /^\d{1,4}$/.test(typed) ? Number(typed) : 0;
  if (read < 1 || read > LONGEST_MINUTES) return refuseRecord('minutes_wrong', {}, { field: 'minutes' });
  return advice === '' ? refuseRecord('no_advice', {}, { field: 'advice' }) : { minutes: read, advice, nextActions };
}

async function recordForm(context: Context, given: Values): Promise<Form | Refusal> {
  const booking = isId(given.booking) ? await readBooking(context.transaction, given.booking) : null;
  if (booking === null) return await chooseForm(context, given);
  const refused = refuseWriting(booking, { personId: context.person.id, role: context.membership.role }, context.now);
  if (refused) return refused;
  const texts = recordTexts[context.language];
  const initial = await initialValues(context, booking, given);
  const shown = await agreement(context, booking, given);
  return {
    action: 'consultation.record',
    title: texts.actions['consultation.record'].title,
    introduction: [
      { kind: 'text', text: `${pick(context.language, booking.company.name)} ${hourFor(context, booking)}` },
      ...shown,
    ],
    fields: fieldsOf(context, booking, initial),
    known: { booking: booking.id, seen: initial.seen, ...(shown.length > 0 && { agreed: true }) },
    submit: shown.length > 0 ? texts.save : texts.next,
    cancel: chatTexts[context.language].close,
  };
}

async function chooseForm(context: Context, { outcome, advice }: Values): Promise<Form | Refusal> {
  const texts = recordTexts[context.language];
  const bookings = await unrecorded(context);
  if (bookings.length === 0) return refuseRecord('nothing_to_record', {});
  return {
    action: 'consultation.record',
    title: texts.actions['consultation.record'].title,
    introduction: [],
    fields: [
      { kind: 'choice', name: 'booking', label: texts.labels.booking, choices: bookingChoices(context, bookings) },
      ...(typeof advice === 'string' && advice !== ''
        ? [
            {
              kind: 'long text' as const,
              name: 'advice',
              label: texts.labels.advice,
              initial: advice.slice(0, LONGEST_ADVICE),
            },
          ]
        : []),
    ],
    known: typeof outcome === 'string' ? { outcome } : {},
    submit: texts.next,
    cancel: chatTexts[context.language].close,
  };
}

interface Initial {
  readonly outcome: ConsultationOutcome;
  readonly minutes: string;
  readonly advice: string;
  readonly actions: string;
  readonly absent: readonly string[];
  readonly seen: number;
}

/** What was typed, then what the record says, then what one would expect. */
async function initialValues({ transaction }: Context, booking: BookingEntry, given: Values): Promise<Initial> {
  const record = await readRecord(transaction, booking.id);
  const actions = record === null ? [] : await readActionsOf(transaction, booking.id);
  const text = (value: unknown, otherwise: string) => (typeof value === 'string' ? value : otherwise);
  const planned = Math.round((booking.endsAt.getTime() - booking.startsAt.getTime()) / 60_000);
  return {
    outcome: outcomes.find((one) => one === given.outcome) ?? record?.outcome ?? 'held',
    minutes: text(given.minutes, String(record?.minutes ?? planned)).slice(0, LONGEST_TYPED),
    advice: text(given.advice, record?.advice ?? '').slice(0, LONGEST_ADVICE),
    actions: text(given.actions, writeNextActions(actions.map(asWritten))).slice(0, LONGEST_ADVICE),
    absent: Array.isArray(given.absent) ? given.absent : (record?.absentIds ?? []),
    // As the form was first opened, so that a record written since is noticed.
    seen: typeof given.seen === 'number' ? given.seen : (record?.version ?? 0),
  };
}

function fieldsOf({ language }: Context, { attendees }: BookingEntry, initial: Initial): readonly Field[] {
  const { labels, hints, outcomes: words } = recordTexts[language];
  const advice = { initial: initial.advice, maximum: LONGEST_ADVICE, optional: true };
  const absent = attendees.map(({ id, name }) => ({ value: id, label: pick(language, name) }));
  const known = new Set(absent.map(({ value }) => value));
  const away = initial.absent.filter((id) => known.has(id));
  return [
    {
      ...{ kind: 'choice', name: 'outcome', label: labels.outcome, initial: initial.outcome },
      choices: outcomes.map((value) => ({ value, label: words[value] })),
    },
    {
      ...{ kind: 'text', name: 'minutes', label: labels.minutesField, hint: hints.minutes },
      ...{ initial: initial.minutes, optional: true, maximum: LONGEST_TYPED },
    },
    { kind: 'long text', name: 'advice', label: labels.advice, ...advice },
    {
      ...{ kind: 'long text', name: 'actions', label: labels.actions, hint: hints.actions },
      ...{ initial: initial.actions, optional: true, maximum: LONGEST_ADVICE },
    },
    ...(absent.length === 0
      ? []
      : [
          {
            ...{
              kind: 'several choices' as const,
              name: 'absent',
              label: labels.absent,
              choices: absent,
              optional: true,
            },
            ...(away.length > 0 && { initial: away }),
          },
        ]),
  ];
}

/** What the company will see and what it costs it; nothing while the input cannot be saved yet. */
async function agreement(context: Context, booking: BookingEntry, given: Values): Promise<readonly Introduction[]> {
  const parsed = beforeAgreement.safeParse(given);
  const read = parsed.success ? readInput(booking, parsed.data) : null;
  if (!parsed.success || read === null || isRefusal(read)) return [];
  const { language, transaction } = context;
  const texts = recordTexts[language];
  const { absenceUses } = await transaction.programme.findUniqueOrThrow({ where: { id: booking.programmeId } });
  const { outcome, absent: absentIds, seen } = parsed.data;
  const facts = recordFacts(context, booking, { outcome, absentIds, minutes: read.minutes, advice: read.advice });
  const lines = read.nextActions.map((action) => actionLine(context, action));
  const shown: readonly Introduction[] = [
    {
      kind: 'text',
      text: `${texts.companySees(pick(language, booking.company.name))}${texts.hourBecomes[hourAfter(outcome, absenceUses)]}`,
    },
    { kind: 'facts', facts },
    { kind: 'text', text: read.advice === '' ? '' : texts.adviceIs(read.advice) },
    { kind: 'text', text: lines.length === 0 ? '' : texts.actionsAre(lines) },
    { kind: 'note', text: seen === 0 ? '' : texts.corrects },
  ];
  return shown.filter((one) => one.kind === 'facts' || one.text !== '');
}
