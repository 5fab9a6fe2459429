/** Registering for sessions from every surface of both platforms, changing and giving up places, and waiting across platforms. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textsFor } from '../../playground/pilot/texts.js';
import type { Session } from '../../prisma/client.js';
import { buildSession } from '../support/factories.js';
import { type Name, openPlatforms, type Platforms, settled } from './platforms.js';

const ja = textsFor('ja');
const en = textsFor('en');

let platforms: Platforms;
beforeAll(async () => {
  platforms = await openPlatforms({ arrived: ['ken', 'hana', 'tom', 'haruka', 'sara'] });
});
afterAll(async () => {
  expect(platforms.log.filter(({ level }) => level === 'error')).toEqual([]);
  await platforms.close();
});

let counted = 0;

/** The next day's session, so that lists show them in order; each test has one of its own. */
async function session(given: Parameters<typeof buildSession>[2] = {}): Promise<Session & { readonly title: string }> {
  counted += 1;
  const startsAt = new Date(Date.parse('2024-11-07T15:30:00+09:00') - counted * 1000);
  const code = `SEM-${counted}`;
  const built = await buildSession(platforms.services, platforms.programme, { code, startsAt, ...given });
  return { ...built, title: `${built.titleEn} (${code})` };
}

/** Who stands how, e.g. `ken confirmed online`. */
async function standings({ id }: Session): Promise<readonly string[]> {
  const rows = await platforms.database.registration.findMany({
    where: { sessionId: id },
    orderBy: { createdAt: 'asc' },
  });
  const nameOf = (personId: string) =>
    Object.entries(platforms.people).find(([, { id: one }]) => one === personId)?.[0];
  return rows.map(({ personId, state, mode }) => `${nameOf(personId)} ${state} ${mode}`);
}

describe('in Slack', () => {
  it('by the slash command', async () => {
    const one = await session();
    settled(await platforms.slack('ken').command(`/spp register ${one.code} online`));
    await platforms
      .slack('ken')
      .until(en.sessions.seated({ name: null, title: one.title, mode: 'online', already: false }));
    expect(await standings(one)).toEqual(['ken confirmed online']);
  });

  it('on Home, which then shows the place', async () => {
    const one = await session();
    const hana = platforms.slack('hana');
    settled(await hana.openHome());
    settled(await hana.pressHome(ja.sessions.registerAs.onsite, one.code));
    expect(hana.dialog?.text).toContain(one.code);
    await hana.close();
    expect(await standings(one)).toEqual(['hana confirmed onsite']);
    await expect.poll(() => hana.home?.text).toContain(ja.sessions.standing.confirmed(ja.sessions.modes.onsite));
  });

  it('by a button in the list', async () => {
    const one = await session();
    const ken = platforms.slack('ken');
    settled(await ken.say('sessions'));
    await ken.until(one.code);
    settled(await ken.pressBeside(en.sessions.registerAs.onsite, one.code));
    await ken.until(en.sessions.seated({ name: null, title: one.title, mode: 'on site', already: false }));
    expect(await standings(one)).toEqual(['ken confirmed onsite']);
  });

  it('in words, in either language, once the preview is confirmed', async () => {
    const one = await session();
    const [ken, hana] = [platforms.slack('ken'), platforms.slack('hana')];
    settled(await ken.say(`please register me for ${one.code} on site`));
    const preview = await ken.until(en.chat.confirmFirst);
    expect(preview.text).toContain(one.title);
    settled(await hana.say(`${one.code} にオンラインで参加します`));
    const shown = await hana.until(ja.chat.confirmFirst);
    expect(await standings(one)).toEqual([]);
    settled(await ken.press(en.chat.confirm, preview));
    settled(await hana.press(ja.chat.confirm, shown));
    expect(await standings(one)).toEqual(['ken confirmed onsite', 'hana confirmed online']);
  });

  it('in a modal, where an error stands at its field first', async () => {
    const one = await session({ method: 'in_person' });
    const ken = platforms.slack('ken');
    settled(await ken.command('/spp register'));
    const option = ken.dialog?.fields[0]?.options.find((label) => label.includes(one.code)) ?? '';
    await ken.fill(en.sessions.labels.session, option);
    await ken.fill(en.sessions.labels.mode, en.sessions.modes.online);
    settled(await ken.submit());
    const refusal = en.refusals.mode_not_offered({ title: { ja: one.titleJa, en: one.titleEn }, mode: 'online' });
    // The session is settled by now; only what has to be put right is asked again, with the error above it.
    expect(ken.dialog?.text).toContain(refusal);
    expect(ken.dialog?.text).toContain(one.title);
    expect(ken.dialog?.fields.map(({ label }) => label)).toEqual([en.sessions.labels.mode]);
    await ken.fill(en.sessions.labels.mode, en.sessions.modes.onsite);
    settled(await ken.submit());
    expect(ken.dialog?.text).toContain(one.title);
    await ken.close();
    expect(await standings(one)).toEqual(['ken confirmed onsite']);
  });

  it('for a colleague, who is told; then another mode, a substitute, and the place given up', async () => {
    const one = await session();
    const [ken, hana] = [platforms.slack('ken'), platforms.slack('hana')];
    settled(await ken.command(`/spp session ${one.code}`));
    settled(await ken.press(en.sessions.registerColleague, await ken.until(one.title)));
    await ken.fill(en.sessions.labels.attendee, 'Hana Sato (AOI Corporation)');
    await ken.fill(en.sessions.labels.mode, en.sessions.modes.online);
    settled(await ken.submit());
    await ken.close();
    await platforms.told();
    expect(await standings(one)).toEqual(['hana confirmed online']);
    const notice = await hana.until('鈴木健');
    expect(notice.text).toContain(one.code);

    settled(await hana.press(ja.sessions.changeTo.onsite, await details('hana', one)));
    expect(await standings(one)).toEqual(['hana confirmed onsite']);

    settled(await hana.press(ja.actions['session.substitute'].title, await details('hana', one)));
    await hana.fill(ja.sessions.labels.substitute, '鈴木健(株式会社AOI)');
    settled(await hana.submit());
    await hana.close();
    await platforms.told();
    expect(await standings(one)).toEqual(['hana cancelled onsite', 'ken confirmed onsite']);
    await ken.until('Hana Sato arranged your attendance');

    settled(await ken.press(en.actions['session.cancel'].title, await details('ken', one)));
    expect(await standings(one)).toContain('ken confirmed onsite');
    settled(await ken.submit());
    await ken.close();
    expect(await standings(one)).toEqual(['hana cancelled onsite', 'ken cancelled onsite']);
  });

  async function details(name: Name, { code }: Session) {
    const client = platforms.slack(name);
    settled(await client.command(`/spp session ${code}`));
    return await client.until(code);
  }
});

