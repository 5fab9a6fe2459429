/** The report in chat: made, looked into, written, corrected and frozen by the secretariat of its programme, and by nobody else. */
import { randomUUID } from 'node:crypto';
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { handleRequest } from '../../../programme/requests/handle-request.js';
import { buildBooking, buildSlot } from '../../support/consultations.js';
import {
  type BuiltPerson,
  buildPerson,
  buildProgramme,
  buttonsOf,
  fieldOf,
  outcomeOf,
  wordsOf,
} from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const given = programmeFixture({ session: { code: 'MSM-1', kind: 'closing' } });
const { ask, done, refused, opened, about } = given;

async function came(mode: 'onsite' | 'online' = 'onsite') {
  const { id } = await given.member({ company: given.company });
  await given.database.attendance.create({
    data: {
      ...{ sessionId: given.session.id, personId: id, companyId: given.company.id, present: true, mode },
      ...{ source: 'secretariat', recordedById: given.secretary.id, recordedAt: given.services.clock.now() },
    },
  });
}

/** The files that a reply brings, by their endings. */
async function filesOf(result: Awaited<ReturnType<typeof ask>>) {
  if (result.reply.kind === 'form') throw new Error('no files in a form');
  const files = new Map<string, Buffer>();
  for (const element of result.reply.message.elements) {
    if (element.kind !== 'file') continue;
    const pieces: Uint8Array[] = [];
    for await (const piece of given.services.files.read(element.file)) pieces.push(piece);
    files.set(element.name, Buffer.concat(pieces));
  }
  return files;
}

async function askInWords({ account }: BuiltPerson, words: string) {
  const delivery = { key: randomUUID(), fingerprint: null, resendFingerprint: null, answeredLater: false };
  return await handleRequest(given.services, { account, ...delivery, words, isCommand: false });
}

async function figuresNow() {
  const made = await ask(given.secretary, 'report.make', { languages: 'en' });
  const json = [...(await filesOf(made))].find(([name]) => name === 'figures.json')?.[1];
  return JSON.parse(json?.toString('utf8') ?? '');
}

it('makes the files of both languages, with what is missing and whether the figures add up', async () => {
  await came();
  await came('online');
  const made = await ask(given.secretary, 'report.make');
  expect(outcomeOf(made), wordsOf(made)).toBe('done');
  expect(wordsOf(made)).toMatch(/All \d+ checks hold/);
  expect(wordsOf(made)).toContain('not entered');
  const files = await filesOf(made);
  const names = [...files.keys()];
  expect(names.map((name) => name.slice(name.lastIndexOf('.')))).toEqual([
    ...['.docx', '.xlsx', '.md', '.docx', '.xlsx', '.md', '.json'],
  ]);
  for (const [name, content] of files) {
    if (/\.(docx|xlsx)$/.test(name)) expect(Object.keys(unzipSync(content))).toContain('[Content_Types].xml');
  }
  const english = names.find((name) => name.startsWith('implementation-report') && name.endsWith('.md')) ?? '';
  expect(files.get(english)?.toString('utf8')).toContain('2 people from 1 companies (offline: 1, online: 1)');
  const kept = await given.database.file.findMany({ where: { kind: 'report', programmeId: given.programme.id } });
  expect(kept).toHaveLength(7);
  for (const { personId, expiresAt } of kept) {
    expect(personId).toBe(given.secretary.id);
    expect(expiresAt).not.toBeNull();
  }
});

it('is made in one language where one is asked for', async () => {
  const files = await filesOf(await ask(given.secretary, 'report.make', { languages: 'ja' }));
  expect([...files.keys()].filter((name) => name.startsWith('実施報告書'))).toHaveLength(3);
  expect(files.size).toBe(4);
});

it('leads from a figure to the people whom it counts, and on to its correction', async () => {
  await came();
  const all = await ask(given.secretary, 'report.figures');
  expect(wordsOf(all)).toContain('1 people from 1 companies');
  expect(wordsOf(all)).toContain('Companies that take part in the programme.');
  const session = await ask(given.secretary, 'report.figures', about());
  expect(buttonsOf(session)).toContain('report.correct');
  const rows = await ask(given.secretary, 'report.figures', about({ figure: 'people' }));
  expect(wordsOf(rows)).toContain('What MSM-1 People counts: 1');
  expect(wordsOf(rows)).toContain(given.company.nameEn);
});

