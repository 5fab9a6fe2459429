/** Every declared job has a handler and a payload that is checked. */
import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { type Handlers, jobs, runJob } from '../../jobs/jobs.js';

function recordingHandlers() {
  const handled: unknown[] = [];
  const handle = async (payload: unknown) => void handled.push(payload);
  const handlers: Handlers = {
    'notification.deliver': handle,
    'notifications.recover': handle,
    'notifications.dispatch': handle,
    'notifications.reconcile': handle,
    'reminders.plan': handle,
    'announcements.begin': handle,
    'announcements.post': handle,
    'requests.forget': handle,
    'mail.bounces': handle,
    'publications.look': handle,
    'files.remove-stale': handle,
  };
  return { handled, handlers };
}

it('gives a job to its handler', async () => {
  const { handled, handlers } = recordingHandlers();
  const payload = { id: randomUUID(), round: 3 };
  await runJob(handlers, 'notification.deliver', payload);
  expect(handled).toEqual([payload]);
});

it('refuses a job that is not declared and a payload that is not the job’s', async () => {
  const { handled, handlers } = recordingHandlers();
  await expect(runJob(handlers, 'toString', {})).rejects.toThrow('no job named toString');
  await expect(runJob(handlers, 'notification.deliver', { id: 'x', round: 0 })).rejects.toThrow();
  expect(handled).toEqual([]);
});

it('does not compile with a declared job left without a handler', () => {
  const { handlers } = recordingHandlers();
  const { 'notifications.recover': _left, ...others } = handlers;
  // @ts-expect-error a handler is missing
  const incomplete: Handlers = others;
  expect(Object.keys(incomplete)).toHaveLength(Object.keys(jobs).length - 1);
});
