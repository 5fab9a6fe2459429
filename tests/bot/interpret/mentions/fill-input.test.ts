/** What a sentence speaks of stands in the fields of the action that it means, and nothing else does. */
import { describe, expect, it } from 'vitest';
import { filledFrom } from '../../../../bot/interpret/mentions/fill-input.js';
import { mentionsIn } from '../../../../bot/interpret/mentions/find-mentions.js';
import type { KnownNames } from '../../../../bot/interpret/mentions/known-names.js';
import { readValueWords } from '../../../../bot/interpret/mentions/value-words.js';
import type { Values } from '../../../../programme/messages/message.js';
import { actions } from '../../../../programme/rooms.js';

const names: KnownNames = {
  companies: [
    {
      id: 'shiosai',
      nameJa: '潮騒電子工業株式会社',
      nameEn: 'Shiosai Denshi Co., Ltd.',
      reading: 'シオサイデンシコウギョウ',
    },
  ],
  members: [
    { id: 'kaji', nameJa: '梶 悠', nameEn: 'Yu Kaji', reading: 'カジ ユウ', role: 'adviser' },
    {
      id: 'tachibana',
      nameJa: '橘 涼子',
      nameEn: 'Ryoko Tachibana',
      reading: 'タチバナ リョウコ',
      role: 'participant',
    },
  ],
  deliverableTypes: [{ id: 'policy', nameJa: '人権方針', nameEn: 'Human rights policy' }],
  timeZone: 'Asia/Tokyo',
};
const sessions = [
  {
    ...{ code: 'SEM-9', kind: 'seminar' as const, titleJa: '説明会', titleEn: 'Briefing', timeZone: 'Asia/Tokyo' },
    ...{ startsAt: new Date('2025-02-18T04:00:00Z'), endsAt: new Date('2025-02-18T06:00:00Z') },
  },
];
// Wednesday, 12 February 2025, in Japan.
const now = new Date('2025-02-12T01:00:00Z');

function filled(name: string, text: string, input: Values = {}): Values {
  const action = actions.find((one) => one.name === name);
  if (action === undefined) throw new Error(`no action is called ${name}`);
  return filledFrom({ action, mentions: mentionsIn(text, { names, sessions, now }), input });
}

it.each([
  ['adviser.assign', '潮騒さんの担当を梶先生にしてください', { company: 'shiosai', adviser: 'kaji' }],
  ['adviser.withdraw', 'Take Kaji off Shiosai', { spokenCompany: 'shiosai', spokenAdviser: 'kaji' }],
  ['company.show', 'Shiosai', { company: 'shiosai' }],
  ['draft.check', '潮騒電子工業の原稿をチェック', { spokenCompany: 'shiosai' }],
  ['review.end', '潮騒の方針は要修正で', { spokenCompany: 'shiosai', outcome: 'to_be_revised' }],
  [
    'consultation.record',
    '今日の潮騒との相談は実施しました',
    { spokenCompany: 'shiosai', spokenDay: '2025-02-12', outcome: 'held' },
  ],
  ['consultation.cancel', '2月20日14時の相談', { spokenDay: '2025-02-20', spokenTime: '14:00' }],
  ['consultation.move', 'Move it from February 20 to February 27', { spokenDay: '2025-02-20', toDay: '2025-02-27' }],
  ['consultation.propose', '3月7日の18時を提案します', { date: '2025-03-07', time: '18:00' }],
  ['consultation.hand-over', '2月20日の相談を梶先生に', { spokenDay: '2025-02-20', adviser: 'kaji' }],
  ['deliverable.extend', '人権方針の期限を4月10日まで', { deliverableType: 'policy', until: '2025-04-10' }],
  ['deliverable.publish', '本日公開しました', { day: '2025-02-12', spokenDeliverableType: 'policy' }],
  ['deliverable.publish', '2月3日に公開しました', { day: '2025-02-03' }],
  ['deliverable.publish', '2月20日に公開しました', { day: '2024-02-20' }],
  ['deliverable.publish', '月曜に公開しました', { day: '2025-02-10' }],
  ['deliverable.publish', 'It has been on our website since Tuesday', { day: '2025-02-11' }],
  ['deliverable.publish', '10日に公開しました', { day: '2025-02-10' }],
  ['deliverable.publish', '31日に公開しました', { day: '2025-01-31' }],
  ['deliverable.publish', '来週の月曜に公開します', { day: '2025-02-17' }],
  ['consultation.record', '2月5日の潮騒との相談は実施しました', { spokenDay: '2025-02-05' }],
  ['consultation.cancel', '5日の相談をキャンセル', { spokenDay: '2025-03-05' }],
  ['review.comment', '潮騒の案に「窓口の連絡先を書きましょう」と入れて', { words: '窓口の連絡先を書きましょう' }],
  ['company.note', 'Note for Shiosai: ask about agency staff', { text: 'ask about agency staff' }],
  ['question.reply', 'Answer Tachibana: the room opens at noon', { answer: 'the room opens at noon' }],
  ['session.change', 'SEM-9の会場は8階ホールに変わりました', { venueJa: '8階ホール' }],
  ['session.create', 'New session, venue is AP Tokyo.', { venueEn: 'AP Tokyo' }],
  ['member.add', '潮騒に岡本さんを登録', { company: 'shiosai', nameJa: '岡本' }],
  ['session.register', 'I cannot travel, so put me down virtual', { mode: 'online' }],
  [
    'session.create',
    '3月19日の14時から16時、オンライン',
    { date: '2025-03-19', start: '14:00', end: '16:00', method: 'online' },
  ],
  ['session.register', '18日、リアルで参加', { session: 'SEM-9', mode: 'onsite' }],
  ['groups.make', '4人ずつの組で', { by: 'size', value: 4 }],
  ['consultation.grant', '潮騒に2時間追加', { company: 'shiosai', hours: '2' }],
  ['member.invite', '橘さんを招待', { person: 'tachibana' }],
  ['overview.list', '動きのない会社', { list: 'quiet' }],
])('%s: %s', (name, text, meant) => {
  expect(filled(name, text)).toMatchObject(meant);
});

