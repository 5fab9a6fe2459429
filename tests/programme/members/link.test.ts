/** Accounts are linked to people only by e-mail addresses that a bound workspace or tenant vouches for. */

import { beforeEach, describe, expect, it } from 'vitest';
import type { Company } from '../../../prisma/client.js';
import type { RequestingAccount } from '../../../programme/requests/request.js';
import { searchChoices } from '../../../programme/requests/search.js';
import { actions } from '../../../programme/rooms.js';
import {
  buildAccount,
  buildCompany,
  type buildPerson,
  buildProgramme,
  notificationsTo,
  outcomeOf,
  requestingAccount,
  wordsOf,
} from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const given = programmeFixture();
const { ask, member, sendAllDue } = given;

let tenant: string;

let count = 0;
beforeEach(async () => {
  count += 1;
  tenant = `T-${count}`;
});

const address = () => `hanako.${count}@example.com`;

async function bind(to: Company | null, where = tenant): Promise<void> {
  await given.database.binding.create({
    data: { programmeId: given.programme.id, companyId: to?.id ?? null, platform: 'slack', tenant: where },
  });
}

/** An account that its workspace says belongs to this address. */
function vouched(email: string | null, where = tenant): RequestingAccount {
  return requestingAccount({ tenant: where, verifiedEmail: async () => email });
}

async function isKnown(account: RequestingAccount): Promise<boolean> {
  const performed = await ask({ account }, 'session.list');
  return outcomeOf(performed) === 'done';
}

/** Somebody the roster knows by address and who has no account yet. */
async function listed(more: Partial<Parameters<typeof buildPerson>[1]> = {}) {
  const person = await member({
    company: given.company,
    email: address(),
    ...more,
  });
  await given.database.account.deleteMany({ where: { personId: person.id } });
  return person;
}

describe('a verified address', () => {
  it('links the account where its workspace is bound to the company', async () => {
    await listed();
    await bind(given.company);
    expect(await isKnown(vouched(address().toUpperCase()))).toBe(true);
  });

  it('is not even asked for, and links nobody, where the workspace is not bound', async () => {
    await listed();
    let asked = 0;
    const account = requestingAccount({
      tenant,
      verifiedEmail: async () => {
        asked += 1;
        return address();
      },
    });
    expect(await isKnown(account)).toBe(false);
    expect(asked).toBe(0);
  });

  it('cannot be claimed by the workspace of another company', async () => {
    await listed();
    await bind(await buildCompany(given.services, given.programme));
    expect(await isKnown(vouched(address()))).toBe(false);
  });

  it('cannot be claimed by a workspace bound to a company of another programme, or to its staff', async () => {
    await listed();
    const other = await buildProgramme(given.services);
    const theirs = await buildCompany(given.services, other);
    for (const companyId of [theirs.id, null]) {
      await given.database.binding.create({
        data: { programmeId: other.id, companyId, platform: 'slack', tenant },
      });
    }
    expect(await isKnown(vouched(address()))).toBe(false);
  });

  it('of the staff counts in the workspace bound to the programme only', async () => {
    await listed({ role: 'secretariat', company: null });
    await bind(given.company);
    expect(await isKnown(vouched(address()))).toBe(false);
    await bind(null, `${tenant}-staff`);
    expect(await isKnown(vouched(address(), `${tenant}-staff`))).toBe(true);
  });

  it('of a participant does not count in the workspace of the staff', async () => {
    await listed();
    await bind(null);
    expect(await isKnown(vouched(address()))).toBe(false);
  });

  it('does not give a company’s workspace the role its person has elsewhere', async () => {
    const person = await listed();
    await given.database.membership.create({
      data: { programmeId: given.programme.id, personId: person.id, role: 'secretariat' },
    });
    await bind(given.company);
    expect(await isKnown(vouched(address()))).toBe(false);
  });

  it('does not count on the other platform, whose tenant has the same name', async () => {
    await listed();
    await bind(given.company);
    expect(await isKnown({ ...vouched(address()), platform: 'teams' })).toBe(false);
  });

  it('of someone taken off the roster links nobody', async () => {
    await listed({ endedAt: new Date('2024-09-15') });
    await bind(given.company);
    expect(await isKnown(vouched(address()))).toBe(false);
  });

  it('is looked up again only after a minute, so that someone just put on the roster gets in', async () => {
    await bind(given.company);
    let asked = 0;
    const account = requestingAccount({
      tenant,
      verifiedEmail: async () => {
        asked += 1;
        return address();
      },
    });
    expect(await isKnown(account)).toBe(false);
    await listed();
    expect(await isKnown(account)).toBe(false);
    expect(asked).toBe(1);
    given.services.clock.advance({ minutes: 1 });
    expect(await isKnown(account)).toBe(true);
    expect(asked).toBe(2);
  });

  it('that the platform cannot tell leaves the person unknown, and the log without the address', async () => {
    await bind(given.company);
    const account = requestingAccount({
      tenant,
      verifiedEmail: async () => {
        throw new Error('no answer');
      },
    });
    expect(await isKnown(account)).toBe(false);
    expect(given.services.complaints).toEqual(['a platform did not give an e-mail']);
  });

  it('that the platform tells at the second attempt links all the same, and complains of nothing', async () => {
    await bind(given.company);
    await listed();
    let asked = 0;
    const account = requestingAccount({
      tenant,
      verifiedEmail: async () => {
        asked += 1;
        if (asked === 1) throw new Error('no answer');
        return address();
      },
    });
    expect(await isKnown(account)).toBe(true);
    expect(given.services.complaints).toEqual([]);
  });

  it('links once, with one welcome, when first requests come at the same instant', async () => {
    const person = await listed();
    await bind(given.company);
    const account = vouched(address());
    const known = await Promise.all(Array.from({ length: 6 }, () => isKnown(account)));
    expect(known).toEqual(Array(6).fill(true));
    const told = notificationsTo(await sendAllDue(), { account });
    expect(told.map(({ kind }) => kind)).toEqual(['member.welcome']);
    expect(await given.database.account.count({ where: { personId: person.id } })).toBe(1);
  });
});

