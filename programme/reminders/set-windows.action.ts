/** Asks the secretariat in which hours reminders are sent, and on which days the programme is closed. */
import { z } from 'zod';
import { readOfficeCalendar } from '../calendar/business-days.js';
import { windowsOf, writeWindows } from '../calendar/windows.js';
import { secretariat } from '../members/roles.js';
import { elements, type Field } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import { memberAction } from '../requests/action.js';
import { refuseReminder } from './refuse-reminder.js';
import { setWindows } from './set-windows.js';
import { reminderTexts } from './texts.js';
import { readClosures, readWindows, writeClosures } from './written-windows.js';

/** As much as a form of either platform takes in one field. What is longer cannot be shown whole, so it is left out and kept. */
const LONGEST = 3_000;

export const setWindowsAction = memberAction({
  name: 'programme.windows',
  texts: reminderTexts,
  command: 'sending-hours',
  who: secretariat,
  /** As they were typed. Without closures those that there are stay, unless their field was shown and emptied. */
  input: z.object({
    windows: z.string().trim().min(1, { error: 'required' }).max(500, { error: 'too_long' }),
    closures: z.string().max(LONGEST, { error: 'too_long' }).optional(),
    closuresShown: z.literal(true).optional(),
  }),
  offered: 'help',
  confirm: 'never',
  ask: async ({ transaction, membership: { programmeId }, language }) => {
    const texts = reminderTexts[language];
    const { windows } = await transaction.programme.findUniqueOrThrow({ where: { id: programmeId } });
    const { closures, ...hours } = await readOfficeCalendar(transaction, programmeId);
    const written = writeClosures(closures);
    const isShown = written.length <= LONGEST;
    const days: Field = {
      ...{ kind: 'long text', name: 'closures', label: texts.closuresLabel, hint: texts.closuresHint },
      ...{ maximum: LONGEST, optional: true, initial: written },
    };
    const kept = { kind: 'note', text: texts.closuresKept(closures.length) } as const;
    return {
      action: 'programme.windows',
      title: texts.actions['programme.windows'].title,
      introduction: [{ kind: 'note', text: texts.how }, ...(isShown ? [] : [kept])],
      fields: [
        {
          ...{ kind: 'text', name: 'windows', label: texts.windowsLabel, hint: texts.windowsHint, maximum: 500 },
          initial: writeWindows(windowsOf({ ...hours, windows })),
        },
        ...(isShown ? [days] : []),
      ],
      known: isShown ? { closuresShown: true } : {},
      submit: texts.save,
      cancel: chatTexts[language].close,
    };
  },
  run: async ({ transaction, membership: { programmeId }, language, now }, typed) => {
    const windows = readWindows(typed.windows);
    if (windows === null) return refuseReminder('windows_wrong', {}, { field: 'windows' });
    const days = typed.closures ?? (typed.closuresShown ? '' : null);
    const read = days === null ? { closures: null } : readClosures(days);
    if ('line' in read) return refuseReminder('closures_wrong', { line: read.line }, { field: 'closures' });
    await setWindows(transaction, { programmeId, windows, closures: read.closures, now });
    const texts = reminderTexts[language];
    const text = texts.windowsDone(writeWindows(windows));
    const upcoming = { label: texts.upcoming, action: 'reminder.upcoming', input: {} };
    return {
      message: { summary: text, elements: elements({ kind: 'text', text }, { kind: 'buttons', buttons: [upcoming] }) },
    };
  },
});
