/** What busy people write about consultations, and what is made of it for their role: nothing is done by words alone. */
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Values } from '../../../programme/messages/message.js';
import { handleRequest } from '../../../programme/requests/handle-request.js';
import { interpretWords } from '../../../programme/requests/interpret-words.js';
import { buildBooking, buildSlot } from '../../support/consultations.js';
import { type BuiltPerson, wordsOf } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const fixture = programmeFixture({ programme: { timeZone: 'Asia/Tokyo' } });

/** The adviser or the session of the programme, which the sentence names. */
const named = 'named';

type Meant = readonly [sentence: string, action: string, input?: Values];

/** Said not to have been understood; a question that cannot be answered is said to be one. */
const unclear = ['help.show', { unclear: true }] as const;
const about = (topic: string) => ['question.answer', { about: topic }] as const;

const ofParticipants: readonly Meant[] = [
  ['相談したい', 'consultation.find'],
  ['相談できる回数はあと何回?', 'consultation.mine'],
  ['来週の佐伯先生の空きはありますか', 'consultation.find', { week: 'next', sought: '佐伯', adviser: named }],
  ['Is there an hour with Saeki next week?', 'consultation.find', { week: 'next', sought: 'saeki', adviser: named }],
  ['前回の相談の記録を見せて', 'consultation.mine'],
  ['3月4日の相談を3月11日に変更したい', 'consultation.move', { spokenDay: '3-4', toDay: '2025-03-11' }],
  ['cancel our booking', 'consultation.cancel'],
  ['相談に遅れます', ...about('late')],
  ['先生に連絡したい', ...about('writing')],
  ['相談の招待を送って', 'consultation.calendar'],
  ['個別相談を申し込みたいのですが', 'consultation.find'],
  ['相談の予約をお願いします', 'consultation.find'],
  ['オンラインで相談を受けたい', 'consultation.find', { mode: 'online' }],
  ['来週の午後で空いているところ', 'consultation.find', { week: 'next', part: 'afternoon' }],
  ['来週の午後、どこか空いてますか', 'consultation.find', { week: 'next', part: 'afternoon' }],
  ['3月4日に空いている時間はありますか', 'consultation.find', { spokenDay: '3-4' }],
  ['佐伯先生の空き', 'consultation.find', { sought: '佐伯', adviser: named }],
  ['佐伯先生はいつ空いていますか', 'consultation.find', { sought: '佐伯', adviser: named }],
  ['英語で相談できる先生はいますか', 'consultation.find'],
  ['相談の時間が空いたら教えてください', 'consultation.watch'],
  ['予約を変えたい', 'consultation.move'],
  ['相談の予約を変えたいです', 'consultation.move'],
  ['相談の予約を変更できますか', 'consultation.move'],
  ['相談をずらしてもらえませんか', 'consultation.move'],
  ['明日の相談をずらしたい', 'consultation.move', { spokenDay: '+1' }],
  ['来週の相談を再来週にしたい', 'consultation.move'],
  ['相談の予約を取り消して、別の日に予約したい', 'consultation.move'],
  ['明日の相談をキャンセルしたい', 'consultation.cancel', { spokenDay: '+1' }],
  ['明日の相談は行けなくなりました', 'consultation.cancel', { spokenDay: '+1' }],
  ['明日の相談は欠席します', 'consultation.cancel', { spokenDay: '+1' }],
  ['相談はキャンセルできますか', 'consultation.cancel'],
  ['相談は取り消さないでください', ...unclear],
  ['相談は予約しません', ...unclear],
  ['もう相談は予約しました', ...unclear],
  ['相談はあと何回できますか', 'consultation.mine'],
  ['次の相談はいつですか', 'consultation.mine'],
  ['次回の相談、何時からでしたっけ', 'consultation.mine'],
  ['相談の場所はどこですか', 'consultation.mine'],
  ['相談のリンクを教えてください', 'consultation.mine'],
  ['うちの担当の先生は誰ですか', 'adviser.list'],
  ['先生を変えてほしい', ...about('otherAdviser')],
  ['担当の先生を替えてもらえますか', ...about('otherAdviser')],
  ['相談には何を準備すればいいですか', ...about('preparing')],
  ['相談に持っていくものはありますか', ...about('preparing')],
  ['相談に同僚も連れて行っていいですか', ...about('companions')],
  ['部下も同席できますか', ...about('companions')],
  ['先生が来ませんでした', ...about('absentAdviser')],
  ['アドバイザーが来なかった', ...about('absentAdviser')],
  ['明日休みます', 'session.decline'],
  ["I'd like a consultation", 'consultation.find'],
  ['Can we book an hour with an adviser next week?', 'consultation.find', { week: 'next' }],
  ['any free hours next week in the morning?', 'consultation.find', { week: 'next', part: 'morning' }],
  ['when is Saeki free?', 'consultation.find', { sought: 'saeki', adviser: named }],
  [
    ...(['book a consultation with Saeki next Tuesday afternoon', 'consultation.find'] as const),
    { part: 'afternoon', sought: 'saeki', spokenDay: 's2', adviser: named },
  ],
  ['how do I book a consultation?', 'consultation.find'],
  ['Which adviser speaks English?', 'consultation.find'],
  [
    'tell me if an hour opens up before 14 March',
    'consultation.watch',
    { monthDay: '3-14', before: true, until: '2025-03-13' },
  ],
  ['please move our consultation', 'consultation.move'],
  ['please move our consultation on Tuesday to Friday', 'consultation.move', { spokenDay: 'w2', toDay: '2024-10-04' }],
  ["can I reschedule tomorrow's appointment with the adviser?", 'consultation.move', { spokenDay: '+1' }],
  ['cancel our consultation and book another one next week', 'consultation.move'],
  ["cancel tomorrow's consultation", 'consultation.cancel', { spokenDay: '+1' }],
  ['please cancel the consultation tomorrow', 'consultation.cancel', { spokenDay: '+1' }],
  ["I can't make it to the consultation tomorrow", 'consultation.cancel', { spokenDay: '+1' }],
  ['we cannot come to our consultation on Friday', 'consultation.cancel', { spokenDay: 'w5' }],
  ['can I cancel a consultation?', 'consultation.cancel'],
  ["Don't cancel our consultation", ...unclear],
  ['I do not want a consultation', ...unclear],
  ['we have already booked a consultation', ...unclear],
  ['did you cancel our consultation?', 'consultation.mine'],
  ['When is my next consultation?', 'consultation.mine'],
  ['Is our consultation still on?', 'consultation.mine'],
  ['where is the consultation?', 'consultation.mine'],
  ['what is the link for the consultation?', 'consultation.mine'],
  ['How many hours do we have left?', 'consultation.mine'],
  ['Who is our adviser?', 'adviser.list'],
  ['I want a different adviser', ...about('otherAdviser')],
  ['what should I prepare for the consultation?', ...about('preparing')],
  ['Can I bring a colleague to the consultation?', ...about('companions')],
  ['please add Suzuki to our consultation', ...about('companions')],
  ['The adviser did not come', ...about('absentAdviser')],
  ["the adviser didn't show up yesterday", ...about('absentAdviser')],
];

