/** A company's card: to the secretariat with its notes, to the company without them and with an anonymous mirror, to nobody else. */
import { expect, it } from 'vitest';
import { type Company, inTransaction, type Viewer } from '../../../prisma/client.js';
import { buildBooking, buildSlot } from '../../support/consultations.js';
import { buildDeliverableType } from '../../support/drafts.js';
import { buildAssignment, buildCompany, buildSession, buttonsOf, outcomeOf, wordsOf } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const given = programmeFixture({ company: { nameEn: 'Mirai Electronics', nameJa: 'みらい電子' } });
const { ask, done, refused, opened } = given;

const NOTE = 'CANARY: hard to reach on Fridays';

async function noted(): Promise<void> {
  await done(given.secretary, 'company.note', { company: given.company.id, text: NOTE });
}

it('shows the secretariat people, adviser, hours, sessions, consultations, stages and notes of a company', async () => {
  const { person, session } = given;
  const adviser = await given.member({ role: 'adviser', nameEn: 'Ayako Saeki' });
  await buildAssignment(given.services, { company: given.company, adviserId: adviser.id });
  await done(person, 'session.register', { session: session.id, mode: 'online' });
  const startsAt = new Date('2024-11-20T13:00:00+09:00');
  const slot = await buildSlot(given.services, { programme: given.programme, adviserId: adviser.id, startsAt });
  await buildBooking(given.services, { company: given.company, slot, attendeeIds: [person.id] });
  await buildDeliverableType(given.services, given.programme);
  await noted();
  const card = wordsOf(await ask(given.secretary, 'company.show', { company: given.company.id }));
  for (const words of [
    ...['Mirai Electronics at a glance', person.nameEn, 'Ayako Saeki', 'Human rights policy seminar'],
    ...['1 registered, 0 came', 'booked', 'not started', NOTE, 'Notes of the secretariat: 1'],
  ]) {
    expect(card.toLowerCase(), words).toContain(words.toLowerCase());
  }
  expect(buttonsOf(await ask(given.secretary, 'company.show', { company: given.company.id }))).toEqual([
    ...['company.note', 'announcement.compose', 'consultation.ledger'],
  ]);
});

it('finds a company by its name, asks where several fit, and refuses where none does', async () => {
  await buildCompany(given.services, given.programme, { nameEn: 'Mirai Foods', nameJa: 'みらい食品' });
  const shown = wordsOf(await ask(given.secretary, 'company.show', { sought: 'Mirai Electronics' }));
  expect(shown).toContain('Mirai Electronics at a glance');
  const form = await opened(given.secretary, 'company.show', { sought: 'Mirai' });
  const [field] = form.fields;
  if (field?.kind !== 'choice') throw new Error('no choice');
  expect(field.choices.map(({ label }) => label).sort()).toEqual(['Mirai Electronics', 'Mirai Foods']);
  const { reply } = await ask(given.secretary, 'company.show', { sought: 'Nowhere' });
  expect(JSON.stringify(reply)).toContain('No company is called “Nowhere”');
});

it('shows participants their own company, without a note and without the way to one', async () => {
  await noted();
  const other = await given.member();
  for (const input of [{}, { sought: given.company.nameEn }]) {
    const own = await ask(given.person, 'company.show', input);
    expect(outcomeOf(own), wordsOf(own)).toBe('done');
    expect(wordsOf(own)).toContain('Mirai Electronics');
    expect(JSON.stringify(own.reply)).not.toMatch(/CANARY|secretariat/);
    expect(buttonsOf(own)).toEqual([]);
    const theirs = await ask(other, 'company.show', input);
    expect(JSON.stringify(theirs.reply)).not.toMatch(/CANARY|Mirai/);
  }
});

it('is refused to participants of another company, to advisers and to another programme’s secretariat', async () => {
  await noted();
  const about = { company: given.company.id };
  const adviser = await given.member({ role: 'adviser' });
  await buildAssignment(given.services, { company: given.company, adviserId: adviser.id });
  const others = [await given.member(), adviser, await given.member({ role: 'speaker' })];
  for (const other of others) {
    for (const action of ['company.show', 'company.note', 'company.notes']) {
      const words = await refused(other, action, { ...about, text: 'mine' });
      expect(words).not.toMatch(/CANARY|Mirai/);
    }
  }
  for (const action of ['company.note', 'company.notes']) {
    expect(await refused(given.person, action, { ...about, text: 'mine' })).not.toContain('CANARY');
  }
  const notes = await given.database.companyNote.findMany({ where: { companyId: given.company.id } });
  expect(notes.map(({ text }) => text)).toEqual([NOTE]);
});

