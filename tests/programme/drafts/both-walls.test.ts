/** Either wall around drafts holds alone: without the checks of the actions the database refuses, without its policies the actions do; without both, nothing does. */
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Programme } from '../../../prisma/client.js';
import type { DraftPart, DraftStanding, maySee, standingOf } from '../../../programme/drafts/walls.js';
import type { findReceivedFiles } from '../../../programme/files/received-file.js';
import type { Values } from '../../../programme/messages/message.js';
import type { authorise } from '../../../programme/requests/authorise.js';
import type { Services } from '../../../programme/requests/services.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import {
  ask,
  type BuiltPerson,
  buildPerson,
  buildProgramme,
  buildServices,
  type TestServices,
} from '../../support/factories.js';
import {
  buildDraftPeople,
  buildWalledDrafts,
  type DraftPeople,
  type WalledDrafts,
  walledTables,
} from '../../support/walled-drafts.js';

/** What stands in the place of the first wall; `named`: what the request names. */
const checks = vi.hoisted(() => ({ areOut: false, named: '', programmeId: '' }));

/** The guard with its check out: whatever is named is there, and everyone's in the programme. Roles are still looked at. */
vi.mock('../../../programme/requests/authorise.js', async (load) => {
  const guard = await load<{ readonly authorise: typeof authorise }>();
  const withoutCheck: typeof authorise = (action, person, named) => {
    const place = {
      id: checks.named,
      programmeId: checks.programmeId,
      companyId: null,
      personId: null,
      adviserIds: [],
    };
    return guard.authorise(
      action,
      person,
      named.map((one) => ({ ...one, places: [place] })),
    );
  };
  return {
    ...guard,
    authorise: (...given: Parameters<typeof authorise>) => (checks.areOut ? withoutCheck : guard.authorise)(...given),
  };
});

/** The table with its check out: everybody sees every part. */
vi.mock('../../../programme/drafts/walls.js', async (load) => {
  const walls = await load<{
    readonly maySee: typeof maySee;
    readonly standingOf: typeof standingOf;
    readonly maySeeOf: (...given: readonly unknown[]) => Promise<boolean>;
    readonly mayHearOfDraft: (...given: readonly unknown[]) => Promise<boolean>;
  }>();
  return {
    ...walls,
    maySee: (...given: Parameters<typeof maySee>) => checks.areOut || walls.maySee(...given),
    maySeeOf: async (...given: readonly unknown[]) => checks.areOut || (await walls.maySeeOf(...given)),
    mayHearOfDraft: async (...given: readonly unknown[]) => checks.areOut || (await walls.mayHearOfDraft(...given)),
  };
});

/** The look-up of what was dropped, with its check out: everyone who knows the identifier gets it. */
vi.mock('../../../programme/files/received-file.js', async (load) => {
  const files = await load<{ readonly findReceivedFiles: typeof findReceivedFiles }>();
  const withoutCheck: typeof findReceivedFiles = async (transaction, _personId, ids) => {
    const rows = await transaction.file.findMany({ where: { id: { in: [...ids] }, kind: 'received' } });
    return rows.map(({ id, personId, name, size, sha256 }) => ({
      ...{ id, senderId: personId, name, size, sha256, type: 'text' },
    }));
  };
  return {
    ...files,
    findReceivedFiles: (...given: Parameters<typeof findReceivedFiles>) =>
      (checks.areOut ? withoutCheck : files.findReceivedFiles)(...given),
  };
});

interface Tried {
  readonly action: string;
  /** The part that it shows or changes, and as whom it is taken. */
  readonly part: DraftPart;
  readonly takenBy: readonly DraftStanding[];
  readonly input: (drafts: WalledDrafts) => Values;
  /** It is shown before it is done, as what a dropped file could be handed in for; otherwise a form is sent. */
  readonly shown?: true;
  /** Its use case compares companies itself, so that it refuses without either wall. */
  readonly comparesItself?: true;
  /** Which of the input's values names what belongs to the company. */
  readonly names: (drafts: WalledDrafts) => string;
}

const readers: readonly DraftStanding[] = ['company', 'adviser', 'open secretariat'];

const ofDraft = (more: Values = {}) => ({
  input: ({ draftId: draft }: WalledDrafts): Values => ({ draft, ...more }),
  names: ({ draftId }: WalledDrafts) => draftId,
});
const ofComment = (more: Values) => ({
  input: ({ sentCommentId }: WalledDrafts): Values => ({ reviewComment: sentCommentId, ...more }),
  names: ({ sentCommentId }: WalledDrafts) => sentCommentId,
});
const ofDeliverable = (more: Values = {}) => ({
  input: ({ deliverableId: deliverable }: WalledDrafts): Values => ({ deliverable, ...more }),
  names: ({ deliverableId }: WalledDrafts) => deliverableId,
});

