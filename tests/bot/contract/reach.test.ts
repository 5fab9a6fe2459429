/** Every action is reached from every surface of both platforms, by those who may and by nobody else; nothing here is replaced but the platforms. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatClient, SeenField } from '../../../playground/client.js';
import { textsFor } from '../../../playground/pilot/texts.js';
import type { Form, Message, Reply } from '../../../programme/messages/message.js';
import { programmeOverviewTexts } from '../../../programme/overview/texts.js';
import { questionTexts } from '../../../programme/questions/texts.js';
import type { Action } from '../../../programme/requests/action.js';
import type { RequestingAccount } from '../../../programme/requests/request.js';
import { actions } from '../../../programme/rooms.js';
import { type Name, openPlatforms, type Platforms, settled, tenant, workspace } from '../../e2e/platforms.js';
import { ask, buildSession } from '../../support/factories.js';

const languages = ['ja', 'en'] as const;
type Language = (typeof languages)[number];

let platforms: Platforms;
beforeAll(async () => {
  platforms = await openPlatforms({ arrived: ['ken', 'hana', 'tom', 'haruka', 'emi', 'sara', 'aki', 'sumi'] });
  const now = platforms.playground.clock.now().getTime();
  const times = { startsAt: new Date(now + 1_800_000), endsAt: new Date(now + 9_000_000), deadline: new Date(now) };
  const running = await buildSession(platforms.services, platforms.programme, { code: 'NOW-1', ...times });
  const coming = await buildSession(platforms.services, platforms.programme, { code: 'SEM-1' });
  for (const sessionId of [running.id, coming.id]) {
    for (const name of ['ken', 'hana', 'tom', 'haruka'] as const) {
      const { id } = platforms.people[name];
      const at = { createdAt: new Date(now), changedAt: new Date(now) };
      await platforms.database.registration.create({
        data: { sessionId, personId: id, mode: 'online', state: 'confirmed', registeredById: id, ...at },
      });
    }
  }
});
afterAll(async () => {
  expect(platforms.log.filter(({ level }) => level === 'error')).toEqual([]);
  await platforms.close();
});

/** The title of the action to which a button at the head of the secretariat's Home leads; of other buttons their own label. */
function titleOf(label: string, language: Language): string {
  const { whole, numbers, actions: own } = programmeOverviewTexts[language];
  const beforeNumber = (text: string) => text.replace(/\d.*$/, '');
  if (label === whole) return own['overview.show'].title;
  return beforeNumber(label) === beforeNumber(numbers.questions(0, 0))
    ? questionTexts[language].actions['question.inbox'].title
    : label;
}

/** Somebody who may take the action, on this platform, in this language. */
function whoMay({ who }: Action, platform: 'slack' | 'teams', language: Language): Name {
  if (who !== 'anyone' && !who.includes('participant')) return language === 'ja' ? 'emi' : 'sara';
  if (platform === 'slack') return language === 'ja' ? 'hana' : 'ken';
  return language === 'ja' ? 'haruka' : 'tom';
}

function accountOf(name: Name, platform: 'slack' | 'teams'): RequestingAccount {
  const { slackUserId, teamsUserId } = platforms.person(name);
  return {
    platform,
    tenant: platform === 'slack' ? workspace : tenant,
    userId: (platform === 'slack' ? slackUserId : teamsUserId) ?? '',
    address: {},
    language: null,
    verifiedEmail: async () => null,
  };
}

/** What the action answers to this person, wherever it was asked for. */
async function answerTo(name: Name, platform: 'slack' | 'teams', action: Action): Promise<Reply> {
  const account = await platforms.database.account.findFirstOrThrow({ where: { ...place(name, platform) } });
  const asking = { account: { ...accountOf(name, platform), address: account.address ?? {} } };
  return (await ask(platforms.services, asking, action.name)).reply;
}

function place(name: Name, platform: 'slack' | 'teams') {
  const { userId } = accountOf(name, platform);
  return { platform, userId };
}

/** Whether words alone only show what would be done, which a press then does: not where it is refused, or lacks the files it takes. */
const showsFirst = ({ confirm, receives }: Action, reply: Reply) =>
  confirm === 'words' && receives === null && reply.kind === 'message' && reply.outcome === 'done';

/** Without the mark that Teams gives what may be left out. */
const labels = (fields: readonly SeenField[] = []) =>
  fields.map(({ label }) => languages.reduce((left, one) => left.replace(textsFor(one).chat.optional(''), ''), label));

/** Cards of Teams have no input for files: a note says to send them in the chat. */
const drawnIn = (platform: 'slack' | 'teams', { fields }: Form) =>
  fields.filter(({ kind }) => platform === 'slack' || kind !== 'file').map(({ label }) => label);

