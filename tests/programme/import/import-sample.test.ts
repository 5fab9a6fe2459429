/** The sample programme: its planned attendance adds up to the report's figures, and the templates are ready to be filled in. */
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { checkTogether } from '../../../programme/import/check-together.js';
import { columns } from '../../../programme/import/headings.js';
import { readProgramme } from '../../../programme/import/read-programme.js';
import { readRoster } from '../../../programme/import/read-roster.js';
import { readTable } from '../../../programme/import/read-table.js';
import { namesOfSpeaker } from '../../../programme/sessions/details.js';
import { isFor } from '../../../programme/sessions/rules.js';
import { projectFile, rosterCells, said } from './import-files.js';

const reading = readProgramme(projectFile('prisma/sample/programme.json'));
const rosterReading = await readRoster(projectFile('prisma/sample/roster.csv'));
if (!reading.ok || !rosterReading.ok) throw new Error('The sample has faults.');
const { programme } = reading;
const { people, companies, planned } = rosterReading.roster;
const participants = people.filter(({ role }) => role === 'participant');

/** Chapter 3 of the Implementation Report of the SPP Pilot 2024; the two online meetings have no figures by mode. */
const report = [
  { code: 'MSM-1', people: 22, companies: 16, onsite: 13, online: 9 },
  { code: 'MSM-2', people: 16, companies: 15, onsite: 14, online: 2 },
  { code: 'WLT-1', people: 18, companies: 16, onsite: 0, online: 18 },
  { code: 'WLT-2', people: 19, companies: 16, onsite: 10, online: 9 },
  { code: 'CLS-1', people: 35, companies: 15, onsite: 0, online: 35 },
];

describe('the sample', () => {
  it('fits together', () => {
    const names = { programme: 'programme.json', roster: 'roster.csv' };
    expect(checkTogether(names, programme, rosterReading.roster)).toEqual([]);
    expect(programme.sessions.map(({ code }) => code)).toEqual(report.map(({ code }) => code));
    expect(planned).toEqual(report.map(({ code }) => code));
  });

  it.each(report)('plans for $code what the report counted', (counted) => {
    const attending = people.filter(({ attendance }) => attendance.has(counted.code));
    const by = (mode: 'onsite' | 'online') =>
      attending.filter(({ attendance }) => attendance.get(counted.code) === mode);
    expect({
      code: counted.code,
      people: attending.length,
      companies: new Set(attending.map(({ companyCode }) => companyCode)).size,
      onsite: by('onsite').length,
      online: by('online').length,
    }).toEqual(counted);
    const session = programme.sessions.find(({ code }) => code === counted.code);
    if (session === undefined) throw new Error('no such session');
    expect(attending.every(({ role, level }) => role === 'participant' && isFor(session, level))).toBe(true);
    expect(session.roomCapacity ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(counted.onsite);
    expect(session.onlineCapacity ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(counted.online);
  });

  it('has sixteen companies with people of both levels, half on Slack and half on Teams, two on both', () => {
    expect(companies).toHaveLength(16);
    for (const { code } of companies) {
      const levels = participants.filter(({ companyCode }) => companyCode === code).map(({ level }) => level);
      expect(levels.filter((level) => level === 'management').length).toBeGreaterThanOrEqual(2);
      expect(levels.filter((level) => level === 'working').length).toBeGreaterThanOrEqual(2);
    }
    const bound = companies.map(({ slack, teams }) => [slack.length, teams.length].join());
    expect(bound.filter((count) => count === '1,0')).toHaveLength(7);
    expect(bound.filter((count) => count === '0,1')).toHaveLength(7);
    expect(bound.filter((count) => count === '1,1')).toHaveLength(2);
  });

  it('has advisers and a secretariat, and no real person or address', () => {
    expect(people.filter(({ role }) => role === 'adviser')).toHaveLength(3);
    expect(people.filter(({ role }) => role === 'secretariat')).toHaveLength(2);
    expect(people.filter(({ email }) => !email.endsWith('.example'))).toEqual([]);
    const speakers = programme.sessions.flatMap(({ details }) => details.agenda.flatMap(({ speakers }) => speakers));
    expect(speakers.length).toBeGreaterThan(0);
    for (const { nameEn } of people) expect(JSON.stringify(speakers)).not.toContain(nameEn);
  });

  it('names every speaker in both languages', () => {
    const speakers = programme.sessions.flatMap(({ details }) => details.agenda.flatMap(({ speakers }) => speakers));
    for (const { ja, en } of speakers.map(namesOfSpeaker)) {
      expect(ja).toMatch(/\p{Script=Han}|\p{Script=Katakana}/u);
      expect(en).not.toMatch(/\p{Script=Han}|\p{Script=Katakana}/u);
    }
  });
});

describe('the templates', () => {
  it.each(['roster-ja.csv', 'roster-ja.xlsx', 'roster-en.csv', 'roster-en.xlsx'])(
    '%s has every column and no line',
    async (name) => {
      const { faults } = await readTable(projectFile(`programme/import/templates/${name}`));
      expect(said(faults)).toEqual([[null, 'There is no line below the headings.']]);
    },
  );

  it('has an example of a programme without fault', () => {
    expect(readProgramme(projectFile('programme/import/templates/programme.json'))).toMatchObject({ ok: true });
  });

  it('name the same columns as the tests do', () => {
    expect(rosterCells([])[0]).toHaveLength(columns.length);
  });

  it('can be filled in from the sample: Excel gives the same roster as CSV', async () => {
    const table = await readTable(projectFile('prisma/sample/roster.csv'));
    const rows = table.lines.map(({ cells, attendance }) => [
      ...columns.map((column) => cells[column]),
      ...planned.map((code) => attendance.get(code) ?? ''),
    ]);
    const headings = [...(rosterCells([])[0] ?? []), ...planned.map((code) => `attendance:${code}`)];
    const content = await writeXlsxFile([headings, ...rows]).toBuffer();
    const fromExcel = await readRoster({ name: 'roster.xlsx', content });
    expect(fromExcel).toEqual({ ok: true, warnings: [], roster: { ...rosterReading.roster, sheet: 'Sheet1' } });
  });
});
