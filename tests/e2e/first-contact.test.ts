/** First contact on both platforms: linked by e-mail or by an invitation code, welcomed before anything else, and nothing personal in a channel. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textsFor } from '../../playground/pilot/texts.js';
import { openSlackClient } from '../../playground/slack/client.js';
import { openPlatforms, type Platforms, settled } from './platforms.js';

const ja = textsFor('ja');
const en = textsFor('en');

let platforms: Platforms;
beforeAll(async () => {
  platforms = await openPlatforms({ arrived: ['sara'] });
  // KIR's tenant is bound no longer, so it vouches for nobody of KIR.
  await platforms.database.binding.deleteMany({ where: { companyId: platforms.companies.KIR.id } });
});
afterAll(async () => {
  expect(platforms.log.filter(({ level }) => level === 'error')).toEqual([]);
  await platforms.close();
});

const accountsOf = async (personId: string) => await platforms.database.account.findMany({ where: { personId } });
const welcomes = (texts: readonly { readonly text: string }[]) =>
  texts.filter(({ text }) => text.includes('へようこそ') || text.includes('Welcome to'));

describe('somebody on the roster', () => {
  it('is linked in Slack by the e-mail of the workspace, welcomed once before the menu, and chooses a language', async () => {
    const ken = platforms.slack('ken');
    settled(await ken.say('hello'));
    await ken.until('Responsible Procurement Programme');
    await platforms.told();
    expect(welcomes(ken.messages())).toHaveLength(1);
    const welcome = await ken.until('Welcome to');
    expect(welcome.buttons.slice(0, 3)).toEqual([
      ja.members.thisLanguage,
      en.members.thisLanguage,
      en.actions['home.show'].title,
    ]);
    expect(welcome.text.indexOf('Welcome to')).toBeLessThan(welcome.text.indexOf('Hello Ken Suzuki'));
    settled(await ken.press(ja.members.thisLanguage, welcome));
    await ken.until(ja.members.languageChosen);
    settled(await ken.say('メニュー'));
    await ken.until('責任ある調達プログラム');
    settled(await ken.press(en.members.thisLanguage, welcome));
    await ken.until(en.members.languageChosen);
    expect(await accountsOf(platforms.people.ken.id)).toMatchObject([{ platform: 'slack', unreachableReason: null }]);
  });

  it('is linked in Teams when the app is installed, greeted and welcomed once, and chooses a language', async () => {
    const haruka = platforms.teams('haruka');
    settled(await haruka.install());
    await haruka.until('責任ある調達プログラム');
    await platforms.told();
    const [welcome, second] = welcomes(haruka.messages());
    expect(second).toBeUndefined();
    expect(welcome?.text.indexOf('へようこそ')).toBeLessThan(welcome?.text.indexOf('こんにちは') ?? 0);
    settled(await haruka.press(en.members.thisLanguage));
    await haruka.until(en.members.languageChosen);
    settled(await haruka.say('menu'));
    await haruka.until('Responsible Procurement Programme');
    expect(await accountsOf(platforms.people.haruka.id)).toMatchObject([{ platform: 'teams' }]);
  });

  it('who uses both platforms is one person with two accounts, welcomed on each', async () => {
    const { id } = platforms.people.emi;
    settled(await platforms.slack('emi').openHome());
    settled(await platforms.teams('emi').install());
    await platforms.told();
    expect((await accountsOf(id)).map(({ platform }) => platform).sort()).toEqual(['slack', 'teams']);
    expect(platforms.slack('emi').home?.text).toContain('江見');
    settled(await platforms.teams('emi').press(en.members.thisLanguage));
    settled(await platforms.slack('emi').openHome());
    expect(platforms.slack('emi').home?.text).toContain('Emi Ogawa');
  });
});

describe('somebody nobody knows', () => {
  it('learns in Slack how to get in, and nothing else, wherever they ask', async () => {
    const { slack } = platforms.playground;
    await slack.join({ id: 'U0NOBODY', email: 'nobody@elsewhere.example' });
    const nobody = openSlackClient(slack, 'U0NOBODY');
    settled(await nobody.say('sessions'));
    await nobody.until(ja.members.unknown);
    settled(await nobody.command('/spp'));
    await nobody.until(ja.members.unknown);
    settled(await nobody.openHome());
    expect(nobody.home?.text).toContain(ja.members.unknown);
    expect(nobody.messages().some(({ text }) => text.includes('Responsible Procurement'))).toBe(false);
  });

  it('of a tenant that is not bound gets in with an invitation code; a wrong one is an error at its field', async () => {
    const kiri = platforms.teams('kiri');
    settled(await kiri.install());
    // An installation tells no language; what she presses does.
    settled(await kiri.press(ja.actions['member.link'].title, await kiri.until(ja.members.unknown)));
    await kiri.fill(en.members.code, 'WRONG-CODE-0000');
    settled(await kiri.submit());
    const field = () => kiri.dialog?.fields.find(({ label }) => label === en.members.code);
    expect(field()).toMatchObject({ error: en.refusals.code_wrong({ triesLeft: 4 }), value: 'WRONG-CODE-0000' });
    await kiri.fill(en.members.code, await issueCode());
    settled(await kiri.submit());
    expect(kiri.dialog?.text).toContain(en.members.linked);
    await kiri.close();
    await platforms.told();
    expect(welcomes(kiri.messages())).toHaveLength(1);
    settled(await kiri.say('menu'));
    expect((await kiri.until('Responsible Procurement Programme')).text).toContain('Nao Kirishima');
  });

  it('of another workspace gets in with a code sent by itself, which works once', async () => {
    const { slack } = platforms.playground;
    await slack.join({ id: 'U0KIRI', email: platforms.people.kiri.email ?? '', team_id: 'T0OTHER' });
    await slack.join({ id: 'U0THIEF', email: 'thief@elsewhere.example', team_id: 'T0OTHER' });
    const [kiri, thief] = [openSlackClient(slack, 'U0KIRI'), openSlackClient(slack, 'U0THIEF')];
    settled(await kiri.say('menu'));
    await kiri.until(ja.members.unknown);
    const code = await issueCode();
    settled(await kiri.say(code.toLowerCase()));
    await kiri.until(ja.members.linked);
    settled(await thief.say(code));
    await thief.until(ja.refusals.code_wrong({ triesLeft: 4 }));
    const accounts = await accountsOf(platforms.people.kiri.id);
    expect(accounts.map(({ platform, tenant }) => `${platform} ${tenant}`)).toContain('slack T0OTHER');
    await platforms.told();
    expect(welcomes(kiri.messages())).toHaveLength(1);
  });

  /** The secretariat issues it in Slack, where it is shown once. */
  async function issueCode(): Promise<string> {
    const sara = platforms.slack('sara');
    settled(await sara.command('/spp invite'));
    await sara.fill(en.members.person, 'Nao Kirishima (KIR Corporation)');
    settled(await sara.submit());
    const code = /[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(sara.dialog?.text ?? '')?.[0];
    await sara.dismiss();
    if (code === undefined) throw new Error('no code was shown');
    return code;
  }
});

