/** Living in the playground from the terminal: the whole assistant with the sample programme, driven by typed lines. */
import { PassThrough } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openLog } from '../../app/log.js';
import { importProgramme } from '../../programme/import/import-programme.js';
import { createTestDatabase, type TestDatabase } from '../../tests/support/database.js';
import { startClock } from '../clock.js';
import { openPlayground, type Playground } from '../host/playground.js';
import { sampleFile } from '../host/sample.js';
import { openSlackClient } from '../slack/client.js';
import { openTerminal } from '../terminal.js';

interface Terminal {
  /** Types the line and reads what is written until the terminal is quiet; the echo of the line is left out. */
  type(line: string): Promise<string>;
  /** Waits for words that come without anything being typed. */
  until(words: RegExp): Promise<string>;
  readonly input: PassThrough;
  readonly left: Promise<void>;
  hasLeft(): boolean;
}

let test: TestDatabase;
let playground: Playground;

beforeAll(async () => {
  test = await createTestDatabase();
  const clock = startClock(new Date('2024-10-28T10:00:00+09:00'));
  const log = openLog('silent');
  const [programmeFile, rosterFile] = await Promise.all([sampleFile('programme.json'), sampleFile('roster.csv')]);
  const house = { database: test.database, clock, log };
  const imported = await importProgramme(house, { programmeFile, rosterFile, dryRun: false });
  if (!imported.ok) throw new Error(JSON.stringify(imported.faults));
  const ports = { bot: 0, slack: 0, teams: 0 };
  playground = await openPlayground({ databaseUrl: test.url, redisUrl: null, log, clock, ports });
}, 60_000);

afterAll(async () => {
  await playground?.close();
  await test?.close();
});

const opened: Terminal[] = [];

afterEach(async () => {
  for (const { input, left, hasLeft } of opened.splice(0)) {
    if (!hasLeft()) input.write('exit\n');
    await left;
  }
});

function open(): Terminal {
  const input = new PassThrough();
  const output = new PassThrough({ encoding: 'utf8' });
  let written = '';
  output.on('data', (text: string) => {
    written += text;
  });
  let gone = false;
  const left = openTerminal(playground, { input, output }).then(() => {
    gone = true;
  });
  const terminal: Terminal = {
    input,
    left,
    hasLeft: () => gone,
    async until(words) {
      for (;;) {
        const [found] = words.exec(written) ?? [];
        if (found !== undefined) return found;
        await pause(10);
      }
    },
    async type(line) {
      written = '';
      // Comes last: a line is echoed only when those before it are done.
      input.write(`${line}\nsay\n`);
      while (!written.includes('> say\n')) await pause(10);
      const [, answer = ''] = /^.*?> .*?\n(.*)^[^\n]*> say\n/ms.exec(written) ?? [];
      return answer;
    },
  };
  opened.push(terminal);
  return terminal;
}

async function registrationOf(email: string, session: string) {
  return await test.database.registration.findFirst({
    where: { session: { code: session }, person: { email } },
    select: { state: true, mode: true },
  });
}

const slackPerson = { name: '青葉 誠', email: 'makoto.aoba@momotaro-denshi.example' };
const teamsPerson = { name: '白石 由紀' };

