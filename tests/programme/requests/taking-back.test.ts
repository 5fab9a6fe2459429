/** What is tried only to show what it would do leaves nothing behind, also where the work tries something itself. */
import { expect, it } from 'vitest';
import { inTransaction, type Transaction } from '../../../prisma/client.js';
import { takenBack } from '../../../programme/requests/taking-back.sql.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const given = programmeFixture();

const named = async (transaction: Transaction, nameEn: string) =>
  await transaction.programme.update({ where: { id: given.programme.id }, data: { nameEn } });
const nameIn = async (transaction: Transaction) =>
  (await transaction.programme.findUniqueOrThrow({ where: { id: given.programme.id } })).nameEn;

it('leaves what was written before, says what the work found, and goes on', async () => {
  const found = await inTransaction(given.database, async (transaction) => {
    await named(transaction, 'Before');
    const within = await takenBack(transaction, async () => (await named(transaction, 'Within')).nameEn);
    return [within, await nameIn(transaction)];
  });
  expect(found).toEqual(['Within', 'Before']);
  expect(await nameIn(given.database)).toBe('Before');
});

it('is undone to its own beginning where the work has taken something back itself', async () => {
  const found = await inTransaction(given.database, async (transaction) => {
    await named(transaction, 'Before');
    await takenBack(transaction, async () => {
      await named(transaction, 'Outer');
      await takenBack(transaction, async () => await named(transaction, 'Inner'));
      expect(await nameIn(transaction)).toBe('Outer');
    });
    return await nameIn(transaction);
  });
  expect(found).toBe('Before');
});

it('goes on after work that the database refused', async () => {
  const { programme } = given;
  await inTransaction(given.database, async (transaction) => {
    await named(transaction, 'Before');
    const twice = takenBack(transaction, async () => {
      await transaction.programme.create({ data: { ...programme, concernContacts: [] } });
    });
    await expect(twice).rejects.toThrow();
    expect(await nameIn(transaction)).toBe('Before');
  });
});
