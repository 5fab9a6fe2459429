/** Files for a consultation: chosen in the form that books it, or dropped into the chat before and after. */
import { beforeEach, describe, expect, it } from 'vitest';
import { writeXlsx } from '../../../documents/write-xlsx.js';
import { textsFor } from '../../../playground/pilot/texts.js';
import type { Booking, ConsultationSlot } from '../../../prisma/client.js';
import { inTransaction } from '../../../prisma/client.js';
import { addFiles } from '../../../programme/consultations/bookings/add-files.js';
import type { SentFile } from '../../../programme/files/sent-file.js';
import type { Values } from '../../../programme/messages/message.js';
import { handleRequest } from '../../../programme/requests/handle-request.js';
import type { Request, RequestResult } from '../../../programme/requests/request.js';
import { buildBooking, buildSlot } from '../../support/consultations.js';
import { type BuiltPerson, buttonsOf, outcomeOf, request, wordsOf } from '../../support/factories.js';
import { storeReceivedFile } from '../../support/files.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const fixture = programmeFixture();
const { consultations, files: fileTexts, refusals } = textsFor('en');
const { bookings: bookingTexts } = consultations;

let adviser: BuiltPerson;
let slot: ConsultationSlot;
let fetched: string[];

const hour = async (local: string) =>
  await buildSlot(fixture.services, {
    programme: fixture.programme,
    adviserId: adviser.id,
    startsAt: new Date(`${local}:00+09:00`),
    link: 'https://meet.example/1',
  });
const booked = async (local = '2024-10-08T14:00'): Promise<Booking> =>
  await buildBooking(fixture.services, {
    company: fixture.company,
    slot: await hour(local),
    attendeeIds: [fixture.person.id],
  });

beforeEach(async () => {
  fetched = [];
  adviser = await fixture.member({ role: 'adviser', nameEn: 'Sae Saeki' });
  slot = await hour('2024-10-09T14:00');
});

function sent(name: string, content: Uint8Array): SentFile {
  return {
    ...{ name, looks: 'file', size: content.byteLength },
    async fetch() {
      fetched.push(name);
      return (async function* () {
        yield content;
      })();
    },
  };
}
const text = (name = 'minutes.txt') => sent(name, Buffer.from('what we wrote down\n'));
const table = async () =>
  sent('plan.xlsx', await writeXlsx([{ name: 'A', columns: [{ title: 'a', width: 9 }], rows: [['b']] }]));

/** The form of an action, sent with files of its own. */
const submit = async (action: string, input: Values, chosen: readonly SentFile[], given: Partial<Request> = {}) =>
  await handleRequest(fixture.services, request(fixture.person, action, input, { submitted: true, ...given, chosen }));
const input = (more: Values = {}): Values => ({
  ...{ slot: slot.id, mode: 'online', topics: 'policy', attendees: [fixture.person.id], ...more },
});

/** Dropped into the chat, with words if wished. */
async function drop(files: readonly SentFile[], words = ''): Promise<RequestResult> {
  const { account, key } = request(fixture.person, 'help.show');
  const delivery = { account, key, fingerprint: null, resendFingerprint: null, answeredLater: true };
  return await handleRequest(fixture.services, { ...delivery, words, isCommand: false, files });
}

async function agree({ reply }: RequestResult): Promise<RequestResult> {
  const buttons =
    reply.kind === 'form' ? [] : reply.message.elements.flatMap((e) => (e.kind === 'buttons' ? e.buttons : []));
  const button = buttons.find((one) => 'action' in one && one.action === 'preview.confirm');
  if (button === undefined || !('input' in button)) throw new Error('no preview');
  return await fixture.ask(fixture.person, 'preview.confirm', button.input);
}

const filesOf = async (bookingId: string) =>
  (
    await fixture.database.bookingFile.findMany({
      where: { bookingId },
      include: { file: true },
      orderBy: { file: { name: 'asc' } },
    })
  ).map(({ file: { name, kind, companyId, personId } }) => ({ name, kind, companyId, personId }));

