/** A programme's knowledge: documents are added, replaced and retired, and questions answered from them and from all other material, each sentence with its source. */
import { describe, expect, it } from 'vitest';
import { textsFor } from '../../../playground/pilot/texts.js';
import type { Values } from '../../../programme/messages/message.js';
import { sendDocument } from '../../support/drafts.js';
import { buildPerson, buildProgramme, wordsOf } from '../../support/factories.js';
import { buildSource } from '../../support/knowledge.js';
import { programmeFixture } from '../../support/programme-fixture.js';
import { buildEntry } from '../../support/questions.js';

const fixture = programmeFixture();
const en = textsFor('en');
const { knowledge, refusals } = en;

const handbook = [
  '# Handbook for suppliers',
  'It is for everybody who joins.',
  '## Handing in expenses',
  'Train tickets are paid back. Send the form to the office by the end of the month. Receipts are kept for seven years.',
  '## Insurance',
  'Visitors are insured on the premises.',
].join('\n\n');

const looked = (words: string, person = fixture.person) => fixture.done(person, 'knowledge.search', { words });

async function sent(text: string, name = 'handbook.md', by = fixture.secretary): Promise<string> {
  return await sendDocument(fixture.services, by.id, text, name);
}

async function add(text: string, given: Values = {}): Promise<string> {
  const input = { files: [await sent(text)], title: 'Handbook', language: 'en', ...given };
  return await fixture.done(fixture.secretary, 'knowledge.add', input);
}

describe('looking up', () => {
  it('quotes the sentences that answer, word for word, with the document and the heading', async () => {
    await buildSource(fixture.services, fixture.programme, { title: 'Handbook', text: handbook });
    const said = await looked('Until when do I send the form for train tickets?');
    expect(said).toContain('Send the form to the office by the end of the month.');
    expect(said).toContain('Handbook — Handbook for suppliers › Handing in expenses');
    expect(said).not.toContain('insured');
  });

  it('puts what the FAQ says first', async () => {
    const { services, programme } = fixture;
    await buildSource(services, programme, { title: 'Handbook', text: handbook });
    await buildEntry(services, programme, { questionEn: 'Are train tickets paid back?', answerEn: 'They are, by us.' });
    const said = await looked('Are train tickets paid back?');
    expect(said.indexOf('They are, by us.')).toBeGreaterThan(-1);
    expect(said.indexOf('They are, by us.')).toBeLessThan(said.indexOf('Train tickets are paid back.'));
  });

  it.each([
    ['ja', '人権デューデリジェンスとは何ですか', '負の影響を特定し、防止・軽減し', '原則17'],
    ['ja', 'グリーバンスメカニズムではなく苦情処理メカニズムとは', '苦情や懸念を申し立て', '原則29'],
    ['en', 'What is a grievance mechanism?', 'raise concerns and seek remedy', 'principles 29 and 31'],
    ['en', 'what does salient issue mean', 'most severe harm', 'principle 24'],
  ] as const)('explains the terms of the field in %s: %s', async (language, words, explained, source) => {
    const reader = await fixture.member({ language });
    const said = await looked(words, reader);
    expect(said).toContain(explained);
    expect(said).toContain(source);
  });

  it('tells what a checklist says of an element, where the programme has that checklist', async () => {
    const words = '技能実習生や派遣社員も適用範囲に入りますか';
    const reader = await fixture.member({ language: 'ja' });
    expect(await looked(words, reader)).not.toContain('E04');
    await fixture.database.deliverableType.create({
      data: {
        ...{ programmeId: fixture.programme.id, code: 'human_rights_policy', checklist: 'human_rights_policy' },
        ...{ position: 0, titleJa: '人権方針', titleEn: 'Human rights policy' },
      },
    });
    const said = await looked(words, reader);
    expect(said).toContain('誰に適用されるかと、子会社を含むかを明記してください');
    expect(said).toContain('E04');
  });

  it('answers from the sessions that concern the reader', async () => {
    const { session } = fixture;
    expect(await looked(`venue of ${session.code}`)).toContain(session.venueEn);
  });

  it('says honestly where nothing answers, and offers to ask with the question filled in', async () => {
    const words = 'Which wine goes with oysters?';
    const result = await fixture.ask(fixture.person, 'knowledge.search', { words });
    expect(wordsOf(result)).toContain(knowledge.nothing(words));
    expect(JSON.stringify(result)).toContain(JSON.stringify({ question: words, inForm: true }));
    const staff = await looked(words, fixture.secretary);
    expect(staff).toContain(knowledge.howToAdd);
  });

  it('asks for words where there are none', async () => {
    expect((await fixture.opened(fixture.person, 'knowledge.search')).fields.map(({ name }) => name)).toEqual([
      'words',
    ]);
  });

  it('finds nothing of another programme', async () => {
    const { services } = fixture;
    const other = await buildProgramme(services);
    const outsider = await buildPerson(services, { programme: other });
    await buildSource(services, fixture.programme, { title: 'Handbook', text: handbook });
    expect(await looked('train tickets paid back')).toContain('Train tickets are paid back.');
    expect(await looked('train tickets paid back', outsider)).not.toContain('Train tickets');
  });
});

