/** All words about entries in people's own calendars, in Japanese and English. */
import type { Language } from '../requests/context.js';

const ja = {
  add: 'カレンダーに追加',
  update: 'カレンダーを更新',
  remove: 'カレンダーから取り消す',
  /** Calendars treat an opened file differently, so that the words say what is to be there afterwards. `was`: when the entry began by an earlier file. */
  first: 'カレンダーに入れるには、添付のファイルを開いてください。',
  updated:
    '添付のファイルを開くと、カレンダーの予定が更新されます。同じ予定が2つになった場合は、古いほうを削除してください。',
  moved: (was: string) =>
    `添付のファイルを開くと、カレンダーの予定が更新されます。「${was}」からの予定が残っている場合は、その予定を削除してください。`,
  removed: (was: string) =>
    `添付のファイルを開くと、カレンダーの予定が取り消されます。「${was}」からの予定が残っている場合は、その予定を削除してください。`,
};

const en: typeof ja = {
  add: 'Add to calendar',
  update: 'Update the calendar',
  remove: 'Remove from calendar',
  first: 'Open the attached file to put this into your calendar.',
  updated:
    'Opening the attached file updates the entry in your calendar. If it is there twice afterwards, delete the older one.',
  moved: (was) =>
    `Opening the attached file updates the entry in your calendar. If it still shows one at ${was}, delete that entry.`,
  removed: (was) =>
    `Opening the attached file takes the entry out of your calendar. If it still shows one at ${was}, delete that entry.`,
};

export const calendarTexts: Readonly<Record<Language, typeof ja>> = { ja, en };