function expectDialog(client: ChatClient, reply: Reply, platform: 'slack' | 'teams'): void {
  const shown = `${client.dialog?.title}\n${client.dialog?.text}`;
  if (reply.kind === 'message') {
    expect(shown).toContain(firstWords(reply.message));
    return;
  }
  expect(shown).toContain(reply.form.title);
  expect(labels(client.dialog?.fields)).toEqual(drawnIn(platform, reply.form));
}

function firstWords({ elements }: Message): string {
  const [first] = elements;
  return first !== undefined && 'text' in first ? first.text : '';
}

const cases = actions.flatMap((action) => languages.map((language) => ({ action, name: action.name, language })));

describe('slack', () => {
  it.each(cases)('$name by its command, in $language', async ({ action, language }) => {
    const name = whoMay(action, 'slack', language);
    const [client, reply] = [platforms.slack(name), await answerTo(name, 'slack', action)];
    settled(await client.command(`/spp ${action.command}`));
    if (reply.kind === 'message') return void (await client.until(firstWords(reply.message)));
    expectDialog(client, reply, 'slack');
    await client.dismiss();
  });

  it.each(cases)('$name by words in a message, in $language', async ({ action, language }) => {
    const name = whoMay(action, 'slack', language);
    const { chat } = textsFor(language);
    const [client, reply] = [platforms.slack(name), await answerTo(name, 'slack', action)];
    settled(await client.say(action.texts[language].title));
    if (reply.kind === 'message') {
      if (showsFirst(action, reply)) settled(await client.press(chat.confirm, await client.until(chat.confirmFirst)));
      return void (await client.until(firstWords(reply.message)));
    }
    settled(await client.press(chat.fillIn, await client.until(chat.fillInAbove(reply.form.title))));
    expectDialog(client, reply, 'slack');
    await client.dismiss();
  });

  it.each(cases)('$name by a button, in $language', async ({ action, language }) => {
    const name = whoMay(action, 'slack', language);
    const [client, reply] = [platforms.slack(name), await answerTo(name, 'slack', action)];
    const offered = await offer(name, 'slack', action, language);
    settled(await client.press(offered.button, await client.until(offered.words)));
    if (reply.kind === 'message') return void (await client.until(firstWords(reply.message)));
    expectDialog(client, reply, 'slack');
    await client.dismiss();
  });
});

describe('teams', () => {
  it.each(cases)('$name by words, in $language', async ({ action, language }) => {
    const name = whoMay(action, 'teams', language);
    const { chat } = textsFor(language);
    const [client, reply] = [platforms.teams(name), await answerTo(name, 'teams', action)];
    for (const words of [action.texts[language].title, action.command]) {
      settled(await client.say(words));
      if (reply.kind === 'message' && showsFirst(action, reply)) {
        settled(await client.press(chat.confirm, await client.until(chat.confirmFirst)));
      }
      const seen = await client.until(reply.kind === 'form' ? reply.form.title : firstWords(reply.message));
      const wanted = reply.kind === 'form' ? drawnIn('teams', reply.form) : [];
      expect(labels(seen.fields)).toEqual(wanted);
    }
  });

  it.each(cases)('$name by a button, in $language', async ({ action, language }) => {
    const name = whoMay(action, 'teams', language);
    const [client, reply] = [platforms.teams(name), await answerTo(name, 'teams', action)];
    const offered = await offer(name, 'teams', action, language);
    settled(await client.press(offered.button, await client.until(offered.words)));
    if (action.ask === null) return void (await client.until(reply.kind === 'form' ? '' : firstWords(reply.message)));
    expectDialog(client, reply, 'teams');
    await client.close();
  });
});

let offers = 0;

/** Sends the person a message with a button for the action, as notifications hold them. */
async function offer(name: Name, platform: 'slack' | 'teams', action: Action, language: Language) {
  const gateway = platforms.playground.assistant[platform]?.gateway;
  const account = await platforms.database.account.findFirstOrThrow({ where: place(name, platform) });
  offers += 1;
  const [words, button] = [`offer ${offers}.`, action.texts[language].title];
  const outcome = await gateway?.deliver(
    { ...accountOf(name, platform), address: account.address },
    {
      message: {
        summary: words,
        elements: [
          { kind: 'text', text: words },
          { kind: 'buttons', buttons: [{ label: button, action: action.name, input: {}, form: action.ask !== null }] },
        ],
      },
      language,
      key: words,
    },
  );
  expect(outcome?.outcome).toBe('delivered');
  return { words, button };
}

