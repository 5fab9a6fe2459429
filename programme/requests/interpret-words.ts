/** The step before the others where words came: they become an action and a partial input. */
import { identify, type KnownAccount } from '../members/identify.js';
import { introduce, needsIntroduction } from '../members/introduce.js';
import { mayTry } from './authorise.js';
import type { IncomingRequest, Request, RequestingAccount } from './request.js';
import type { Services } from './services.js';

/** Outside any transaction, after an identification of its own. What is no words is the request already. */
export async function interpretWords(services: Services, incoming: IncomingRequest, now: Date): Promise<Request> {
  if (!('words' in incoming)) return incoming;
  const { words, isCommand, ...delivery } = incoming;
  const account = await identifyFirst(services, incoming.account, now);
  const { explicit, choices = [], ...understood } = await services.interpreter.interpret(services, account, words);
  const origin = isCommand && explicit ? 'chosen' : 'words';
  const own = choices.filter(({ action }) => isOffered(services, account, action));
  const [only, other] = own;
  const meant = only !== undefined && other === undefined ? only : {};
  return { ...delivery, ...understood, ...meant, origin, submitted: false, ...(other && { choices: own }) };
}

function isOffered({ actions }: Services, { person }: KnownAccount, name: string): boolean {
  const action = actions.get(name);
  return action !== undefined && mayTry(action, person);
}

async function identifyFirst(services: Services, requesting: RequestingAccount, now: Date): Promise<KnownAccount> {
  const known = await identify(services.database, requesting);
  if (known !== null && !needsIntroduction(known, now)) return known;
  await introduce(services, requesting, now);
  const introduced = await identify(services.database, requesting);
  if (introduced === null) throw new Error('an account that was introduced is not known');
  return introduced;
}
