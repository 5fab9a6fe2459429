/** Approval and publication as companies report them, due dates that move, and what the secretariat sees of all of it. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Draft } from '../../../prisma/client.js';
import { inTransaction } from '../../../prisma/client.js';
import { publicUrl } from '../../../programme/deliverables/completion/public-url.js';
import { deliverableSheets } from '../../../programme/deliverables/oversight/export-deliverables.js';
import {
  type BuiltPerson,
  buildAssignment,
  buttonsOf,
  notificationsTo,
  outcomeOf,
  wordsOf,
} from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';
import { buildPolicy, buildVersion } from '../../support/reviews.js';

const fixture = programmeFixture();
let adviser: BuiltPerson;
let typeId: string;
let draft: Draft;

beforeEach(async () => {
  adviser = await fixture.member({ role: 'adviser' });
  await buildAssignment(fixture.services, { company: fixture.company, adviserId: adviser.id });
  typeId = await buildPolicy(fixture.services, fixture.programme);
  draft = await buildVersion(fixture.services, {
    ...{ typeId, company: fixture.company, personId: fixture.person.id, paragraphs: ['TEXT of the draft'] },
  });
});

const about = () => ({ deliverable: draft.deliverableId });
const approve = async (more = {}) =>
  await fixture.done(fixture.person, 'deliverable.approve', {
    ...{ ...about(), day: '2024-09-30', approvedBy: 'the board of directors', ...more },
  });
const publish = async (more = {}) =>
  await fixture.done(fixture.person, 'deliverable.publish', {
    ...{ ...about(), day: '2024-10-01', url: 'https://www.sakura.example/policy', ...more },
  });
const stage = async () =>
  (await fixture.database.deliverable.findUniqueOrThrow({ where: { id: draft.deliverableId } })).stage;
const dueOn = async () =>
  (await fixture.database.deliverable.findUniqueOrThrow({ where: { id: draft.deliverableId } })).dueOn;

describe('an approval', () => {
  it('is recorded with its day and who approved, and adviser and secretariat are told', async () => {
    expect(await approve()).toContain('Congratulations');
    expect(await stage()).toBe('approved');
    const told = await fixture.sendAllDue();
    for (const one of [adviser, fixture.secretary]) {
      const [notice] = notificationsTo(told, one);
      expect(notice?.words).toContain('the board of directors');
      expect(notice?.words).not.toContain('TEXT');
    }
    expect(notificationsTo(told, fixture.colleague)).toEqual([]);
  });

  it('says before that the adviser has not confirmed it', async () => {
    const form = await fixture.opened(fixture.person, 'deliverable.approve', about());
    expect(JSON.stringify(form.introduction)).toContain('has not confirmed it yet');
  });

  it('is refused for a day that has not come, before anything was submitted, and twice', async () => {
    const input = { ...about(), approvedBy: 'the board' };
    expect(await fixture.refused(fixture.person, 'deliverable.approve', { ...input, day: '2024-10-02' })).toContain(
      'up to today',
    );
    await approve();
    expect(await fixture.refused(fixture.person, 'deliverable.approve', { ...input, day: '2024-10-01' })).toContain(
      'reported already',
    );
    const other = await fixture.member();
    const words = await fixture.refused(other, 'deliverable.approve', { approvedBy: 'the board', day: '2024-10-01' });
    expect(words).toContain('submit a draft first');
  });
});

describe('a publication', () => {
  it('follows the approval, which is offered where it is missing', async () => {
    const early = await fixture.ask(
      fixture.person,
      'deliverable.publish',
      { ...about(), day: '2024-10-01', url: 'https://www.sakura.example/policy' },
      { submitted: true },
    );
    expect(wordsOf(early)).toContain('report the approval');
    await approve();
    await publish();
    expect(await stage()).toBe('published');
    const told = notificationsTo(await fixture.sendAllDue(), adviser);
    expect(told.map(({ kind }) => kind)).toEqual(['deliverable.reported', 'deliverable.reported']);
    expect(told.map(({ words }) => words).join()).toContain('https://www.sakura.example/policy');
  });

  it('is refused before the approval’s day, and for what is no public address', async () => {
    await approve();
    const input = { ...about(), url: 'https://www.sakura.example/policy' };
    expect(await fixture.refused(fixture.person, 'deliverable.publish', { ...input, day: '2024-09-29' })).toContain(
      'from the approval',
    );
    const inside = { ...input, day: '2024-10-01', url: 'http://intranet.sakura.local/policy' };
    expect(await fixture.refused(fixture.person, 'deliverable.publish', inside)).toContain('everybody can open');
    expect(await stage()).toBe('approved');
  });

  it('knows public addresses from others', () => {
    const others = [
      'ftp://www.sakura.example/x',
      'javascript:alert(1)',
      'https://user:secret@www.sakura.example/',
      'https://localhost/',
      'https://10.0.0.1/',
      'https://2130706433/',
      'https://0x7f.1/',
      'https://[::1]/',
      'https://[::ffff:10.0.0.1]/',
      'https://printer/',
      'https://wiki.corp/',
      'https://a.internal./',
      `https://www.sakura.example/${'x'.repeat(500)}`,
      'www.sakura.example',
      '',
    ];
    expect(others.filter((url) => publicUrl(url) !== null)).toEqual([]);
    expect(publicUrl(' ｈｔｔｐｓ://www.sakura.example/方針 ')).toBe('https://www.sakura.example/%E6%96%B9%E9%87%9D');
    expect(publicUrl('http://日本語.jp/a?b=c#d')).toBe('http://xn--wgv71a119e.jp/a?b=c#d');
  });
});

describe('a report', () => {
  it('is taken back after saying what the stage will be, the publication before the approval', async () => {
    await approve();
    await publish();
    await fixture.sendAllDue();
    const form = await fixture.opened(fixture.secretary, 'deliverable.take-back', about());
    expect(JSON.stringify(form.introduction)).toContain('Approved by management');
    await fixture.done(fixture.secretary, 'deliverable.take-back', { ...about(), ...form.known });
    expect(await stage()).toBe('approved');
    await fixture.done(fixture.person, 'deliverable.take-back', { ...about(), agreed: true });
    expect(await stage()).toBe('submitted');
    expect(await fixture.refused(fixture.person, 'deliverable.take-back', { ...about(), agreed: true })).toContain(
      'no report to take back',
    );
    const told = notificationsTo(await fixture.sendAllDue(), adviser);
    expect(told).toHaveLength(2);
    for (const { words } of told) expect(words).toContain('taken back');
  });

  it('of another company is out of reach', async () => {
    const rival = await fixture.member();
    const input = { ...about(), day: '2024-09-30', approvedBy: 'x' };
    expect(outcomeOf(await fixture.ask(rival, 'deliverable.approve', input, { submitted: true }))).toBe('refused');
    expect(await stage()).toBe('submitted');
  });
});

describe('more time', () => {
  const ask = async (more = {}) =>
    await fixture.done(fixture.person, 'deliverable.extend', {
      ...{ deliverableType: typeId, until: '2025-04-10', reason: 'The board meets on the 8th', ...more },
    });
  const asked = async () =>
    await fixture.database.dueExtension.findFirstOrThrow({ where: { companyId: fixture.company.id, state: 'asked' } });

  it('is asked for with a reason and granted, and the company and its adviser are told', async () => {
    await ask();
    const [notice] = notificationsTo(await fixture.sendAllDue(), fixture.secretary);
    expect(notice?.words).toContain('The board meets on the 8th');
    expect(await dueOn()).toBeNull();
    const { id: extension } = await asked();
    await fixture.done(fixture.secretary, 'deliverable.decide-extension', { extension, decision: 'grant' });
    expect(await dueOn()).toEqual(new Date('2025-04-10'));
    const told = await fixture.sendAllDue();
    for (const one of [fixture.person, fixture.colleague, adviser]) {
      expect(notificationsTo(told, one).map(({ kind }) => kind)).toEqual(['deliverable.due-moved']);
    }
  });

  it('is refused with a reason, and the due date stays', async () => {
    await ask();
    await fixture.sendAllDue();
    const { id: extension } = await asked();
    const input = { extension, decision: 'refuse' };
    expect(await fixture.refused(fixture.secretary, 'deliverable.decide-extension', input)).toContain('some words');
    const answer = 'The programme ends in April';
    await fixture.done(fixture.secretary, 'deliverable.decide-extension', { ...input, answer });
    const [notice] = notificationsTo(await fixture.sendAllDue(), fixture.person);
    expect(notice?.words).toContain(answer);
    expect(await dueOn()).toBeNull();
    expect(await fixture.refused(fixture.secretary, 'deliverable.decide-extension', { ...input, answer })).toContain(
      'has decided',
    );
  });

  it('is given unasked by the secretariat, which answers what was asked', async () => {
    await ask();
    const input = { deliverableType: typeId, company: fixture.company.id, until: '2025-04-15', reason: 'For all' };
    await fixture.done(fixture.secretary, 'deliverable.extend', input);
    expect(await dueOn()).toEqual(new Date('2025-04-15'));
    expect(await fixture.database.dueExtension.findMany({ where: { companyId: fixture.company.id } })).toMatchObject([
      { state: 'granted', until: new Date('2025-04-15'), answer: 'For all' },
    ]);
  });

  it('is refused for a day that is no later, past the programme, or where it is asked for already', async () => {
    const input = { deliverableType: typeId, reason: 'x' };
    const refuse = async (until: string) =>
      await fixture.refused(fixture.person, 'deliverable.extend', { ...input, until });
    expect(await refuse('2025-03-31')).toContain('after the present due date');
    expect(await refuse('2025-05-01')).toContain('last day of the programme');
    await ask();
    expect(await refuse('2025-04-12')).toContain('wait for the secretariat');
    await approve();
    expect(await refuse('2025-04-12')).toContain('needs no more time');
  });

  it('can be asked for before anything was submitted', async () => {
    const other = await fixture.member();
    const input = { deliverableType: typeId, until: '2025-04-10', reason: 'We begin late' };
    expect(await fixture.done(other, 'deliverable.extend', input)).toContain('was asked');
  });
});

describe('the secretariat’s overview', () => {
  it('counts companies by stage and shows what is stuck, and nothing of a draft', async () => {
    fixture.services.clock.advance({ days: 15 });
    const shown = await fixture.ask(fixture.secretary, 'deliverable.overview');
    const words = wordsOf(shown);
    expect(words).toContain('Submitted 1');
    expect(words).toContain('Stuck: 1');
    expect(words).toContain(fixture.company.nameEn);
    expect(words).not.toContain('TEXT');
    expect(buttonsOf(shown)).toContain('deliverable.extend');
    await approve();
    expect(wordsOf(await fixture.ask(fixture.secretary, 'deliverable.overview'))).toContain('Nothing is stuck');
  });

  it('has what is past its due date among what is stuck, and every company in the whole list', async () => {
    fixture.services.clock.set('2025-04-01T09:00:00+09:00');
    await fixture.member();
    const stuck = wordsOf(await fixture.ask(fixture.secretary, 'deliverable.overview', { list: 'stuck' }));
    expect(stuck).toContain('(past)');
    const all = wordsOf(await fixture.ask(fixture.secretary, 'deliverable.overview', { list: 'all' }));
    expect(all).toContain('All deliverables: 2');
    expect(all).toContain('Not started');
    expect(wordsOf(await fixture.ask(fixture.secretary, 'home.show'))).toContain('Stuck: 2');
  });

  it('comes as a file with dates, and nothing of a draft', async () => {
    await approve();
    await publish();
    const { id: programmeId } = fixture.programme;
    const sheets = await inTransaction(fixture.database, (transaction) =>
      deliverableSheets(transaction, { programmeId, language: 'en' }),
    );
    const row = sheets[0]?.rows.find(([company]) => company === fixture.company.nameEn);
    expect(row).toEqual([
      ...[fixture.company.nameEn, 'Policy', 'Published', new Date('2024-10-01T09:00:00Z'), new Date('2025-03-31')],
      ...[null, 1, new Date('2024-10-01T09:00:00Z'), null, new Date('2024-09-30'), 'the board of directors'],
      ...[new Date('2024-10-01'), 'https://www.sakura.example/policy', null],
    ]);
    expect(JSON.stringify(sheets)).not.toContain('TEXT');
    const made = await fixture.ask(fixture.secretary, 'deliverable.export');
    expect(wordsOf(made)).toContain('.xlsx');
  });
});
