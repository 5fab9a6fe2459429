/** The overview in chat: its numbers lead to lists, and each list to a message, a reminder and a file; to the secretariat alone. */
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import type { ActionButton } from '../../../programme/messages/message.js';
import type { RequestResult } from '../../../programme/requests/request.js';
import { buildDeliverableType } from '../../support/drafts.js';
import { buttonsOf, outcomeOf, wordsOf } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const given = programmeFixture({ session: { code: 'MSM-1' } });
const { ask, done } = given;

function actionButtons({ reply }: RequestResult): readonly ActionButton[] {
  if (reply.kind === 'form') throw new Error('a form has no such buttons');
  return reply.message.elements
    .flatMap((element) => (element.kind === 'buttons' ? element.buttons : []))
    .flatMap((button) => ('action' in button ? [button] : []));
}

function buttonNamed(result: RequestResult, label: string): ActionButton {
  const found = actionButtons(result).find((button) => button.label === label);
  if (found === undefined) throw new Error(`no button ${label} in ${wordsOf(result)}`);
  return found;
}

/** The workbook's parts by name. */
async function partsOf({ reply }: RequestResult): Promise<readonly (readonly [string, string])[]> {
  if (reply.kind === 'form') throw new Error('no file in a form');
  const file = reply.message.elements.find((element) => element.kind === 'file');
  if (file?.kind !== 'file') throw new Error('no file');
  const pieces: Uint8Array[] = [];
  for await (const piece of given.services.files.read(file.file)) pieces.push(piece);
  const parts = unzipSync(Buffer.concat(pieces));
  return Object.entries(parts).map(([name, bytes]) => [name, Buffer.from(bytes).toString('utf8')] as const);
}

const ofOwn = () => ({ programmeId: given.programme.id });
const ofProgramme = () => ({ announcement: ofOwn() });

const press = async ({ action, input }: ActionButton) => await ask(given.secretary, action, input);

/** The one table of a reply. */
function tableOf({ reply }: RequestResult) {
  if (reply.kind === 'form') throw new Error('no table in a form');
  const [table, ...others] = reply.message.elements.flatMap((element) => (element.kind === 'table' ? [element] : []));
  expect(others).toEqual([]);
  return table;
}

it('stands at the head of the secretariat’s Home, and on nobody else’s', async () => {
  const home = await ask(given.secretary, 'home.show');
  expect(wordsOf(home)).toContain('Not answered: 2');
  const offered = actionButtons(home).map(({ action }) => action);
  expect(offered).toContain('overview.show');
  for (const action of new Set(offered.filter((one) => one !== 'overview.list'))) {
    expect(
      offered.filter((one) => one === action),
      action,
    ).toHaveLength(1);
  }
  const lists = actionButtons(home).filter(({ action }) => action === 'overview.list');
  expect(new Set(lists.map(({ input }) => JSON.stringify(input))).size).toBe(lists.length);
  const adviser = await given.member({ role: 'adviser' });
  for (const other of [given.person, adviser]) {
    expect(buttonsOf(await ask(other, 'home.show')).filter((action) => action.startsWith('overview.'))).toEqual([]);
    expect(outcomeOf(await ask(other, 'overview.show'))).toBe('refused');
    expect(outcomeOf(await ask(other, 'overview.list', { list: 'unanswered' }))).toBe('refused');
    expect(outcomeOf(await ask(other, 'overview.export', { list: 'unanswered' }))).toBe('refused');
  }
});

it('leads from each number to a list of as many entries', async () => {
  await buildDeliverableType(given.services, given.programme);
  const shown = await ask(given.secretary, 'overview.show');
  const numbers = actionButtons(shown).filter(({ action }) => action === 'overview.list');
  expect(numbers.length).toBeGreaterThan(7);
  for (const number of numbers) {
    const count = Number(/: (\d+)$/.exec(number.label)?.[1]);
    const list = await press(number);
    expect(outcomeOf(list), number.label).toBe('done');
    expect(tableOf(list)?.rows.length ?? 0, number.label).toBe(count);
  }
});

it('names who has not answered, with the company and the deadline', async () => {
  const list = await ask(given.secretary, 'overview.list', { list: 'unanswered' });
  const rows = tableOf(list)?.rows ?? [];
  expect(rows.map(([name]) => name).sort()).toEqual([given.person.nameEn, given.colleague.nameEn].sort());
  expect(rows[0]?.slice(1, 3)).toEqual([given.company.nameEn, 'Human rights policy seminar (MSM-1)']);
});

it('opens the form of an announcement to exactly those of the list', async () => {
  const list = await ask(given.secretary, 'overview.list', { list: 'unanswered' });
  const write = buttonNamed(list, 'Write to those of MSM-1');
  expect(write.form).toBe(true);
  const { reply } = await press(write);
  if (reply.kind !== 'form') throw new Error(wordsOf({ reply }));
  expect(reply.form.action).toBe('announcement.compose');
  const values = Object.fromEntries(
    reply.form.fields.flatMap((field) => ('initial' in field ? [[field.name, field.initial]] : [])),
  );
  expect(values).toMatchObject({ session: given.session.id, answers: ['unanswered'] });
  const input = { ...reply.form.known, ...values, textEn: 'Please answer.' };
  expect(await done(given.secretary, 'announcement.compose', input)).toContain('Please answer.');
  const people = await given.database.announcementPerson.findMany({ where: ofProgramme() });
  expect(people.map(({ personId }) => personId).sort()).toEqual([given.person.id, given.colleague.id].sort());
});

