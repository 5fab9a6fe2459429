/** Questions on both platforms: answered in one line from what is known, and whom to ask where it is not. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { textsFor } from '../../playground/pilot/texts.js';
import { buildSession } from '../support/factories.js';
import { openPlatforms, type Platforms, settled } from './platforms.js';

const ja = textsFor('ja');
const en = textsFor('en');

let platforms: Platforms;
beforeAll(async () => {
  platforms = await openPlatforms({ arrived: ['ken', 'haruka', 'aki'] });
  await buildSession(platforms.services, platforms.programme, {
    code: 'ASK-1',
    titleJa: '実務研修 第1回',
    titleEn: 'Practical training, Day 1',
    audience: 'all',
    method: 'mixed',
    venueJa: '丸の内会議室',
    venueEn: 'Marunouchi Room',
    startsAt: new Date('2024-11-20T13:00:00+09:00'),
    endsAt: new Date('2024-11-20T15:00:00+09:00'),
    deadline: new Date('2024-11-10T17:00:00+09:00'),
  });
  await buildSession(platforms.services, platforms.programme, { code: 'OFF-1', state: 'called_off', audience: 'all' });
});
afterAll(async () => {
  expect(platforms.log.filter(({ level }) => level === 'error')).toEqual([]);
  await platforms.close();
});

const registrations = async () => await platforms.database.registration.count();

it('in Slack are answered with the fact and the button that follows', async () => {
  const ken = platforms.slack('ken');
  settled(await ken.say('When is the deadline?'));
  const deadline = await ken.until('The deadline of “Practical training, Day 1');
  expect(deadline.text).toContain('Sun, 10 Nov 2024 17:00');
  expect(deadline.buttons).toContain(en.sessions.registerAs.online);
  settled(await ken.say('where is the venue of day 1?'));
  await ken.until('takes place at Marunouchi Room');
  settled(await ken.say('is there parking'));
  await ken.until(en.sessions.answers.unknown('parking'));
  settled(await ken.say('what must I do?'));
  await ken.until('Please answer by Sun, 10 Nov 2024 17:00');
  settled(await ken.say('👍'));
  await ken.until(en.members.acknowledged);
  settled(await ken.say('switch me to online'));
  const nowhere = await ken.until(en.refusals.registered_nowhere({}));
  expect(nowhere.buttons).toEqual([en.actions['session.register'].title]);
  expect(await registrations()).toBe(0);
});

it('in Teams are answered with the fact and the button that follows', async () => {
  const haruka = platforms.teams('haruka');
  settled(await haruka.say('締切いつ'));
  const deadline = await haruka.until('の申込締切は2024年11月10日(日) 17:00');
  expect(deadline.buttons).toContain(ja.sessions.registerAs.online);
  settled(await haruka.say('第1回の会場はどこですか'));
  await haruka.until('会場は丸の内会議室です');
  settled(await haruka.say('駐車場はありますか'));
  await haruka.until(ja.sessions.answers.unknown('parking'));
  settled(await haruka.say('このプログラムで私は何をすればいいのでしょうか'));
  await haruka.until('までにご回答ください');
  settled(await haruka.say('りょうかい'));
  await haruka.until(ja.members.acknowledged);
  expect(await registrations()).toBe(0);
});

it('a title and a mode in a sentence are filled in, and nothing is done before it is confirmed', async () => {
  const haruka = platforms.teams('haruka');
  settled(await haruka.say('実務研修 第1回にオンラインで参加します'));
  await haruka.until('オンライン参加で登録します');
  const ken = platforms.slack('ken');
  settled(await ken.say('I will attend on 20 November in person'));
  await ken.until('will be registered on site');
  expect(await registrations()).toBe(0);
});

it('a session that is called off leads to another one', async () => {
  const ken = platforms.slack('ken');
  settled(await ken.say('register OFF-1 online'));
  expect((await ken.until('was called off')).buttons).toEqual([en.sessions.registerElsewhere]);
  const haruka = platforms.teams('haruka');
  settled(await haruka.say('OFF-1にオンラインで参加します'));
  expect((await haruka.until('は中止になりました')).buttons).toEqual([ja.sessions.registerElsewhere]);
  expect(await registrations()).toBe(0);
});

it('an adviser hears what she can do, and no promise of more', async () => {
  const aki = platforms.slack('aki');
  settled(await aki.say('Which are my companies?'));
  await aki.until(en.advisers.noCompaniesNote);
});
