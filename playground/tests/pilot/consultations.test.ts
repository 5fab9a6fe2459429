/** Consultations of another programme are replayed as its plan says, whatever hours, people and outcomes it has. */
import { expect, test } from 'vitest';
import type { InputFile } from '../../../programme/import/findings.js';
import { figuresJson } from '../../../programme/reports/figures-json.js';
import { createTestDatabase } from '../../../tests/support/database.js';
import { inspectConsultations } from '../../pilot/audit.js';
import { hoursToOffer } from '../../pilot/consultations/offers.js';
import { readPlan } from '../../pilot/plan.js';
import { replay } from '../../pilot/replay.js';
import { openTruth } from '../../pilot/truth.js';

const slack = 'T0HOST';
const teams = '22222222-2222-4222-8222-222222222222';

function file(name: string, text: string): InputFile {
  return { name, content: new TextEncoder().encode(text) };
}

const roster = file(
  'roster.csv',
  [
    'Company code,Company name,Company name (English),Company kana,Name,Name (English),Furigana,E-mail,Role,Level,Language,Slack workspace,Teams tenant,Person code,Advisers',
    `A,赤レンガ工業,Akarenga Works,アカレンガ,赤木,Anna One,アカギ,anna@a.example,Participant,Working,English,${slack},,,`,
    `A,赤レンガ工業,Akarenga Works,アカレンガ,赤井,Anna Two,アカイ,two@a.example,Participant,Management,Japanese,${slack},,,`,
    `B,青空商会,Aozora Trading,アオゾラ,青木,Bert One,アオキ,bert@b.example,Participant,Working,English,,${teams},,`,
    // Nobody knows this company's people in chat, so that the secretariat acts for it.
    'D,白樺製作所,Shirakaba Factory,シラカバ,白石,Dora One,シライシ,dora@d.example,Participant,Working,Japanese,,,,',
    ',,,,事務,Sec One,ジム,sec@host.example,Secretariat,,English,,,,',
    ',,,,佐伯,Saeki Ryo,サエキ,saeki@host.example,Adviser,,Japanese,,,ADV-1,',
    ',,,,牧野,Makino Kei,マキノ,makino@host.example,Adviser,,English,,,,',
  ].join('\r\n'),
);

const saeki = { adviser: 'adv-1' };
const makino = { adviser: 'makino@host.example' };

function programme(consultationPlan: readonly object[], terms: object = {}): InputFile {
  const written = {
    programme: {
      ...{ code: 'other', nameJa: '別のプログラム', nameEn: 'Another programme', timeZone: 'Europe/Berlin' },
      ...{ startsOn: '2025-03-01', endsOn: '2025-12-31', contact: 'office@host.example', consultations: 3, ...terms },
      closures: [{ firstDay: '2025-06-09', lastDay: '2025-06-09', nameJa: '休業日', nameEn: 'Closed' }],
    },
    bindings: [{ company: null, slack: [slack], teams: [teams] }],
    sessions: [],
    consultationPlan,
  };
  return file('programme.json', JSON.stringify(written, null, 2));
}

const plan = [
  // After the clocks have changed, of two lengths on one day of the week, and on a Saturday.
  { company: 'A', ...saeki, startsAt: '2025-04-01T09:00' },
  { company: 'B', ...saeki, startsAt: '2025-04-08T10:00', minutes: 30 },
  { company: 'D', ...makino, startsAt: '2025-04-12T13:00', method: 'in_person' },
  // Both ways on one day of the week, and a day on which the programme is closed.
  { company: 'A', ...makino, startsAt: '2025-06-02T10:00', method: 'in_person' },
  { company: 'B', ...makino, startsAt: '2025-06-16T11:30' },
  { company: 'D', ...makino, startsAt: '2025-06-09T10:00', outcome: 'company_absent' },
  // Moved and then taken over; somebody does not come; and what gives the hour back.
  { company: 'A', ...makino, startsAt: '2025-07-03T15:00', movedFrom: '2025-07-01T15:00', takenOverFrom: 'ADV-1' },
  { company: 'B', ...saeki, startsAt: '2025-07-10T09:00', outcome: 'adviser_absent' },
  { company: 'B', ...saeki, startsAt: '2025-08-10T09:00', outcome: 'not_held' },
  { company: 'B', ...saeki, startsAt: '2025-09-10T09:00' },
];

