/** How a record is shown to the company and its adviser. */
import { pick } from '../../messages/bilingual.js';
import { formatDay } from '../../messages/dates.js';
import type { ActionButton, Element, Fact, Item } from '../../messages/message.js';
import type { BaseContext } from '../../requests/context.js';
import type { BookingEntry } from '../bookings/queries.js';
import { asWritten, type RecordEntry, readActionsOf } from './queries.js';
import type { WrittenAction } from './read-next-actions.js';
import type { ConsultationOutcome } from './rules.js';
import { recordTexts } from './texts.js';

interface Written {
  readonly outcome: ConsultationOutcome;
  readonly minutes: number | null;
  readonly advice: string;
  readonly absentIds: readonly string[];
}

type Reader = Pick<BaseContext, 'language' | 'timeZone'>;

/** '経営会議に提出 — 田中様 — 2025年3月14日(金)まで' */
export function actionLine({ language }: Pick<Reader, 'language'>, { text, owner, dueOn }: WrittenAction): string {
  const { until } = recordTexts[language];
  const day = dueOn === null ? '' : until(formatDay(language, new Date(`${dueOn}T12:00:00Z`), 'UTC'));
  return [text, owner, day].filter((part) => part !== '').join(' — ');
}

/** What the company sees of a record, before it is saved or afterwards. */
export function recordFacts(
  { language }: Reader,
  { attendees }: BookingEntry,
  { outcome, minutes, absentIds }: Written,
): readonly Fact[] {
  const { labels, outcomes, minutesOf } = recordTexts[language];
  const absent = attendees.filter(({ id }) => absentIds.includes(id)).map(({ name }) => pick(language, name));
  return [
    { label: labels.outcome, value: outcomes[outcome] },
    { label: labels.minutes, value: minutes === null ? '' : minutesOf(minutes) },
    { label: labels.absent, value: absent.join(language === 'ja' ? '、' : ', ') },
  ].filter(({ value }) => value !== '');
}

/** The record with its next actions and what the company said to it. */
export async function recordElements(
  context: BaseContext,
  booking: BookingEntry,
  record: RecordEntry,
): Promise<readonly Element[]> {
  const { language } = context;
  const texts = recordTexts[language];
  const actions = await readActionsOf(context.transaction, booking.id);
  const lines = actions.map((action) => ({
    done: action.doneAt !== null,
    line: actionLine(context, asWritten(action)),
  }));
  return [
    { kind: 'facts', facts: recordFacts(context, booking, record) },
    { kind: 'text', text: record.advice === '' ? '' : texts.adviceIs(record.advice) },
    {
      kind: 'text',
      text: lines.length === 0 ? '' : texts.actionsAre(lines.map(({ done, line }) => (done ? texts.done(line) : line))),
    },
    {
      kind: 'text',
      text: record.responses
        .map(({ by, confirmed, comment }) => texts.response({ by: pick(language, by), confirmed, comment }))
        .join('\n'),
    },
  ];
}

/** To the company: that it is right, or a comment. */
export function recordButtons(
  { language }: Pick<Reader, 'language'>,
  { id }: Pick<RecordEntry, 'id'>,
): readonly ActionButton[] {
  const { confirm, comment } = recordTexts[language];
  return [
    { label: confirm, action: 'consultation.respond', input: { record: id, confirmed: true }, emphasis: 'primary' },
    { label: comment, action: 'consultation.respond', input: { record: id, confirmed: false }, form: true },
  ];
}

/** Open next actions with a button that ticks each off. */
export function openActionItems(
  context: Reader,
  actions: readonly (Parameters<typeof asWritten>[0] & { readonly id: string })[],
): readonly Item[] {
  const { tickOff } = recordTexts[context.language];
  return actions.map((action) => ({
    title: actionLine(context, asWritten(action)),
    lines: [],
    buttons: [{ label: tickOff, action: 'next-action.done', input: { nextAction: action.id } }],
  }));
}
