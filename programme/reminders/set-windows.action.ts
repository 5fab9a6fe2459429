/** Asks the secretariat in which hours reminders are sent, and on which days the programme is closed. */
import { z } from 'zod';
import { readOfficeCalendar } from '../calendar/business-days.js';
import { windowsOf, writeWindows } from '../calendar/windows.js';
import { secretariat } from '../members/roles.js';
import { elements } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import { memberAction } from '../requests/action.js';
import { refuseReminder } from './refuse-reminder.js';
import { setWindows } from './set-windows.js';
import { reminderTexts } from './texts.js';
import { readClosures, readWindows, writeClosures } from './written-windows.js';

/** As much as a form of either platform takes in one field. */
const LONGEST = 3_000;

export const setWindowsAction = memberAction({
  name: 'programme.windows',
  texts: reminderTexts,
  command: 'sending-hours',
  who: secretariat,
  /** As they were typed. */
  input: z.object({
    windows: z.string().trim().min(1, { error: 'required' }).max(500, { error: 'too_long' }),
    closures: z.string().max(LONGEST, { error: 'too_long' }),
  }),
  offered: 'help',
  confirm: 'never',
  ask: async ({ transaction, membership: { programmeId }, language }) => {
    const texts = reminderTexts[language];
    const { windows } = await transaction.programme.findUniqueOrThrow({ where: { id: programmeId } });
    const { closures, ...hours } = await readOfficeCalendar(transaction, programmeId);
    return {
      action: 'programme.windows',
      title: texts.actions['programme.windows'].title,
      introduction: [{ kind: 'note', text: texts.how }],
      fields: [
        {
          ...{ kind: 'text', name: 'windows', label: texts.windowsLabel, hint: texts.windowsHint, maximum: 500 },
          initial: writeWindows(windowsOf({ ...hours, windows })),
        },
        {
          ...{ kind: 'long text', name: 'closures', label: texts.closuresLabel, hint: texts.closuresHint },
          ...{ maximum: LONGEST, optional: true },
          initial: writeClosures(closures).slice(0, LONGEST),
        },
      ],
      known: {},
      submit: texts.save,
      cancel: chatTexts[language].close,
    };
  },
  /** Words may tell of the hours alone. */
  complete: async ({ transaction, membership: { programmeId } }, given) => {
    if (typeof given.windows !== 'string' || typeof given.closures === 'string') return given;
    const { closures } = await readOfficeCalendar(transaction, programmeId);
    return { ...given, closures: writeClosures(closures) };
  },
  run: async ({ transaction, membership: { programmeId }, language, now }, typed) => {
    const windows = readWindows(typed.windows);
    if (windows === null) return refuseReminder('windows_wrong', {}, { field: 'windows' });
    const read = readClosures(typed.closures);
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