describe('the terminal', () => {
  it('registers a participant on Slack', async () => {
    const { type } = open();
    expect(await type('as makoto aoba')).toContain('You are 青葉 誠 (Makoto Aoba) on Slack.');
    expect(await type('/spp')).toMatch(/only you see this[\s\S]*MSM-1[\s\S]*\[会場で参加\] ×2/);
    expect(await type('press 会場で参加 near MSM-1')).toContain('会場参加で登録しました');
    expect(await registrationOf(slackPerson.email, 'MSM-1')).toMatchObject({ mode: 'onsite' });
  });

  it('adds the app and registers a participant on Teams, in a dialog', async () => {
    const { type } = open();
    const first = await type('as 白石由紀');
    expect(first).toContain('You are 白石 由紀 (Yuki Shiraishi) on Teams.');
    expect(first).toContain('SPP Assistant has been added');
    expect(await type('as 白石')).not.toContain('has been added');
    expect(await type('press オンラインで参加 near MSM-2')).toContain('オンライン参加で登録しました');
    const person = playground.residents.people.find(({ name }) => name === teamsPerson.name);
    expect(await registrationOf(person?.email ?? '', 'MSM-2')).toMatchObject({ mode: 'online' });
    expect(await type('press 設定')).toMatch(
      /╔ 設定[\s\S]*言語 \* = 日本語 {2}‹choice: 日本語 \| English›[\s\S]*submit \[保存\]/,
    );
    expect(await type('fill 言語 = english')).toContain('言語 * = English');
    expect(await type('submit')).toContain('Saved.');
    expect(await type('close')).toContain('(the dialog is closed)');
    expect(await type('help')).toContain('as 氏名');
    expect(await type('say help')).toContain('│ Check in (check-in)');
  });

  it('shows the Home tab, and what is pressed there', async () => {
    const { type } = open();
    await type('as 秋山');
    expect(await type('home')).toMatch(/╔ Home[\s\S]*秋山 美咲[\s\S]*\[詳細\]/);
    expect(await type('press 詳細 near MSM-2')).toMatch(/^╔ 詳細\n║ [^\n]*\(MSM-2\)/);
    expect(await type('close')).toBe('(the dialog is closed)\n');
    expect(await type('press 設定')).toContain('╔ 設定');
    await type('close');
    expect(await type('look')).not.toContain('╔ Home');
  });

  it('tells in one line what others receive, of itself', async () => {
    const { type, until } = open();
    await type('as 朝倉');
    const other = playground.residents.people.find(({ name }) => name === '飯島 陽子')?.slackUserId ?? '';
    await openSlackClient(playground.slack, other).say('help');
    expect(await until(/^→.*$/m)).toMatch(/^→ 飯島 陽子 \(Slack\): .+/);
    expect(await type('look')).toContain('(no messages yet)');
  });

  it('says in a sentence what cannot be done', async () => {
    const { type } = open();
    expect(await type('hello')).toBe('! Who are you? as NAME says so; people lists who there is.\n');
    expect(await type('as nobody at all')).toContain('! Nobody here is called "nobody at all"');
    expect(await type('as makoto')).toMatch(/^! \d people are called "makoto":\n {2}青葉 誠 \(Makoto Aoba, /);
    expect(await type('as 青葉 teams')).toContain('has no account on Teams, only on Slack');
    await type('as 池上');
    expect(await type('press 押せない')).toBe('! There is no button "押せない" on the screen, nor any other.\n');
    await type('/spp');
    expect(await type('press 詳細 near NOPE')).toBe('! No button "詳細" stands beside "NOPE"\n');
    expect(await type('press 参加')).toMatch(/^! Several buttons match "参加": \[/);
    expect(await type('fill 年齢 = 3')).toBe('! There is no field "年齢" on the screen, nor any other.\n');
    expect(await type('submit')).toBe('! No dialog is open.\n');
    expect(await type('people 桃太郎')).toMatch(/^桃太郎電子株式会社\n {3}青葉 誠 {4}Makoto Aoba {6,}participant/);
  });

  it('lets time pass', async () => {
    const { type } = open();
    expect(await type('time')).toMatch(/^2024-10-28 \(Mon\/月\) 10:\d\d JST\n$/);
    expect(await type('jump 2024-10-29T15:00')).toContain('It is 2024-10-29 (Tue/火) 15:00 JST.');
    expect(await type('jump 1d')).toContain('It is 2024-10-30 (Wed/水) 15:00 JST.');
    expect(await type('jump 2024-10-01')).toContain('time only goes forward');
  });

  it('stays at the end of an input that is no terminal, until it is told to end', async () => {
    const terminal = open();
    await terminal.type('as 青葉');
    terminal.input.end();
    await pause(100);
    expect(terminal.hasLeft()).toBe(false);
    const listeners = process.listenerCount('SIGTERM');
    process.emit('SIGTERM');
    await terminal.left;
    expect(process.listenerCount('SIGTERM')).toBe(listeners - 1);
  });
});