const away = 'consultation.away';

const ofAdvisers: readonly Meant[] = [
  ['明日休みます', away, { spokenDay: '+1' }],
  ['明日は休ませてください', away, { spokenDay: '+1' }],
  ['明日は行けません', away, { spokenDay: '+1' }],
  ['3月4日は体調不良で対応できません', away, { spokenDay: '3-4' }],
  ['11月7日は休みます', away, { spokenDay: '11-7' }],
  ['体調不良で今日の相談を休みます', away, { spokenDay: '+0' }],
  ['来週の火曜日は終日不在です', away, { spokenDay: 'n2' }],
  ['明日から3日間休みます', away, { severalDays: true }],
  ['11月7日のセミナーは欠席します', 'session.decline', { session: named }],
  ['佐伯先生は明日休みます', away, { spokenDay: '+1', sought: '佐伯' }],
  ['明日は休みません', ...unclear],
  ['相談をほかの先生に代わってほしい', 'consultation.hand-over'],
  ['企業が来ませんでした', 'consultation.record', { outcome: 'company_absent' }],
  [
    '枠を出したい 11月7日 13時から15時',
    'consultation.offer',
    { firstDay: '2024-11-07', spokenDay: '11-7', from: '13:00', to: '15:00' },
  ],
  ['次の相談はいつ', 'consultation.agenda'],
  ['明日の相談は何時から', 'consultation.agenda'],
  ['I am ill tomorrow', away, { spokenDay: '+1' }],
  ['out sick today', away, { spokenDay: '+0' }],
  ["I'm sick and can't hold my consultations today", away, { spokenDay: '+0' }],
  ["I can't come on Tuesday", away, { spokenDay: 'w2' }],
  ['I will be away next Tuesday', away, { spokenDay: 's2' }],
  ['cancel my consultation tomorrow', 'consultation.cancel', { spokenDay: '+1' }],
  ['move my consultation tomorrow', 'consultation.move', { spokenDay: '+1' }],
  ['move my consultation', 'consultation.move'],
  ['相談を変更したい', 'consultation.move'],
  ['相談をキャンセルしたい', 'consultation.cancel'],
  ['空いている枠を見せて', 'consultation.agenda'],
  ['予約一覧', 'consultation.agenda'],
  ['which records are missing', 'consultation.agenda'],
  ['correct the record', 'consultation.record'],
  ['give my consultation to Majima', 'consultation.hand-over'],
  ['ミナト先生が明日休みます', away, { spokenDay: '+1', sought: 'ミナト' }],
  ['I am not ill tomorrow', ...unclear],
  ['I might be ill tomorrow', ...unclear],
  ['Who is ill today?', ...unclear],
  ['Saeki is out sick today', away, { spokenDay: '+0', sought: 'saeki' }],
  ['hand my consultation to a colleague', 'consultation.hand-over'],
  ['withdraw my hours tomorrow', 'consultation.withdraw', { spokenDay: '2024-10-02' }],
  ['the company did not come', 'consultation.record', { outcome: 'company_absent' }],
  ['record: went through the draft', 'consultation.record', { outcome: 'held', advice: 'went through the draft' }],
  ['when is my next consultation', 'consultation.agenda'],
  ['次の相談の準備に何を見ればいいですか', 'consultation.brief'],
  ['what should I prepare for the next consultation', 'consultation.brief'],
];

