/** What holds for every action there is: words in both languages, who may, and a preview where only words proposed it. */
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { textsFor } from '../../../playground/pilot/texts.js';
import type { Role } from '../../../prisma/client.js';
import type { Form, Values } from '../../../programme/messages/message.js';
import type { Request } from '../../../programme/requests/request.js';
import { actions } from '../../../programme/rooms.js';
import { ask, outcomeOf, wordsOf } from '../../support/factories.js';
import { understand } from '../../support/understand.js';
import {
  type Actor,
  actorOf,
  buildSetup,
  type ContractFixture,
  everythingWritten,
  onTeams,
  openContractFixture,
  stranger,
} from './fixture.js';
import { buttonsIn } from './material.js';

const languages = ['ja', 'en'] as const;
const roles: readonly Role[] = ['participant', 'adviser', 'secretariat', 'speaker'];
const both = actions.flatMap((action) => languages.map((language) => ({ action, name: action.name, language })));

/** Every test builds a programme of its own: in a database with hundreds of them, to compare all that is written took longer than all else. */
const MOST_TESTS = 40;

let fixture: ContractFixture;
let begun = 0;
beforeEach(async () => {
  if (begun % MOST_TESTS === 0) {
    if (begun > 0) await end();
    fixture = await openContractFixture();
  }
  begun += 1;
});
afterAll(end);

async function end(): Promise<void> {
  expect(fixture.services.complaints).toEqual([]);
  await fixture.close();
}

/** Asks on both platforms in every way there is, which must each time be refused with these words and change nothing. */
async function expectRefused(
  [onSlack, onTeams]: readonly [Actor, Actor],
  action: (typeof actions)[number],
  input: Values,
  words: RegExp,
) {
  const before = await everythingWritten(fixture);
  const attempts = [
    { actor: onSlack, given: {}, how: { origin: 'words' } },
    { actor: onTeams, given: input, how: { origin: 'words' } },
    { actor: onTeams, given: input, how: { submitted: true } },
  ] as const;
  for (const { actor, given, how } of attempts) {
    const performed = await ask(fixture.services, actor, action.name, given, how);
    expect(outcomeOf(performed), `${JSON.stringify(how)}: ${wordsOf(performed)}`).toBe('refused');
    expect(wordsOf(performed)).toMatch(words);
  }
  expect(await everythingWritten(fixture)).toBe(before);
}

describe('words', () => {
  it.each(both)('$name has a title, one line of help and words of its own in $language', ({ action, language }) => {
    const { title, help, words } = action.texts[language];
    for (const text of [title, help, ...words]) {
      expect(text.trim()).toBe(text);
      expect(text).not.toBe('');
      // What one language lacks must not be filled in from the other.
      expect(/[ぁ-んァ-ヶ一-龠]/.test(text), text).toBe(language === 'ja');
    }
    expect(help).not.toContain('\n');
    const others = actions.filter((other) => other !== action).map((other) => other.texts[language]);
    expect(others.map((other) => other.title)).not.toContain(title);
  });

  it.each(actions)('$name is meant by its command and by all of its words', ({ name, command, texts }) => {
    expect(command).toMatch(/^[a-z][a-z-]*$/);
    expect(actions.filter((other) => other.command === command)).toHaveLength(1);
    for (const language of languages) {
      for (const words of [command, command.toUpperCase(), ...texts[language].words]) {
        // The words themselves name no session and no way of attending; those for a language name it, and "ill today" its day.
        const { language: named, spokenDay, to: asked, ...input } = understand(words).input;
        expect(spokenDay === undefined || /today/.test(words), words).toBe(true);
        expect(asked === undefined || name === 'question.ask', words).toBe(true);
        expect({ action: understand(words).action, input }, words).toEqual({ action: name, input: {} });
        expect(named === undefined || name === 'member.language', words).toBe(true);
      }
    }
  });
});

