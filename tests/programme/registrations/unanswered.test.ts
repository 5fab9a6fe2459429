/** The attendee list by groups: who has not answered, who waits, who is registered, and the same people as a file. */
import readXlsxFile from 'read-excel-file/node';
import { beforeEach, describe, expect, it } from 'vitest';
import { attendeeFileTexts } from '../../../programme/registrations/attendee-file-texts.js';
import { type BuiltPerson, buildCompany, buttonsOf, wordsOf } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const given = programmeFixture({ session: { roomCapacity: 1 } });
const { about, ask, done, member } = given;

let other: BuiltPerson;

beforeEach(async () => {
  const company = await buildCompany(given.services, given.programme, { nameEn: 'Zeta', kana: 'ン' });
  other = await member({ company });
});

const shown = async (show?: string, from = 0) =>
  wordsOf(await ask(given.secretary, 'session.attendees', about({ ...(show && { show }), from }))).split('\n');

/** What the file of the same people holds: each sheet's names. */
async function fileOf(show?: string): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const { reply } = await ask(given.secretary, 'session.attendees-file', about(show ? { show } : {}));
  const file = reply.kind === 'message' && reply.message.elements.find((one) => one.kind === 'file');
  if (!file) throw new Error('the reply holds no file');
  const pieces: Uint8Array[] = [];
  for await (const piece of given.services.files.read(file.file)) pieces.push(piece);
  const sheets = await readXlsxFile(Buffer.concat(pieces));
  return Object.fromEntries(
    sheets.map(({ sheet, data: [titles = [], ...rows] }) => {
      const at = titles.indexOf(attendeeFileTexts.en.columns.name);
      return [sheet, at < 0 ? rows.map(([item, value]) => `${item}: ${value}`) : rows.map((row) => row[at]).sort()];
    }),
  );
}

describe('who has not answered', () => {
  it('is listed by company, with the names and with those who cannot be told', async () => {
    await done(given.person, 'session.register', about({ mode: 'online' }));
    await given.database.account.updateMany({ where: { personId: other.id }, data: { unreachableReason: 'gone' } });
    const lines = await shown('unanswered');
    expect(lines[0]).toMatch(/^Attendees of .*: Not answered$/);
    expect(lines).toContain('Not answered: 2 people from 2 companies');
    expect(lines).toContain('Of them not reached in chat: 1 person from 1 company');
    expect(lines).toContain(`${given.colleague.nameEn}: not answered`);
    expect(lines).toContain(`${other.nameEn}: not answered / not reached in chat yet`);
    expect(lines.join('\n')).not.toContain(`${given.person.nameEn}: `);
  });

  it('does not hold those of whom something is recorded, nor those who only walked in', async () => {
    given.services.clock.set(given.session.startsAt);
    await done(given.secretary, 'session.record', about({ people: [given.person.id], came: 'onsite' }));
    await given.database.membership.updateMany({ where: { personId: other.id }, data: { walkedIn: true } });
    expect(await shown('unanswered')).toContain('Not answered: 1 person from 1 company');
    expect(await shown()).toContain('Not answered: 1 person from 1 company');
  });

  it('is a file of the same people', async () => {
    await done(given.person, 'session.register', about({ mode: 'online' }));
    expect(await fileOf('unanswered')).toEqual({ 'Not answered': [given.colleague.nameEn, other.nameEn].sort() });
  });

  it('says so where there is nobody, and leads back to everyone', async () => {
    for (const one of [given.person, given.colleague, other]) await done(one, 'session.decline', about());
    const reply = await ask(given.secretary, 'session.attendees', about({ show: 'unanswered' }));
    expect(wordsOf(reply)).toContain('There is nobody to list.');
    expect(buttonsOf(reply)).toContain('session.attendees');
  });

  it('is paged by company, forwards and back', async () => {
    for (let at = 0; at < 12; at += 1) {
      await member({ company: await buildCompany(given.services, given.programme, { kana: `ア${at}` }) });
    }
    const buttons = async (from: number) => {
      const { reply } = await ask(given.secretary, 'session.attendees', about({ show: 'unanswered', from }));
      const found = reply.kind === 'message' ? reply.message.elements.filter((one) => one.kind === 'buttons') : [];
      return found
        .flatMap((one) => one.buttons)
        .flatMap((one) => ('input' in one && 'from' in one.input ? [[one.label, one.input]] : []));
    };
    expect(await buttons(0)).toEqual([['Show more', about({ show: 'unanswered', from: 10 })]]);
    expect(await buttons(10)).toEqual([['Back', about({ show: 'unanswered', from: 0 })]]);
  });
});

describe('the waitlist', () => {
  it('is one number, of everyone who waits, in the head, the list, the card and the file', async () => {
    await done(given.person, 'session.register', about({ mode: 'onsite' }));
    await done(given.colleague, 'session.register', about({ mode: 'onsite' }));
    await done(other, 'session.register', about({ mode: 'online' }));
    await done(other, 'session.change-mode', about({ mode: 'onsite' }));
    expect(await shown()).toContain('Waitlist: 2 people from 2 companies');
    expect((await shown('waiting')).filter((line) => line.includes('on the waitlist'))).toHaveLength(2);
    expect(wordsOf(await ask(given.secretary, 'session.show', about()))).toContain('full (2 waiting)');
    expect((await fileOf()).Summary).toContain('on the waitlist: 2');
    const newcomer = await member({ company: given.company });
    const preview = await ask(newcomer, 'session.register', about({ mode: 'onsite' }), { origin: 'words' });
    expect(wordsOf(preview)).toContain('number 3 on the waitlist');
  });

  it('is no row where nobody waits', async () => {
    expect((await shown()).join('\n')).not.toMatch(/Waitlist|0 people/);
  });
});

describe('whom a list offers', () => {
  const choices = async (action: string, field: string, more: object = {}) => {
    const { reply } = await ask(given.secretary, action, about({ ...more }), { origin: 'chosen' });
    const found = reply.kind === 'form' ? reply.form.fields.find(({ name }) => name === field) : undefined;
    return found !== undefined && 'choices' in found ? found.choices.map(({ value }) => value).sort() : reply;
  };

  it('holds as a substitute nobody who would be refused', async () => {
    const director = await member({ company: given.company, level: 'management' });
    const comes = await member({ company: given.company });
    const waits = await member({ company: given.company });
    await given.database.session.update({ where: { id: given.session.id }, data: { audience: 'working' } });
    await done(given.person, 'session.register', about({ mode: 'onsite' }));
    await done(comes, 'session.register', about({ mode: 'online' }));
    await done(waits, 'session.register', about({ mode: 'onsite' }));
    const offered = await choices('session.substitute', 'substitute', { person: given.person.id });
    expect(offered).toEqual([given.colleague.id, waits.id].sort());
    expect(offered).not.toContain(director.id);
    // As long as it is open whose place it is, nobody of a company from which nobody comes.
    expect(await choices('session.substitute', 'substitute')).toEqual([given.colleague.id]);
  });

  it('holds only those with a place where a place is to be left or changed', async () => {
    await done(given.person, 'session.register', about({ mode: 'online' }));
    for (const action of ['session.cancel', 'session.change-mode', 'session.substitute']) {
      expect(await choices(action, 'person')).toEqual([given.person.id]);
    }
  });
});
