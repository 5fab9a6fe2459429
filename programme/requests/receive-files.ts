/** The step before the others where files came: those that an action may take are fetched and kept, outside any transaction. */
import { type FileType, TELLING_BYTES, typeByContent, typesByBeginning } from '../../documents/type-by-content.js';
import { inTransaction } from '../../prisma/client.js';
import { givenFileName } from '../files/file-name.js';
import type { FileOutcome } from '../files/file-outcome.js';
import { LARGEST_FILE_BYTES } from '../files/file-store.js';
import { findSameReceived, keepReceivedFile } from '../files/received-file.js';
import { NotFetched, type SentFile } from '../files/sent-file.js';
import type { Action, LookedInto } from './action.js';
import { mayTry } from './authorise.js';
import type { ActingPerson } from './context.js';
import type { Services } from './services.js';

/** A person who chooses more has chosen a folder. */
const MOST_FILES = 10;

type Taking = Action & { readonly receives: NonNullable<Action['receives']> };

interface Meant {
  /** The action that the words beside the files ask for: it goes first where it takes them. */
  readonly named: string | null;
  /** The files were chosen in its form, so that no other is meant. */
  readonly inForm?: boolean;
}

export interface ReceivedFiles {
  /** The action that the files are for, and the identifiers under which they are kept; null where nothing takes them. */
  readonly taken: {
    readonly action: Taking;
    readonly ids: readonly string[];
    /** Others that they may be meant for just as well, so that the person is to be asked. */
    readonly others: readonly Taking[];
  } | null;
  /** Of each file, in the order in which they were sent. */
  readonly outcomes: readonly FileOutcome[];
}

export async function receiveFiles(
  services: Services,
  person: ActingPerson | null,
  sent: readonly SentFile[],
  { named, inForm = false }: Meant,
): Promise<ReceivedFiles> {
  const possible = await takers(services, person, { named, inForm });
  let taking = possible;
  const ids: string[] = [];
  const outcomes: FileOutcome[] = [];
  // One after the other, so that no more than one is in memory.
  for (const [index, file] of sent.entries()) {
    const { looks } = file;
    // A pasted picture has none.
    const name = file.name === '' ? '' : givenFileName(file.name);
    const tell = (outcome: FileOutcome['outcome']) => outcomes.push({ name, looks, outcome });
    if (person === null || taking.length === 0) tell('unwanted');
    else if (index >= MOST_FILES) tell('too-many');
    else {
      const fetched = await fetchWanted(services, file, taking, { named, inForm });
      const apart = fetched === 'unwanted' && ids.length > 0 && !inForm;
      if (typeof fetched === 'string') tell(apart ? 'apart' : fetched);
      else {
        const id = await keepOnce(services, person.id, { name, ...fetched });
        ids.push(id);
        await lookInto(services, possible, { id, personId: person.id, name, content: fetched.content }, fetched.type);
        // The files of one message are for one action.
        taking = fetched.likely;
        tell('taken');
      }
    }
  }
  const forSeveral = ids.length > 1 ? taking.filter(({ receives }) => !receives.onlyOne) : [];
  const [action, ...others] = forSeveral.length > 0 ? forSeveral : taking;
  return { taken: action === undefined || ids.length === 0 ? null : { action, ids, others }, outcomes };
}

/** The actions that may take a file of this person's, the one that is meant first. */
async function takers(
  { actions, database, clock }: Services,
  person: ActingPerson | null,
  { named, inForm }: Meant,
): Promise<readonly Taking[]> {
  const found: Taking[] = [];
  for (const action of [...actions.values()].filter(isTaking)) {
    if (!mayTry(action, person) || person === null) continue;
    const { when } = action.receives;
    const viewer = { kind: 'person', personId: person.id } as const;
    const means = inForm
      ? action.name === named
      : when === undefined ||
        (await inTransaction(database, (transaction) => when(transaction, person, clock.now()), { viewer }));
    if (means) found.push(action);
  }
  return found.toSorted((one, other) => Number(other.name === named) - Number(one.name === named));
}

/** What is sent a second time, as a form that comes back with an error is, is kept once. */
async function keepOnce(
  { files, database, clock }: Services,
  personId: string,
  { name, type, content }: Fetched & { readonly name: string },
): Promise<string> {
  const now = clock.now();
  const same = await findSameReceived(database, personId, { name, content, now });
  return same ?? (await keepReceivedFile(files, personId, { name, type, content }, now));
}

/** Also for those that it was not sent for: the person may go on to one of them. */
async function lookInto(
  { database }: Pick<Services, 'database'>,
  possible: readonly Taking[],
  file: LookedInto,
  type: FileType,
): Promise<void> {
  for (const { receives } of possible) {
    if ([...receives.types, ...(receives.typesInForm ?? [])].includes(type)) await receives.look?.(database, file);
  }
}

interface Fetched {
  readonly content: Uint8Array;
  readonly type: FileType;
  /** Those that it may be meant for, one unless the person is to be asked. */
  readonly likely: readonly Taking[];
}

/** The bytes of a file that one of the actions takes, and which of them it may be meant for. What none can take is not fetched to its end. */
async function fetchWanted(
  { log }: Pick<Services, 'log'>,
  file: SentFile,
  taking: readonly Taking[],
  { named, inForm = false }: Meant,
): Promise<Fetched | 'unwanted' | NotFetched['problem']> {
  const takersOf = (types: readonly FileType[]) =>
    taking.filter(({ receives: { types: dropped, typesInForm = [] } }) => {
      const taken = inForm ? [...dropped, ...typesInForm] : dropped;
      return types.some((type) => taken.includes(type));
    });
  if (file.size !== null && file.size > LARGEST_FILE_BYTES) return 'too-large';
  try {
    const pieces: Uint8Array[] = [];
    let [size, begun] = [0, false];
    for await (const piece of await file.fetch()) {
      pieces.push(piece);
      size += piece.byteLength;
      if (size > LARGEST_FILE_BYTES) return 'too-large';
      if (begun || size < TELLING_BYTES) continue;
      begun = true;
      if (takersOf(typesByBeginning(Buffer.concat(pieces))).length === 0) return 'unwanted';
    }
    const content = Buffer.concat(pieces);
    const type = await typeByContent(content);
    const likely = await meantBy(takersOf([type]), named, content);
    return likely.length === 0 ? 'unwanted' : { content, type, likely };
  } catch (error) {
    if (!(error instanceof NotFetched)) throw error;
    log.warn({ reason: error.problem, error: error.cause }, 'a file that a person sent was not fetched');
    return error.problem;
  }
}

/** The first of those who take its type, by the words beside it and by what stands in it; where nothing tells and one of them asks, all of these. */
async function meantBy(
  possible: readonly Taking[],
  named: string | null,
  content: Uint8Array,
): Promise<readonly Taking[]> {
  if (possible.length < 2) return possible;
  const ranked: { readonly action: Taking; readonly rank: number }[] = [];
  for (const action of possible) {
    const recognised = (await action.receives.recognises?.(content)) ?? null;
    const isNamed = action.name === named;
    // What it is outranks what it was called, where the action that was named knows that it is something else.
    const rank = recognised === false ? (isNamed ? 2 : 4) : isNamed ? 0 : recognised ? 1 : 3;
    ranked.push({ action, rank });
  }
  const best = Math.min(...ranked.map(({ rank }) => rank));
  const likely = ranked.filter(({ rank }) => rank === best).map(({ action }) => action);
  return likely.some(({ receives }) => receives.asksWhich) ? likely : likely.slice(0, 1);
}

function isTaking(action: Action): action is Taking {
  return action.receives !== null;
}
