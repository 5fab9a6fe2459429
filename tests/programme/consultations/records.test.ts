/** What is written down of a consultation: who may, what it makes of the hour, corrections, next actions, and whose eyes see what. */
import { beforeEach, describe, expect, it } from 'vitest';
import { inTransaction } from '../../../prisma/client.js';
import { bookConsultation } from '../../../programme/consultations/bookings/book-consultation.js';
import { readAvailable } from '../../../programme/consultations/entitlement/ledger.js';
import { readNextActions, writeNextActions } from '../../../programme/consultations/records/read-next-actions.js';
import { type BuiltConsultations, buildConsultations } from '../../support/consultations.js';
import { type BuiltPerson, notificationsTo, outcomeOf, wordsOf } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const fixture = programmeFixture();
let adviser: BuiltPerson;
let other: BuiltPerson;
let consultations: BuiltConsultations;

beforeEach(async () => {
  adviser = await fixture.member({ role: 'adviser', language: 'en' });
  other = await fixture.member({ role: 'adviser', language: 'en' });
  const { programme, company, person, services } = fixture;
  const who = { adviserId: adviser.id, otherAdviserId: other.id, attendeeId: person.id };
  consultations = await buildConsultations(services, { programme, company, ...who, secret: 'grievances' });
});

const available = () =>
  inTransaction(fixture.database, (transaction) => readAvailable(transaction, fixture.company.id));

function written(more: Readonly<Record<string, string | number | boolean | readonly string[]>> = {}) {
  const about = {
    booking: consultations.unrecorded.id,
    outcome: 'held',
    minutes: '60分',
    advice: 'Begin with the scope',
  };
  return { ...about, actions: '方針案を経営会議に出す | 田中様 | 3月14日', seen: 0, ...more };
}

const save = async (more = {}, by = adviser) =>
  await fixture.ask(by, 'consultation.record', { ...written(more), agreed: true }, { submitted: true });

const records = async () =>
  await fixture.database.consultationRecord.findMany({
    where: { bookingId: consultations.unrecorded.id },
    orderBy: { version: 'asc' },
  });
const actions = async () =>
  await fixture.database.nextAction.findMany({ where: { bookingId: consultations.unrecorded.id, droppedAt: null } });