describe('the menu and the help', () => {
  const people = [
    { name: 'ken', role: 'participant', language: 'en' },
    { name: 'haruka', role: 'participant', language: 'ja' },
    { name: 'emi', role: 'secretariat', language: 'ja' },
    { name: 'aki', role: 'adviser', language: 'en' },
    { name: 'sumi', role: 'speaker', language: 'ja' },
  ] as const;

  it.each(people)('offer to $name everything that a $role may do, and nothing else', async (one) => {
    const { name, role, language } = one;
    const texts = textsFor(language);
    const may = actions.filter(({ who }) => who === 'anyone' || who.includes(role));
    const inMenu = may.filter(({ offered }) => offered === 'menu').map((action) => action.texts[language].title);
    const others = actions.filter(({ offered }) => offered === 'menu').map((a) => a.texts[language].title);
    const inHelp = may.filter(({ offered }) => offered !== 'contextual');
    const { slackUserId, teamsUserId } = platforms.person(name);
    const menus: (readonly string[])[] = [];
    const helps: string[] = [];
    if (slackUserId !== null) {
      const client = platforms.slack(name);
      settled(await client.openHome());
      menus.push(client.home?.buttons ?? []);
      settled(await client.command('/spp'));
      menus.push((await client.until(texts.members.helpNote)).buttons);
      settled(await client.command('/spp help'));
      helps.push((await client.until(texts.members.helpIntroduction)).text);
    }
    if (teamsUserId !== null) {
      const client = platforms.teams(name);
      settled(await client.say('menu'));
      menus.push((await client.until(texts.members.helpNote)).buttons);
      settled(await client.say('help'));
      helps.push((await client.until(texts.members.helpIntroduction)).text);
    }
    // A session in the list may offer one of them, too; the secretariat's overview leads to two of them in words of its own.
    for (const menu of menus.map((labels) => labels.map((label) => titleOf(label, language))))
      expect(new Set(menu.filter((label) => others.includes(label)))).toEqual(new Set(inMenu));
    for (const help of helps) {
      for (const action of actions) {
        const entry = texts.members.helpEntry(action.texts[language].title, action.command);
        const line = action.texts[language].help;
        expect(help.includes(entry) && help.includes(line), action.name).toBe(inHelp.includes(action));
      }
    }
  });
});

describe('a person who may not', () => {
  const forMembers = actions.flatMap((action) => (action.who === 'anyone' ? [] : [{ ...action, action }]));
  // Advisers call things of their own by the same words, and are led there.
  const advisersOwn = ['consultation.find', 'consultation.mine', 'consultation.overview', 'session.record'];
  const guarded = forMembers.filter(
    ({ name, who }) => !who.includes('adviser') && !who.includes('speaker') && !advisersOwn.includes(name),
  );

  it.each(guarded)('is told so of $name, on both platforms and in both languages', async ({ command }) => {
    const outsiders = [
      ['aki', 'en'],
      ['sumi', 'ja'],
    ] as const;
    for (const [name, language] of outsiders) {
      const words = textsFor(language).refusals.not_allowed({});
      settled(await platforms.slack(name).command(`/spp ${command}`));
      expect((await platforms.slack(name).until(words)).ephemeral).toBe(true);
      settled(await platforms.teams(name).say(command));
      await platforms.teams(name).until(words);
    }
  });

  it.each(advisersOwn)('or is led to their own instead of %s', async (name) => {
    const command = actions.find((action) => action.name === name)?.command ?? '';
    const own = textsFor('en');
    const words =
      name === 'session.record' ? own.refusals.nothing_to_record({}) : own.consultations.hours.agenda.noneBooked;
    settled(await platforms.slack('aki').command(`/spp ${command}`));
    await platforms.slack('aki').until(words);
    settled(await platforms.teams('aki').say(command));
    await platforms.teams('aki').until(words);
  });

  it('is told how to get in where nobody knows them, whatever they ask for', async () => {
    const { slack } = platforms.playground;
    await slack.join({ id: 'U0STRANGE', email: 'stranger@elsewhere.example' });
    const { openSlackClient } = await import('../../../playground/slack/client.js');
    const onSlack = openSlackClient(slack, 'U0STRANGE');
    // On the roster's platform, but no longer on the roster.
    await platforms.database.person.update({ where: { id: platforms.people.kiri.id }, data: { email: null } });
    const onTeams = platforms.teams('kiri');
    settled(await onTeams.install());
    for (const { command } of forMembers) {
      settled(await onSlack.command(`/spp ${command}`));
      await onSlack.until(textsFor('ja').members.unknown);
      settled(await onTeams.say(command));
      await onTeams.until(textsFor('en').members.unknown);
    }
  });
});
