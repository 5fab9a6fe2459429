/** The sweep that plans every programme's reminders: one whose planning fails keeps no other from it. */
import { expect, it } from 'vitest';
import { inTransaction } from '../../../prisma/client.js';
import { planAllReminders } from '../../../programme/reminders/plan-all.js';
import { addRules } from '../../../programme/reminders/set-rules.js';
import { buildProgramme } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const fixture = programmeFixture();

it('plans the others where one programme’s reminders cannot be planned, says which, and plans it once they can', async () => {
  const { services, database } = fixture;
  const others = [await buildProgramme(services), await buildProgramme(services)];
  const ids = [fixture.programme, ...others].map(({ id }) => id).toSorted();
  for (const id of ids) await inTransaction(database, (transaction) => addRules(transaction, id, services.clock.now()));
  await database.programme.updateMany({ data: { remindersAt: null } });
  const planned = async () => {
    const rows = await database.programme.findMany({ where: { id: { in: ids }, remindersAt: { not: null } } });
    return rows.map(({ id }) => id).toSorted();
  };
  // The first one that the sweep looks at.
  const [broken = ''] = ids;
  await database.$executeRaw`CREATE TABLE broken AS SELECT ${broken}::uuid AS id`;
  await database.$executeRaw`CREATE FUNCTION break_planning() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN IF NEW.id IN (SELECT id FROM broken) THEN RAISE EXCEPTION 'broken'; END IF; RETURN NEW; END $$`;
  await database.$executeRaw`
    CREATE TRIGGER break_planning BEFORE UPDATE ON programme FOR EACH ROW EXECUTE FUNCTION break_planning()`;
  await planAllReminders(services);
  expect(await planned()).toEqual(ids.slice(1));
  expect(services.complaints).toEqual(['the reminders of a programme could not be planned']);
  await database.$executeRaw`DELETE FROM broken`;
  await planAllReminders(services);
  expect(await planned()).toEqual(ids);
});
