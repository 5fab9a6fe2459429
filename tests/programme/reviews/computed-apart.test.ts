/** What takes long is done while no transaction is open: reading a commented document, comparing versions, writing the files of a comparison. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { computedApart, type Draft, inTransaction, type Transaction } from '../../../prisma/client.js';
import { commentedDocx } from '../../support/commented-docx.js';
import { waitingQueries } from '../../support/database.js';
import { dropDocument } from '../../support/drafts.js';
import { type BuiltPerson, buildAssignment, outcomeOf, wordsOf } from '../../support/factories.js';
import { storeReceivedFile } from '../../support/files.js';
import { programmeFixture } from '../../support/programme-fixture.js';
import { buildPolicy, buildRound, buildVersion } from '../../support/reviews.js';

type Compare = typeof import('../../../programme/drafts/difference/compare-drafts.js')['compareDrafts'];
type Write = typeof import('../../../documents/write-difference-docx.js')['writeDifferenceDocx'];
type ReadReviewed = typeof import('../../../documents/read-reviewed-docx.js')['readReviewedDocx'];
type ReadDocument = typeof import('../../../documents/read-document.js')['readDocument'];

/** What is called at the beginning of each long piece of work, by its name. */
const work = vi.hoisted(() => {
  const begun: { during: (name: string) => Promise<void> } = { during: async () => {} };
  return begun;
});

vi.mock('../../../programme/drafts/difference/compare-drafts.js', async (load) => {
  const real = await load<{ readonly compareDrafts: Compare }>();
  const compareDrafts: Compare = async (...given) => {
    await work.during('compare');
    return await real.compareDrafts(...given);
  };
  return { ...real, compareDrafts };
});
vi.mock('../../../documents/write-difference-docx.js', async (load) => {
  const real = await load<{ readonly writeDifferenceDocx: Write }>();
  const writeDifferenceDocx: Write = async (document) => {
    await work.during('write');
    return await real.writeDifferenceDocx(document);
  };
  return { ...real, writeDifferenceDocx };
});
vi.mock('../../../documents/read-reviewed-docx.js', async (load) => {
  const real = await load<{ readonly readReviewedDocx: ReadReviewed }>();
  const readReviewedDocx: ReadReviewed = async (...given) => {
    await work.during('read comments');
    return await real.readReviewedDocx(...given);
  };
  return { ...real, readReviewedDocx };
});
vi.mock('../../../documents/read-document.js', async (load) => {
  const real = await load<{ readonly readDocument: ReadDocument }>();
  const readDocument: ReadDocument = async (...given) => {
    await work.during('read');
    return await real.readDocument(...given);
  };
  return { ...real, readDocument };
});

const fixture = programmeFixture();
const KEPT = '当社は、すべての人の人権を尊重します。';
const OLD = '担当は総務部とします。';
const NEW = '担当は人事部とします。';
let adviser: BuiltPerson;
let typeId: string;
let first: Draft;
/** Of each piece of work, how many transactions were open when it began. */
let seen: [string, number][];

