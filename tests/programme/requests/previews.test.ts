/** What was shown before it is done: confirmed once, by whom it was shown to, as long as it stands. */
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { textsFor } from '../../../playground/pilot/texts.js';
import type { Programme, Session } from '../../../prisma/client.js';
import { handleRequest } from '../../../programme/requests/handle-request.js';
import { forgetRequests } from '../../../programme/requests/idempotency.js';
import type { RequestResult } from '../../../programme/requests/request.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import {
  type Asking,
  ask,
  type BuiltPerson,
  buildAccount,
  buildCompany,
  buildPerson,
  buildProgramme,
  buildServices,
  buildSession,
  buttonsOf,
  outcomeOf,
  request,
  type TestServices,
  wordsOf,
} from '../../support/factories.js';

const { requests, refusals } = textsFor('en');

let shared: TestDatabase;
let services: TestServices;
let programme: Programme;
let session: Session;
let person: BuiltPerson;

beforeAll(async () => {
  shared = await createTestDatabase();
});
afterAll(async () => await shared.close());

beforeEach(async () => {
  await shared.database.preview.deleteMany();
  await shared.database.registration.deleteMany();
  await build(shared);
});
afterEach(() => {
  expect(services.complaints).toEqual([]);
});

async function build({ database }: TestDatabase): Promise<void> {
  services = buildServices(database);
  programme = await buildProgramme(services);
  session = await buildSession(services, programme, { code: 'MSM-1', roomCapacity: 1 });
  person = await buildPerson(services, { programme });
}

async function say(words: string, who: Asking = person): Promise<RequestResult> {
  const delivery = { key: randomUUID(), fingerprint: null, resendFingerprint: null, answeredLater: true };
  return await handleRequest(services, { account: who.account, ...delivery, words, isCommand: false });
}

async function shown(words: string, who: Asking = person): Promise<string> {
  const result = await say(words, who);
  expect(outcomeOf(result), wordsOf(result)).toBe('preview');
  return (await services.database.preview.findFirstOrThrow({ orderBy: [{ createdAt: 'desc' }] })).id;
}

const confirm = async (preview: string, who: Asking = person) =>
  await ask(services, who, 'preview.confirm', { preview });

async function held(of: BuiltPerson = person): Promise<string | null> {
  const where = { sessionId_personId: { sessionId: session.id, personId: of.id } };
  const found = await services.database.registration.findUnique({ where });
  return found && `${found.state} ${found.mode}`;
}

async function register(who: BuiltPerson, mode: 'onsite' | 'online'): Promise<void> {
  const done = await ask(services, who, 'session.register', { session: session.id, mode });
  expect(outcomeOf(done), wordsOf(done)).toBe('done');
}

describe('a preview', () => {
  it('begins with what will be done, and can be confirmed or dismissed', async () => {
    const result = await say('MSM-1 online, please register me');
    expect(wordsOf(result)).toMatch(/^You will be registered online for/);
    expect(buttonsOf(result)).toEqual(['preview.confirm', 'preview.dismiss']);
    expect(await held()).toBeNull();
  });

  it('says what declining costs', async () => {
    await register(person, 'onsite');
    const result = await say('MSM-1に参加できません');
    expect(wordsOf(result)).toMatch(
      /^You will be recorded as absent from .* The seat on site goes to the next person\./,
    );
  });

  it('of a full session says so, and which number one will have', async () => {
    await register(await buildPerson(services, { programme }), 'onsite');
    await shown('register MSM-1 on site');
    const [{ words } = { words: '' }] = await services.database.preview.findMany();
    expect(words).toContain('is full on site. You will be number 1 on the waitlist');
  });

  it('is not shown of what is there already, or of what would be refused', async () => {
    await register(person, 'online');
    const again = await say('register MSM-1 online');
    expect([outcomeOf(again), wordsOf(again)]).toEqual(['refused', expect.stringContaining('there already')]);
    await services.database.session.update({ where: { id: session.id }, data: { state: 'called_off' } });
    expect(outcomeOf(await say('MSM-1 欠席'))).toBe('refused');
    expect(await services.database.preview.count()).toBe(0);
  });
});

