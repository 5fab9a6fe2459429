/** The raw SQL on BullMQ's tables in PostgreSQL: holding them up and losing them. */
import { inTransaction, type PrismaClient } from '../../prisma/client.js';

/** Nobody writes a job until the returned function is called; who waited by then is cut off. */
export async function holdQueue(database: PrismaClient): Promise<() => Promise<void>> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let hold = () => {};
  const isHeld = new Promise<void>((resolve) => {
    hold = resolve;
  });
  const work = inTransaction(
    database,
    async (transaction) => {
      await transaction.$executeRaw`LOCK TABLE bullmq.job IN EXCLUSIVE MODE`;
      hold();
      await released;
      await transaction.$executeRaw`
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE application_name = 'spp-queue' AND datname = current_database() AND wait_event_type = 'Lock'`;
    },
    { timeout: 600_000 },
  );
  await Promise.race([isHeld, work]);
  return async () => {
    release();
    await work;
  };
}

export async function wipeQueue(database: PrismaClient): Promise<void> {
  await database.$executeRaw`DROP SCHEMA bullmq CASCADE`;
}
