/** The step before the others where files were chosen in a form itself: they are fetched and kept, and become part of its input. */
import { identify } from '../members/identify.js';
import { isStored } from './idempotency.js';
import { receiveFiles } from './receive-files.js';
import type { Request } from './request.js';
import type { Services } from './services.js';

/** Outside any transaction, as the files of a message. What its action may not be taken by this person with is not fetched. */
export async function receiveChosen(services: Services, { chosen = [], ...request }: Request): Promise<Request> {
  const field = services.actions.get(request.action)?.receives?.field;
  if (chosen.length === 0 || field === undefined) return request;
  // A repeated delivery gets the stored reply; its files are not fetched again.
  if (await isStored(services.database, request)) return request;
  const account = await identify(services.database, request.account, services.clock.now());
  const { taken, outcomes } = await receiveFiles(services, account?.person ?? null, chosen, {
    named: request.action,
    inForm: true,
  });
  if (taken === null) return { ...request, files: outcomes };
  const given = request.input[field];
  const before = Array.isArray(given) ? given : [];
  const input = { ...request.input, [field]: [...new Set([...before, ...taken.ids])] };
  return { ...request, input, received: taken.ids.filter((id) => !before.includes(id)), files: outcomes };
}
