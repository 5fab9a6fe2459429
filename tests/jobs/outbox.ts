/** The outbox of one test file: a database, emptied before each test, with services whose clock stands still until it is set ahead. */
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { PrismaClient } from '../../prisma/client.js';
import type { Rates } from '../../programme/notifications/pace.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { makeTestServices, stoppedClock, type TestServices } from './support.js';

export interface Outbox {
  readonly database: PrismaClient;
  readonly services: TestServices;
  readonly clock: ReturnType<typeof stoppedClock>;
}

/** To be called where the tests are declared, as it registers their hooks; what it returns is there once a test runs. */
export function openOutbox({ rates }: { readonly rates?: Rates } = {}): Outbox {
  let test: TestDatabase;
  let clock: ReturnType<typeof stoppedClock>;
  let services: TestServices;
  beforeAll(async () => {
    test = await createTestDatabase();
  });
  afterAll(async () => await test.close());
  beforeEach(async () => {
    const { database } = test;
    await database.notification.deleteMany();
    await database.account.deleteMany();
    await database.pace.deleteMany();
    clock = stoppedClock();
    services = { ...makeTestServices(test.app, clock), ...(rates && { rates }) };
  });
  return {
    get database() {
      return test.database;
    },
    get services() {
      return services;
    },
    get clock() {
      return clock;
    },
  };
}
