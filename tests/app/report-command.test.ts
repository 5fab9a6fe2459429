/** `node dist/main.js report`: the files of the report in a folder, what is missing, and an exit status that says whether its checks hold. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildCompany, buildPerson, buildProgramme, buildServices, buildSession } from '../support/factories.js';
import { homeWithDatabase } from './home.js';

const place = homeWithDatabase();

async function report(...words: readonly string[]) {
  return await place.home.start(['report', ...words], { DATABASE_URL: place.test.url }).ended;
}

it('makes the files in both languages, tells of each step, and fails where a figure does not add up', async () => {
  const empty = await report();
  expect(empty).toMatchObject({ code: 1 });
  expect(empty.complaints).toContain('holds no programme');

  const services = buildServices(place.test.app);
  const programme = await buildProgramme(services, { code: 'spp-test' });
  const company = await buildCompany(services, programme);
  const session = await buildSession(services, programme, { code: 'MSM-1' });
  const people = [];
  for (const mode of ['onsite', 'online'] as const) {
    const person = await buildPerson(services, { programme, company });
    people.push(person);
    await place.test.database.attendance.create({
      data: {
        ...{ sessionId: session.id, personId: person.id, companyId: company.id, present: true, mode },
        ...{ source: 'secretariat', recordedById: person.id, recordedAt: services.clock.now() },
      },
    });
  }
  const made = await report('--out', 'made');
  expect(made, made.complaints).toMatchObject({ code: 0, complaints: '' });
  expect(made.output).toContain('9/9 figures.json');
  expect(made.output).toMatch(/holds {2}Offline \+ online = people — MSM-1: 2, 2/);
  expect(made.output).toContain('MSM-1: Summary (Japanese)');
  const folder = join(place.home.folder, 'made');
  const endings = readdirSync(folder).map((name) => name.slice(name.lastIndexOf('.')));
  expect(endings.sort()).toEqual([...['.docx', '.docx', '.json', '.md', '.md', '.png', '.png', '.xlsx', '.xlsx']]);
  expect(JSON.parse(readFileSync(join(folder, 'figures.json'), 'utf8'))).toMatchObject({
    sessions: [{ id: 'MSM-1', people: 2, companies: 1, offline: 1, online: 1 }],
  });

  // One person under two rows.
  const names = { nameJa: '田中 一郎', nameEn: 'Tanaka Ichiro', furigana: 'タナカ イチロウ' };
  await place.test.database.person.updateMany({ where: { id: { in: people.map(({ id }) => id) } }, data: names });
  const failing = await report('--language', 'ja', '--out', 'failing', '--programme', 'SPP-TEST');
  expect(failing.code).toBe(1);
  expect(failing.output).toContain('同じ人を2度数えていない — MSM-1');
  expect(failing.output).toContain('田中 一郎');

  await buildProgramme(services, { code: 'spp-other' });
  expect((await report()).complaints).toContain('spp-other');
  expect((await report('--language', 'fr')).complaints).toContain('no language "fr"');
}, 240_000);