const tried: readonly Tried[] = [
  {
    ...{ action: 'draft.submit', part: 'received', takenBy: ['sender'], shown: true },
    input: ({ receivedId }: WalledDrafts): Values => ({ files: [receivedId] }),
    names: ({ receivedId }: WalledDrafts) => receivedId,
  },
  {
    ...{ action: 'draft.difference', part: 'difference', takenBy: readers },
    input: ({ draftIds: [olderDraft, draft] }: WalledDrafts): Values => ({ olderDraft, draft }),
    names: ({ draftId }: WalledDrafts) => draftId,
  },
  { action: 'draft.check', part: 'check', takenBy: readers, ...ofDraft() },
  { action: 'draft.file', part: 'original', takenBy: readers, ...ofDraft() },
  {
    action: 'draft.withdraw',
    part: 'original',
    takenBy: ['company'],
    comparesItself: true,
    ...ofDraft({ agreed: true }),
  },
  {
    ...{ action: 'draft.mark', part: 'marks', takenBy: ['adviser'] },
    ...ofDraft({ element: 'E03', kind: 'missed', sentence: 'CANARY' }),
  },
  { action: 'review.open', part: 'text', takenBy: ['adviser'], ...ofDraft() },
  { action: 'review.comment', part: 'unsent', takenBy: ['adviser'], ...ofDraft({ words: 'another' }) },
  { action: 'review.correct', part: 'unsent', takenBy: ['adviser'], ...ofComment({ words: 'better' }) },
  {
    ...{ action: 'review.end', part: 'unsent', takenBy: ['adviser'] },
    ...ofDraft({ outcome: 'to_be_revised', agreed: true }),
  },
  { action: 'review.answers', part: 'comments', takenBy: ['company'], ...ofDeliverable() },
  {
    action: 'review.answer',
    part: 'comments',
    takenBy: ['company'],
    comparesItself: true,
    ...ofComment({ words: 'an answer' }),
  },
];

const standings = [
  'company',
  'sender',
  'adviser',
  'secretariat',
  'open secretariat',
  'another company',
  'another adviser',
] as const;
type Standing = (typeof standings)[number];

/** A database with a programme that opens its drafts to the secretariat, and one that does not. */
interface Place {
  readonly test: TestDatabase;
  readonly owner: TestServices;
  readonly app: Services;
  readonly closed: Programme;
  readonly open: Programme;
}

let walled: Place;
let bare: Place;

async function makePlace(): Promise<Place> {
  const test = await createTestDatabase();
  const owner = buildServices(test.database);
  const closed = await buildProgramme(owner);
  const open = await buildProgramme(owner, { openDrafts: true });
  return { test, owner, app: buildServices(test.app), closed, open };
}

beforeAll(async () => {
  walled = await makePlace();
  bare = await makePlace();
  for (const table of walledTables) {
    await bare.test.database.$executeRawUnsafe(`ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`);
  }
});
afterEach(() => {
  checks.areOut = false;
});
afterAll(async () => await Promise.all([walled.test.close(), bare.test.close()]));

/** What one person reaches of a company's draft by one action: a word of it, or a change of any of its rows. */
async function reaches(place: Place, { action, input, names, shown }: Tried, standing: Standing): Promise<boolean> {
  const { owner, app } = place;
  const programme = standing === 'open secretariat' ? place.open : place.closed;
  const own = await buildDraftPeople(owner, programme);
  const drafts = await buildWalledDrafts(owner, programme, own, 'CANARY');
  const person = await personOf(owner, programme, own, standing);
  Object.assign(checks, { named: names(drafts), programmeId: programme.id });
  const before = await rowsOf(place, drafts);
  const { reply } = await ask(app, person, action, input(drafts), shown ? { origin: 'words' } : { submitted: true });
  const words = JSON.stringify(reply);
  const isSeen = words.includes('CANARY') || words.includes(drafts.originalId) || words.includes(drafts.attachmentId);
  return isSeen || (await rowsOf(place, drafts)) !== before;
}

async function personOf(
  owner: TestServices,
  programme: Programme,
  own: DraftPeople,
  standing: Standing,
): Promise<BuiltPerson> {
  switch (standing) {
    case 'company':
      return own.member;
    case 'sender':
      return own.sender;
    case 'adviser':
      return own.adviser;
    case 'another company':
      return (await buildDraftPeople(owner, programme)).member;
    case 'another adviser':
      return (await buildDraftPeople(owner, programme)).adviser;
    default:
      return await buildPerson(owner, { programme, role: 'secretariat' });
  }
}

/** All rows of the company behind the walls. */
async function rowsOf({ test }: Place, { companyId }: WalledDrafts): Promise<string> {
  const rows = [];
  for (const table of walledTables) {
    if (table === 'file_chunk' || table === 'file_opening' || table === 'received_document') continue;
    rows.push(
      await test.database.$queryRawUnsafe(
        `SELECT to_jsonb(t) AS row FROM ${table} t WHERE company_id = $1::uuid ORDER BY to_jsonb(t)::text`,
        companyId,
      ),
    );
  }
  return JSON.stringify(rows);
}

describe.each(tried)('$action', (one) => {
  // Who has dropped a file is one of the company besides.
  const isAllowed = (standing: Standing) =>
    one.takenBy.some((by) => by === standing || (standing === 'sender' && by === 'company'));

  it.each(standings)('of %s reaches it or not, as the table says, behind both walls and behind either', async (who) => {
    expect(await reaches(walled, one, who), 'both').toBe(isAllowed(who));
    expect(await reaches(bare, one, who), 'the checks alone').toBe(isAllowed(who));
    checks.areOut = true;
    expect(await reaches(walled, one, who), 'the policies alone').toBe(isAllowed(who));
  });

  it('of another reaches it without both: the control', async () => {
    checks.areOut = true;
    const others = {
      sender: 'company',
      company: 'another company',
      adviser: 'another adviser',
      secretariat: 'secretariat',
      'open secretariat': 'secretariat',
    } as const;
    for (const by of one.takenBy) {
      const who = others[by];
      expect(await reaches(bare, one, who), who).toBe(one.comparesItself === undefined);
    }
  });
});
