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
  if (!('words' in incoming)) {
    const chosen = { ...incoming, input: cleanInput(incoming.input) };
    return await receiveChosen(services, { ...chosen, ...(await concernIn(services, chosen, null)) });
  }
  const { account, isFirst } = await identifyFirst(services, incoming, now);
  const { files = [], isCommand, words: typed, forwarded = '', ...delivery } = incoming;
  const words = cleanText(typed);
  const base = { ...delivery, submitted: false, ...(isFirst && { isFirst }) };
  const passedOn = forwarded.trim() === '' ? null : await withForwarded(services, account, { ...incoming, words });
  if (passedOn !== null) return { ...base, ...passedOn };
  if (files.length > 0) return { ...base, ...(await withFiles(services, account, { ...incoming, words })) };
  const said = await services.interpreter.interpret(services, account, words);
  const { input, ...meant } = meantBy(services, account, said);
  const request: Request = {
    ...{ ...base, ...meant, input: cleanInput(input), origin: isCommand && said.explicit ? 'chosen' : 'words' },
  };
  return { ...request, ...(await concernIn(services, request, account)) };
}

/**
 * What takes the place of a question to look up that tells of a concern: it is said whom to turn to, and nothing of it is kept.
 * @param known the account, where it is known already
 */
async function concernIn(
  services: Services,
  { action: name, input, account }: Pick<Request, 'action' | 'input' | 'account'>,
  known: KnownAccount | null,
): Promise<Pick<Request, 'action' | 'input'> | null> {
  const field = services.actions.get(name)?.freeWords ?? null;
  const words = field === null ? undefined : input[field];
  if (typeof words !== 'string' || words === '') return null;
  const found = known ?? (await identify(services.database, account, services.clock.now()));
  if (found === null) return null;
  return (await services.interpreter.concernIn?.(services, found, words)) ?? null;
}

/** What was understood. Of several things only those count that are the person's to do; the person is asked which. */
export function meantBy(
  services: Pick<Services, 'actions'>,
  account: KnownAccount,
  { explicit: _explicit, refers: _refers, choices = [], guessed, ...understood }: Interpretation,
): Pick<Request, 'action' | 'input' | 'choices' | 'guessed' | 'unused' | 'inForm'> {
  const own = choices.filter((choice) => isOffered(services, account, choice));
  if (guessed && own.length > 0) return { ...understood, choices: own, guessed };
  const [only, other] = own;
  if (other !== undefined) return { ...understood, choices: own };
  return { ...understood, ...only };
}

function isOffered(
  { actions }: Pick<Services, 'actions'>,
  { person }: KnownAccount,
  { action: name }: Proposal,
): boolean {
  const action = actions.get(name);
  return action !== undefined && mayTry(action, person);
}

/** A forwarded message is for the action that takes those, where the person may take it and their own words mean nothing else. */
async function withForwarded(
  services: Services,
  account: KnownAccount,
  incoming: WordsRequest,
): Promise<Pick<Request, 'action' | 'input' | 'origin' | 'files'> | null> {
  const { words, forwarded = '', files = [] } = incoming;
  const taking = [...services.actions.values()].find(
    (action) => action.receives?.forwarded !== undefined && mayTry(action, account.person),
  );
  if (taking?.receives?.forwarded === undefined) return null;
  const said = words === '' ? null : await services.interpreter.interpret(services, account, words);
  if (said !== null && isUnderstood(said) && said.action !== taking.name) return null;
  const input = { ...(said?.action === taking.name && said.input), [taking.receives.forwarded]: cleanText(forwarded) };
  const origin = 'words';
  if (files.length === 0 || (await isStored(services.database, incoming)))
    return { action: taking.name, input: cleanInput(input), origin };
  const { taken, outcomes } = await receiveFiles(services, account.person, files, { named: taking.name });
  const held = taken?.action.name === taking.name ? { [taking.receives.field]: taken.ids } : {};
  return { action: taking.name, input: cleanInput({ ...input, ...held }), origin, files: outcomes };
}

/** What files take part in was not said outright, so it comes as words do. */
async function withFiles(
  services: Services,
  account: KnownAccount,
  incoming: WordsRequest,
): Promise<Pick<Request, 'action' | 'input' | 'origin' | 'files' | 'alsoAsked' | 'choices'>> {
  const { words, files = [] } = incoming;
  const origin = 'words';
  // A repeated delivery gets the stored reply; its files are not fetched again.
  if (await isStored(services.database, incoming)) return { action: aboutFilesName, input: {}, origin };
  const said = words === '' ? null : await services.interpreter.interpret(services, account, words);
  const meant = said !== null && isUnderstood(said) ? { action: said.action, input: said.input } : null;
  const { taken, outcomes } = await receiveFiles(services, account.person, files, { named: meant?.action ?? null });
  if (taken === null) return { ...(meant ?? { action: aboutFilesName, input: {} }), origin, files: outcomes };
  const { action, ids, others } = taken;
  const own = meant?.action === action.name ? meant.input : {};
  return {
    action: action.name,
    input: { ...own, [action.receives.field]: ids },
    origin,
    files: outcomes,
    ...(meant !== null && meant.action !== action.name && { alsoAsked: meant }),
    ...(others.length > 0 && {
      choices: [action, ...others].map(({ name, receives }) => ({ action: name, input: { [receives.field]: ids } })),
    }),
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
  const known = await identify(services.database, requesting, now);
  if (known !== null && !needsIntroduction(known, now)) return { account: known, isFirst: null };
  await introduce(services, incoming, now);
  const introduced = await identify(services.database, requesting, now);
  if (introduced === null) throw new Error('an account that was introduced is not known');
  return { account: introduced, isFirst: true };
}