it('takes a text in both languages, prints it, and offers what is missing next', async () => {
  const choosing = await opened(given.secretary, 'report.narrative');
  expect(fieldOf(choosing, 'section')).toMatchObject({ kind: 'choice' });
  const form = await opened(given.secretary, 'report.narrative', { section: 'purpose' });
  expect(form.known).toEqual({ section: 'purpose', shown: true, version: 0 });
  const entered = { ...form.known, textJa: '目的です。', textEn: 'Our *purpose*.' };
  expect(await done(given.secretary, 'report.narrative', entered)).toContain('is saved');
  expect(fieldOf(await opened(given.secretary, 'report.narrative', { section: 'purpose' }), 'textEn')).toMatchObject({
    initial: 'Our *purpose*.',
  });
  const files = await filesOf(await ask(given.secretary, 'report.make'));
  const texts = [...files].flatMap(([name, content]) => (name.endsWith('.md') ? [content.toString('utf8')] : []));
  expect(texts[0]).toContain('目的です。');
  expect(texts[1]).toContain('Our \\*purpose\\*.');
});

it('takes quotations of a session in the language in which they were spoken', async () => {
  expect(
    await refused(given.secretary, 'report.narrative', { section: 'voices', shown: true, textJa: 'よい' }),
  ).toContain('Please choose which one');
  const form = await opened(given.secretary, 'report.narrative', about({ section: 'voices' }));
  const entered = { ...form.known, said: 'ja', textJa: '役に立ちました | 参加者', textEn: 'Useful | a participant' };
  await done(given.secretary, 'report.narrative', entered);
  const figures = await figuresNow();
  expect(figures.missing).not.toContainEqual({ section: 'voices', session: 'MSM-1', language: 'en' });
});

it('corrects a figure with a name and a reason, and says what no longer adds up', async () => {
  await came();
  const input = about({ figure: 'people', value: '2', why: 'one came late' });
  expect(await done(given.secretary, 'report.correct', input)).toContain('2 instead of 1');
  const figures = await figuresNow();
  expect(figures.sessions).toMatchObject([{ id: 'MSM-1', people: 2, offline: 1 }]);
  const [corrected] = figures.figures.filter(({ correction }: { correction: unknown }) => correction !== null);
  expect(corrected).toMatchObject({
    ...{ name: 'people', of: 'MSM-1', counted: 1, value: 2 },
    correction: { old: 1, new: 2, why: 'one came late', by: { en: given.secretary.nameEn } },
  });
  const made = await ask(given.secretary, 'report.make', { languages: 'en' });
  expect(wordsOf(made)).toContain('1 check fails');
  expect(wordsOf(made)).toContain('one came late');
  // The records themselves stay.
  expect(await given.database.attendance.count({ where: { sessionId: given.session.id } })).toBe(1);
});

it.each([
  [{ figure: 'people', value: '1' }, 'It is 1 already'],
  [{ figure: 'people', value: '1.5' }, 'whole number'],
] as const)('refuses a correction of %j', async (input, words) => {
  await came();
  expect(await refused(given.secretary, 'report.correct', about({ ...input, why: 'because' }))).toContain(words);
});

it('refuses a figure of a session without one, and what nobody corrects', async () => {
  const input = { value: '3', why: 'because' };
  expect(await refused(given.secretary, 'report.correct', { figure: 'people', ...input })).toContain(
    'choose which one',
  );
  const fixed = await ask(given.secretary, 'report.correct', { figure: 'notificationsPlanned', ...input });
  expect(outcomeOf(fixed)).toBe('form');
  expect(await given.database.figureCorrection.count({ where: { programmeId: given.programme.id } })).toBe(0);
});

