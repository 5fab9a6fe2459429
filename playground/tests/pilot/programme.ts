/** A small programme of other companies for the replay, with every oddity that the documented formats allow. */
import type { InputFile } from '../../../programme/import/findings.js';

const organiser = { slack: 'T0HOST', teams: '22222222-2222-4222-8222-222222222222' };

type Row = readonly string[];

const headings: Row = [
  'Company code',
  'Company name',
  'Company name (English)',
  'Company kana',
  'Name',
  'Name (English)',
  'Furigana',
  'E-mail',
  'Role',
  'Level',
  'Language',
  'Slack workspace',
  'Teams tenant',
  'attendance:OPEN',
  'attendance:ROOM-1',
  'attendance:MIX-1',
  'attendance:MIX-2',
  'attendance:NONE-1',
];

interface Person {
  readonly company: keyof typeof companies;
  readonly name: string;
  readonly level: 'Management' | 'Working';
  readonly language?: 'English' | 'Japanese';
  /** For the sessions in the order of the headings. */
  readonly plan: Row;
}

const companies = {
  A: ['A', '赤レンガ工業', 'Akarenga Works', 'アカレンガ', organiser.slack, ''],
  B: ['B', '青空商会', 'Aozora Trading', 'アオゾラ', '', organiser.teams],
  C: ['C', '黒潮運輸', 'Kuroshio Lines', 'クロシオ', organiser.slack, organiser.teams],
  /** Nobody knows this company's people in chat. */
  D: ['D', '白樺製作所', 'Shirakaba Factory', 'シラカバ', '', ''],
} as const;

const people: readonly Person[] = [
  { company: 'A', name: 'Anna One', level: 'Management', plan: ['online', 'on site', 'on site', '', ''] },
  {
    company: 'A',
    name: 'Anna Two',
    level: 'Working',
    language: 'English',
    plan: ['online', 'on site', 'online', '', ''],
  },
  { company: 'A', name: 'Anna Three', level: 'Working', plan: ['', '', '', '', ''] },
  {
    company: 'B',
    name: 'Bert One',
    level: 'Management',
    language: 'English',
    plan: ['online', '', 'on site', 'on site', ''],
  },
  { company: 'B', name: 'Bert Two', level: 'Working', plan: ['', 'on site', 'online', 'online', ''] },
  { company: 'C', name: 'Cora One', level: 'Management', plan: ['online', 'on site', 'on site', 'on site', ''] },
  // Not whom ROOM-1 is for: the secretariat finds them at the door.
  {
    company: 'C',
    name: 'Cora Two',
    level: 'Working',
    language: 'English',
    plan: ['', 'on site', 'online', 'on site', ''],
  },
  { company: 'D', name: 'Dora One', level: 'Management', plan: ['online', '', 'on site', '', ''] },
];

export const adviser = 'Erika Adviser';

export function smallRoster(): InputFile {
  const rows = people.map(({ company, name, level, language = 'Japanese', plan }): Row => {
    const [code, nameJa, nameEn, kana, slack, teams] = companies[company];
    const email = `${name.toLowerCase().replace(' ', '.')}@${code.toLowerCase()}.example`;
    return [
      code,
      nameJa,
      nameEn,
      kana,
      name,
      name,
      'テスト',
      email,
      'Participant',
      level,
      language,
      slack,
      teams,
      ...plan,
    ];
  });
  const none: Row = ['', '', '', ''];
  const staff: readonly Row[] = [
    [
      ...none,
      '事務 局子',
      'Sec One',
      'ジム',
      'sec@host.example',
      'Secretariat',
      '',
      'Japanese',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
    ],
    [
      ...none,
      '相談 役子',
      adviser,
      'ソウダン',
      'adv@host.example',
      'Adviser',
      '',
      'English',
      '',
      '',
      'online',
      '',
      '',
      '',
      '',
    ],
  ];
  const text = [headings, ...rows, ...staff].map((row) => row.join(',')).join('\r\n');
  return { name: 'roster.csv', content: new TextEncoder().encode(text) };
}

interface Wish {
  readonly code: string;
  readonly day: string;
  readonly method: 'mixed' | 'online' | 'in_person';
  readonly audience?: 'management' | 'all';
  readonly roomCapacity?: number;
}

function session({ code, day, method, audience = 'all', roomCapacity }: Wish) {
  return {
    code,
    kind: 'meeting',
    titleJa: `集まり ${code}`,
    titleEn: `Gathering ${code}`,
    audience,
    startsAt: `${day}T10:00`,
    endsAt: `${day}T11:30`,
    method,
    ...(method !== 'online' && { venueJa: '会議室', venueEn: 'The room' }),
    ...(method !== 'in_person' && { link: `https://meet.example/${code.toLowerCase()}` }),
    ...(roomCapacity !== undefined && { roomCapacity }),
    deadline: `${day}T09:00`,
  };
}

export function smallProgramme(): InputFile {
  const programme = {
    programme: {
      code: 'small',
      nameJa: '小さなプログラム',
      nameEn: 'A small programme',
      timeZone: 'Europe/Berlin',
      startsOn: '2025-03-01',
      endsOn: '2025-12-31',
      contact: 'office@host.example',
    },
    bindings: [{ company: null, slack: [organiser.slack], teams: [organiser.teams] }],
    sessions: [
      // A code that words are not understood by, in the night when clocks change.
      session({ code: 'OPEN', day: '2025-03-30', method: 'online' }),
      session({ code: 'ROOM-1', day: '2025-05-06', method: 'in_person', audience: 'management' }),
      // Four come to a room for three, so one stays on the waitlist; at the same time as the next.
      session({ code: 'MIX-1', day: '2025-06-10', method: 'mixed', roomCapacity: 3 }),
      session({ code: 'MIX-2', day: '2025-06-10', method: 'mixed' }),
      session({ code: 'NONE-1', day: '2025-10-26', method: 'mixed' }),
    ],
  };
  return { name: 'programme.json', content: new TextEncoder().encode(JSON.stringify(programme)) };
}
