/** `node dist/main.js audit`: one JSON line each fault, then the figures, and an exit status that a script can go by. */
import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { buildPerson, buildProgramme, buildServices } from '../support/factories.js';
import { homeWithDatabase } from './home.js';

const place = homeWithDatabase();

async function audit() {
  const { code, output, complaints } = await place.home.start(['audit'], { DATABASE_URL: place.test.url }).ended;
  const lines: unknown[] = output
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  return { code, complaints, faults: lines.slice(0, -1), figures: lines.at(-1) };
}

it('ends with 0 where every notification is sent or explained, and with 1 and the rows where one is not', async () => {
  const services = buildServices(place.test.app);
  const { id: personId } = await buildPerson(services, { programme: await buildProgramme(services) });
  const at = new Date('2024-11-01T00:00:00Z');
  const about = { kind: 'session.promoted', personId, data: {}, dueAt: at, createdAt: at, settledAt: at };
  const sent = { ...about, state: 'delivered', channel: 'slack', tenant: 'T1', reference: { ts: '1' } } as const;
  await place.test.database.notification.create({ data: { ...sent, key: 'first', subjectId: randomUUID() } });
  await place.test.database.notification.create({
    data: { ...about, key: 'second', state: 'suppressed', reason: 'no longer true' },
  });
  const clean = await audit();
  expect(clean, clean.complaints).toMatchObject({ code: 0, complaints: '', faults: [] });
  expect(clean.figures).toMatchObject({ planned: 2, delivered: 1, suppressed: 1, faults: 0 });

  // Of one message two notifications say that it is theirs: one of them was never sent.
  await place.test.database.notification.create({ data: { ...sent, key: 'third', subjectId: randomUUID() } });
  const broken = await audit();
  expect(broken.code).toBe(1);
  expect(broken.faults.length).toBeGreaterThan(0);
  for (const row of broken.faults) {
    expect(row).toMatchObject({ id: expect.any(String), fault: 'one message for two notifications' });
  }
  expect(broken.figures).toMatchObject({ planned: 3, delivered: 2, faults: broken.faults.length });
}, 120_000);