describe('a document', () => {
  it('that is dropped is shown with its own title and language before it is added, and is answered from at once', async () => {
    const { secretary } = fixture;
    const file = await sent('# 出張の手引き\n\n交通費は翌月に精算します。');
    const shown = await fixture.ask(secretary, 'knowledge.add', { files: [file] }, { origin: 'words' });
    expect(wordsOf(shown)).toContain(knowledge.adds({ title: '出張の手引き', passages: 1 }));
    expect(wordsOf(shown)).toContain(knowledge.writtenIn(knowledge.languages.ja));
    expect(await fixture.database.knowledgeSource.count({ where: { programmeId: fixture.programme.id } })).toBe(0);
    await fixture.done(secretary, 'knowledge.add', { files: [file], title: '出張の手引き', language: 'ja' });
    const reader = await fixture.member({ language: 'ja' });
    expect(await looked('交通費の精算はいつですか', reader)).toContain('交通費は翌月に精算します。');
  });

  it('of the same content is known, and of the same title takes the place of the older one', async () => {
    expect(await add(handbook)).toContain(knowledge.added('Handbook'));
    const again = { files: [await sent(handbook, 'again.md')], title: 'Another', language: 'en' };
    expect(await fixture.refused(fixture.secretary, 'knowledge.add', again)).toContain(
      refusals.source_known({ title: 'Handbook' }),
    );
    expect(await add('# Handbook\n\nTrain tickets are no longer paid.', { title: 'HANDBOOK' })).toContain(
      knowledge.replaced('HANDBOOK'),
    );
    const said = await looked('Are train tickets paid?');
    expect(said).toContain('Train tickets are no longer paid.');
    expect(said).not.toContain('paid back');
    expect(await fixture.done(fixture.secretary, 'knowledge.sources')).toContain(knowledge.sources(1));
    expect(await fixture.database.knowledgeSource.count({ where: { programmeId: fixture.programme.id } })).toBe(2);
  });

  it('that says nothing, or is none, is refused with what to do', async () => {
    const { secretary } = fixture;
    const added = (files: readonly string[]) =>
      fixture.refused(secretary, 'knowledge.add', { files, title: 'A', language: 'en' });
    expect(await added([await sent('# Only\n\n## Headings')])).toContain(refusals.source_says_nothing({}));
    expect(await added([await sent('PK', 'scan.docx')])).toContain(refusals.source_of_wrong_type({}));
    expect(await added([await sent('one'), await sent('two')])).toContain(refusals.one_source({}));
    expect(await added([await sent('theirs', 'a.md', fixture.person)])).not.toContain(knowledge.added('A'));
  });

  it('that somebody else adds at the same time is refused, not added twice', async () => {
    const { programme, database } = fixture;
    const other = await fixture.member({ role: 'secretariat' });
    const inputOf = async (by: typeof other) => ({
      ...{ files: [await sent(handbook, 'handbook.md', by)], title: 'Handbook', language: 'en' },
    });
    const [one, two] = [await inputOf(fixture.secretary), await inputOf(other)];
    await Promise.all([
      fixture.ask(fixture.secretary, 'knowledge.add', one, { submitted: true }),
      fixture.ask(other, 'knowledge.add', two, { submitted: true }),
    ]);
    expect(await database.knowledgeSource.count({ where: { programmeId: programme.id, retiredAt: null } })).toBe(1);
  });

  it('is listed with who added it and when, and answers nothing once it is retired', async () => {
    const { secretary } = fixture;
    await add(handbook);
    const { id } = await fixture.database.knowledgeSource.findFirstOrThrow({
      where: { programmeId: fixture.programme.id },
    });
    const list = await fixture.done(secretary, 'knowledge.sources');
    expect(list).toContain('Handbook');
    expect(list).toContain(
      knowledge.sourceLine({ kind: knowledge.kinds.markdown, language: knowledge.languages.en, passages: 3 }),
    );
    const form = await fixture.opened(secretary, 'knowledge.retire', { knowledgeSource: id });
    expect(JSON.stringify(form.introduction)).toContain(knowledge.retires('Handbook').slice(0, 10));
    const retired = { knowledgeSource: id, agreed: true };
    expect(await fixture.done(secretary, 'knowledge.retire', retired)).toContain(knowledge.retired('Handbook'));
    expect(await looked('train tickets paid back')).not.toContain('Train tickets');
    expect(await fixture.database.knowledgePassage.count({ where: { sourceId: id } })).toBe(0);
    expect(await fixture.refused(secretary, 'knowledge.retire', retired)).toContain(refusals.source_gone({}));
  });

  it('can be retired only by its own secretariat', async () => {
    const { services, programme } = fixture;
    const knowledgeSource = await buildSource(services, programme);
    const stranger = await buildPerson(services, { programme: await buildProgramme(services), role: 'secretariat' });
    for (const by of [stranger, fixture.person]) {
      await fixture.refused(by, 'knowledge.retire', { knowledgeSource, agreed: true });
    }
    expect(await fixture.database.knowledgeSource.count({ where: { id: knowledgeSource, retiredAt: null } })).toBe(1);
  });
});
