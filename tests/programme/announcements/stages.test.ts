/** Announcements to companies by how far they are with what they are to hand in, by form, by sentence and under a name. */
import { beforeEach, describe, expect, it } from 'vitest';
import {
  type Company,
  type DeliverableEventKind,
  type DeliverableType,
  inTransaction,
} from '../../../prisma/client.js';
import { recordEvent } from '../../../programme/deliverables/record-event.js';
import type { Values } from '../../../programme/messages/message.js';
import { type BuiltPerson, buildCompany, fieldOf } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const fixture = programmeFixture();
const text = { textJa: '期限は金曜日です。', textEn: 'It is due on Friday.' };
let type: DeliverableType;
/** One person of a company in each of these. */
let drafting: BuiltPerson;
let submitted: BuiltPerson;
let revising: BuiltPerson;

async function typeOf(code: string, titleEn: string): Promise<DeliverableType> {
  const { id: programmeId } = fixture.programme;
  return await fixture.database.deliverableType.create({
    data: { programmeId, code, titleJa: '人権方針', titleEn, position: 1 },
  });
}

async function companyThat(...kinds: readonly DeliverableEventKind[]): Promise<Company> {
  const company = await buildCompany(fixture.services, fixture.programme);
  const at = fixture.services.clock.now();
  await inTransaction(fixture.database, async (transaction) => {
    for (const kind of kinds) {
      const which = { typeId: type.id, companyId: company.id };
      await recordEvent(transaction, which, { kind, at, ...(kind !== 'begun' && { draftNumber: 1 }) });
    }
  });
  return company;
}

beforeEach(async () => {
  type = await typeOf('human_rights_policy', 'Human rights policy');
  drafting = await fixture.member({ company: await companyThat('begun') });
  submitted = await fixture.member({ company: await companyThat('submitted') });
  revising = await fixture.member({ company: await companyThat('submitted', 'opened', 'revision_asked') });
});

const ids = (...people: readonly BuiltPerson[]) => people.map(({ id }) => id).toSorted();

const all = async () => await fixture.database.announcement.findMany({ where: { programmeId: fixture.programme.id } });

async function drafted(input: Values = {}): Promise<string> {
  const before = new Set((await all()).map(({ id }) => id));
  await fixture.done(fixture.secretary, 'announcement.compose', { ...text, ...input });
  return (await all()).find(({ id }) => !before.has(id))?.id ?? '';
}

async function audienceOf(announcementId: string): Promise<readonly string[]> {
  const rows = await fixture.database.announcementPerson.findMany({ where: { announcementId } });
  return rows.map(({ personId }) => personId).toSorted();
}

describe('an audience', () => {
  it('is narrowed to the companies in a stage, those included in which nothing has happened', async () => {
    const { person, colleague, secretary } = fixture;
    const announcement = await drafted();
    const cases: readonly (readonly [readonly string[], readonly BuiltPerson[]])[] = [
      [['not_submitted'], [person, colleague, drafting]],
      [['not_started'], [person, colleague]],
      [['drafting'], [drafting]],
      [['submitted'], [submitted]],
      [
        ['to_be_revised', 'submitted'],
        [submitted, revising],
      ],
    ];
    for (const [stages, people] of cases) {
      const input = { announcement, roles: ['participant'], deliverableType: type.id, stages };
      await fixture.done(secretary, 'announcement.audience', input);
      expect(await audienceOf(announcement), stages.join()).toEqual(ids(...people));
    }
    const nobody = { announcement, roles: ['participant'], deliverableType: type.id, stages: ['published'] };
    expect(await fixture.refused(secretary, 'announcement.audience', nobody)).toContain('Nobody is in this audience');
  });

  it('is offered in the form, and says in words whom it holds', async () => {
    const announcement = await drafted();
    const input = { announcement, roles: ['participant'], deliverableType: type.id, stages: ['not_submitted'] };
    const said = await fixture.done(fixture.secretary, 'announcement.audience', { ...input, saveAs: 'Late ones' });
    expect(said).toContain('Human rights policy: Not handed in yet');
    const form = await fixture.opened(fixture.secretary, 'announcement.audience', { announcement });
    expect(fieldOf(form, 'stages')).toMatchObject({ initial: ['not_submitted'] });
    expect(fieldOf(form, 'deliverableType')).toMatchObject({ initial: type.id });
    const { id: keptAudience } = await fixture.database.namedAudience.findFirstOrThrow({
      where: { programmeId: fixture.programme.id },
    });
    expect(await audienceOf(await drafted({ keptAudience }))).toEqual(ids(fixture.person, fixture.colleague, drafting));
  });

  it('means the programme’s one deliverable where none is named, and asks where there are several', async () => {
    const spoken = await drafted({ stages: ['submitted'] });
    expect(await audienceOf(spoken)).toEqual(ids(submitted));
    await typeOf('due_diligence_plan', 'Due diligence plan');
    const input = { ...text, stages: ['submitted'] };
    expect(await fixture.refused(fixture.secretary, 'announcement.compose', input)).toContain(
      'I could not tell which deliverable you mean',
    );
  });

  it('is looked up again when it is sent: who has handed in meanwhile is left out', async () => {
    const announcement = await drafted({ stages: ['drafting'] });
    const company = await fixture.database.membership.findFirstOrThrow({ where: { personId: drafting.id } });
    const also = await fixture.member({ company: await companyThat('begun') });
    await inTransaction(fixture.database, (transaction) =>
      recordEvent(
        transaction,
        { typeId: type.id, companyId: company.companyId ?? '' },
        { kind: 'submitted', draftNumber: 1, at: fixture.services.clock.now() },
      ),
    );
    await fixture.done(fixture.secretary, 'announcement.send', { announcement });
    const rows = await fixture.database.notification.findMany({ where: { bulkId: announcement, state: 'pending' } });
    expect(rows.map(({ personId }) => personId)).toEqual([also.id]);
  });
});