describe('an adviser', () => {
  it('is shown what the company will see, and what becomes of its hour, before it is saved', async () => {
    const shown = await fixture.ask(adviser, 'consultation.record', written(), { submitted: true });
    expect(outcomeOf(shown)).toBe('form');
    expect(wordsOf(shown)).toContain('will see this');
    expect(wordsOf(shown)).toContain('counts as used');
    expect(wordsOf(shown)).toContain('方針案を経営会議に出す');
    expect(await records()).toEqual([]);
    expect(outcomeOf(await save())).toBe('done');
    expect(await records()).toMatchObject([{ outcome: 'held', minutes: 60, advice: 'Begin with the scope' }]);
    expect(await actions()).toMatchObject([{ text: '方針案を経営会議に出す', owner: '田中様' }]);
    const told = notificationsTo(await fixture.sendAllDue(), fixture.person);
    expect(told.find(({ kind }) => kind === 'consultation.recorded')?.words).toContain('Begin with the scope');
  });

  it('gives the hour back where she did not come, and takes it anew where that was wrong', async () => {
    const before = (await available()) ?? 0;
    await save({ outcome: 'adviser_absent', advice: '' });
    expect(await available()).toBe(before + 1);
    expect(outcomeOf(await save({ seen: 1 }))).toBe('done');
    expect(await available()).toBe(before);
    expect(await records()).toMatchObject([{ supersededAt: expect.any(Date) }, { supersededAt: null, version: 2 }]);
  });

  it('is refused where the hour that came back is booked otherwise by now', async () => {
    await save({ outcome: 'adviser_absent', advice: '' });
    await fixture.database.entitlementEntry.create({
      data: { companyId: fixture.company.id, kind: 'revoked', hours: -((await available()) ?? 0), at: new Date() },
    });
    const refused = await save({ seen: 1 });
    expect(wordsOf(refused)).toContain('grant one more');
    expect(await records()).toHaveLength(1);
  });

  it('counts an absence of the company as the programme says', async () => {
    const before = (await available()) ?? 0;
    await save({ outcome: 'company_absent', advice: '' });
    expect(await available()).toBe(before);
    await fixture.database.programme.update({ where: { id: fixture.programme.id }, data: { absenceUses: false } });
    await save({ outcome: 'company_absent', advice: 'again', seen: 1 });
    expect(await available()).toBe(before + 1);
  });

  it('does not overwrite what somebody saved meanwhile', async () => {
    await save();
    expect(
      await fixture.refused(adviser, 'consultation.record', { ...written(), agreed: true }, { submitted: true }),
    ).toContain('Somebody has just saved');
    expect(await records()).toHaveLength(1);
  });

  it('keeps what is ticked off, drops what a correction no longer has, and adds the rest', async () => {
    await save({ actions: 'first\nsecond' });
    const [first] = (await actions()).filter(({ text }) => text === 'first');
    await fixture.done(fixture.person, 'next-action.done', { nextAction: first?.id ?? '' });
    await save({ actions: 'third | legal | 2030-01-31', seen: 1 });
    expect((await actions()).map(({ text }) => text).toSorted()).toEqual(['first', 'third']);
  });

  it.each([
    [{ actions: 'a\n| b' }, 'Line 2'],
    [{ actions: 'a | b | soon' }, 'cannot be read'],
    [{ minutes: 'one hour' }, 'number from 1 to 1440'],
    [{ minutes: '' }, 'how many minutes'],
    [{ advice: '' }, 'what advice was given'],
  ])('hears at the field what cannot be read: %j', async (more, words) => {
    const refused = await fixture.ask(adviser, 'consultation.record', written(more), { submitted: true });
    const agreed = await save(more);
    expect(outcomeOf(refused)).toBe('form');
    expect(wordsOf(agreed)).toContain(words);
    expect(await records()).toEqual([]);
  });

  it('writes no record of what has not begun, nor of a colleague’s consultation', async () => {
    const early = { ...written(), booking: consultations.booking.id, agreed: true };
    expect(await fixture.refused(adviser, 'consultation.record', early, { submitted: true })).toContain(
      'has not begun',
    );
    await fixture.refused(other, 'consultation.record', { ...written(), agreed: true }, { submitted: true });
    expect(await records()).toEqual([]);
  });

  it('is asked for a record an hour after the end where there is none', async () => {
    const { slot } = consultations;
    const attendees = [fixture.person.id];
    const form = { slotId: slot.id, companyId: fixture.company.id, mode: 'online', topics: '', questions: '' } as const;
    const by = {
      personId: fixture.person.id,
      programmeId: fixture.programme.id,
      role: 'participant',
      level: null,
    } as const;
    await inTransaction(fixture.database, (transaction) =>
      bookConsultation(transaction, {
        ...{ ...form, attendeeIds: attendees, fileIds: [], now: fixture.services.clock.now() },
        by: { ...by, companyId: fixture.company.id },
      }),
    );
    const missing = async () =>
      notificationsTo(await fixture.sendAllDue(), adviser).filter(({ kind }) => kind === 'consultation.record-missing');
    fixture.services.clock.set(new Date(slot.endsAt.getTime() + 3_500_000));
    expect(await missing()).toEqual([]);
    fixture.services.clock.set(new Date(slot.endsAt.getTime() + 3_700_000));
    expect(await missing()).toHaveLength(1);
  });

  it('has notes that only their author reads', async () => {
    const note = { booking: consultations.unrecorded.id, text: 'the president hesitates', agreed: true };
    await fixture.ask(adviser, 'consultation.note', note, { submitted: true });
    const again = await fixture.ask(adviser, 'consultation.note', { booking: consultations.unrecorded.id });
    expect(wordsOf(again)).toContain('the president hesitates');
    // Another adviser who looks after the company by now, and reads its records.
    const { id: adviserId } = other;
    await fixture.database.assignment.create({
      data: { programmeId: fixture.programme.id, companyId: fixture.company.id, adviserId, since: new Date(0) },
    });
    const theirs = await fixture.ask(other, 'consultation.note', { booking: consultations.unrecorded.id });
    expect(outcomeOf(theirs)).toBe('form');
    expect(wordsOf(theirs)).not.toContain('the president hesitates');
  });
});

describe('the company', () => {
  it('confirms a record or comments on it, and the adviser is told', async () => {
    const about = { record: consultations.record };
    await fixture.done(fixture.person, 'consultation.respond', { ...about, confirmed: true });
    const form = await fixture.opened(fixture.person, 'consultation.respond', { ...about, confirmed: false });
    expect(form.fields.map(({ name }) => name)).toEqual(['comment']);
    const comment = { ...about, confirmed: false, comment: 'it was Ms Sato' };
    await fixture.ask(fixture.person, 'consultation.respond', comment, { submitted: true });
    const told = notificationsTo(await fixture.sendAllDue(), adviser).map(({ words }) => words);
    expect(told).toHaveLength(2);
    expect(told.join()).toContain('it was Ms Sato');
  });

  it('is told that a record was corrected where it looks at an old one', async () => {
    await save();
    const [first] = await records();
    await save({ seen: 1, advice: 'better' });
    expect(
      await fixture.refused(fixture.person, 'consultation.respond', { record: first?.id ?? '', confirmed: true }),
    ).toContain('look at the latest one');
  });
});

describe('next actions as people write them', () => {
  it.each([
    ['- 方針案を出す | 田中様 | 3月14日(金)まで', { text: '方針案を出す', owner: '田中様', dueOn: '2025-03-14' }],
    ['①見直し', { text: '①見直し', owner: '', dueOn: null }],
    ['1. Ask the board / Ken / by 3/14', { text: 'Ask the board', owner: 'Ken', dueOn: '2025-03-14' }],
    ['案を作る｜１月３１日', { text: '案を作る', owner: '', dueOn: '2026-01-31' }],
    ['publish | 2025.4.1', { text: 'publish', owner: '', dueOn: '2025-04-01' }],
    ['publish | legal', { text: 'publish', owner: 'legal', dueOn: null }],
    ['agree 3/14 with the union', { text: 'agree 3/14 with the union', owner: '', dueOn: null }],
  ])('%s', (line, expected) => {
    const read = readNextActions(line, '2025-02-04');
    expect(read).toEqual([expected]);
    if (!('why' in read)) expect(readNextActions(writeNextActions(read), '2025-02-04')).toEqual(read);
  });
});
