/** Every real message and form, in both languages, on both platforms: valid, inert, and with every fixed text whole. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPayload } from '../../../bot/payload.js';
import { textsFor } from '../../../playground/pilot/texts.js';
import type { Button, Form, Message, Reply, Values } from '../../../programme/messages/message.js';
import { replySchema } from '../../../programme/messages/reply-schema.js';
import { problems } from '../../../programme/requests/problems.js';
import { actions } from '../../../programme/rooms.js';
import { type ContractFixture, openContractFixture } from './fixture.js';
import { buttonsIn, collectReplies, type Said } from './material.js';
import type { Drawing } from './platform.js';
import { slack } from './slack-platform.js';
import { teams } from './teams-platform.js';

const languages = ['ja', 'en'] as const;
const platforms = [slack, teams];

let fixture: ContractFixture;
const said: Said[] = [];

beforeAll(async () => {
  fixture = await openContractFixture();
  for (const language of languages) said.push(...(await collectReplies(fixture, language)));
});
afterAll(async () => {
  expect(fixture.services.complaints).toEqual([]);
  await fixture.close();
});

describe('the material', () => {
  it.each(languages)('holds what every action says in %s, done, refused, previewed and asked', (language) => {
    const here = said.filter((one) => one.language === language);
    const lacking = actions.flatMap((action) => {
      const own = here.filter(({ because }) => because.startsWith(`${action.name} `)).map(({ reply }) => reply);
      const says = (outcome: string) => own.some((reply) => reply.kind === 'message' && reply.outcome === outcome);
      const forms = own.flatMap((reply) => (reply.kind === 'form' ? [reply] : []));
      const isWritten = forms.some(({ form }) =>
        form.fields.some(({ kind }) => kind === 'text' || kind === 'long text'),
      );
      return [
        ...(says('done') ? [] : [`${action.name} done`]),
        ...(action.confirm !== 'words' || says('preview') ? [] : [`${action.name} previewed`]),
        ...(action.ask === null || forms.length > 0 ? [] : [`${action.name} asked`]),
        ...(!isWritten || forms.some(({ errors }) => Object.keys(errors).length > 0)
          ? []
          : [`${action.name} filled in wrongly`]),
      ];
    });
    expect(lacking).toEqual([]);
    expect(here.some(({ reply }) => reply.kind === 'form' && reply.problem !== null)).toBe(true);
    const told = here.map(({ because }) => because);
    const untold = [...fixture.services.notificationKinds.keys()].filter(
      (kind) => !told.includes(`notification ${kind}`),
    );
    expect(untold).toEqual([]);
  });

  it('is read as it was where it had been stored', () => {
    for (const { reply } of said) expect(replySchema.parse(JSON.parse(JSON.stringify(reply)))).toEqual(reply);
  });
});

describe.each(
  languages.flatMap((language) => platforms.map((platform) => ({ language, platform, name: platform.name }))),
)('$name in $language', ({ language, platform }) => {
  const drawn = (reply: Reply): readonly Drawing[] =>
    reply.kind === 'form'
      ? platform.drawForm(reply.form, language, reply.errors, reply.problem)
      : platform.drawMessage(reply.message, language);
  const here = () => said.filter((one) => one.language === language);

  it('draws every reply valid, inert and whole', () => {
    const { chat } = textsFor(language);
    const faults = here().flatMap(({ because, reply }) =>
      drawn(reply).flatMap(({ surface, problems: complaints, live, texts }) => {
        const cut = textsOf(reply).filter((text) => text.trim() !== '' && !texts.some((one) => one.includes(text)));
        const shortened = texts.filter((text) => text.includes(chat.shortened) || text.includes(moreItems(language)));
        const all = [...complaints, ...live, ...cut.map((text) => `cut: ${text}`), ...shortened];
        return all.map((fault) => `${because} on ${surface}: ${fault}`);
      }),
    );
    expect(faults.slice(0, 20)).toEqual([]);
  });

  it('carries every button there and back', () => {
    for (const { because, reply } of here()) {
      if (reply.kind === 'form') continue;
      const wanted = buttonsIn(reply.message).map((button) => readPayload(button));
      for (const { carried } of drawn(reply)) {
        expect(
          carried.filter((one) => typeof one !== 'string'),
          because,
        ).toEqual(wanted);
      }
    }
  });

  it('brings back what a form knew and showed where nothing was touched', () => {
    for (const { because, reply } of here()) {
      if (reply.kind !== 'form') continue;
      for (const submitted of platform.submit(reply.form, language, {})) {
        expect(submitted, because).toEqual({
          action: reply.form.action,
          input: untouched(reply.form),
          proposed: false,
        });
      }
    }
  });

  it('has room for every title, label, hint, problem and line of help', () => {
    const texts = textsFor(language);
    const { labels, hints } = texts.sessions;
    const titles = actions.map((action) => action.texts[language].title);
    expect(titles.filter((title) => title.length > platform.room.button)).toEqual([]);
    expect(Object.values(labels).filter((label) => label.length > platform.room.fieldLabel)).toEqual([]);
    expect(Object.values(hints).filter((hint) => hint.length > platform.room.hint)).toEqual([]);
    const said = problems.map((problem) => texts.problems[problem]);
    expect(said.filter((words) => words.length > platform.room.problem)).toEqual([]);
  });
});

it('says of every button that opens a form that it does, which Teams must know beforehand', () => {
  const silent = said.flatMap(({ reply }) =>
    reply.kind === 'form' ? [] : buttonsIn(reply.message).filter((button) => opensForm(button) && button.form !== true),
  );
  expect(silent.map(({ action, label, input }) => `${label}: ${action} ${JSON.stringify(input)}`)).toEqual([]);
});

it('leaves it to the platforms to mark the fields that may stay empty', () => {
  const labels = said.flatMap(({ reply }) =>
    reply.kind === 'form' ? reply.form.fields.map(({ label }) => label) : [],
  );
  expect(labels.filter((label) => /任意|optional/i.test(label))).toEqual([]);
});

it('names only actions that exist', () => {
  const named = said.flatMap(({ reply }) =>
    reply.kind === 'form' ? [reply.form.action] : buttonsIn(reply.message).map(({ action }) => action),
  );
  expect([...new Set(named)].filter((name) => !actions.some((action) => action.name === name))).toEqual([]);
});

it('leads to every action: by a button of the menu, by the help, or by a button of another message', () => {
  const messages = said.flatMap(({ because, reply }) => (reply.kind === 'message' ? [{ because, ...reply }] : []));
  const buttonsOf = (part: string) =>
    messages.filter(({ because }) => because.startsWith(part)).flatMap(({ message }) => buttonsIn(message));
  const everywhere = new Set(messages.flatMap(({ message }) => buttonsIn(message).map(({ action }) => action)));
  const menu = new Set(buttonsOf('home.show ').map(({ action }) => action));
  const help = messages
    .filter(({ because }) => because.startsWith('help.show '))
    .flatMap(({ message }) => words(message));
  for (const { name, texts, offered, command } of actions) {
    if (offered === 'menu') expect(menu, name).toContain(name);
    if (offered === 'contextual') expect(everywhere, name).toContain(name);
    if (offered !== 'contextual') {
      for (const language of languages) {
        const { members } = textsFor(language);
        expect(help, name).toContain(members.helpEntry(texts[language].title, command));
      }
    }
  }
});

function moreItems(language: 'ja' | 'en'): string {
  return textsFor(language).chat.moreItems(1).replace(/^.*1/, '');
}

function opensForm({ action, input, confirmed }: { action: string; input: Values; confirmed?: boolean }): boolean {
  const found = actions.find(({ name }) => name === action);
  if (found === undefined || found.ask === null || confirmed === true) return false;
  return found.confirm === 'always' || 'issues' in found.parse(input);
}

/** The form's known values and first values, as a submission brings them back. */
function untouched({ known, fields }: Form): Values {
  const asked = new Set(fields.map(({ name }) => name));
  const initial = fields.flatMap((field) => {
    if (!('initial' in field) || field.initial === undefined || field.initial === '') return [];
    // What is not among the options cannot be shown as chosen.
    const gone = 'choices' in field && !field.choices.some(({ value }) => value === field.initial);
    return gone && field.kind !== 'several choices' ? [] : [[field.name, field.initial] as const];
  });
  return Object.fromEntries([...Object.entries(known).filter(([name]) => !asked.has(name)), ...initial]);
}