const overview = 'consultation.overview';

const ofSecretariat: readonly Meant[] = [
  ['個別相談をまだ予約していない企業は?', overview, { list: 'unbooked' }],
  ['企業別の相談時間を見せて', overview, { list: 'companies' }],
  ['アドバイザー別の実績', overview, { list: 'advisers' }],
  ['これからの相談予約', overview, { list: 'coming' }],
  ['記録がまだの相談は?', overview, { list: 'missing' }],
  ['相談の空きは足りていますか', overview],
  ['ミナト精密に1時間追加してください', 'consultation.grant', { hours: '1' }],
  ['相談の一覧をエクセルで', 'consultation.export'],
  ['ミナト精密の相談を取り消して', 'consultation.cancel'],
  ['佐伯先生が明日休みます', away, { spokenDay: '+1', sought: '佐伯' }],
  ['佐伯先生が病気で明日の相談ができません', away, { spokenDay: '+1', sought: '佐伯' }],
  ['Saeki is ill tomorrow', away, { spokenDay: '+1', sought: 'saeki' }],
  ['相談の一覧', overview],
  ['ミナト精密の残り回数', 'consultation.ledger'],
  ['ミナト精密の担当を佐伯先生にしたい', 'adviser.assign', { adviser: named }],
  ['who has not booked a consultation yet?', overview, { list: 'unbooked' }],
  ['hours by company', overview, { list: 'companies' }],
  ['coming consultations', overview, { list: 'coming' }],
  ['which records are missing?', overview, { list: 'missing' }],
  ['how many hours are free in February?', overview],
  ['grant one more hour to Minato', 'consultation.grant', { hours: '1' }],
  ['export the consultations', 'consultation.export'],
  ['please move the consultation of Minato', 'consultation.move'],
  ['who looks after Minato?', 'adviser.list', { sought: 'minato' }],
];

