/** The secretariat drops a meeting's participant list into the chat, on either platform; it is shown, agreed to and recorded. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textsFor } from '../../playground/pilot/texts.js';
import type { Session } from '../../prisma/client.js';
import { buildSession } from '../support/factories.js';
import { openPlatforms, type Platforms, settled } from './platforms.js';

let platforms: Platforms;

beforeAll(async () => {
  platforms = await openPlatforms({ arrived: ['ken', 'hana', 'haruka', 'kiri', 'sara', 'emi'] });
  platforms.playground.clock.jumpTo(new Date('2024-11-07T18:00:00+09:00'));
});
afterAll(async () => {
  expect(platforms.log.filter(({ level }) => level === 'error')).toEqual([]);
  await platforms.close();
});

const day = '2024/11/07';

/** UTF-8 with commas, as Zoom saves it. */
const zoomList = (names: readonly string[]) =>
  Buffer.from(
    [
      '名前（元の名前）,ユーザーのメール,参加時刻,退出時刻,時間（分）,ゲスト,録音への同意,待機室',
      ...names.map((name) => `${name},,${day} 15:28:00,${day} 17:01:00,93,はい,,いいえ`),
    ].reduce((text, line) => `${text}${line}\r\n`, '\uFEFF'),
  );

/** UTF-16 with tabs and sections, as Teams saves it. */
const teamsList = (names: readonly string[]) =>
  Buffer.from(
    [
      '1. 要約',
      `開始時刻\t${day} 15:25:00`,
      '',
      '2. 参加者',
      '名前\t最初の参加\t最後の退出\t会議の長さ\tメール\t参加者 ID (UPN)\t役割',
      ...names.map((name) => `${name}\t${day} 15:28:00\t${day} 17:01:00\t1時間 33分 0秒\t\t\t発表者`),
    ].reduce((text, line) => `${text}${line}\r\n`, '\uFEFF'),
    'utf16le',
  );

/** Without times, as Zoom saves it on wish. */
const untimedList = (names: readonly string[]) =>
  Buffer.from(
    [
      'Name (Original Name),User Email,Total Duration (Minutes),Guest',
      ...names.map((name) => `${name},,93,Yes`),
    ].reduce((text, line) => `${text}${line}\r\n`, '\uFEFF'),
  );

describe.each([
  { platform: 'slack', person: 'sara', language: 'en', code: 'ONL-1', family: '佐藤', list: zoomList },
  { platform: 'teams', person: 'emi', language: 'ja', code: 'ONL-2', family: '桐島', list: teamsList },
] as const)('on $platform', ({ platform, person, language, code, family, list }) => {
  const texts = textsFor(language);
  const words = texts.sessions.onlineList;
  const client = () => (platform === 'slack' ? platforms.slack(person) : platforms.teams(person));
  const [sure, asked] = platform === 'slack' ? (['ken', 'hana'] as const) : (['haruka', 'kiri'] as const);
  let session: Session;

  beforeAll(async () => {
    await platforms.database.session.updateMany({ data: { state: 'called_off' } });
    session = await buildSession(platforms.services, platforms.programme, { code, titleEn: code, titleJa: code });
  });

  async function drop(content: Uint8Array): Promise<void> {
    const file = { name: 'participants.csv', content: new Uint8Array(content) };
    const outcome =
      platform === 'slack'
        ? await platforms.slack(person).upload(file)
        : await platforms.teams(person).sendFiles('', [file]);
    expect(outcome.error).toBeUndefined();
  }

  const came = async () =>
    (await platforms.database.attendance.findMany({ where: { sessionId: session.id, supersededAt: null } })).map(
      ({ personId, mode, source }) => [personId, mode, source],
    );

  it('asked for in words, it says what to send', async () => {
    const said = language === 'en' ? 'record the Zoom list' : 'Zoomの参加者リストを取り込みたい';
    settled(await client().say(said));
    await client().until(words.drop.slice(0, 30));
  });

  it('a list is shown with its count, and recorded once that is agreed to', async () => {
    await drop(list([`${platforms.people[sure].nameJa}`, family, '見知らぬ人']));
    const shown = await client().until('見知らぬ人');
    const counts = { record: 1, below: 0, doubtful: 1, unknown: 1, conflicts: 0 };
    expect(shown.text).toContain(words.does(texts.sessions.titled(code, code), counts));
    expect(await came()).toEqual([]);
    settled(await client().press(texts.chat.confirm, shown));
    await client().until(words.done(texts.sessions.titled(code, code), 1));
    expect(await came()).toEqual([[platforms.people[sure].id, 'online', 'online_list']]);
  });

  it('a doubtful name is asked about in a form', async () => {
    settled(await client().press(words.decide));
    await client().fill(words.who(family), language === 'en' ? 'Hana Sato (AOI Corporation)' : '桐島直(株式会社KIR)');
    settled(await client().submit());
    await expect.poll(came).toContainEqual([platforms.people[asked].id, 'online', 'online_list']);
  });

  it('of a list that tells no times it is asked which session it is of, then shown, and only then recorded', async () => {
    const other = platform === 'slack' ? 'haruka' : 'ken';
    const sends = async (label: string) => settled(await (client().dialog ? client().submit() : client().press(label)));
    if (client().dialog) await client().close();
    await drop(untimedList([platforms.people[other].nameJa, '見知らぬ人']));
    const offer = await client().until(texts.actions['session.online-list'].title);
    if (platform === 'slack') settled(await client().press(texts.chat.fillIn, offer));
    const before = await came();
    await sends(texts.sessions.next);
    const does = words.does(texts.sessions.titled(code, code), {
      ...{ record: 1, below: 0 },
      doubtful: 0,
      unknown: 1,
      conflicts: 0,
    });
    const said = async () => client().dialog?.text ?? (await client().until(does)).text;
    await expect.poll(said).toContain(does);
    expect(await said()).toContain('見知らぬ人');
    expect(await came()).toEqual(before);
    await sends(texts.sessions.record);
    await expect.poll(came).toContainEqual([platforms.people[other].id, 'online', 'online_list']);
    if (client().dialog) await client().close();
  });
});
