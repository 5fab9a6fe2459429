/** Pages that companies report are looked at by a job, once, and what was seen is a hint to the company and the secretariat. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { PublicationOutcome } from '../../../prisma/client.js';
import { inTransaction } from '../../../prisma/client.js';
import { deliverableSheets } from '../../../programme/deliverables/oversight/export-deliverables.js';
import { lookAtPublications } from '../../../programme/deliverables/publication/look-at-publications.js';
import type { LookAtPage } from '../../../programme/deliverables/publication/page-look.js';
import { type BuiltPerson, buildAssignment, notificationsTo, wordsOf } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';
import { buildPolicy, buildVersion } from '../../support/reviews.js';

const fixture = programmeFixture();
const url = 'https://www.sakura.example/policy';
let adviser: BuiltPerson;
let deliverable: string;
/** What was asked for, in its order. */
let looked: string[];

beforeEach(async () => {
  looked = [];
  adviser = await fixture.member({ role: 'adviser' });
  await buildAssignment(fixture.services, { company: fixture.company, adviserId: adviser.id });
  const typeId = await buildPolicy(fixture.services, fixture.programme);
  const { company, person } = fixture;
  ({ deliverableId: deliverable } = await buildVersion(fixture.services, { typeId, company, personId: person.id }));
  await fixture.done(person, 'deliverable.approve', { deliverable, day: '2024-09-30', approvedBy: 'the board' });
  await publish();
  await fixture.sendAllDue();
});

const publish = async (more = {}) =>
  await fixture.done(fixture.person, 'deliverable.publish', { deliverable, day: '2024-10-01', url, ...more });
const takeBack = async () => await fixture.done(fixture.person, 'deliverable.take-back', { deliverable, agreed: true });

const seeing =
  (outcome: PublicationOutcome, status: number | null = 200): LookAtPage =>
  async (address, titles) => {
    looked.push(`${address} ${titles.join(' ')}`);
    return { outcome, status };
  };
const sweep = async (look: LookAtPage) => await lookAtPublications(fixture.services, look);
const rows = async () =>
  await fixture.database.publicationLook.findMany({
    where: { deliverableId: deliverable },
    orderBy: { nextAt: 'asc' },
  });
const mine = async (person = fixture.person) => wordsOf(await fixture.ask(person, 'draft.mine'));
const overview = async () => wordsOf(await fixture.ask(fixture.secretary, 'deliverable.overview', { list: 'all' }));

/** What was told about pages, by whom. */
async function told(): Promise<readonly { readonly personId: string; readonly words: string }[]> {
  const sent = await fixture.sendAllDue();
  const { person, colleague, secretary } = fixture;
  return [person, colleague, secretary, adviser].flatMap((one) =>
    notificationsTo(sent, one)
      .filter(({ kind }) => kind === 'deliverable.page-not-opened')
      .map(({ words }) => ({ personId: one.id, words })),
  );
}

describe('a page that opens', () => {
  it('is looked at once, and the company and the secretariat see what was seen', async () => {
    expect(await sweep(seeing('shows_title'))).toBe(1);
    expect(looked).toEqual([`${url} 人権方針 Policy`]);
    expect(await sweep(seeing('not_reachable'))).toBe(0);
    expect(await mine()).toContain('the page opens and shows the title');
    expect(await mine(fixture.colleague)).toContain('the page opens and shows the title');
    expect(await overview()).toContain('the page opens and shows the title');
    const sheets = await inTransaction(fixture.database, (transaction) =>
      deliverableSheets(transaction, { programmeId: fixture.programme.id, language: 'ja' }),
    );
    expect(JSON.stringify(sheets)).toContain('ページが開き、題名が見つかりました');
    expect(await told()).toEqual([]);
  });

  it.each([
    ['shows_no_title', 'the title was not found on it'],
    ['unread', 'cannot be read automatically'],
  ] as const)('without its title is a hint and nothing more: %s', async (outcome, words) => {
    await sweep(seeing(outcome));
    expect(await mine()).toContain(words);
    expect(await overview()).toContain(words);
    expect(await told()).toEqual([]);
    expect(await mine()).toContain('Published');
  });

  it('is seen by nobody of another company', async () => {
    await sweep(seeing('shows_title'));
    expect(await mine(await fixture.member())).not.toContain('the page opens');
    expect(await mine(await fixture.member({ language: 'ja', company: fixture.company }))).toContain('ページが開き');
  });
});

