/** The lists of the overview page by page: what fits a card of Teams, whom their buttons are for, and nothing that is over. */
import { expect, it } from 'vitest';
import { messageToCard } from '../../../bot/teams/render.js';
import type { ActionButton, Message, Values } from '../../../programme/messages/message.js';
import { buildBooking, buildSlot } from '../../support/consultations.js';
import { buildDeliverableType } from '../../support/drafts.js';
import { buildSession } from '../../support/factories.js';
import { buildRating } from '../../support/knowledge.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const given = programmeFixture();
const inDays = (days: number) => new Date(given.services.clock.now().getTime() + days * 86_400_000);
const lasting = (days: number) => ({
  ...{ startsAt: inDays(days), endsAt: inDays(days + 0.1), deadline: inDays(days - 0.5) },
});

async function shown(action: string, input: Values): Promise<Message> {
  const { reply } = await given.ask(given.secretary, action, input);
  if (reply.kind === 'form') throw new Error('a form');
  return reply.message;
}

function buttonsIn({ elements }: Message): readonly ActionButton[] {
  return elements
    .flatMap((element) => (element.kind === 'buttons' ? element.buttons : []))
    .flatMap((button) => ('action' in button ? [button] : []));
}

const labelsIn = (message: Message) => buttonsIn(message).map(({ label }) => label);
const rowsIn = ({ elements }: Message) => elements.flatMap((element) => (element.kind === 'table' ? element.rows : []));

/** As drawn, nothing is left out. */
function expectToFit(message: Message): void {
  for (const language of ['ja', 'en'] as const) {
    const card = JSON.stringify(messageToCard(message, language).content);
    const buttons = buttonsIn(message).map(({ label }) => JSON.stringify(label));
    for (const label of buttons) expect(card).toContain(label);
    for (const [first] of rowsIn(message)) expect(card).toContain(first);
    expect(card).not.toMatch(/more not shown|ほか\d+件/);
  }
}

async function pagesOf(input: Values): Promise<readonly Message[]> {
  const pages: Message[] = [];
  for (let next: Values | undefined = input; next !== undefined; ) {
    const page: Message = await shown('overview.list', next);
    pages.push(page);
    next = buttonsIn(page).find(({ label }) => label === 'Show more')?.input;
  }
  return pages;
}

it('shows a list of 21 entries on two pages, each entry once', async () => {
  for (let count = 0; count < 19; count += 1) await given.member();
  const pages = await pagesOf({ list: 'unanswered' });
  expect(pages.map((page) => rowsIn(page).length)).toEqual([20, 1]);
  expect(new Set(pages.flatMap(rowsIn).map(([name]) => name)).size).toBe(21);
});

it('shows fewer entries where names are so long that a card of Teams has no room for more', async () => {
  const long = '長'.repeat(200);
  const { programme, session } = given;
  for (let count = 0; count < 19; count += 1) {
    const { company } = await given.member({ nameEn: `${count}${long}` });
    await given.database.company.update({ where: { id: company?.id ?? '' }, data: { nameEn: `${count}${long}` } });
  }
  await given.database.session.update({ where: { id: session.id }, data: { titleEn: long } });
  for (const days of [20, 21, 22]) await buildSession(given.services, programme, lasting(days));
  const pages = await pagesOf({ list: 'unanswered', session: session.id });
  expect(pages.length).toBeGreaterThan(2);
  for (const page of pages) expectToFit(page);
  expect(pages.flatMap(rowsIn)).toHaveLength(21);
  expectToFit(await shown('overview.list', { list: 'unanswered' }));
});

it('shows notes of the greatest length whole', async () => {
  const { company, programme, secretary } = given;
  const text = `${'長'.repeat(60)}\n`.repeat(40).slice(0, 1_990);
  for (let count = 0; count < 4; count += 1) {
    await given.database.companyNote.create({
      data: { programmeId: programme.id, companyId: company.id, byId: secretary.id, at: inDays(-count), text },
    });
  }
  for (const from of [0, 3]) {
    const page = await shown('company.notes', { company: company.id, from });
    const card = JSON.stringify(messageToCard(page, 'ja').content);
    expect(card.match(/長/g)).toHaveLength((text.match(/長/g)?.length ?? 0) * (from === 0 ? 3 : 1));
  }
});

it('leads to the sessions beyond the third, with buttons of their own', async () => {
  for (const days of [20, 21, 22]) await buildSession(given.services, given.programme, lasting(days));
  const where = { programmeId: given.programme.id };
  const sessions = await given.database.session.findMany({ where, orderBy: { startsAt: 'asc' } });
  const fourth = sessions[3]?.code ?? '';
  const list = await shown('overview.list', { list: 'unanswered' });
  expect(labelsIn(list)).not.toContain(`Remind those of ${fourth}`);
  const way = buttonsIn(list).find(({ label }) => label === `Not answered for ${fourth}: 2`);
  const narrowed = await shown('overview.list', way?.input ?? {});
  expect(rowsIn(narrowed)).toHaveLength(2);
  expect(labelsIn(narrowed)).toContain(`Remind those of ${fourth}`);
});

it('reminds nobody of what has begun, nor of an answer that can no longer be given', async () => {
  const { programme, company, person, session } = given;
  const adviser = await given.member({ role: 'adviser' });
  const remindersOf = async (list: string) =>
    labelsIn(await shown('overview.list', { list })).filter((label) => label.startsWith('Remind'));
  for (const [hours, expected] of [
    [-2, []],
    [2, ['Remind those shown here']],
  ] as const) {
    const startsAt = inDays(hours / 24);
    const slot = await buildSlot(given.services, { programme, adviserId: adviser.id, startsAt });
    await buildBooking(given.services, { company, slot, attendeeIds: [person.id] });
    expect(await remindersOf('today'), String(hours)).toEqual(expected);
  }
  expect(await remindersOf('unanswered')).toEqual([`Remind those of ${session.code}`]);
  await given.database.session.update({ where: { id: session.id }, data: { deadline: inDays(-0.1) } });
  expect(await remindersOf('unanswered')).toEqual([]);
  const type = await buildDeliverableType(given.services, programme);
  const about = { typeId: type.id, programmeId: programme.id, companyId: company.id };
  await given.database.deliverable.create({ data: { ...about, stage: 'published', stageAt: inDays(-1) } });
  const done = await shown('overview.list', { list: 'stage', deliverableType: type.id, stage: 'published' });
  expect(labelsIn(done)).toContain('Write to them');
  expect(labelsIn(done).filter((label) => label.startsWith('Remind'))).toEqual([]);
});

it('shows answers that did not help whole, fewer on a page where they are long, each once', async () => {
  const [words, missing] = ['長'.repeat(290), '足'.repeat(500)];
  for (let count = 10; count < 25; count += 1) {
    const asked = { personId: given.person.id, words: `${count}${words}`, missing };
    await buildRating(given.services, given.programme, asked);
  }
  const pages = await pagesOf({ list: 'unhelpful' });
  const itemsIn = ({ elements }: Message) =>
    elements.flatMap((element) => (element.kind === 'list' ? element.items : []));
  expect(pages.length).toBeGreaterThan(2);
  expect(new Set(pages.flatMap(itemsIn).map(({ title }) => title)).size).toBe(15);
  for (const page of pages) {
    const card = JSON.stringify(messageToCard(page, 'ja').content);
    expect(card.match(/足/g)).toHaveLength(itemsIn(page).length * 500);
    expect(card).not.toMatch(/more not shown|ほか\d+件/);
  }
});