describe('nothing is put in', () => {
  it('in place of what is known', () => {
    expect(filled('company.show', '潮騒', { company: 'other' })).toEqual({ company: 'other' });
  });

  it('of two that may be meant', () => {
    expect(filled('member.invite', '梶さんと橘さんを招待')).not.toHaveProperty('person');
  });

  it('of a way of attending that is refused', () => {
    expect(filled('session.register', '18日は会場には行けません')).not.toHaveProperty('mode');
  });

  it('of a day that is a week, or that something is before or after', () => {
    expect(filled('consultation.cancel', '来週の相談')).not.toHaveProperty('spokenDay');
    expect(filled('consultation.cancel', '20日以降の相談')).not.toHaveProperty('spokenDay');
  });

  it('of a day that is proposed, and of who is to take over, into which consultation it is', () => {
    expect(filled('consultation.propose', '3月7日の18時を提案します')).not.toHaveProperty('spokenDay');
    expect(filled('consultation.hand-over', '20日の相談を梶先生に')).not.toHaveProperty('spokenAdviser');
  });

  it('of the day of what is announced, into when it is sent', () => {
    const input = filled('announcement.compose', '2月18日の案内を送って');
    expect(input).not.toHaveProperty('date');
    expect(input).not.toHaveProperty('deliverableType');
  });

  it('of "now", into when a session is', () => {
    const input = filled('session.change', 'SEM-9 is now in Room G');
    expect(input).toMatchObject({ venueEn: 'Room G' });
    expect(input).not.toHaveProperty('start');
    expect(input).not.toHaveProperty('date');
  });

  it('of who is spoken of, into whose place is at stake', () => {
    expect(filled('session.register', '橘さんに聞いて、18日に参加します')).not.toHaveProperty('person');
  });
});

describe('the words of values', () => {
  const fields = Object.entries(readValueWords());

  it.each(fields)('%s: a field that there is, and values that it takes', (key, choices) => {
    const [name = '', field = ''] = key.split(' ');
    const taking = actions.filter((action) => (name === '*' || action.name === name) && action.fields.includes(field));
    expect(taking.map((action) => action.name)).not.toEqual([]);
    for (const { value } of choices)
      for (const action of taking) {
        const parsed = action.parse({ [field]: value });
        const wrong = 'issues' in parsed ? parsed.issues.filter((issue) => issue.field === field) : [];
        expect(wrong, `${action.name} takes ${JSON.stringify(value)}`).toEqual([]);
      }
  });

  it.each(fields)('%s: each word once', (_key, choices) => {
    const words = choices.flatMap((choice) => choice.words);
    expect(words.filter((one, at) => words.indexOf(one) !== at)).toEqual([]);
    for (const one of words) expect(one).toBe(one.normalize('NFKC').toLowerCase());
  });
});