describe('chosen in the form that books', () => {
  it('a document and a table become the company’s own with the booking', async () => {
    expect(outcomeOf(await submit('consultation.book', input(), [text(), await table()]))).toBe('done');
    const booking = await fixture.database.booking.findFirstOrThrow({ where: { slotId: slot.id } });
    const own = { kind: 'consultation', companyId: fixture.company.id, personId: null };
    expect(await filesOf(booking.id)).toEqual([
      { name: 'minutes.txt', ...own },
      { name: 'plan.xlsx', ...own },
    ]);
  });

  it('what cannot be taken is said before anything is booked, and what could is chosen already', async () => {
    const shown = await submit('consultation.book', input(), [text(), sent('run.exe', Buffer.from('MZ\u0000\u0001'))]);
    expect(outcomeOf(shown)).toBe('form');
    expect(wordsOf(shown)).toContain(fileTexts.unwanted('file', '“run.exe”'));
    expect(await fixture.database.booking.count({ where: { slotId: slot.id } })).toBe(0);
    const { form } = shown.reply.kind === 'form' ? shown.reply : { form: null };
    const field = form?.fields.find(({ name }) => name === 'files');
    if (field?.kind !== 'several choices') throw new Error('nothing to choose');
    expect(field.choices).toMatchObject([{ label: 'minutes.txt' }]);
    expect(field.initial).toEqual(field.choices.map(({ value }) => value));
  });

  it('the same file sent with the form again is kept once', async () => {
    const missing = input({ topics: '' });
    expect(outcomeOf(await submit('consultation.book', missing, [text()]))).toBe('form');
    expect(outcomeOf(await submit('consultation.book', missing, [text()]))).toBe('form');
    expect(await fixture.database.file.count({ where: { personId: fixture.person.id } })).toBe(1);
  });

  it('a repeated delivery fetches nothing and gets the stored reply', async () => {
    const first = await submit('consultation.book', input(), [text()], { key: 'K' });
    expect(outcomeOf(first)).toBe('done');
    const second = await submit('consultation.book', input(), [text()], { key: 'K' });
    expect([second.repeated, fetched]).toEqual([true, ['minutes.txt']]);
    expect(outcomeOf(second)).toBe('done');
  });

  it('nothing is fetched for an action that takes no files, nor for somebody who may not take it', async () => {
    await submit('consultation.find', {}, [text()]);
    const stranger = await fixture.member({ role: 'adviser' });
    const asked = request(stranger, 'consultation.book', input(), { submitted: true, chosen: [text()] });
    expect(outcomeOf(await handleRequest(fixture.services, asked))).toBe('refused');
    expect(fetched).toEqual([]);
  });
});