describe('confirming', () => {
  it.each(['yes', 'OK', 'confirm', 'はい', '確定', 'はい、お願いします', 'Yes, please.'])(
    '“%s” does it',
    async (words) => {
      await shown('register MSM-1 online');
      expect(outcomeOf(await say(words))).toBe('done');
      expect(await held()).toBe('confirmed online');
    },
  );

  it.each(['no', 'いいえ', 'やめます', 'cancel that'])(
    '“%s” leaves it, and then it cannot be confirmed',
    async (words) => {
      const preview = await shown('register MSM-1 online');
      expect(wordsOf(await say(words))).toContain(requests.dismissed);
      expect(wordsOf(await confirm(preview))).toContain(refusals.preview_dismissed({}));
      expect(await held()).toBeNull();
    },
  );

  it('where nothing was shown says so', async () => {
    for (const words of ['yes', 'no']) expect(wordsOf(await say(words))).toContain(requests.nothingToConfirm);
  });

  it('by typing means the latest, and by a button the one it stands on', async () => {
    const first = await shown('register MSM-1 online');
    services.clock.advance({ minutes: 1 });
    await shown('register MSM-1 on site');
    await say('yes');
    expect(await held()).toBe('confirmed onsite');
    // What the first one showed was said of somebody who held nothing.
    expect(wordsOf(await confirm(first))).toContain(refusals.preview_outdated({}));
  });

  it('by typing means nothing once something else was asked', async () => {
    const preview = await shown('register MSM-1 online');
    services.clock.advance({ minutes: 1 });
    const question = await say('MSM-1に登録してください。欠席します');
    expect(buttonsOf(question).length).toBeGreaterThan(1);
    expect(wordsOf(await say('yes'))).toContain(refusals.preview_superseded({}));
    expect(outcomeOf(await confirm(preview))).toBe('done');
  });

  it('has one use', async () => {
    const preview = await shown('register MSM-1 online');
    expect(outcomeOf(await confirm(preview))).toBe('done');
    expect(wordsOf(await confirm(preview))).toContain(refusals.preview_confirmed({}));
    expect(wordsOf(await say('yes'))).toContain(refusals.preview_confirmed({}));
  });

  it('that is delivered again gets the same answer', async () => {
    const asked = request(person, 'preview.confirm', { preview: await shown('register MSM-1 online') });
    const first = await handleRequest(services, asked);
    expect(await handleRequest(services, asked)).toEqual({ ...first, repeated: true });
  });

  it('is refused an hour later', async () => {
    const preview = await shown('register MSM-1 online');
    services.clock.advance({ minutes: 60 });
    expect(wordsOf(await confirm(preview))).toContain(refusals.preview_expired({}));
    expect(await held()).toBeNull();
  });

  it('is refused with the reason once the place went to somebody else, and shows it anew', async () => {
    const preview = await shown('register MSM-1 on site');
    await register(await buildPerson(services, { programme }), 'onsite');
    const refused = await confirm(preview);
    expect([outcomeOf(refused), wordsOf(refused)]).toEqual([
      'refused',
      expect.stringContaining(refusals.preview_outdated({})),
    ]);
    expect(buttonsOf(refused)).toEqual(['session.register']);
    expect(await held()).toBeNull();
    const anew = await ask(
      services,
      person,
      'session.register',
      { session: session.id, mode: 'onsite' },
      { origin: 'words' },
    );
    expect(wordsOf(anew)).toContain('number 1 on the waitlist');
  });

  it('is refused where the session was changed meanwhile', async () => {
    const preview = await shown('register MSM-1 online');
    await services.database.session.update({ where: { id: session.id }, data: { version: { increment: 1 } } });
    expect(wordsOf(await confirm(preview))).toContain(refusals.preview_outdated({}));
  });

  it('is refused to everybody else, and to the account once it is somebody else’s', async () => {
    const preview = await shown('register MSM-1 online');
    const other = await buildPerson(services, { programme });
    const second = { account: await buildAccount(services, person, { platform: 'teams', tenant: 'TENANT' }) };
    for (const who of [other, second]) {
      expect(wordsOf(await confirm(preview, who))).toContain(refusals.not_found({}));
      expect(wordsOf(await ask(services, who, 'preview.dismiss', { preview }))).toContain(refusals.not_found({}));
    }
    const { userId } = person.account;
    await services.database.account.updateMany({ where: { userId }, data: { personId: other.id } });
    expect(wordsOf(await confirm(preview))).toContain(refusals.not_found({}));
    expect(await services.database.registration.count()).toBe(0);
  });

  it('is refused where the person may no longer do it', async () => {
    const preview = await shown('register MSM-1 online');
    const endedAt = services.clock.now();
    await services.database.membership.updateMany({ where: { personId: person.id }, data: { endedAt } });
    expect(outcomeOf(await confirm(preview))).toBe('refused');
    expect(await held()).toBeNull();
  });
});