it('shows a reminder before it is sent, with its words and a button to answer', async () => {
  const list = await ask(given.secretary, 'overview.list', { list: 'unanswered' });
  const shown = await press(buttonNamed(list, 'Remind those of MSM-1'));
  expect(outcomeOf(shown), wordsOf(shown)).toBe('done');
  expect(wordsOf(shown)).toContain('we do not have your answer for MSM-1 yet');
  const announcement = await given.database.announcement.findFirstOrThrow({
    where: ofOwn(),
    include: { versions: true, people: true },
  });
  expect(announcement).toMatchObject({ state: 'draft', people: { length: 2 } });
  expect(announcement.versions[0]).toMatchObject({ buttons: ['session.register'] });
  expect(announcement.versions[0]?.textJa).toContain('再度のご案内');
  expect(await given.database.notification.count({ where: { bulkId: announcement.id } })).toBe(0);
});

it('writes to quiet companies, as they are when it is shown', async () => {
  const heard = new Date(given.services.clock.now().getTime() - 40 * 86_400_000);
  const busy = await given.member();
  await given.database.account.updateMany({
    where: { personId: { in: [given.person.id, given.colleague.id] } },
    data: { lastSeenAt: heard },
  });
  await buildDeliverableType(given.services, given.programme);
  const list = await ask(given.secretary, 'overview.list', { list: 'quiet' });
  expect(tableOf(list)?.rows.map(([company]) => company)).toEqual([given.company.nameEn]);
  const shown = await press(buttonNamed(list, 'Remind them'));
  expect(wordsOf(shown)).toContain('quiet companies');
  const people = (await given.database.announcementPerson.findMany({ where: ofProgramme() })).map(
    ({ personId }) => personId,
  );
  expect(people.sort()).toEqual([given.person.id, given.colleague.id].sort());
  expect(people).not.toContain(busy.id);
  // The form that narrows the audience keeps what it does not ask.
  const { id } = await given.database.announcement.findFirstOrThrow({ where: ofOwn() });
  const form = await given.opened(given.secretary, 'announcement.audience', { announcement: id });
  await done(given.secretary, 'announcement.audience', { ...form.known, roles: ['participant'] });
  expect(await given.database.announcement.findFirstOrThrow({ where: ofOwn() })).toMatchObject({
    audience: { quietSince: form.known.quietSince },
  });
});

it('writes seats into the file as numbers, with the places beside them', async () => {
  await given.database.session.update({
    where: { id: given.session.id },
    data: { roomCapacity: 20, onlineCapacity: null },
  });
  await done(given.person, 'session.register', { session: given.session.id, mode: 'onsite' });
  const made = await ask(given.secretary, 'overview.export', { list: 'seats' });
  const sheet = (await partsOf(made)).find(([name]) => name.startsWith('xl/worksheets/'))?.[1] ?? '';
  const row = sheet.slice(sheet.indexOf('<row r="2"'), sheet.indexOf('</row>', sheet.indexOf('<row r="2"')));
  const numbers = ['C', 'D', 'E', 'F', 'G'].map((column) =>
    new RegExp(`<c r="${column}2"[^>]*?(?: t="([^"]*)")?[^>]*><v>([^<]*)</v>`).exec(row),
  );
  expect(numbers.map((found) => found && [found[1], found[2]])).toEqual([
    ...[
      [undefined, '1'],
      [undefined, '20'],
      [undefined, '0'],
    ],
    null,
    [undefined, '0'],
  ]);
});

it('makes a file of the whole list in which nothing that people wrote is a formula', async () => {
  await given.database.person.update({
    where: { id: given.person.id },
    data: { nameJa: '=cmd|"/c calc"!A1', nameEn: '=HYPERLINK("https://evil.example")' },
  });
  const made = await ask(given.secretary, 'overview.export', { list: 'unanswered' });
  expect(outcomeOf(made), wordsOf(made)).toBe('done');
  const texts = await partsOf(made);
  const sheets = texts.filter(([name]) => name.startsWith('xl/worksheets/'));
  expect(sheets.length).toBeGreaterThan(0);
  for (const [name, xml] of sheets) expect(xml, name).not.toMatch(/<f[ >]/);
  expect(texts.some(([, xml]) => xml.includes('=HYPERLINK('))).toBe(true);
  const kept = await given.database.file.findFirstOrThrow({ where: { kind: 'overview-list', ...ofOwn() } });
  expect(kept).toMatchObject({ personId: given.secretary.id, programmeId: given.programme.id });
  expect(kept.expiresAt).not.toBeNull();
});