it('keeps notes from everybody but the people of the secretariat also in the database', async () => {
  await noted();
  const adviser = await given.member({ role: 'adviser' });
  await buildAssignment(given.services, { company: given.company, adviserId: adviser.id });
  const seenBy = async (viewer: Viewer | null) =>
    await inTransaction(given.test.app, async (transaction) => await transaction.companyNote.count(), { viewer });
  const of = { programmeId: given.programme.id, companyId: given.company.id };
  for (const { id: personId } of [given.person, given.colleague, adviser]) {
    const viewer = { kind: 'person', personId } as const;
    expect(await seenBy(viewer)).toBe(0);
    const write = inTransaction(
      given.test.app,
      (transaction) =>
        transaction.companyNote.create({ data: { ...of, text: 'mine', byId: personId, at: new Date() } }),
      { viewer },
    );
    await expect(write).rejects.toThrow('row-level security');
  }
  expect(await seenBy(null)).toBe(0);
  expect(await seenBy({ kind: 'programme', programmeId: given.programme.id })).toBe(0);
  // The control: they are there.
  expect(await seenBy({ kind: 'person', personId: given.secretary.id })).toBe(1);
});

it('does not store a note with the reply for a repeated delivery', async () => {
  await noted();
  await ask(given.secretary, 'company.show', { company: given.company.id });
  const stored = await given.database.request.findMany();
  expect(JSON.stringify(stored)).not.toContain('CANARY');
});

it('lists notes, the newest first, page by page', async () => {
  for (let count = 1; count <= 7; count += 1) {
    given.services.clock.advance({ minutes: 1 });
    await done(given.secretary, 'company.note', { company: given.company.id, text: `note ${count}` });
  }
  const first = await ask(given.secretary, 'company.notes', { company: given.company.id });
  expect(wordsOf(first).match(/note \d/g)).toEqual(['note 7', 'note 6', 'note 5']);
  const rest = await ask(given.secretary, 'company.notes', { company: given.company.id, from: 3 });
  expect(wordsOf(rest).match(/note \d/g)).toEqual(['note 4', 'note 3', 'note 2']);
});

it('says how many sessions stand before those that it has room for', async () => {
  for (let count = 1; count <= 11; count += 1) {
    const startsAt = new Date(Date.UTC(2024, 8, count, 3));
    const session = await buildSession(given.services, given.programme, { startsAt });
    await given.database.registration.create({
      data: {
        ...{ sessionId: session.id, personId: given.person.id, companyId: given.company.id, state: 'declined' },
        ...{ registeredById: given.person.id, createdAt: startsAt, changedAt: startsAt },
      },
    });
  }
  const card = wordsOf(await ask(given.secretary, 'company.show', { company: given.company.id }));
  expect(card).toMatch(/Sessions.*\b1 more before these/s);
});

async function submitted(company: Company, typeId: string, stage: 'drafting' | 'submitted' | 'published') {
  const about = { typeId, programmeId: given.programme.id, companyId: company.id };
  await given.database.deliverable.create({ data: { ...about, stage, stageAt: given.services.clock.now() } });
}

it('mirrors to a company how far all are, in numbers alone, and nothing below four companies', async () => {
  const type = await buildDeliverableType(given.services, given.programme);
  const mirror = async () => wordsOf(await ask(given.person, 'company.show'));
  await submitted(given.company, type.id, 'drafting');
  const others = [
    await buildCompany(given.services, given.programme),
    await buildCompany(given.services, given.programme),
  ];
  for (const company of others) await submitted(company, type.id, 'submitted');
  await buildCompany(given.services, given.programme, { guest: true });
  // Three of the programme's, and a guest.
  expect(await mirror()).not.toContain('of 3 companies');
  expect(await mirror()).not.toContain('All companies of the programme');
  await submitted(await buildCompany(given.services, given.programme), type.id, 'published');
  const words = await mirror();
  expect(words).toContain('Human rights policy: 3 of 4 companies have submitted it.');
  for (const { nameEn, nameJa } of others) {
    expect(words).not.toContain(nameEn);
    expect(words).not.toContain(nameJa);
  }
});