describe('in Teams', () => {
  it('by a button in the list', async () => {
    const one = await session();
    const haruka = platforms.teams('haruka');
    settled(await haruka.say('セッション一覧'));
    const list = await haruka.until(one.code);
    settled(await haruka.pressBeside(ja.sessions.registerAs.online, one.code, list));
    await haruka.until(ja.sessions.seated({ name: null, title: titleJa(one), mode: 'オンライン', already: false }));
    expect(await standings(one)).toEqual(['haruka confirmed online']);
  });

  it('on the menu, and in words once the preview is confirmed', async () => {
    const one = await session();
    const [tom, haruka] = [platforms.teams('tom'), platforms.teams('haruka')];
    settled(await tom.say('menu'));
    settled(await tom.pressBeside(en.sessions.registerAs.onsite, one.code, await tom.until(one.code)));
    settled(await haruka.say(`${one.code} 会場で参加登録`));
    const preview = await haruka.until(ja.chat.confirmFirst);
    expect(await standings(one)).toEqual(['tom confirmed onsite']);
    settled(await haruka.press(ja.chat.confirm, preview));
    expect(await standings(one)).toEqual(['tom confirmed onsite', 'haruka confirmed onsite']);
    // The preview has had its day.
    expect(haruka.messages().find(({ id }) => id === preview.id)?.text).not.toContain(ja.chat.confirmFirst);
  });

  it('in a form, where an error stands at its field first', async () => {
    const one = await session({ method: 'in_person' });
    const tom = platforms.teams('tom');
    settled(await tom.say('register'));
    const form = await tom.until(en.actions['session.register'].title);
    const option = form.fields[0]?.options.find((label) => label.includes(one.code)) ?? '';
    await tom.fill(en.sessions.labels.session, option);
    await tom.fill(en.sessions.labels.mode, en.sessions.modes.online);
    settled(await tom.press(en.sessions.register, form));
    const refusal = en.refusals.mode_not_offered({ title: { ja: one.titleJa, en: one.titleEn }, mode: 'online' });
    const again = tom.messages().find(({ id }) => id === form.id);
    expect(again?.fields).toMatchObject([{ label: en.sessions.labels.mode, error: refusal }]);
    await tom.fill(en.sessions.labels.mode, en.sessions.modes.onsite);
    settled(await tom.press(en.sessions.register, again));
    expect(await standings(one)).toEqual(['tom confirmed onsite']);
  });

  it('for a colleague, who is told; then another mode, a substitute after an error, and the place given up', async () => {
    const one = await session();
    const [tom, haruka] = [platforms.teams('tom'), platforms.teams('haruka')];
    settled(await tom.press(en.sessions.registerColleague, await details('tom', one)));
    await tom.fill(en.sessions.labels.attendee, 'Haruka Kondo (MDR Corporation)');
    await tom.fill(en.sessions.labels.mode, en.sessions.modes.online);
    settled(await tom.submit());
    await tom.close();
    await platforms.told();
    expect((await haruka.until('トム')).text).toContain(one.code);
    settled(await haruka.press(ja.sessions.changeTo.onsite, await details('haruka', one)));
    settled(await haruka.press(ja.actions['session.substitute'].title, await details('haruka', one)));
    // The list was made while he could still be chosen.
    settled(await tom.press(en.sessions.registerAs.online, await details('tom', one)));
    expect(await standings(one)).toEqual(['haruka confirmed onsite', 'tom confirmed online']);

    const substitute = 'トム(株式会社MDR)';
    await haruka.fill(ja.sessions.labels.substitute, substitute);
    settled(await haruka.submit());
    const refusal = ja.refusals.substitute_is_registered({ title: { ja: one.titleJa, en: one.titleEn } });
    const field = haruka.dialog?.fields.find(({ label }) => label === ja.sessions.labels.substitute);
    expect(field).toMatchObject({ error: refusal });
    await haruka.close();
    const inTheMeantime = await details('tom', one);
    settled(await tom.press(en.actions['session.cancel'].title, inTheMeantime));
    settled(await tom.submit());
    await tom.close();
    settled(await haruka.press(ja.actions['session.substitute'].title, await details('haruka', one)));
    await haruka.fill(ja.sessions.labels.substitute, substitute);
    settled(await haruka.submit());
    expect(haruka.dialog?.text).toContain('トム');
    await haruka.close();
    expect(await standings(one)).toEqual(['haruka cancelled onsite', 'tom confirmed onsite']);
  });

  async function details(name: Name, { code }: Session) {
    const client = platforms.teams(name);
    settled(await client.say(`session ${code}`));
    return await client.until(code);
  }
});