describe('who may', () => {
  it.each(both)('$name is done for those who may, in $language', async ({ action, language }) => {
    const { actor, input } = await buildSetup(fixture, action.name, language);
    const performed = await ask(fixture.services, actor, action.name, input, { submitted: true });
    expect(outcomeOf(performed), wordsOf(performed)).toBe('done');
  });

  const forMembers = both.flatMap(({ action, language }) =>
    action.who === 'anyone' ? [] : [{ action, name: action.name, who: action.who, language }],
  );
  // Each in one of the languages, in turn.
  const outsiders = forMembers
    .flatMap((one) => roles.filter((role) => !one.who.includes(role)).map((role) => ({ ...one, role })))
    .filter(({ language, role }) => language === languages[roles.indexOf(role) % 2]);

  it.each(outsiders)('$name is refused to a $role on both platforms, in $language', async (one) => {
    const { action, language, role } = one;
    const setup = await buildSetup(fixture, action.name, language);
    const onSlack = await actorOf(setup, role, language);
    const { refusals } = textsFor(language);
    // What they may not touch they may not learn of either.
    const words = anyOf(
      ...[refusals.not_allowed({}), refusals.not_found({}), refusals.file_not_found({})],
      // Until a programme is announced, only its secretariat knows that it takes part.
      ...(action.name === 'programme.open' ? [refusals.no_programme({})] : []),
    );
    const both = [onSlack, await onTeams(setup, onSlack.person, language)] as const;
    await expectRefused(both, action, setup.input, words);
  });

  it.each(forMembers)('$name is refused to people who are not linked, in $language', async ({ action, language }) => {
    const { input } = await buildSetup(fixture, action.name, language);
    const words = anyOf(textsFor(language).members.unknown);
    const both = [
      await stranger(fixture, { language }),
      await stranger(fixture, { platform: 'teams', tenant: 'TENANT', language }),
    ] as const;
    await expectRefused(both, action, input, words);
  });

  it('only these are for anyone, and tell a stranger nothing but how to get in', async () => {
    const open = actions.filter(({ who }) => who === 'anyone');
    expect(open.map(({ name }) => name)).toEqual(['home.show', 'member.link', 'help.show', 'file.about']);
    const { members } = textsFor('en');
    const { programme } = await buildSetup(fixture, 'session.list', 'en');
    for (const { name } of open) {
      const said = wordsOf(await ask(fixture.services, await stranger(fixture, { language: 'en' }), name));
      expect(said).toContain(name === 'member.link' ? members.codeIntroduction : members.unknown);
      expect(said).not.toContain(programme.nameEn);
    }
  });
});

describe('what words alone propose', () => {
  const inWords = { origin: 'words' } as const;

  it.each(both)('$name waits to be agreed to where it must, in $language', async ({ action, language }) => {
    const { actor, input } = await buildSetup(fixture, action.name, language);
    const before = await everythingWritten(fixture);
    const performed = await ask(fixture.services, actor, action.name, input, inWords);
    const after = await everythingWritten(fixture);
    switch (action.confirm) {
      case 'read':
        expect(outcomeOf(performed)).toBe('done');
        expect(after).toBe(before);
        return;
      case 'never':
        expect(outcomeOf(performed)).toBe('done');
        return;
      case 'words':
      case 'always':
        expect(after).toBe(before);
        return await expectAgreed(actor, performed.reply, input, { action, language });
    }
  });

  it.each(both.filter(({ action }) => action.confirm === 'always'))(
    '$name waits also where a button asked for it, in $language',
    async ({ action, language }) => {
      const { actor, input } = await buildSetup(fixture, action.name, language);
      const before = await everythingWritten(fixture);
      const { reply } = await ask(fixture.services, actor, action.name, input, { origin: 'chosen' });
      expect(await everythingWritten(fixture)).toBe(before);
      await expectAgreed(actor, reply, input, { action, language });
    },
  );

  /** The preview says what it is about, and agreeing to it does it. */
  async function expectAgreed(
    actor: Actor,
    reply: Awaited<ReturnType<typeof ask>>['reply'],
    input: Values,
    { action, language }: Pick<(typeof both)[number], 'action' | 'language'>,
  ) {
    const before = await everythingWritten(fixture);
    const agree = async (given: Values, how: Partial<Request>, name = action.name) => {
      const done = await ask(fixture.services, actor, name, given, how);
      expect(outcomeOf(done), wordsOf(done)).toBe('done');
      expect(await everythingWritten(fixture)).not.toBe(before);
    };
    if (reply.kind === 'form') {
      expect(reply).toMatchObject({ errors: {}, problem: null });
      return await agree({ ...reply.form.known, ...filledFrom(reply.form, input) }, { submitted: true });
    }
    expect(reply.outcome).toBe('preview');
    const { chat } = textsFor(language);
    const about = reply.message.elements.filter(
      (element) => !('text' in element) || element.text !== chat.confirmFirst,
    );
    expect(
      about.map(({ kind }) => kind),
      'a preview must say what would be done',
    ).not.toEqual(['buttons']);
    expect(reply.message.elements[0], 'it begins with what would be done').toMatchObject({ kind: 'text' });
    const shown = buttonsIn(reply.message);
    const confirm = shown.find((button) => button.action === 'preview.confirm');
    const dismiss = shown.find((button) => button.action === 'preview.dismiss');
    // What a list leaves open is decided in the action's own form.
    const others = shown.filter((button) => button !== confirm && button !== dismiss);
    expect(others.filter((button) => button.action !== action.name || button.form !== true)).toEqual([]);
    expect(dismiss).toMatchObject({ label: chat.dismiss, action: 'preview.dismiss', input: confirm?.input });
    expect(confirm).toMatchObject({ label: chat.confirm, action: 'preview.confirm' });
    await agree(confirm?.input ?? {}, {}, 'preview.confirm');
  }
});

/** What of the input the form asks for. */
function filledFrom(form: Form, input: Values): Values {
  const names = new Set(form.fields.map(({ name }) => name));
  return Object.fromEntries(Object.entries(input).filter(([name]) => names.has(name)));
}

function anyOf(...texts: readonly string[]): RegExp {
  return new RegExp(texts.map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'));
}
