/** The examples of what people say: that they are well-formed, name what there is, and are enough, in both parts; and the table of intents. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { isKeptApart } from '../../bot/interpret/examples/kept-apart.js';
import {
  otherMeanings,
  readExampleDirectory,
  readExamples,
  readExampleTopics,
  type SpokenExample,
} from '../../bot/interpret/examples/read-examples.js';
import { readIntents } from '../../bot/interpret/examples/read-intents.js';
import { isDate } from '../../programme/messages/dates.js';
import type { Values } from '../../programme/messages/message.js';
import type { Action } from '../../programme/requests/action.js';
import { actions } from '../../programme/rooms.js';

const examples = readExamples();
const directory = readExampleDirectory();
const topics = readExampleTopics();
const byName = new Map<string, Action>(actions.map((action) => [action.name, action]));
const others: ReadonlySet<string> = new Set(otherMeanings);

interface Meant {
  readonly id: string;
  readonly action: string;
  readonly input: Values;
}

/** Everything that examples mean, what they ask for besides included. */
const meant: readonly Meant[] = examples.flatMap(({ id, action, input, also = [] }) => [
  ...(action === null ? [] : [{ id, action, input }]),
  ...also.map((wish) => ({ id, ...wish })),
]);
const ofActions = meant.filter(({ action }) => !others.has(action));

/** Without width, case, punctuation and spaces; what is nothing else stays. */
function bare(say: string): string {
  const typed = say.normalize('NFKC').toLowerCase();
  return typed.replace(/[\p{P}\p{S}\s]/gu, '') || typed;
}

const idsOf = (list: readonly { readonly id: string }[]) => new Set(list.map(({ id }) => id));
const companies = idsOf(directory.companies);
const people = idsOf(directory.people);
const advisers = idsOf(directory.people.filter(({ role }) => role === 'adviser'));
const sessions = new Set(['MSM-1', 'MSM-2', 'WLT-1', 'WLT-2', 'CLS-1']);
const deliverables = new Set(['human_rights_policy', 'due_diligence_plan', 'grievance_mechanism']);

const isHour = (value: string) => {
  const [day = '', time = '00:00'] = value.split('T');
  return isDate(day) && /^([01]\d|2[0-3]):[0-5]\d$/.test(time);
};
const isVersion = (value: string) => /^v\d$/.test(value);

/** How the examples write what a sentence names, as README.md beside them says. */
const naming: readonly (readonly [RegExp, (value: string) => boolean])[] = [
  [/^session$/, (value) => sessions.has(value)],
  [/^(?:person|people|formerPerson|other|substitute|attendees)$/, (value) => people.has(value)],
  [/^adviser$/, (value) => advisers.has(value)],
  [/^(?:company|companies|assignment|extension)$/, (value) => companies.has(value)],
  [/^draft$/, (value) => companies.has(value) || isVersion(value)],
  [/^deliverable(?:Type)?$/, (value) => deliverables.has(value) || companies.has(value)],
  [/^booking$/, (value) => isHour(value) || companies.has(value) || advisers.has(value)],
  [/^slots?$/, isHour],
  [/^to$/, (value) => value === 'secretariat' || value === 'adviser' || advisers.has(value)],
  [
    /^(?:announcement|askedQuestion|faqEntry|knowledgeSource|answerRating|nextAction|programme|quote|feedback)$/,
    (value) => value.trim() !== '',
  ],
];

function isNamedAs(field: string, value: Values[string]): boolean {
  const fits = naming.find(([fields]) => fields.test(field))?.[1];
  const values = typeof value === 'string' ? [value] : value;
  return fits !== undefined && Array.isArray(values) && values.every(fits);
}

/** The fields that take an identifier, which no sentence holds; the programme is one, too. */
function identifiesOf(action: Action): ReadonlySet<string> {
  const guarded = 'identifies' in action ? action.identifies : [];
  const addressed = action.name.startsWith('question.') ? ['to'] : [];
  return new Set([...guarded, ...addressed, 'person', 'programme', 'session']);
}

