/** The secretariat brings the roster up to date by dropping it into the chat, on either platform; nobody else can. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textsFor } from '../../playground/pilot/texts.js';
import { headings } from '../programme/import/import-files.js';
import { openPlatforms, type Platforms } from './platforms.js';

type Other = 'ken' | 'haruka' | 'aki';

let platforms: Platforms;
let roster: string;

beforeAll(async () => {
  platforms = await openPlatforms({ arrived: ['ken', 'sara', 'emi', 'haruka', 'aki'] });
  roster = await rosterOfEveryone();
});
afterAll(async () => {
  expect(platforms.log.filter(({ level }) => level === 'error')).toEqual([]);
  await platforms.close();
});

/** The programme as it stands, as a roster. */
async function rosterOfEveryone(): Promise<string> {
  const members = await platforms.database.membership.findMany({ include: { person: true, company: true } });
  const lines = members.map(({ person, company, role, level }) => [
    ...[company?.code, company?.nameJa, company?.nameEn, company && 'カイシャ', person.nameJa, person.nameEn],
    ...['ナマエ', person.email, role, level, '', '', '', '', ''],
  ]);
  const cell = (text: string | null | undefined) => `"${(text ?? '').replaceAll('"', '""')}"`;
  return [headings, ...lines].map((cells) => cells.map(cell).join(',')).join('\n');
}

describe.each([
  { platform: 'slack', person: 'sara', language: 'en', another: 'ken', adviser: 'aki' },
  { platform: 'teams', person: 'emi', language: 'ja', another: 'haruka', adviser: 'aki' },
] as const)('on $platform', ({ platform, person, language, another, adviser }) => {
  const texts = textsFor(language);
  const client = (who: 'sara' | 'emi' | Other = person) =>
    platform === 'slack' ? platforms.slack(who) : platforms.teams(who);
  const email = `new-${platform}@one.example`;

  async function drop(text: string, who?: Other): Promise<void> {
    const file = { name: 'ROSTER.csv', content: new TextEncoder().encode(text) };
    const outcome =
      platform === 'slack'
        ? await platforms.slack(who ?? person).upload(file)
        : await platforms.teams(who ?? person).sendFiles('', [file]);
    expect(outcome.error).toBeUndefined();
  }

  it('a roster is shown as what it would change, and is imported once that is agreed to', async () => {
    const [participant] = roster.split('\n').filter((line) => line.includes('"participant"'));
    const added = participant
      ?.replace(/"[^"]*@[^"]*"/, `"${email}"`)
      .replace(/^((?:"[^"]*",){4})"[^"]*"/, `$1"新 人${platform}"`);
    await drop(`${roster}\n${added}`);
    const shown = await client().until(email);
    expect(await platforms.database.person.count({ where: { email } })).toBe(0);
    expect((await client().press(texts.chat.confirm, shown)).error).toBeUndefined();
    await client().until(texts.imports.done(1).split(/[(（]/)[0]?.trim() ?? '');
    expect(await platforms.database.person.count({ where: { email } })).toBe(1);
    roster = await rosterOfEveryone();
  });

  it('a roster with a fault is answered with its line', async () => {
    await drop(`${roster}\n"","","","","名 前","Name","ナマエ","nonsense","adviser","","","","","",""`);
    await client().until('nonsense');
    expect(await platforms.database.person.count({ where: { nameEn: 'Name' } })).toBe(0);
  });

  it.each([another, adviser])('%s, who is not the secretariat, is told whose it is to import', async (who) => {
    await drop(roster, who);
    const theirs = textsFor(platforms.people[who].language);
    const told = await client(who).until('ROSTER.csv');
    const names = theirs.files.named(['ROSTER.csv']);
    const title = theirs.actions['programme.import'].title;
    expect(told.text).toContain(theirs.files.notYours({ names, title, who: theirs.members.roles.secretariat }));
    expect(told.text).toContain(theirs.files.sendTo(['secretariat@example.org']));
    expect(await platforms.database.file.count({ where: { personId: platforms.people[who].id } })).toBe(0);
  });
});