describe('dropped into the chat', () => {
  it('goes to the coming consultation once it is agreed to, and its adviser is told, once', async () => {
    const booking = await booked();
    const shown = await drop([text(), await table()]);
    expect(outcomeOf(shown)).toBe('preview');
    expect(wordsOf(shown)).toContain('“minutes.txt”, “plan.xlsx”');
    expect(await filesOf(booking.id)).toEqual([]);
    expect(outcomeOf(await agree(shown))).toBe('done');
    expect((await filesOf(booking.id)).map(({ name }) => name)).toEqual(['minutes.txt', 'plan.xlsx']);
    const told = (await fixture.sendAllDue()).filter(({ kind }) => kind === 'consultation.files-added');
    expect(told).toHaveLength(1);
    expect(JSON.stringify(told)).toContain('plan.xlsx');
    expect(told[0]?.account.userId).toBe(adviser.account.userId);
  });

  it('asks for which of several it is', async () => {
    const [first, second] = [await booked(), await booked('2024-10-10T10:00')];
    const shown = await drop([text()]);
    expect(outcomeOf(shown)).toBe('form');
    const { form } = shown.reply.kind === 'form' ? shown.reply : { form: null };
    const choice = form?.fields.find(({ name }) => name === 'booking');
    expect(choice && 'choices' in choice && choice.choices.map(({ value }) => value)).toEqual([first.id, second.id]);
    const files = form?.fields.find(({ name }) => name === 'files');
    const chosen = files?.kind === 'several choices' ? (files.initial ?? []) : [];
    const done = await fixture.ask(
      fixture.person,
      'consultation.add-files',
      { booking: second.id, files: chosen },
      { submitted: true },
    );
    expect(outcomeOf(done)).toBe('done');
    expect(await filesOf(second.id)).toHaveLength(1);
  });

  it('without a coming consultation a document leads to booking one, and a table to whom the roster is', async () => {
    const shown = await drop([text()]);
    expect(wordsOf(shown)).toContain(textsFor('en').actions['consultation.book'].title);
    const roster = await drop([await table()]);
    expect(wordsOf(roster)).toContain('plan.xlsx');
    expect(buttonsOf(roster)).not.toContain('preview.confirm');
    expect(wordsOf(roster)).toContain(
      fileTexts.notYours({
        names: '“plan.xlsx”',
        title: textsFor('en').actions['programme.import'].title,
        who: textsFor('en').members.roles.secretariat,
      }),
    );
  });

  it('words that ask to book go before the coming consultation', async () => {
    await booked();
    const shown = await drop([text()], 'book a consultation');
    expect(buttonsOf(shown)).toContain('preview.confirm');
  });
});

describe('adding files', () => {
  const file = async () =>
    await storeReceivedFile(fixture.services, fixture.person.id, {
      ...{ name: 'a.txt', type: 'text', content: Buffer.from(`${Math.random()}`) },
    });

  it('is possible within the guard time and refused once it has begun or is cancelled', async () => {
    const booking = await booked();
    fixture.services.clock.advance({ minutes: (7 * 24 + 4) * 60 });
    const add = async () =>
      await fixture.ask(fixture.person, 'consultation.add-files', { booking: booking.id, files: [await file()] });
    expect(outcomeOf(await add())).toBe('done');
    fixture.services.clock.advance({ minutes: 61 });
    expect(outcomeOf(await add())).toBe('refused');
    const other = await booked('2024-10-15T14:00');
    await fixture.database.booking.update({ where: { id: other.id }, data: { state: 'cancelled' } });
    const refused = await fixture.ask(fixture.person, 'consultation.add-files', {
      ...{ booking: other.id, files: [await file()] },
    });
    expect(wordsOf(refused)).toContain('cancelled');
  });

  it('says how many a consultation can have', async () => {
    const booking = await booked();
    for (let at = 0; at < 2; at += 1) {
      const files = await Promise.all(Array.from({ length: 10 }, file));
      expect(
        outcomeOf(await fixture.ask(fixture.person, 'consultation.add-files', { booking: booking.id, files })),
      ).toBe('done');
    }
    const more = await fixture.ask(fixture.person, 'consultation.add-files', {
      ...{ booking: booking.id, files: [await file()] },
    });
    expect(wordsOf(more)).toContain(refusals.files_full({ most: 20 }));
  });

  it('tells nobody whom the files do not concern any more', async () => {
    const booking = await booked();
    const by = {
      ...{ personId: fixture.person.id, programmeId: fixture.programme.id, level: null },
      ...{ role: 'participant' as const, companyId: fixture.company.id },
    };
    const fileIds = [await file()];
    const now = fixture.services.clock.now();
    await inTransaction(fixture.database, (transaction) =>
      addFiles(transaction, { bookingId: booking.id, fileIds, by, now }),
    );
    const other = await fixture.member({ role: 'adviser' });
    await fixture.database.booking.update({ where: { id: booking.id }, data: { adviserId: other.id } });
    const words = bookingTexts.notices.files('', '').slice(-20);
    expect(JSON.stringify(await fixture.sendAllDue())).not.toContain(words);
  });
});