/** What the action finds wrong with what an example gives it; what lacks is asked for. */
function wrongIn({ id, action: name, input }: Meant): readonly string[] {
  const action = byName.get(name);
  if (action === undefined) return [`${id}: there is no ${name}`];
  const identifies = identifiesOf(action);
  const unknown = Object.keys(input).filter((field) => !action.fields.includes(field));
  const badlyNamed = Object.entries(input).filter(
    ([field, value]) => identifies.has(field) && !unknown.includes(field) && !isNamedAs(field, value),
  );
  const read = action.parse(input);
  const issues = 'issues' in read ? read.issues : [];
  const refused = issues.filter(({ field }) => field in input && !identifies.has(field));
  return [
    ...unknown.map((field) => `${id}: ${name} has no ${field}`),
    ...badlyNamed.map(([field, value]) => `${id}: ${field} cannot be ${value}`),
    ...refused.map(({ field, problem }) => `${id}: ${field} is ${problem}`),
  ];
}

function mayTake({ role }: SpokenExample, name: string): boolean {
  const who = byName.get(name)?.who ?? [];
  return who === 'anyone' || who.includes(role);
}

const isForParticipants = ({ who }: Action) => who === 'anyone' || who.includes('participant');

describe('the examples', () => {
  it('have an identifier each, numbered within their file and language', () => {
    const numbers = new Map<string, number>();
    const misnumbered = examples.filter(({ id, language }) => {
      const [group = '', number = ''] = [id.slice(0, -4), id.slice(-3)];
      const next = (numbers.get(group) ?? 0) + 1;
      numbers.set(group, next);
      return Number(number) !== next || !group.endsWith(`-${language}`);
    });
    expect(misnumbered.map(({ id }) => id)).toEqual([]);
    expect(new Set(examples.map(({ id }) => id)).size).toBe(examples.length);
  });

  it('say nothing twice, where the same was shown before', () => {
    const said = examples.map(({ say, before }) => JSON.stringify([bare(say), before ?? null]));
    const twice = examples.filter((_, at) => said.indexOf(said[at] ?? '') !== at);
    expect(twice.map(({ id, say }) => `${id}: ${say}`)).toEqual([]);
  });

  it('are in the language that they say', () => {
    const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
    const wrong = examples.filter(({ say, language }) => japanese.test(say) !== (language === 'ja'));
    expect(wrong.map(({ id, say }) => `${id}: ${say}`)).toEqual([]);
  });

  it('mean actions that there are, with fields that these have and values that these take', () => {
    expect(ofActions.flatMap(wrongIn)).toEqual([]);
  });

  it('remember actions that there are', () => {
    const shown = examples.flatMap(({ id, before }) => (before === undefined ? [] : [{ id, ...before }]));
    expect(shown.flatMap(wrongIn)).toEqual([]);
  });

  it('are said by roles that may take the action, or are to be refused', () => {
    const wrong = examples.filter((example) => {
      const { action, also = [], refused = false } = example;
      const names = [...(action === null ? [] : [action]), ...also.map((wish) => wish.action)];
      const wanted = names.filter((name) => !others.has(name));
      return refused ? wanted.some((name) => mayTake(example, name)) : wanted.some((name) => !mayTake(example, name));
    });
    expect(wrong.map(({ id, role, action }) => `${id}: ${role}, ${action}`)).toEqual([]);
  });

  it('ask about topics, report concerns and erase what the lists hold', () => {
    const known = { knowledge: idsOf(topics.knowledge), sensitive: idsOf(topics.sensitive) };
    const wrong = meant.filter(({ action, input }) => {
      if (action === 'knowledge' || action === 'sensitive') {
        return Object.keys(input).join() !== 'topic' || !known[action].has(String(input.topic));
      }
      if (action !== 'deletion') return false;
      const [field = '', ...more] = Object.keys(input);
      return more.length > 0 || !(field === 'own' ? input.own === true : isNamedAs(field, input[field]));
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
    const used = new Set(meant.map(({ input }) => input.topic));
    const unused = [...known.knowledge, ...known.sensitive].filter((topic) => !used.has(topic));
    expect(unused).toEqual([]);
  });

  it('give what nothing is done about no input', () => {
    const wrong = examples.filter(
      ({ action, input, also }) => action === null && (Object.keys(input).length > 0 || also !== undefined),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('are enough for every action, in each language and in both parts', () => {
    const few = actions.flatMap((action) => {
      const own = examples.filter((example) => example.action === action.name && example.refused !== true);
      const ja = own.filter(({ language }) => language === 'ja').length;
      const en = own.length - ja;
      const least = isForParticipants(action) ? 14 : 12;
      const kept = own.filter(({ say }) => isKeptApart(say)).length;
      const isFew = ja < 6 || en < 6 || own.length < least || kept < 1 || own.length - kept < 6;
      return isFew ? [`${action.name}: ${ja} + ${en}, ${kept} kept apart`] : [];
    });
    expect(few).toEqual([]);
  });

  it('are enough in all, three of five in Japanese or nearly so, and one of five kept apart', () => {
    expect(examples.length).toBeGreaterThanOrEqual(1800);
    const japanese = examples.filter(({ language }) => language === 'ja').length / examples.length;
    expect(japanese).toBeGreaterThan(0.5);
    expect(japanese).toBeLessThan(0.65);
    const kept = examples.filter(({ say }) => isKeptApart(say)).length / examples.length;
    expect(kept).toBeGreaterThan(0.17);
    expect(kept).toBeLessThan(0.23);
  });

  it('are many also where nothing is to be done, and of every other meaning, in both languages and parts', () => {
    const few = [null, ...otherMeanings].flatMap((meaning) =>
      (['ja', 'en'] as const).flatMap((language) => {
        const own = examples.filter((example) => example.action === meaning && example.language === language);
        const kept = own.filter(({ say }) => isKeptApart(say)).length;
        return own.length < 14 || kept < 1 ? [`${meaning}: ${own.length} ${language}, ${kept} kept apart`] : [];
      }),
    );
    expect(few).toEqual([]);
  });
});

describe('a file of examples', () => {
  const whole = {
    ...{ id: 'home-en-001', say: 'menu', language: 'en', role: 'participant', now: '2024-10-28T10:00:00+09:00' },
    ...{ action: 'home.show', input: {} },
  };

  function written(example: object): () => readonly SpokenExample[] {
    const folder = mkdtempSync(join(tmpdir(), 'examples-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 'home.json'), JSON.stringify({ examples: [example] }));
    return () => readExamples(pathToFileURL(`${folder}/`));
  }

  it('is read', () => {
    expect(written(whole)()).toEqual([whole]);
  });

  it.each([
    ['a field that nobody knows', { ...whole, sure: true }],
    ['no input', { ...whole, input: undefined }],
    ['a time without its zone', { ...whole, now: '2024-10-28T10:00:00' }],
    ['a role that there is not', { ...whole, role: 'president' }],
    ['an empty sentence', { ...whole, say: ' ' }],
    ['an empty value', { ...whole, input: { session: '' } }],
  ])('is refused with %s', (_, example) => {
    expect(written(example)).toThrow(z.ZodError);
  });
});

describe('the directory', () => {
  it('names each company and person once, and the companies of its people', () => {
    expect(companies.size).toBe(directory.companies.length);
    expect(people.size).toBe(directory.people.length);
    const homeless = directory.people.filter(
      ({ role, company }) => (role === 'participant') !== (company !== undefined && companies.has(company)),
    );
    expect(homeless).toEqual([]);
  });
});

it('keeps a sentence apart by FNV-1a of it, in half width and lower case', () => {
  // Of the published values 0xe40c292c, 0xe70c2de5, 0xe60c2c52 and 0xbf9cf968 the first and the last are divisible by 5.
  expect(['a', 'b', 'c', 'foobar'].map(isKeptApart)).toEqual([true, false, false, true]);
  expect(['ＦＯＯＢＡＲ', 'Ｂ'].map(isKeptApart)).toEqual([true, false]);
});

/** Of ../shared/data/utterances.json, whose sentences measure and are never learnt from. */
const intents = [
  ...['add_member', 'add_review_comment', 'add_slots', 'announce', 'ask_due_date', 'ask_knowledge', 'assign_adviser'],
  ...['attendance_summary', 'book_consultation', 'cancel_consultation', 'cancel_registration', 'cancel_session'],
  ...['change_attendance_mode', 'check_policy', 'check_review', 'company_status', 'consultation_summary'],
  ...['create_session', 'delete_company_data', 'export_report', 'help', 'list_companies_by_status'],
  ...['list_my_consultations', 'list_nonresponders', 'list_pending_reviews', 'list_slots', 'my_status', 'open_draft'],
  ...['out_of_scope', 'progress_report', 'promote_waitlist', 'reassign_consultation', 'record_attendance'],
  ...['record_consultation', 'register_session', 'remove_slot', 'report_policy_published', 'request_extension'],
  ...['reschedule_consultation', 'send_reminder', 'sensitive_report', 'session_info', 'set_due_date'],
  ...['set_review_result', 'submit_draft', 'substitute_attendee', 'update_session'],
];

describe('the table of intents', () => {
  const table = readIntents();

  it('covers the intents, each once', () => {
    expect(Object.keys(table)).toEqual(intents);
  });

  it('leads to actions that there are, with each parameter in a field of one of them', () => {
    const wrong = Object.entries(table).flatMap(([intent, row]) => {
      if (row === null || typeof row.actions === 'string') return [];
      const fields = new Set(row.actions.flatMap((name) => byName.get(name)?.fields ?? []));
      const held = Object.values(row.parameters).flatMap((fieldNames) => fieldNames ?? []);
      return [
        ...row.actions.filter((name) => !byName.has(name)).map((name) => `${intent}: there is no ${name}`),
        ...held.filter((field) => !fields.has(field)).map((field) => `${intent}: no field ${field}`),
      ];
    });
    expect(wrong).toEqual([]);
  });
});

const utterances = process.env.UTTERANCES;
const utterancesSchema = z.object({
  intents: z.record(z.string(), z.object({ params_seen: z.array(z.string()) })),
  utterances: z.array(z.object({ id: z.string(), text: z.string() })),
});

describe('utterances.json', () => {
  if (utterances === undefined) {
    process.stdout.write('UTTERANCES names no file: the examples were not compared with the sentences that measure.\n');
  }

  it.skipIf(utterances === undefined)(
    'has no sentence that an example repeats, and no intent and parameter without a row',
    () => {
      expect(existsSync(utterances ?? '')).toBe(true);
      const others = utterancesSchema.parse(JSON.parse(readFileSync(utterances ?? '', 'utf8')));
      const said = new Map(examples.map(({ id, say }) => [bare(say), id]));
      const repeated = others.utterances.filter(({ text }) => said.has(bare(text)));
      expect(repeated.map(({ id, text }) => `${id} is ${said.get(bare(text))}`)).toEqual([]);
      const table = readIntents();
      expect(Object.keys(table).sort()).toEqual(Object.keys(others.intents).sort());
      const unmapped = Object.entries(others.intents).flatMap(([intent, { params_seen }]) =>
        params_seen.filter((name) => !(name in (table[intent]?.parameters ?? {}))).map((name) => `${intent}: ${name}`),
      );
      expect(unmapped).toEqual([]);
    },
  );
});
