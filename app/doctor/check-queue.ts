/** Looks at the queue: Redis, and how it keeps jobs; or the database, which needs no look of its own. */
import { askRedis } from '../../jobs/check-redis.js';
import { type Finding, fail, ok, reasonOf, warn } from './finding.js';

export async function checkQueue(redisUrl: string | null): Promise<readonly Finding[]> {
  if (redisUrl === null) return [ok('Queue', 'It is in the database; REDIS_URL would put it on Redis.')];
  try {
    const { evicts, appends, version } = await askRedis(redisUrl);
    return [
      ok('Queue', `Redis ${version ?? ''} answers.`.replace('  ', ' ')),
      evicts === 'noeviction'
        ? ok('Redis policy', 'It never drops a job to make room.')
        : evicts === null
          ? warn('Redis policy', 'Redis does not say how it makes room: see that its maxmemory-policy is noeviction.')
          : fail(
              'Redis policy',
              `Its maxmemory-policy is ${evicts}, so that it drops jobs when it is full: set it to noeviction.`,
            ),
      appends === true
        ? ok('Redis persistence', 'It keeps its jobs over a restart.')
        : warn(
            'Redis persistence',
            'Its append-only file is off or not told of: jobs in it are queued anew after a restart. Set appendonly to yes.',
          ),
    ];
  } catch (error) {
    return [fail('Queue', reasonOf(error))];
  }
}