/** Everything that a reply says. A summary is only for banners and screen readers, which have a text of their own. */
function textsOf(reply: Reply): readonly string[] {
  if (reply.kind === 'message') return words(reply.message);
  const { form, errors, problem } = reply;
  return [
    ...[form.title, form.submit, form.cancel, problem ?? '', ...Object.values(errors)],
    ...words({ summary: '', elements: form.introduction }),
    ...form.fields.flatMap((field) => [
      field.label,
      field.hint ?? '',
      // A field that is searched finds its options later.
      ...('choices' in field && !('search' in field && field.search) ? field.choices.map(({ label }) => label) : []),
      ...(field.kind === 'yes/no' ? [field.yes, field.no] : []),
    ]),
  ];
}

function words(message: Message): readonly string[] {
  return message.elements.flatMap((element): readonly string[] => {
    switch (element.kind) {
      case 'facts':
        return element.facts.flatMap(({ label, value }) => [label, value]);
      case 'list':
        return element.items.flatMap(({ title, lines, buttons }) => [title, ...lines, ...labelsOf(buttons)]);
      case 'buttons':
        return labelsOf(element.buttons);
      case 'image':
        return [element.description];
      case 'file':
        return [element.name, element.label];
      case 'chart':
        return [element.title, element.unit, ...element.labels, ...element.series.map(({ name }) => name)];
      case 'table':
        return [...element.columns, ...element.rows.flat()];
      case 'revision':
        return [element.label, ...element.runs.map(({ text }) => text)];
      default:
        return [element.text];
    }
  });
}

function labelsOf(buttons: readonly Button[]): readonly string[] {
  return buttons.map(({ label }) => label);
}
