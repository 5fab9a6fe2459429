/** `node dist/main.js knowledge`: real documents of a folder become what a programme answers from, each line says what became of one, and the exit status whether all are there. */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { inTransaction } from '../../prisma/client.js';
import { searchKnowledge } from '../../programme/knowledge/search/search-knowledge.js';
import { buildProgramme, buildServices } from '../support/factories.js';
import { homeWithDatabase } from './home.js';

const place = homeWithDatabase();
const documents = fileURLToPath(new URL('../documents/files/', import.meta.url));

async function knowledge(...words: readonly string[]) {
  return await place.home.start(['knowledge', ...words], { DATABASE_URL: place.test.url }).ended;
}

it('adds what it can read, replaces by title, knows what is there, and refuses the rest with the reason', async () => {
  const folder = join(place.home.folder, 'material');
  mkdirSync(folder);
  for (const name of ['python-docx.docx', 'fpdf2.pdf', 'ghostscript-password.pdf', 'ghostscript-scan.pdf'])
    copyFileSync(join(documents, name), join(folder, name));
  writeFileSync(join(folder, 'guide.md'), '# Travel guide\n\nTickets are paid back within a month.');
  writeFileSync(join(folder, 'notes.txt'), 'Not asked for.');

  expect(await knowledge('import', 'material')).toMatchObject({ code: 1 });
  const { id } = await buildProgramme(buildServices(place.test.app), { code: 'spp-test' });
  const first = await knowledge('import', 'material', '--programme', 'SPP-TEST');
  expect(first.code, first.output).toBe(1);
  expect(first.output).toMatch(/^added {4}guide\.md: “Travel guide”, Markdown, English, 1 passage$/m);
  expect(first.output).toMatch(/^added {4}python-docx\.docx: /m);
  expect(first.output).toMatch(/^added {4}fpdf2\.pdf: /m);
  expect(first.output).not.toContain('notes.txt');
  expect(first.complaints).toMatch(/refused {2}ghostscript-password\.pdf: I cannot read files with a password/);
  expect(first.complaints).toMatch(/refused {2}ghostscript-scan\.pdf: No text can be read/);

  writeFileSync(join(folder, 'guide.md'), '# Travel guide\n\nTickets are paid back within a week.');
  const again = await knowledge('import', 'material');
  expect(again.output).toMatch(/^replaced guide\.md: “Travel guide”/m);
  expect(again.output).toMatch(/^known {4}python-docx\.docx: is there already/m);

  const list = await knowledge('list');
  expect(list).toMatchObject({ code: 0 });
  expect(list.output).toContain('Documents in the knowledge: 3');
  expect(list.output).toContain('Travel guide: Markdown, English, 1 passage');

  const asked = { programmeId: id, words: 'When are tickets paid back?', language: 'en' } as const;
  const { quotations } = await inTransaction(place.test.app, (own) => searchKnowledge(own, asked), {
    viewer: { kind: 'programme', programmeId: id },
  });
  expect(quotations[0]).toMatchObject({ quote: 'Tickets are paid back within a week.', source: 'Travel guide' });
}, 240_000);

it('says how it is called where it was called otherwise', async () => {
  for (const words of [[], ['import'], ['list', 'more'], ['import', 'a', '--lang', 'fr']]) {
    const { code, complaints } = await knowledge(...words);
    expect([code, complaints.includes('import FOLDER')]).toEqual([1, true]);
  }
  expect((await knowledge('import', 'nowhere')).complaints).toContain('no such folder');
}, 120_000);