describe('a mention in a channel', () => {
  it('in Slack is answered in the direct conversation; the channel learns nothing personal', async () => {
    const [ken, hana] = [platforms.slack('ken'), platforms.slack('hana')];
    const before = hana.messages().length;
    settled(await ken.mention('spp', 'menu'));
    const note = await ken.until(en.chat.sentPrivately);
    expect(note.conversation).toBe('C0SPPGENERAL');
    const answer = ken.messages().findLast(({ text }) => text.includes('Hello Ken Suzuki'));
    expect(answer?.conversation).toMatch(/^D/);
    const seen = hana.messages().slice(before);
    expect(seen.filter(({ from }) => from === 'bot').map(({ text }) => text)).toEqual([en.chat.sentPrivately]);
  });

  it('in Teams is answered in the personal chat; the team learns nothing personal', async () => {
    const [tom, haruka] = [platforms.teams('tom'), platforms.teams('haruka')];
    settled(await haruka.installInTeam('SPP'));
    const before = haruka.messages().length;
    // Tom never spoke to the bot before: the personal chat is opened for the answer.
    settled(await tom.install());
    settled(await tom.mention('General', 'menu'));
    const note = await tom.until(en.chat.sentPrivately);
    expect(note.conversation).toContain('@thread');
    const answer = tom.messages().findLast(({ text }) => text.includes('Hello Tom Baker'));
    expect(answer?.conversation).not.toBe(note.conversation);
    const seen = haruka.messages().slice(before);
    expect(seen.filter(({ from }) => from === 'bot').map(({ text }) => text)).toEqual([en.chat.sentPrivately]);
  });
});
