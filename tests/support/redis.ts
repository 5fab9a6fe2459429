/** The Redis server of the run, and how a test file says that it needs one. */
import { describe, inject } from 'vitest';

const redis = inject('redis');

/** Of the run's Redis server, emptied by nobody: give each test its own prefix. */
export function redisUrl(): string {
  if ('missing' in redis) throw new Error(`This test needs Redis: ${redis.missing}.`);
  return redis.url;
}

/** A `describe` that is skipped, with the reason in its name, where no Redis is installed. CI fails before it comes to that. */
export function describeWithRedis(name: string, tests: () => void): void {
  if ('missing' in redis) describe.skip(`${name} (SKIPPED: ${redis.missing})`, tests);
  else describe(name, tests);
}
