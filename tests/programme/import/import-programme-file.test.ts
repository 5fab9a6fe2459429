/** Programme files: times in their zones, and every fault with its path. */
import { describe, expect, it } from 'vitest';
import { type InputFile, wordFault } from '../../../programme/import/findings.js';
import { readProgramme } from '../../../programme/import/read-programme.js';
import { jsonFile, programme, said, session, textFile } from './import-files.js';

function programmeOf(file: InputFile) {
  const reading = readProgramme(file);
  if (!reading.ok) throw new Error(JSON.stringify(said(reading.faults)));
  return reading.programme;
}

function faultsOf(content: unknown) {
  const reading = readProgramme(jsonFile(content));
  return reading.ok ? [] : said(reading.faults);
}

describe('a programme', () => {
  it('is read with its times as instants and what is left out filled in', () => {
    const { sessions, startsOn, bindings } = programmeOf(
      jsonFile(
        programme(
          [
            session('MSM-1'),
            session('MSM-2', {
              startsAt: '2024-11-07T06:30Z',
              endsAt: '2024-11-07 17:00',
              deadline: '2024-11-07T15:30',
            }),
            session('BER-1', {
              timeZone: 'Europe/Berlin',
              startsAt: '2024-07-01T09:00',
              endsAt: '2024-07-01T10:00:00+02:00',
              deadline: '2024-06-28T17:00',
            }),
          ],
          {},
          [{ company: null, slack: ['t0spphost'] }],
        ),
      ),
    );
    expect(startsOn).toEqual(new Date('2024-11-01T00:00:00Z'));
    expect(bindings).toEqual([{ companyCode: null, slack: ['T0SPPHOST'], teams: [] }]);
    expect(sessions.map(({ startsAt, endsAt }) => [startsAt.toISOString(), endsAt.toISOString()])).toEqual([
      ['2024-11-07T06:30:00.000Z', '2024-11-07T08:00:00.000Z'],
      ['2024-11-07T06:30:00.000Z', '2024-11-07T08:00:00.000Z'],
      ['2024-07-01T07:00:00.000Z', '2024-07-01T08:00:00.000Z'],
    ]);
    expect(sessions[0]).toMatchObject({
      timeZone: 'Asia/Tokyo',
      venueJa: '',
      link: '',
      roomCapacity: null,
      onlineCapacity: null,
      details: { agenda: [], materials: [], groupWork: false, groupSize: null },
    });
  });

  it('is read with a byte order mark', () => {
    const text = `\uFEFF${JSON.stringify(programme([session('MSM-1')]))}`;
    expect(programmeOf(textFile('programme.json', text)).sessions).toHaveLength(1);
  });
});

describe('faults', () => {
  it('of the shape are named with their paths, all at once', () => {
    const faults = faultsOf(
      programme(
        [
          session('MSM-1', { kind: 'party', colour: 'red', roomCapacity: -1, link: 'http://insecure.example' }),
          session('MSM 2', {
            titleJa: '',
            agenda: [{ titleJa: '題', kind: 'lecture', speakers: ['', { nameJa: '講師' }] }],
            timeZone: 'Tokyo',
          }),
          session('MSM-3', { materials: [{ titleJa: '資', titleEn: 'M', link: 'javascript:alert(1)' }], groupSize: 1 }),
          session('MSM-4', { startsAt: '7 November', titleEn: 'x'.repeat(201), lineCapacity: '20' }),
        ],
        { startsOn: '2024/11/01', contact: undefined },
        [{ company: 'P01', slack: ['work'], teams: ['contoso'] }],
      ),
    );
    expect(faults).toEqual(
      expect.arrayContaining([
        ['programme.startsOn', 'Write an existing date like 2024-11-07.'],
        ['programme.contact', 'This is required but missing.'],
        ['bindings[0].slack[0]', expect.stringContaining('“work” is not a Slack workspace')],
        ['bindings[0].teams[0]', expect.stringContaining('“contoso” is not a Teams tenant')],
        ['sessions[0].kind', 'It is one of seminar, workshop, meeting or closing.'],
        ['sessions[0].colour', '“colour” is not known here.'],
        ['sessions[0].roomCapacity', 'This has to be a whole number of at least 0.'],
        ['sessions[0].link', 'Write an address that begins with https://.'],
        ['sessions[1].code', expect.stringContaining('up to 32 letters')],
        ['sessions[1].titleJa', 'This is empty.'],
        ['sessions[1].agenda[0].titleEn', 'This is required but missing.'],
        ['sessions[1].agenda[0].speakers[0]', 'This is empty.'],
        ['sessions[1].agenda[0].speakers[1].nameEn', 'This is required but missing.'],
        ['sessions[1].timeZone', '“Tokyo” is not a time zone. Write it like Asia/Tokyo.'],
        ['sessions[2].materials[0].link', 'Write an address that begins with https://.'],
        ['sessions[2].groupSize', 'This has to be a whole number of at least 2.'],
        ['sessions[3].startsAt', expect.stringContaining('2024-11-07T15:30')],
        ['sessions[3].titleEn', 'This is too long (up to 200 characters).'],
        ['sessions[3].lineCapacity', 'This is the wrong kind of value (number is needed).'],
      ]),
    );
    expect(faults).toHaveLength(19);
  });

  it('of times and of what does not fit together', () => {
    const faults = faultsOf(
      programme(
        [
          session('A', { endsAt: '2024-11-07T15:30' }),
          session('B', { deadline: '2024-11-07T15:31' }),
          session('C', { method: 'online', venueJa: '会場', roomCapacity: 10 }),
          session('D', { method: 'in_person', link: 'https://meet.example/d', lineCapacity: 10 }),
          session('E', { groupSize: 4 }),
          session('A'),
          session('b'),
          session('F', { startsAt: '2024-02-30T10:00' }),
          session('G', {
            timeZone: 'Europe/Berlin',
            startsAt: '2025-03-30T02:30',
            endsAt: '2025-03-30T05:00',
            deadline: '2024-10-27T02:30',
          }),
        ],
        { endsOn: '2024-10-01' },
      ),
    );
    const fits = expect.stringContaining('existing date and time');
    expect(faults).toEqual([
      ['programme.endsOn', 'The end is not after the start.'],
      ['sessions[0].endsAt', 'The end is not after the start.'],
      ['sessions[1].deadline', 'The registration deadline is after the start.'],
      ['sessions[2].venueJa', 'A session held online only has no venue and no places in a room.'],
      ['sessions[2].roomCapacity', 'A session held online only has no venue and no places in a room.'],
      ['sessions[3].link', 'A session held on site only has no link and no places online.'],
      ['sessions[3].lineCapacity', 'A session held on site only has no link and no places online.'],
      ['sessions[4].groupSize', 'Without group work there is no group size.'],
      ['sessions[5].code', 'The session “A” is defined twice.'],
      ['sessions[6].code', 'The codes “b” and “B” differ only in upper and lower case.'],
      ['sessions[7].startsAt', fits],
      ['sessions[8].startsAt', fits],
      ['sessions[8].deadline', fits],
    ]);
  });

  it('of a file that is no JSON name the line, in both languages', () => {
    const reading = readProgramme(textFile('programme.json', '{\n  "programme": {},\n  oops\n}'));
    const [fault] = reading.ok ? [] : reading.faults;
    expect(fault?.line).toBe(3);
    expect(fault && wordFault(fault, 'ja')).toMatch(/^programme\.json 3行目: JSONとして読み取れません/);
    expect(faultsOf([])).toEqual([[null, 'This is the wrong kind of value (object is needed).']]);
  });
});