/** How many people a walk-in recorded that was confirmed by four presses at once; stops at the first double one. */
async function mostWalkIns(rounds: number): Promise<number> {
  const secretary = await buildPerson(services, { programme, role: 'secretariat' });
  const company = await buildCompany(services, programme);
  const now = services.clock.now().getTime();
  const times = { startsAt: new Date(now), endsAt: new Date(now + 7_200_000), deadline: new Date(now - 1) };
  const open = await buildSession(services, programme, times);
  let most = 0;
  for (let round = 0; round < rounds && most < 2; round += 1) {
    const name = `Guest ${String.fromCharCode(65 + round)}`;
    // Somebody else of the same name, or the second press would be asked whether it is the first one's person.
    const input = { session: open.id, mode: 'onsite', name, company: company.id, another: true };
    await ask(services, secretary, 'session.walk-in', input, { origin: 'words' });
    const { id } = await services.database.preview.findFirstOrThrow({ where: { confirmedAt: null } });
    await Promise.all([1, 2, 3, 4].map(() => confirm(id, secretary)));
    most = Math.max(most, await services.database.person.count({ where: { nameEn: name } }));
  }
  return most;
}

/** The same table behind a view whose rows no `FOR UPDATE` reaches, as they come out of a query of its own. */
async function withoutLock(): Promise<void> {
  const { database } = services;
  await database.$executeRaw`ALTER TABLE preview RENAME TO preview_stored`;
  await database.$executeRaw`
    CREATE VIEW preview AS WITH unlocked AS MATERIALIZED (SELECT * FROM preview_stored) SELECT * FROM unlocked`;
  await database.$executeRaw`
    CREATE FUNCTION store_preview() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'INSERT' THEN INSERT INTO preview_stored SELECT NEW.*;
      ELSE UPDATE preview_stored SET confirmed_at = NEW.confirmed_at, superseded_at = NEW.superseded_at WHERE id = NEW.id;
      END IF;
      RETURN NEW;
    END $$`;
  await database.$executeRaw`
    CREATE TRIGGER store_preview INSTEAD OF INSERT OR UPDATE ON preview FOR EACH ROW EXECUTE FUNCTION store_preview()`;
}

describe('presses at once', () => {
  // Most of these change the tables.
  let own: TestDatabase;
  beforeEach(async () => {
    own = await createTestDatabase();
    await build(own);
  });
  afterEach(async () => await own.close());

  it('have one effect', async () => {
    expect(await mostWalkIns(5)).toBe(1);
  });

  it('have one effect behind a view that lets the lock through', async () => {
    await services.database.$executeRaw`ALTER TABLE preview RENAME TO preview_stored`;
    await services.database.$executeRaw`CREATE VIEW preview AS SELECT * FROM preview_stored`;
    expect(await mostWalkIns(5)).toBe(1);
  });

  // Under READ COMMITTED each of them reads the preview as nobody has used it yet.
  it('have several without the lock on the preview', async () => {
    await withoutLock();
    expect(await mostWalkIns(30)).toBeGreaterThan(1);
  });

  it('have several where nothing notes that the preview was used', async () => {
    await services.database.$executeRaw`
      CREATE FUNCTION forget_use() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.confirmed_at := NULL; NEW.input := OLD.input; RETURN NEW; END'`;
    await services.database.$executeRaw`
      CREATE TRIGGER forget_use BEFORE UPDATE ON preview FOR EACH ROW EXECUTE FUNCTION forget_use()`;
    expect(await mostWalkIns(10)).toBeGreaterThan(1);
  });
});

it('previews that ran out are swept with the requests', async () => {
  await shown('register MSM-1 online');
  services.clock.advance({ minutes: 60 * 49 + 60 });
  await shown('register MSM-1 on site');
  await forgetRequests(services);
  expect(await services.database.preview.count()).toBe(1);
});