/** Of the app's own connections to this database. */
async function openTransactions(): Promise<number> {
  const [row] = await fixture.database.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start IS NOT NULL AND backend_type = 'client backend'`;
  return row?.count ?? 0;
}

const submitVersion = async (paragraphs: readonly string[]) =>
  await buildVersion(fixture.services, {
    ...{ typeId, company: fixture.company, personId: fixture.person.id, paragraphs },
  });

beforeEach(async () => {
  seen = [];
  work.during = async (name) => void seen.push([name, await openTransactions()]);
  adviser = await fixture.member({ role: 'adviser' });
  await buildAssignment(fixture.services, { company: fixture.company, adviserId: adviser.id });
  typeId = await buildPolicy(fixture.services, fixture.programme);
  first = await submitVersion([KEPT, OLD]);
});

describe('no transaction is open', () => {
  it('while two versions are compared and the files of a long comparison are written', async () => {
    const long = await submitVersion(Array.from({ length: 60 }, (_, at) => `第${at + 1}の取り組みを行います。`));
    const shown = await fixture.ask(adviser, 'draft.difference', { olderDraft: first.id, draft: long.id });
    expect(wordsOf(shown)).toContain('.docx');
    expect(seen).toEqual([
      ['compare', 0],
      ['write', 0],
    ]);
  });

  it('while a commented document is read, which is read once for its preview and for what it is taken for', async () => {
    await fixture.done(adviser, 'review.open', { draft: first.id });
    const content = Buffer.from(commentedDocx({ sentence: OLD, words: 'Which section?' }));
    const file = await storeReceivedFile(fixture.services, adviser.id, { name: 'd.docx', type: 'docx', content });
    const input = { draft: first.id, files: [file] };
    expect(outcomeOf(await fixture.ask(adviser, 'review.upload', input, { origin: 'words' }))).toBe('preview');
    await fixture.done(adviser, 'review.upload', input);
    expect(seen).toEqual([['read comments', 0]]);
    expect(await fixture.database.reviewComment.count({ where: { draftId: first.id } })).toBe(3);
  });

  it('while a document is read that a company drops', async () => {
    const content = Buffer.from('当社は、人権を尊重します。');
    await dropDocument(fixture.services, fixture.person, { name: 'draft.txt', content });
    expect(seen).toEqual([['read', 0]]);
  });

  it('unlike where the work is done in the transaction: the control', async () => {
    await inTransaction(fixture.test.app, async (transaction) => {
      await transaction.programme.count();
      await work.during('inside');
    });
    expect(seen).toEqual([['inside', 1]]);
  });
});

describe('another who writes meanwhile', () => {
  it('does not wait, and what was computed is shown with what they wrote', async () => {
    const second = await submitVersion([KEPT, NEW]);
    work.during = async () => {
      await buildRound(fixture.services, first, { adviserId: adviser.id, words: 'Who?', quotation: OLD, ended: true });
      expect(await waitingQueries(fixture.test)).toBe(0);
    };
    const shown = await fixture.ask(fixture.person, 'draft.difference', { olderDraft: first.id, draft: second.id });
    expect(wordsOf(shown)).toContain('Comment 1');
  });

  it('has the last word: a version that is withdrawn while it is compared is not shown', async () => {
    const second = await submitVersion([KEPT, NEW]);
    work.during = async () => {
      await fixture.database.draftText.delete({ where: { draftId: second.id } });
    };
    const shown = await fixture.ask(fixture.person, 'draft.difference', { olderDraft: first.id, draft: second.id });
    expect(outcomeOf(shown)).toBe('refused');
    expect(wordsOf(shown)).not.toContain('人事');
  });

  it('has it with the roles, too: who may no longer read is refused, and nothing of it is shown', async () => {
    const second = await submitVersion([KEPT, NEW]);
    work.during = async () => {
      const endedAt = fixture.services.clock.now();
      await fixture.database.assignment.updateMany({ where: { adviserId: adviser.id }, data: { endedAt } });
    };
    const shown = await fixture.ask(adviser, 'draft.difference', { olderDraft: first.id, draft: second.id });
    expect(outcomeOf(shown)).toBe('refused');
    expect(wordsOf(shown)).not.toContain('人事');
  });

  it('makes files of a comparison that are written anew where a comment has come meanwhile', async () => {
    const long = await submitVersion(Array.from({ length: 60 }, (_, at) => `第${at + 1}の取り組みを行います。`));
    let round: Promise<unknown> | null = null;
    work.during = async (name) => {
      seen.push([name, 0]);
      if (name !== 'write') return;
      const about = { adviserId: adviser.id, words: 'Who?', quotation: OLD, ended: true };
      round ??= buildRound(fixture.services, first, about);
      await round;
    };
    await fixture.ask(fixture.person, 'draft.difference', { olderDraft: first.id, draft: long.id });
    expect(seen.map(([name]) => name)).toEqual(['compare', 'write', 'write']);
    expect(await fixture.database.file.count({ where: { kind: 'difference', personId: fixture.person.id } })).toBe(2);
  });
});

describe('a transaction that asks for what is computed apart', () => {
  const run = async (inside: (transaction: Transaction) => Promise<string>) =>
    await inTransaction(fixture.test.app, inside);

  it('is begun again with the result, and keeps nothing of the attempt before', async () => {
    const double = computedApart(async (text: string) => `${text}${text}`);
    const rename = async (transaction: Transaction) => {
      const { nameEn } = await transaction.company.findUniqueOrThrow({ where: { id: fixture.company.id } });
      const data = { nameEn: `${nameEn}!` };
      await transaction.company.update({ where: { id: fixture.company.id }, data });
      return double(transaction, nameEn, nameEn);
    };
    const { nameEn } = fixture.company;
    expect(await run(rename)).toBe(`${nameEn}${nameEn}`);
    const now = await fixture.database.company.findUniqueOrThrow({ where: { id: fixture.company.id } });
    expect(now.nameEn).toBe(`${nameEn}!`);
  });

  it('never gets the result of another key, nor of another transaction', async () => {
    let count = 0;
    const counted = computedApart(async () => {
      count += 1;
      return String(count);
    });
    const both = async (transaction: Transaction) =>
      `${counted(transaction, 'a', null)}${counted(transaction, 'b', null)}`;
    expect(await run(both)).toBe('12');
    expect(await run(both)).toBe('34');
  });

  it('throws what the computation throws, and gives up on one that asks for something else each time', async () => {
    const failing = computedApart(async (): Promise<string> => {
      throw new Error('it broke');
    });
    await expect(run(async (transaction) => failing(transaction, 'a', null))).rejects.toThrow('it broke');
    let tries = 0;
    const same = computedApart(async (text: string) => text);
    const restless = async (transaction: Transaction) => {
      tries += 1;
      return same(transaction, String(tries), '');
    };
    await expect(run(restless)).rejects.toThrow('one result after the other');
    expect(tries).toBeLessThan(20);
  });

  it('must be one that inTransaction opened', () => {
    const same = computedApart(async (text: string) => text);
    expect(() => same(fixture.database, 'a', 'a')).toThrow('inTransaction');
  });
});
