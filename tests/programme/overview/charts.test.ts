/** The charts of the overview show the report's own figures: corrected ones, too, and after a freeze the frozen ones. */
import { expect, it } from 'vitest';
import { inTransaction } from '../../../prisma/client.js';
import type { ChartElement } from '../../../programme/messages/message.js';
import { readReportData } from '../../../programme/reports/read-report.js';
import { buildDeliverableType } from '../../support/drafts.js';
import { buildCompany, buildSession } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const given = programmeFixture();
const now = () => given.services.clock.now();
const daysAgo = (days: number) => new Date(now().getTime() - days * 86_400_000);

async function charts(): Promise<readonly ChartElement[]> {
  const { reply } = await given.ask(given.secretary, 'overview.show');
  if (reply.kind === 'form') throw new Error('no charts in a form');
  return reply.message.elements.flatMap((element) => (element.kind === 'chart' ? [element] : []));
}

async function came(days: number, modes: readonly ('onsite' | 'online')[]) {
  const times = { startsAt: daysAgo(days), endsAt: daysAgo(days - 0.1), deadline: daysAgo(days + 1) };
  const session = await buildSession(given.services, given.programme, times);
  for (const mode of modes) {
    const { id, company } = await given.member();
    await given.database.attendance.create({
      data: {
        ...{ sessionId: session.id, personId: id, companyId: company?.id ?? null, present: true, mode },
        ...{ source: 'secretariat', recordedById: given.secretary.id, recordedAt: now() },
      },
    });
  }
  return session;
}

const correct = async (sessionId: string, value: number, erratum = false) =>
  void (await given.database.figureCorrection.create({
    data: {
      ...{ programmeId: given.programme.id, figure: 'online', subjectId: sessionId, old: 1, new: value },
      ...{ why: 'counted by hand', byId: given.secretary.id, at: now(), erratum },
    },
  }));

it('shows of the sessions that have begun who came, as the report prints it', async () => {
  const first = await came(9, ['onsite', 'onsite', 'online']);
  const second = await came(3, ['online']);
  const off = await came(2, ['online']);
  await given.database.session.update({ where: { id: off.id }, data: { state: 'called_off' } });
  await correct(second.id, 4);
  const [attendance] = await charts();
  expect(attendance?.labels).toEqual([first.code, second.code]);
  expect(attendance?.series.map(({ values }) => values)).toEqual([
    [2, 0],
    [1, 4],
  ]);
});

it('shows the frozen report, with its errata alone', async () => {
  const session = await came(3, ['online']);
  const { programme, secretary, database } = given;
  const content = await inTransaction(
    given.services.database,
    async (transaction) => await readReportData(transaction, programme.id, now()),
    { viewer: { kind: 'person', personId: secretary.id } },
  );
  await database.reportFreeze.create({ data: { programmeId: programme.id, content, at: now(), byId: secretary.id } });
  await database.attendance.deleteMany({ where: { sessionId: session.id } });
  expect((await charts())[0]?.series.map(({ values }) => values)).toEqual([[0], [1]]);
  await correct(session.id, 2, true);
  expect((await charts())[0]?.series.map(({ values }) => values)).toEqual([[0], [2]]);
});

it('draws a line for each deliverable of how many companies had completed it by which day', async () => {
  const type = await buildDeliverableType(given.services, given.programme);
  for (const days of [9, 5, 5]) {
    const { id: companyId } = await buildCompany(given.services, given.programme);
    const about = { programmeId: given.programme.id, companyId };
    const at = daysAgo(days);
    const { id: deliverableId } = await given.database.deliverable.create({
      data: { ...about, typeId: type.id, stage: 'approved', stageAt: at },
    });
    const day = new Date(at.toISOString().slice(0, 10));
    const event = { deliverableId, position: 1, kind: 'approved', at, day } as const;
    await given.database.deliverableEvent.create({ data: { ...about, ...event } });
  }
  const [progress, ...others] = await charts();
  expect(others).toEqual([]);
  expect(progress?.labels).toEqual([9, 5].map((days) => daysAgo(days).toISOString().slice(0, 10)));
  expect(progress?.series).toEqual([{ name: type.titleEn, values: [1, 3] }]);
});