test('hours are offered in patterns, and alone where they fit into none', async () => {
  const read = await readPlan(programme(plan), roster);
  const offered = hoursToOffer(read.consultations, read).map(
    ({ adviser, firstDay, lastDay, weekdays, from, to, length, between, method, alsoHolidays }) =>
      `${adviser.split('@')[0]} ${firstDay} to ${lastDay} [${weekdays}] ${from}-${to} ${length}+${between} ${method}${alsoHolidays ? ' closed' : ''}`,
  );
  expect(offered).toEqual([
    'saeki 2025-04-01 to 2025-04-01 [] 09:00-10:00 60+0 online',
    'saeki 2025-04-08 to 2025-04-08 [] 10:00-10:30 30+0 online',
    'makino 2025-04-12 to 2025-04-12 [6] 13:00-14:00 60+0 in_person',
    'makino 2025-06-02 to 2025-06-16 [1] 10:00-12:30 60+30 mixed',
    'makino 2025-06-09 to 2025-06-09 [] 10:00-11:00 60+0 online closed',
    'saeki 2025-07-01 to 2025-07-01 [2] 15:00-16:00 60+0 online',
    'saeki 2025-07-03 to 2025-07-03 [] 15:00-16:00 60+0 online',
    'saeki 2025-07-10 to 2025-07-10 [] 09:00-10:00 60+0 online',
    'saeki 2025-08-10 to 2025-08-10 [7] 09:00-10:00 60+0 online',
    'saeki 2025-09-10 to 2025-09-10 [3] 09:00-10:00 60+0 online',
  ]);
});

test('another programme gives exactly what its plan says', async () => {
  const place = await createTestDatabase();
  try {
    const replayed = await replay({
      ...{ databaseUrl: place.url, redisUrl: null },
      ...{ programmeFile: programme(plan), rosterFile: roster },
    });
    expect(JSON.parse(figuresJson(replayed.report)).consultations).toMatchObject({ held: 7, companies: 3, hours: 6.5 });
    const bookings = await place.database.booking.findMany({
      include: { company: true, adviser: true },
      orderBy: { startsAt: 'asc' },
    });
    expect(
      bookings.map(({ company, adviser, mode, state }) => `${company.code} ${adviser.nameEn} ${mode} ${state}`),
    ).toEqual([
      'A Saeki Ryo online held',
      'B Saeki Ryo online held',
      'D Makino Kei onsite held',
      'A Makino Kei onsite held',
      'D Makino Kei online company_absent',
      'B Makino Kei online held',
      'A Makino Kei online held',
      'B Saeki Ryo online adviser_absent',
      'B Saeki Ryo online not_held',
      'B Saeki Ryo online held',
    ]);
    const truth = await openTruth(place.database, 'other');
    const read = await readPlan(programme(plan), roster);
    await inspectConsultations(truth, read);
    const altered = read.consultations.map((one, index) =>
      index === 0 ? { ...one, outcome: 'not_held' as const } : one,
    );
    await expect(inspectConsultations(truth, { ...read, consultations: altered })).rejects.toThrow(
      'is held, not not_held',
    );
    const fewer = { ...read, consultations: read.consultations.slice(1) };
    await expect(inspectConsultations(truth, fewer)).rejects.toThrow('10 consultations are there, but 9 are planned');
    const left = await place.database.entitlement.findMany({ include: { company: true } });
    expect(Object.fromEntries(left.map(({ company, available }) => [company.code, available]))).toEqual({
      ...{ A: 0, B: 0, D: 1 },
    });
  } finally {
    await place.close();
  }
});

test('a plan that names nobody of the roster is a fault in words, with its line', async () => {
  const wrong = programme([{ company: 'Z', adviser: 'nobody@host.example', startsAt: '2025-04-01T09:00' }]);
  await expect(readPlan(wrong, roster)).rejects.toThrow(
    /^programme\.json, line \d+, consultationPlan\[0\]\.company: The roster has no company “Z”\.\nprogramme\.json, line \d+, consultationPlan\[0\]\.adviser: “adviser” names “nobody@host\.example”/,
  );
});