describe('a full room', () => {
  it.each([
    { first: 'ken', second: 'tom', from: 'Slack', to: 'Teams' },
    { first: 'tom', second: 'ken', from: 'Teams', to: 'Slack' },
  ] as const)('makes people wait; a place given up in $from is told of in $to, once', async ({ first, second }) => {
    const one = await session({ method: 'in_person', roomCapacity: 1 });
    const client = (name: 'ken' | 'tom') => (name === 'ken' ? platforms.slack('ken') : platforms.teams('tom'));
    for (const name of [first, second] as const) {
      settled(await client(name).say(`register ${one.code}`));
      settled(await client(name).press(en.chat.confirm, await client(name).until(en.chat.confirmFirst)));
    }
    await client(second).until(
      en.sessions.waits({ name: null, title: one.title, mode: 'on site', before: 0, already: false }),
    );
    expect(await standings(one)).toEqual([`${first} confirmed onsite`, `${second} waiting onsite`]);
    settled(await client(first).say(`session ${one.code}`));
    settled(await client(first).press(en.actions['session.cancel'].title, await client(first).until(one.code)));
    settled(await client(first).submit());
    await client(first).close();
    await platforms.told();
    const promoted = en.sessions.notices.promoted({ title: one.title, mode: 'on site' });
    expect(
      client(second)
        .messages()
        .filter(({ text }) => text.includes(promoted)),
    ).toHaveLength(1);
    expect(await standings(one)).toEqual([`${first} cancelled onsite`, `${second} confirmed onsite`]);
  });
});

function titleJa({ titleJa: title, code }: Session): string {
  return ja.sessions.titled(code, title);
}
