/** What the check found is shown to the company and its adviser, in words that do not judge, and with what the company says itself. */
import { beforeEach, describe, expect, it } from 'vitest';
import { textsFor } from '../../../playground/pilot/texts.js';
import type { DeliverableType } from '../../../prisma/client.js';
import { checkDraft, readStoredCheck, storedCheck } from '../../../programme/drafts/check/check-draft.js';
import { humanRightsPolicy } from '../../../programme/drafts/checklists/human-rights-policy/checklist.js';
import { textToCheck } from '../../../programme/drafts/draft-text.js';
import { readPasted } from '../../../programme/drafts/read-draft.js';
import { buildDeliverableType, buildDraft } from '../../support/drafts.js';
import { type BuiltPerson, buildAssignment, buttonsOf, fieldOf, wordsOf } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';
import { documentFaultWords } from './call-texts.js';
import { readPolicy } from './policy.js';

const fixture = programmeFixture();
let type: DeliverableType;
let adviser: BuiltPerson;
let stranger: BuiltPerson;
let draft: string;

beforeEach(async () => {
  const { services, programme, company, person } = fixture;
  type = await buildDeliverableType(services, programme);
  adviser = await fixture.member({ role: 'adviser' });
  stranger = await fixture.member({ role: 'adviser' });
  await buildAssignment(services, { company, adviserId: adviser.id });
  const submitted = await buildDraft(services, { type, company, personId: person.id, text: await readPolicy() });
  draft = submitted.draft.id;
});

const show = async (by: BuiltPerson, input = {}) => await fixture.ask(by, 'draft.check', { draft, ...input });

describe('the check of a version', () => {
  it('is kept with it, as the rules found it', async () => {
    const row = await fixture.database.draftCheck.findUniqueOrThrow({ where: { draftId: draft } });
    const reading = readPasted(await readPolicy());
    if (!reading.ok) throw new Error('not read');
    const found = checkDraft('human_rights_policy', textToCheck(reading.text, 'plain'), 'ja') ?? [];
    expect(found).toHaveLength(humanRightsPolicy.elements.length);
    expect(readStoredCheck(row.elements)).toEqual(found);
    expect(readStoredCheck(storedCheck(found))).toEqual(found);
  });

  it('is shown element by element, with the sentences and what no text can show', async () => {
    const pages: string[] = [];
    for (let from = 0; from < humanRightsPolicy.elements.length; from += 6) {
      pages.push(wordsOf(await show(fixture.person, { from })));
    }
    const all = pages.join('\n');
    for (const { name } of humanRightsPolicy.elements) expect(all).toContain(name.en);
    expect(all).toContain("needs the company's word");
    expect(all).toMatch(/Mentioned: \d+; partly: \d+/);
    expect(all).toContain('Your adviser decides.');
    expect(all).not.toMatch(/不適合|fail|non-?complian/i);
    const quoted = readStoredCheck((await fixture.database.draftCheck.findFirstOrThrow()).elements);
    const [sentence = ''] = quoted.find(({ sentences }) => sentences.length > 0)?.sentences ?? [];
    expect(all).toContain(sentence.slice(0, 40));
  });

  it('leads on to what the company says, and that stands beside it', async () => {
    expect(buttonsOf(await show(fixture.person))).toContain('draft.declare');
    const form = await fixture.opened(fixture.person, 'draft.declare', {});
    const said = { boardDate: '20 March 2025, the board', reviewLog: '', publication: 'https://example.jp/hr' };
    await fixture.done(fixture.person, 'draft.declare', { ...form.known, ...said });
    expect(await fixture.database.draftDeclaration.count()).toBe(2);
    expect(wordsOf(await show(fixture.person))).toContain('Your company says: 20 March 2025, the board');
    const again = await fixture.opened(fixture.person, 'draft.declare', {});
    expect(fieldOf(again, 'boardDate')).toMatchObject({ initial: said.boardDate });
    await fixture.done(fixture.person, 'draft.declare', { ...again.known, boardDate: '' });
    expect(await fixture.database.draftDeclaration.findMany()).toMatchObject([{ words: said.publication }]);
  });
});

it.each(['ja', 'en'] as const)(
  'every fault of a document is said in its own words, with what to do next (%s)',
  (language) => {
    const words = documentFaultWords(textsFor(language));
    expect(new Set(words).size).toBe(words.length);
    for (const one of words) expect(one).toMatch(language === 'ja' ? /お送りください。$/ : /[Pp]lease .*\.$/);
  },
);

describe('whose eyes see it', () => {
  it.each(['draft.check', 'draft.file'])('%s: the company and its adviser, and nobody else', async (action) => {
    for (const by of [fixture.person, fixture.colleague, adviser]) {
      expect(wordsOf(await fixture.ask(by, action, { draft }))).toContain('ersion 1 of “Human rights policy”');
    }
    const outsider = await fixture.member({});
    for (const by of [stranger, fixture.secretary, outsider, await fixture.member({ role: 'speaker' })]) {
      const refused = await fixture.refused(by, action, { draft }, {});
      expect(refused).not.toContain('Human rights policy');
    }
  });

  it('the secretariat, where the programme says so', async () => {
    await fixture.database.programme.update({ where: { id: fixture.programme.id }, data: { openDrafts: true } });
    expect(wordsOf(await show(fixture.secretary))).toContain('What version 1 of “Human rights policy”');
  });
});