describe('a page that does not open', () => {
  it('is looked at again, and then told to who reported it alone, with what to do', async () => {
    const gone = seeing('not_reachable', 404);
    for (const minutes of [0, 10, 60]) {
      expect(await told()).toEqual([]);
      fixture.services.clock.advance({ minutes });
      expect(await sweep(gone)).toBe(1);
      expect(await sweep(gone)).toBe(0);
    }
    const [notice, ...others] = await told();
    expect(others).toEqual([]);
    expect(notice?.personId).toBe(fixture.person.id);
    expect(notice?.words).toContain(`${url}, did not open`);
    expect(notice?.words).toContain('404');
    expect(notice?.words).toContain('open the page in a browser');
    expect(await overview()).toContain('the page did not open (its answer: 404)');
    fixture.services.clock.advance({ days: 1 });
    expect(await sweep(gone)).toBe(0);
    expect(await told()).toEqual([]);
  });

  it('is told of in Japanese to who reads Japanese', async () => {
    const reader = await fixture.member({ company: fixture.company, language: 'ja' });
    await takeBack();
    await fixture.done(reader, 'deliverable.publish', { deliverable, day: '2024-10-01', url });
    await fixture.sendAllDue();
    await sweep(seeing('not_public', null));
    const notices = notificationsTo(await fixture.sendAllDue(), reader);
    expect(notices.map(({ words }) => words).join()).toContain('インターネットから開けないアドレスにつながっています');
    expect(notices.map(({ words }) => words).join()).toContain('社外の方が開けるページのURLをご報告ください');
  });

  it('is told of at once where it is no address of the internet', async () => {
    await sweep(seeing('not_public', null));
    const [notice, ...others] = await told();
    expect(others).toEqual([]);
    expect(notice?.words).toContain('cannot be opened from the internet');
    expect(await mine()).toContain('the address cannot be opened from the internet');
  });

  it('is not told of once it opens after all', async () => {
    await sweep(seeing('not_reachable', 503));
    fixture.services.clock.advance({ minutes: 10 });
    await sweep(seeing('shows_title'));
    fixture.services.clock.advance({ minutes: 120 });
    expect(await sweep(seeing('not_reachable'))).toBe(0);
    expect(await told()).toEqual([]);
    expect(await mine()).toContain('the page opens and shows the title');
  });

  it('is not told of once the report was taken back, and is looked at anew where it is reported anew', async () => {
    await sweep(seeing('not_public', null));
    await takeBack();
    expect(await told()).toEqual([]);
    expect(await mine()).not.toContain('cannot be opened');
    expect(await overview()).not.toContain('cannot be opened');
    await publish({ url: 'https://www.sakura.example/other' });
    expect(await mine()).not.toContain('cannot be opened');
    await sweep(seeing('shows_title'));
    expect(looked.at(-1)).toContain('https://www.sakura.example/other');
    expect(await mine()).toContain('the page opens and shows the title');
  });

  it('is not told of to who has left the company', async () => {
    await sweep(seeing('not_public', null));
    const endedAt = fixture.services.clock.now();
    await fixture.database.membership.updateMany({ where: { personId: fixture.person.id }, data: { endedAt } });
    expect(await told()).toEqual([]);
  });
});

describe('the job', () => {
  it('holds no transaction open while it looks', async () => {
    let open = -1;
    await sweep(async () => {
      const [row] = await fixture.database.$queryRaw<{ count: number }[]>`
        SELECT count(*)::int AS count FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start IS NOT NULL AND backend_type = 'client backend'`;
      open = row?.count ?? -1;
      return { outcome: 'shows_title', status: 200 };
    });
    expect(open).toBe(0);
  });

  it('looks at a page once, however many look; without a claim all do: the control', async () => {
    let isHeld = true;
    const beside: number[] = [];
    const slow: LookAtPage = async () => {
      if (isHeld) {
        isHeld = false;
        beside.push(await sweep(seeing('shows_no_title')));
        // As if it had claimed nothing.
        await fixture.database.publicationLook.updateMany({
          where: { deliverableId: deliverable },
          data: { nextAt: fixture.services.clock.now() },
        });
        beside.push(await sweep(seeing('shows_no_title')));
      }
      return { outcome: 'not_public', status: null };
    };
    await sweep(slow);
    expect(beside).toEqual([0, 1]);
  });

  it('records nothing of a look that another process has taken over', async () => {
    let isHeld = true;
    await sweep(async () => {
      if (isHeld) {
        isHeld = false;
        fixture.services.clock.advance({ minutes: 6 });
        await sweep(seeing('shows_title'));
      }
      return { outcome: 'not_public', status: null };
    });
    expect(await rows()).toMatchObject([{ outcome: 'shows_title', attempts: 2, nextAt: null }]);
    expect(await told()).toEqual([]);
  });

  it('gives up on a page at which it breaks each time, and goes on with other programmes', async () => {
    const breaking: LookAtPage = async () => {
      looked.push('broken');
      throw new Error('it broke');
    };
    for (let count = 0; count < 10; count += 1) {
      await sweep(breaking);
      fixture.services.clock.advance({ minutes: 6 });
    }
    expect(looked).toHaveLength(6);
    expect(await rows()).toMatchObject([{ outcome: null, lookedAt: null }]);
  });

  it('leaves alone what was reported long before the operator let it look', async () => {
    fixture.services.clock.advance({ days: 8 });
    expect(await sweep(seeing('shows_title'))).toBe(0);
    expect(await rows()).toEqual([]);
  });
});
