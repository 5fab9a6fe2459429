/** Every kind of notification is declared once and listed; anything else ends the start of the app. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openAssistant } from '../../../app/assistant.js';
import { collectKinds, notificationKind } from '../../../programme/notifications/kind.js';
import { systemClock } from '../../../programme/requests/context.js';
import { collectRooms } from '../../../programme/rooms.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';

let test: TestDatabase;

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(async () => await test.close());

const name = { ja: '相談のお知らせ', en: 'consultation' };
const compose = async () => null;

async function start(): Promise<void> {
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const assistant = await openAssistant({
    ...{ parts: ['worker'], databaseUrl: test.url, redisUrl: null, slack: null, teams: null },
    ...{ host: '127.0.0.1', port: 0, clock: systemClock, log },
  });
  await assistant.close();
}

it('knows the kinds of every room, each with a name in both languages', async () => {
  const kinds = [...collectRooms().notificationKinds.values()];
  expect(kinds.map(({ key }) => key).sort()).toEqual([
    'adviser.assigned',
    'adviser.left',
    'adviser.presented',
    'adviser.withdrawn',
    'announcement.correction',
    'announcement.message',
    'announcement.reminder',
    'announcement.report',
    'consultation.answered',
    'consultation.asked',
    'consultation.booked',
    'consultation.brief',
    'consultation.cancelled',
    'consultation.files-added',
    'consultation.granted',
    'consultation.hour-free',
    'consultation.moved',
    'consultation.rearranged',
    'consultation.record-answered',
    'consultation.record-missing',
    'consultation.recorded',
    'deliverable.due-moved',
    'deliverable.extension-asked',
    'deliverable.extension-refused',
    'deliverable.page-not-opened',
    'deliverable.reported',
    'draft.submitted',
    'draft.submitted-by-colleague',
    'draft.withdrawn',
    'draft.withdrawn-by-colleague',
    'feedback.asked',
    'feedback.asked-again',
    'feedback.quote-ended',
    'feedback.reminder',
    'groups.told',
    'member.handed-on',
    'member.linked',
    'member.objected',
    'member.replaced',
    'member.took-over',
    'member.welcome',
    'programme.opened',
    'question.answer-corrected',
    'question.answered',
    'question.asked',
    'question.passed',
    'reminder.day',
    'reminder.soon',
    'request.answer',
    'review.answered',
    'review.comment-corrected',
    'review.due',
    'review.ended',
    'session.called-off',
    'session.cancelled',
    'session.changed',
    'session.promoted',
    'session.registered',
  ]);
  for (const kind of kinds) {
    expect(kind.name.ja, kind.key).toMatch(/[ぁ-んァ-ヶ一-龠]/);
    expect(kind.name.en, kind.key).toMatch(/^[ -~]+$/);
  }
  await start();
});

// The last one: a kind that was declared stays so for the rest of the process.
it('refuses one key twice, and to start with a kind that no room lists', async () => {
  const listed = [...collectRooms().notificationKinds.values()];
  const submitted = notificationKind('nothing.listed', { name, compose });
  await expect(start()).rejects.toThrow('nothing.listed is declared and listed by no room');
  expect([...collectKinds([...listed, submitted]).keys()]).toContain('nothing.listed');
  expect(() => collectKinds([...listed, submitted, { ...submitted }])).toThrow('Two kinds of notification are called');
  const again = notificationKind('session.changed', { name, compose });
  expect(() => collectKinds([...listed, submitted, again])).toThrow(
    'Two kinds of notification are called session.changed',
  );
});
