/** Makes the context of an identified account: its person's language and time zone, or the defaults. */
import type { Transaction, Viewer } from '../../prisma/client.js';
import { identify, type KnownAccount } from '../members/identify.js';
import { inBoth } from '../messages/bilingual.js';
import { defaultTimeZone } from '../messages/dates.js';
import { mayTry } from './authorise.js';
import type { AccountIdentity, Language, Offer, OpenContext } from './context.js';
import type { RequestingAccount } from './request.js';
import type { Services } from './services.js';

/** For whom the transaction of a request works: the account that asks, with the roles that it opens. */
export function viewerOf({ platform, tenant, userId }: AccountIdentity): Viewer {
  return { kind: 'account', platform, tenant, userId };
}

export function contextFor(
  {
    actions,
    notificationKinds,
    files,
    fileLinks,
    writeAnswer,
  }: Pick<Services, 'actions' | 'notificationKinds' | 'files' | 'fileLinks' | 'writeAnswer'>,
  transaction: Transaction,
  requesting: RequestingAccount,
  account: KnownAccount,
  now: Date,
  noteGone: () => void = () => {},
): OpenContext {
  const language = account.person?.language ?? requesting.language ?? 'ja';
  const offers = (where: 'menu' | 'help'): readonly Offer[] =>
    [...actions.values()]
      .filter((action) => (action.offered === 'menu' || action.offered === where) && mayTry(action, account.person))
      .map(({ name, texts, command, ask, receives }) => ({
        ...{ name, texts: texts[language], command, opensForm: ask !== null },
        receives: receives?.types ?? [],
      }));
  return {
    now,
    transaction,
    language,
    timeZone: account.person?.timeZone ?? defaultTimeZone,
    actor: { accountId: account.id, platform: requesting.platform, person: account.person },
    ...{ files, fileLinks },
    ...{ offers, noteGone, writeAnswer: writeAnswer ?? null },
    nameOfKind: (key) => notificationKinds.get(key)?.name ?? inBoth(key, key),
  };
}

/** A chat client shows an error after three seconds (Slack) or five (Teams), of which the work itself has had most by then. */
const LANGUAGE_MILLISECONDS = 500;

/**
 * The language to use for words said outside of a request, such as an apology. Never throws, and takes half a second at most: while
 * the database stands still it is the one that the platform believes the person uses.
 */
export async function languageOf(
  { database, clock }: Pick<Services, 'database' | 'clock'>,
  account: RequestingAccount,
): Promise<Language> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, LANGUAGE_MILLISECONDS, null);
  });
  const known = await Promise.race([identify(database, account, clock.now()).catch(() => null), late]);
  clearTimeout(timer);
  return known?.person?.language ?? account.language ?? 'ja';
}