describe('the welcome', () => {
  it('comes once per account, to that account, in their language with a button for each', async () => {
    await listed({ nameJa: '山田 花子', nameEn: 'Hanako Yamada', language: 'ja' });
    await bind(given.company);
    await bind(given.company, `${tenant}-second`);
    const first = vouched(address());
    const second = vouched(address(), `${tenant}-second`);
    for (const account of [first, second, first, second]) await isKnown(account);
    const told = await sendAllDue();
    for (const account of [first, second]) {
      const welcomes = notificationsTo(told, { account }).filter(({ kind }) => kind === 'member.welcome');
      expect(welcomes).toHaveLength(1);
      const words = welcomes[0]?.words ?? '';
      expect(words).toContain('山田 花子様、「責任ある調達プログラム」へようこそ');
      expect(words).not.toContain('Welcome to');
      const buttons = welcomes[0]?.message.elements.flatMap((one) => (one.kind === 'buttons' ? one.buttons : [])) ?? [];
      expect(buttons).toMatchObject([
        { label: '回答する', action: 'session.show' },
        { label: '日本語', action: 'member.language', input: { language: 'ja' } },
        { label: 'English', action: 'member.language', input: { language: 'en' } },
        { action: 'home.show' },
      ]);
    }
    const chosen = await ask({ account: first }, 'member.language', { language: 'en' });
    expect(wordsOf(chosen)).toContain('in English');
    expect((await ask({ account: first }, 'home.show')).language).toBe('en');
  });

  it('is not sent to someone who was taken off the roster meanwhile', async () => {
    const person = await listed();
    await bind(given.company);
    const account = vouched(address());
    await isKnown(account);
    await given.database.membership.updateMany({
      where: { personId: person.id },
      data: { endedAt: given.services.clock.now() },
    });
    expect(notificationsTo(await sendAllDue(), { account })).toEqual([]);
  });
});

describe('someone unknown', () => {
  it.each(['ja', 'en'] as const)('is told kindly how to get in and learns nothing (%s)', async (language) => {
    const person = await listed({ nameJa: '山田 花子', nameEn: 'Hanako Yamada' });
    const account = requestingAccount({ tenant, language });
    const secrets = [
      given.programme.nameJa,
      given.programme.nameEn,
      given.programme.contact,
      given.company.nameJa,
      given.company.nameEn,
      given.company.code,
    ];
    const names = [person.nameJa, person.nameEn, person.email ?? ''];
    const replies = new Set<string>();
    for (const action of actions.filter(({ who }) => who !== 'anyone')) {
      const performed = await ask({ account }, action.name, { session: person.id, person: person.id });
      expect(outcomeOf(performed)).toBe('refused');
      replies.add(JSON.stringify(performed.reply));
    }
    expect(replies.size, 'every refusal is the same').toBe(1);
    for (const open of ['help.show', 'home.show', 'member.link'] as const) {
      replies.add(JSON.stringify((await ask({ account }, open)).reply));
    }
    const words = [...replies].join('\n');
    for (const secret of [...secrets, ...names]) expect(words).not.toContain(secret);
    expect(words).toContain(language === 'ja' ? '招待コードを入力' : 'Enter invitation code');
    expect(words).toContain('"action":"member.link"');
  });

  it('gets nothing from a search', async () => {
    await listed();
    const account = await buildAccount(given.services, null, { tenant });
    for (const { name } of actions) {
      const search = { account, action: name, field: 'person', typed: '', given: {} };
      expect(await searchChoices(given.services, search)).toEqual([]);
    }
  });
});