it('stays as it was once it is frozen: records, texts and corrections come too late, only errata count', async () => {
  await came();
  const shown = await ask(given.secretary, 'report.freeze');
  expect([outcomeOf(shown), wordsOf(shown)]).toEqual(['preview', expect.stringContaining('cannot be undone')]);
  await done(given.secretary, 'report.freeze');
  await came();
  expect((await figuresNow()).sessions).toMatchObject([{ people: 1 }]);
  const text = { section: 'purpose', shown: true, textEn: 'Late.' };
  expect(await refused(given.secretary, 'report.narrative', text)).toContain('final since');
  expect(await refused(given.secretary, 'report.freeze')).toContain('final since');
  const correcting = await opened(given.secretary, 'report.correct', about({ figure: 'people' }));
  expect(JSON.stringify(correcting.introduction)).toContain('erratum');
  await done(given.secretary, 'report.correct', about({ figure: 'people', value: '2', why: 'one was missed' }));
  const figures = await figuresNow();
  expect(figures.sessions).toMatchObject([{ people: 2, offline: 1 }]);
  expect(figures.errata).toMatchObject([{ name: 'people', of: 'MSM-1', old: 1, new: 2, why: 'one was missed' }]);
  expect(figures.frozenAt).not.toBeNull();
});

it('holds nothing that was said in confidence, no address, and no name of a participant or their company', async () => {
  await came();
  const adviser = await given.member({ role: 'adviser', nameEn: 'SECRET-adviser' });
  const at = new Date('2025-03-10T03:00:00Z');
  const slot = await buildSlot(given.services, {
    ...{
      programme: given.programme,
      adviserId: adviser.id,
      startsAt: at,
      place: 'SECRET',
      link: 'https://secret.example',
    },
  });
  const booking = await buildBooking(given.services, {
    ...{ company: given.company, slot, attendeeIds: [given.person.id] },
  });
  await given.database.booking.update({ where: { id: booking.id }, data: { topics: 'SECRET', questions: 'SECRET' } });
  await given.database.consultationRecord.create({
    data: { bookingId: booking.id, version: 1, outcome: 'held', minutes: 60, advice: 'SECRET', byId: adviser.id, at },
  });
  await given.database.privateNote.create({
    data: { bookingId: booking.id, authorId: adviser.id, text: 'SECRET', at },
  });
  await given.database.session.update({ where: { id: given.session.id }, data: { link: 'https://secret.example/x' } });
  const files = await filesOf(await ask(given.secretary, 'report.make'));
  const told = [...files].map(([name, content]) =>
    /\.(docx|xlsx)$/.test(name)
      ? Object.values(unzipSync(content))
          .map((part) => Buffer.from(part).toString('utf8'))
          .join('')
      : content.toString('utf8'),
  );
  expect(told.join('')).toContain('MSM-1');
  for (const secret of ['SECRET', 'secret.example', given.company.nameJa, given.company.nameEn, given.person.nameEn]) {
    for (const text of told) expect(text).not.toContain(secret);
  }
});

it('is asked for in words, in both languages', async () => {
  const english = await given.member({ role: 'secretariat', language: 'en' });
  const made = await askInWords(english, 'please make the implementation report in English');
  expect(wordsOf(made)).toContain('The implementation report is ready');
  expect((await filesOf(made)).size).toBe(4);
  expect(wordsOf(await askInWords(english, '実施報告書を作って'))).toContain('The implementation report is ready');
});

it('is nothing to the secretariat of another programme, nor to anybody else', async () => {
  await came();
  const other = await buildProgramme(given.services);
  const outsider = await buildPerson(given.services, { programme: other, role: 'secretariat' });
  const input = about({ figure: 'people', value: '7', why: 'mine' });
  for (const [action, asked] of [
    ['report.correct', input],
    ['report.figures', about({ figure: 'people' })],
    ['report.narrative', about({ section: 'summary', shown: true, textEn: 'Mine.' })],
  ] as const) {
    await refused(outsider, action, asked);
    await refused(given.person, action, asked);
  }
  await refused(given.person, 'report.make');
  const own = await filesOf(await ask(outsider, 'report.make', { languages: 'en' }));
  for (const [name, content] of own) {
    if (!/\.(md|json)$/.test(name)) continue;
    expect(content.toString('utf8')).not.toContain('MSM-1');
    expect(content.toString('utf8')).not.toContain(given.company.nameEn);
  }
  // Made a member here, the very same request is done.
  await given.database.membership.updateMany({
    where: { personId: outsider.id },
    data: { programmeId: given.programme.id },
  });
  await done(outsider, 'report.correct', input);
});
