/** The secretariat changes who belongs to the programme, from adding a person to ending a membership, on either platform. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textsFor } from '../../playground/pilot/texts.js';
import { ask, buildPerson, buildSession } from '../support/factories.js';
import { openPlatforms, type Platforms, settled } from './platforms.js';

let platforms: Platforms;
beforeAll(async () => {
  platforms = await openPlatforms({ arrived: ['ken', 'tom', 'sara', 'emi'] });
});
afterAll(async () => {
  expect(platforms.log.filter(({ level }) => level === 'error')).toEqual([]);
  await platforms.close();
});

describe.each([
  { platform: 'slack', person: 'sara', language: 'en', code: 'AOI' },
  { platform: 'teams', person: 'emi', language: 'ja', code: 'MDR' },
] as const)('in $platform', ({ platform, person, language, code }) => {
  const texts = textsFor(language);
  const { roster, sessions } = texts;
  const client = () => (platform === 'slack' ? platforms.slack(person) : platforms.teams(person));
  /** The names of this platform's people, so that both can be looked for at once. */
  const nameOf = (which: string) => ({ ja: `試験${which}${code}`, en: `${which} ${code}` });
  const shown = (which: string) => texts.members.personName(nameOf(which)[language]);
  const bare = (which: string) => nameOf(which)[language];

  /** Opens an action's form: a modal in Slack, a card in the chat in Teams. */
  async function open(words: string, awaited: string): Promise<void> {
    settled(await (platform === 'slack' ? platforms.slack(person).command(`/spp ${words}`) : client().say(words)));
    if (platform === 'teams') await client().until(awaited);
    else await expect.poll(() => JSON.stringify(client().dialog?.payload)).toContain(awaited);
  }

  /** The field, which Teams marks where it may be left out. */
  async function fill(label: string, value: string): Promise<void> {
    const messages = client().messages();
    const fields = client().dialog?.fields ?? messages.findLast((one) => one.fields.length > 0)?.fields ?? [];
    const full = fields.find((one) => one.label === label) ?? fields.find((one) => one.label.startsWith(label));
    const option = full?.options.find((one) => one.startsWith(value)) ?? value;
    await client().fill(full?.label ?? label, option);
  }

  async function send(label: string): Promise<void> {
    settled(client().dialog ? await client().submit() : await client().press(label));
  }

  /** Waits for words in the dialog or in the chat. */
  async function reads(words: string): Promise<void> {
    const all = () => `${client().dialog?.text ?? ''} ${client().messages().at(-1)?.text ?? ''}`;
    await expect.poll(all, { timeout: 5000 }).toContain(words);
  }

  async function finish(words: string): Promise<void> {
    await reads(words);
    if (client().dialog) await client().close();
  }

  const member = async (which: string) => {
    const { ja: nameJa, en: nameEn } = nameOf(which);
    return await buildPerson(platforms.services, {
      ...{ programme: platforms.programme, company: platforms.companies[code], nameJa, nameEn },
    });
  };

  it('adds a person, whose invitation is one button further', async () => {
    await open('add-person', roster.addIntroduction);
    await fill(roster.labels.nameJa, nameOf('New').ja);
    await fill(roster.labels.nameEn, nameOf('New').en);
    await fill(roster.labels.furigana, 'シケン');
    await fill(roster.labels.company, platforms.companies[code][language === 'ja' ? 'nameJa' : 'nameEn']);
    await send(roster.add);
    await reads(roster.added(bare('New')));
    settled(await client().press(roster.invite));
    await expect
      .poll(() => `${client().dialog?.text ?? ''} ${client().messages().at(-1)?.text}`)
      .toMatch(/[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}/);
    if (client().dialog) await client().close();
    const added = await platforms.database.person.findFirstOrThrow({
      where: { nameEn: nameOf('New').en },
      include: { memberships: true, invitations: true },
    });
    expect(added.memberships).toMatchObject([{ companyId: platforms.companies[code].id, role: 'participant' }]);
    expect(added.invitations).toHaveLength(1);
  });

  it('takes an account from the wrong person and gives it to the right one', async () => {
    const [wrong, right] = [await member('Wrong'), await member('Right')];
    await open('account', roster.labels.rightPerson);
    await fill(roster.labels.member, bare('Wrong'));
    await fill(roster.labels.rightPerson, bare('Right'));
    await send(roster.next);
    await reads(roster.relinkPreview({ from: bare('Wrong'), to: bare('Right') }));
    const account = await platforms.database.account.findFirstOrThrow({ where: { personId: wrong.id } });
    await fill(roster.labels.account, '');
    await send(roster.change);
    await finish(roster.relinked({ from: bare('Wrong'), to: bare('Right') }));
    expect(await platforms.database.account.findUnique({ where: { id: account.id } })).toMatchObject({
      personId: right.id,
    });
  });

  it('merges two entries of one person, and tells it in the history', async () => {
    const [twice, stays] = [await member('Twice'), await member('Stays')];
    await open('merge-people', roster.labels.duplicate);
    await fill(roster.labels.duplicate, bare('Twice'));
    await fill(roster.labels.remaining, bare('Stays'));
    await send(roster.next);
    await reads(
      roster.mergePreview({ from: bare('Twice'), into: bare('Stays'), accounts: 1, registrations: 0, both: 0 }),
    );
    expect(await platforms.database.person.findUnique({ where: { id: twice.id } })).toMatchObject({
      mergedIntoId: null,
    });
    await send(roster.merge);
    await finish(roster.merged({ from: bare('Twice'), into: bare('Stays') }));
    expect(await platforms.database.person.findUnique({ where: { id: twice.id } })).toMatchObject({
      mergedIntoId: stays.id,
    });
    await open(texts.actions['member.history'].words[0] ?? '', roster.labels.member);
    await fill(roster.labels.member, bare('Stays'));
    await send(roster.next);
    await finish(roster.history.kinds.merged);
  });

  it('moves one who waits to the head of the waitlist, and ends a membership, whose place goes to them', async () => {
    const session = await buildSession(platforms.services, platforms.programme, {
      code: `FULL-${code}-1`,
      roomCapacity: 1,
    });
    const title = sessions.titled(session.code, language === 'ja' ? session.titleJa : session.titleEn);
    const people = [await member('Holder'), await member('First'), await member('Second')];
    for (const one of people) {
      await ask(platforms.services, one, 'session.register', { session: session.id, mode: 'onsite' });
    }
    const [holder, first, second] = people;
    await open(`move-up ${session.code}`, title);
    await fill(sessions.labels.attendee, bare('Second'));
    await send(sessions.next);
    await reads(sessions.moveUpPreview({ name: shown('Second'), title, passed: 1 }));
    await send(sessions.moveUp);
    await finish(sessions.movedUp({ name: shown('Second'), title }));
    await open('end-membership', roster.labels.member);
    await fill(roster.labels.member, bare('Holder'));
    await send(roster.next);
    // Nobody takes over.
    await send(roster.next);
    await reads(roster.endPreview({ name: bare('Holder'), places: 1 }));
    await send(roster.end);
    await finish(roster.ended(bare('Holder')));
    const held = async (id: string | undefined) =>
      (await platforms.database.registration.findFirst({ where: { sessionId: session.id, personId: id ?? '' } }))
        ?.state;
    expect([await held(holder?.id), await held(first?.id), await held(second?.id)]).toEqual([
      ...['cancelled', 'waiting', 'confirmed'],
    ]);
    await platforms.told();
  });
});
