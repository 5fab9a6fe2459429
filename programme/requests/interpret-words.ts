/** The step before the others where words or files came: they become an action and a partial input. */
import { aboutFilesName } from '../files/about-files-name.js';
import { identify, type KnownAccount } from '../members/identify.js';
import { introduce, needsIntroduction } from '../members/introduce.js';
import { mayTry } from './authorise.js';
import { cleanInput, cleanText } from './clean-input.js';
import { isStored } from './idempotency.js';
import type { Interpretation, Proposal } from './interpreter.js';
import { receiveChosen } from './receive-chosen.js';
import { receiveFiles } from './receive-files.js';
import type { IncomingRequest, Request, WordsRequest } from './request.js';
import type { Services } from './services.js';

/** Outside any transaction, after an identification of its own. What is no words is the request already, cleaned. */
export async function interpretWords(services: Services, incoming: IncomingRequest, now: Date): Promise<Request> {
  if (!('words' in incoming)) return await receiveChosen(services, { ...incoming, input: cleanInput(incoming.input) });
  const { account, isFirst } = await identifyFirst(services, incoming, now);
  const { files = [], isCommand, words: typed, ...delivery } = incoming;
  const words = cleanText(typed);
  const base = { ...delivery, submitted: false, ...(isFirst && { isFirst }) };
  if (files.length > 0) return { ...base, ...(await withFiles(services, account, { ...incoming, words })) };
  const said = await services.interpreter.interpret(services, account, words);
  const { input, ...meant } = meantBy(services, account, said);
  return { ...base, ...meant, input: cleanInput(input), origin: isCommand && said.explicit ? 'chosen' : 'words' };
}

/** What was understood. Of several things only those count that are the person's to do; the person is asked which. */
function meantBy(
  services: Services,
  account: KnownAccount,
  { explicit: _explicit, choices = [], ...understood }: Interpretation,
): Pick<Request, 'action' | 'input' | 'choices' | 'unused'> {
  const own = choices.filter((choice) => isOffered(services, account, choice));
  const [only, other] = own;
  if (other !== undefined) return { ...understood, choices: own };
  return { ...understood, ...only };
}

function isOffered({ actions }: Services, { person }: KnownAccount, { action: name }: Proposal): boolean {
  const action = actions.get(name);
  return action !== undefined && mayTry(action, person);
}

/** What files take part in was not said outright, so it comes as words do. */
async function withFiles(
  services: Services,
  account: KnownAccount,
  incoming: WordsRequest,
): Promise<Pick<Request, 'action' | 'input' | 'origin' | 'files' | 'alsoAsked'>> {
  const { words, files = [] } = incoming;
  const origin = 'words';
  // A repeated delivery gets the stored reply; its files are not fetched again.
  if (await isStored(services.database, incoming)) return { action: aboutFilesName, input: {}, origin };
  const said = words === '' ? null : await services.interpreter.interpret(services, account, words);
  const meant = said !== null && isUnderstood(said) ? { action: said.action, input: said.input } : null;
  const { taken, outcomes } = await receiveFiles(services, account.person, files, { named: meant?.action ?? null });
  if (taken === null) return { ...(meant ?? { action: aboutFilesName, input: {} }), origin, files: outcomes };
  const { action, ids } = taken;
  const own = meant?.action === action.name ? meant.input : {};
  return {
    action: action.name,
    input: { ...own, [action.receives.field]: ids },
    origin,
    files: outcomes,
    ...(meant !== null && meant.action !== action.name && { alsoAsked: meant }),
  };
}

/** The help is also what words become that mean nothing, or ask for nothing. */
function isUnderstood({ action, input }: Interpretation): boolean {
  return action !== 'help.show' || (input.unclear !== true && input.thanked !== true && input.acknowledged !== true);
}

async function identifyFirst(
  services: Services,
  incoming: WordsRequest,
  now: Date,
): Promise<{ readonly account: KnownAccount; readonly isFirst: true | null }> {
  const requesting = incoming.account;
  const known = await identify(services.database, requesting);
  if (known !== null && !needsIntroduction(known, now)) return { account: known, isFirst: null };
  await introduce(services, incoming, now);
  const introduced = await identify(services.database, requesting);
  if (introduced === null) throw new Error('an account that was introduced is not known');
  return { account: introduced, isFirst: true };
}
