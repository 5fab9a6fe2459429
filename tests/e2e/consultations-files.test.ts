/** Files for a consultation, on either platform: chosen in the form where it takes them, or sent in the chat, for the booking ahead. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeXlsx } from '../../documents/write-xlsx.js';
import type { Booking } from '../../prisma/client.js';
import { adviserName, hourIn } from '../../programme/consultations/hour-words.js';
import { buildSlot } from '../support/consultations.js';
import { type ConsultingPerson, consultingPerson } from './consulting-person.js';
import { openPlatforms, type Platforms } from './platforms.js';

let platforms: Platforms;
let table: Uint8Array;
beforeAll(async () => {
  platforms = await openPlatforms({ arrived: ['ken', 'haruka', 'aki', 'sara', 'emi'] });
  table = await writeXlsx([{ name: 'A', columns: [{ title: 'a', width: 9 }], rows: [['b']] }]);
});
afterAll(async () => {
  expect(platforms.log.filter(({ level }) => level === 'error')).toEqual([]);
  await platforms.close();
});

const document = (name: string) => ({ name, content: new TextEncoder().encode(`the draft ${name}\n`) });

describe.each([
  { platform: 'slack', name: 'ken', office: 'sara', company: 'AOI', day: 5 },
  { platform: 'teams', name: 'haruka', office: 'emi', company: 'MDR', day: 6 },
] as const)('on $platform', ({ platform, name, office, company, day }) => {
  let person: ConsultingPerson;
  let adviser: ConsultingPerson;
  beforeAll(async () => {
    person = consultingPerson(platforms, platform, name);
    adviser = consultingPerson(platforms, platform, 'aki');
    await adviser.isSeenHere();
  });

  const slotAt = async (hour: number) =>
    await buildSlot(platforms.services, {
      ...{ programme: platforms.programme, adviserId: platforms.people.aki.id, link: 'https://meet.example/1' },
      startsAt: new Date(`2024-11-0${day}T${hour}:00:00+09:00`),
      method: 'online',
    });
  const hourOf = ({ startsAt, endsAt }: Pick<Booking, 'startsAt' | 'endsAt'>, language = person.language) =>
    hourIn(language, { startsAt, endsAt, timeZone: 'Asia/Tokyo' });
  const told = (booking: Booking) => ({
    ...{ company: null, adviser: adviserName(person.language, person.nameOf('aki')), hour: hourOf(booking) },
  });
  const booking = async () =>
    await platforms.database.booking.findFirstOrThrow({
      where: { companyId: platforms.companies[company].id, state: 'booked' },
      include: { files: { include: { file: true } } },
    });
  const fileNames = async () => (await booking()).files.map(({ file }) => file.name).toSorted();

  it('a table without a consultation ahead is told whose it is to import', async () => {
    const { texts } = person;
    await person.sendsFile({ name: 'plan.xlsx', content: table });
    const answer = await person.hears('plan.xlsx');
    const names = texts.files.named(['plan.xlsx']);
    const title = texts.actions['programme.import'].title;
    expect(answer.text).toContain(texts.files.notYours({ names, title, who: texts.members.roles.secretariat }));
  });

  it('are booked with: chosen in the form on Slack, and sent in the chat before on Teams, whose form says so', async () => {
    const { find, book } = person.texts.consultations.companies;
    const slot = await slotAt(14);
    if (platform === 'teams') {
      await person.sendsFile(document('draft.txt'));
      await person.hears(person.texts.actions['consultation.book'].title);
    }
    await person.says('consult', find.summary(1));
    await person.presses(find.book);
    await person.dialog(hourOf(slot));
    await person.fills(book.topics, 'our policy');
    if (platform === 'slack') {
      await expect(person.fills(book.files, document('run.exe'))).rejects.toThrow(/types pdf/);
      await person.fills(book.files, document('draft.txt'));
    } else {
      expect(person.client().dialog?.text).toContain(person.texts.chat.filesInChat('').slice(0, 12));
      await person.fills(book.filesSent, ['draft.txt']);
    }
    await person.submits();
    await person.reads(book.done({ company: null, adviser: told(await booking()).adviser, hour: hourOf(slot) }));
    await person.shuts();
    expect(await fileNames()).toEqual(['draft.txt']);
    const companyName = platforms.companies[company].nameEn;
    const heard = await adviser.hears(
      adviser.texts.consultations.bookings.notices.booked(companyName, hourOf(slot, 'en')),
    );
    expect(heard.text).toContain('draft.txt');
  });

  it('sent in the chat, a table too, go to the consultation ahead once that is agreed to, and its adviser is told', async () => {
    const { files } = person.texts.consultations.companies;
    await person.sendsFile({ name: 'plan.xlsx', content: table });
    const shown = await person.hears(files.does(told(await booking()), ['plan.xlsx']));
    expect(await fileNames()).toEqual(['draft.txt']);
    await person.presses(person.texts.chat.confirm, shown);
    await person.reads(files.done(told(await booking()), ['plan.xlsx']));
    expect(await fileNames()).toEqual(['draft.txt', 'plan.xlsx']);
    const { notices } = adviser.texts.consultations.bookings;
    await adviser.hears(notices.files(platforms.companies[company].nameEn, hourOf(await booking(), 'en')));
    await adviser.reads('plan.xlsx');
  });

  it('are added by the button of the consultation, or the form says what is missing and how to send it', async () => {
    const { mine, files } = person.texts.consultations.companies;
    await person.says('consultations', mine.heading);
    await person.presses(mine.show);
    await expect
      .poll(() =>
        person
          .client()
          .messages()
          .flatMap(({ buttons }) => buttons),
      )
      .toContain(files.add);
    await person.presses(files.add);
    const { fields, text } = await person.dialog(hourOf(await booking()));
    if (platform === 'teams') {
      expect(fields).toEqual([]);
      expect(text).toContain(files.hint);
      await person.submits();
      await person.dialog(person.texts.problems.required);
      await person.shuts();
      return;
    }
    await person.fills(files.here, document('more.txt'));
    await person.submits();
    await person.reads(files.done(told(await booking()), ['more.txt']));
    await person.shuts();
    expect(await fileNames()).toEqual(['draft.txt', 'more.txt', 'plan.xlsx']);
  });

  it('of the secretariat, a table is an import', async () => {
    const secretary = consultingPerson(platforms, platform, office);
    await secretary.sendsFile({ name: 'PLAN.xlsx', content: table });
    const answer = await secretary.hears('PLAN.xlsx');
    expect(answer.text).not.toContain(secretary.texts.consultations.companies.files.add);
    expect(await fileNames()).not.toContain('PLAN.xlsx');
  });

  it('are refused in words where nothing can be done with them', async () => {
    const { files } = person.texts;
    await person.sendsFile({ name: 'run.exe', content: new Uint8Array([0x4d, 0x5a, 0, 1, 2, 3]) });
    await person.hears(files.unwanted('file', files.named(['run.exe'])));
  });
});