let adviser: BuiltPerson;
const inDays = (days: number) => new Date(fixture.services.clock.now().getTime() + days * 86_400_000);

beforeEach(async () => {
  adviser = await fixture.member({ role: 'adviser', nameJa: '佐伯 沙江', nameEn: 'Sae Saeki' });
  const { services, programme, company, person } = fixture;
  for (const days of [5, 6]) {
    await buildSlot(services, { programme, adviserId: adviser.id, startsAt: inDays(days) });
  }
  const slot = await buildSlot(services, { programme, adviserId: adviser.id, startsAt: inDays(1) });
  await buildBooking(services, { company, slot, attendeeIds: [person.id] });
});

const rows = (table: readonly Meant[]) => table.map(([words, action, input = {}]) => ({ words, action, input }));

/** Everything that a sentence about consultations could change. */
async function written(): Promise<string> {
  const { booking, consultationSlot, entitlementEntry, watch, bookingRequest, adviserAbsence, consultationRecord } =
    fixture.database;
  return JSON.stringify([
    await booking.findMany(),
    await consultationSlot.findMany({ omit: { heldUntil: true, heldById: true, heldCompanyId: true } }),
    ...[await entitlementEntry.count(), await watch.count(), await bookingRequest.count()],
    ...[await adviserAbsence.count(), await consultationRecord.count(), await fixture.database.registration.count()],
  ]);
}

describe.each([
  { who: 'a participant', table: ofParticipants, person: () => fixture.person },
  { who: 'an adviser', table: ofAdvisers, person: () => adviser },
  { who: 'the secretariat', table: ofSecretariat, person: () => fixture.secretary },
])('of $who', ({ table, person }) => {
  it.each(rows(table))('“$words” means $action', async ({ words, action, input }) => {
    const { services } = fixture;
    const incoming = { fingerprint: null, resendFingerprint: null, answeredLater: false, words, isCommand: false };
    const said = () => ({ ...incoming, account: person().account, key: randomUUID() });
    const meant = await interpretWords(services, said(), services.clock.now());
    const byName = Object.entries(meant.input).map(([name, value]) => [
      name,
      value === adviser.id || value === fixture.session.code ? named : value,
    ]);
    expect({ action: meant.action, input: Object.fromEntries(byName), choices: meant.choices }).toEqual({
      ...{ action, input, choices: undefined },
    });
    const before = await written();
    const answered = await handleRequest(services, said());
    expect(wordsOf(answered)).not.toBe('');
    expect(await written()).toBe(before);
  });
});

describe('a day that is named', () => {
  const say = async (person: BuiltPerson, words: string) =>
    await handleRequest(fixture.services, {
      ...{ fingerprint: null, resendFingerprint: null, answeredLater: false, words, isCommand: false },
      ...{ account: person.account, key: randomUUID() },
    });

  it('is never another consultation’s, though it be the only one', async () => {
    const { services, programme, company, person } = fixture;
    const slot = await buildSlot(services, { programme, adviserId: adviser.id, startsAt: inDays(9) });
    await buildBooking(services, { company, slot, attendeeIds: [person.id] });
    await fixture.database.booking.updateMany({ where: { startsAt: { lt: inDays(2) } }, data: { state: 'cancelled' } });
    const { reply } = await say(person, 'please cancel the consultation tomorrow');
    expect(reply.kind).toBe('form');
    expect(JSON.stringify(reply)).toContain('No consultation is booked on that day.');
    const named = await say(person, 'please cancel our consultation');
    expect(named.reply).toMatchObject({ kind: 'message', outcome: 'preview' });
  });

  it('is not guessed for the secretariat, whose only booking may be another company’s', async () => {
    const { reply } = await say(fixture.secretary, 'ミナト精密の相談を取り消して');
    expect(reply.kind).toBe('form');
  });
});
