/** One request of one person, from its delivery to its reply. This is the list of its steps; each has a file of its own. */
import { inTransaction, type Transaction } from '../../prisma/client.js';
import { noteSeen } from '../members/seen.js';
import { askAnewIfOutdated, askForInput } from './ask-for-input.js';
import { askToConfirm, mustConfirm } from './ask-to-confirm.js';
import { askWhich } from './ask-which.js';
import { askWhichProgramme } from './ask-which-programme.js';
import { authoriseRequest, type PermittedAction } from './authorise-request.js';
import type { OpenContext } from './context.js';
import { countRequest } from './count-request.js';
import { interpretWords } from './interpret-words.js';
import { keepRefusedForm } from './keep-refused-form.js';
import { lookUp } from './look-up.js';
import { settlesPreview } from './previews.js';
import { redeemPreview, refuseOutdated, type Work } from './redeem-preview.js';
import { isRefusal } from './refusal.js';
import { rememberReply } from './remember-reply.js';
import { repeatReply } from './repeat-reply.js';
import type { IncomingRequest, Request, RequestResult } from './request.js';
import { contextFor, viewerOf } from './request-context.js';
import { type Attempt, retryRequest } from './retry-request.js';
import { runAction } from './run-action.js';
import { sayUnused } from './say-unused.js';
import type { Services } from './services.js';
import { refusedResult, type StepResult } from './step-result.js';
import { tellAboutFiles } from './tell-about-files.js';
import { validateInput } from './validate-input.js';
import { welcomeFirst } from './welcome-first.js';
import { withoutContents } from './without-contents.js';

/**
 * Carries out one request in one transaction. Everything expected comes back as a reply in the person's language;
 * what is thrown is a fault of ours. A repeated delivery gets the stored reply and has no second effect.
 */
export async function handleRequest(services: Services, incoming: IncomingRequest): Promise<RequestResult> {
  const now = services.clock.now();
  // By its action, of the last attempt.
  let gone: string | null = null;
  const result = await countRequest(services, incoming, (named) =>
    retryRequest(services, incoming, now, {
      interpret: async () => named(await interpretWords(services, incoming, now)),
      carryOut: (request, attempt) => {
        gone = null;
        const noteGone = () => {
          gone = request.action;
        };
        return inTransaction(
          services.database,
          (transaction) => carryOut(services, transaction, request, { now, attempt, noteGone }),
          { viewer: viewerOf(request.account) },
        );
      },
    }),
  );
  if (gone !== null && !result.repeated) services.meter?.gone(gone);
  await keepRefusedForm(services, incoming, result, now);
  return result;
}

async function carryOut(
  services: Services,
  transaction: Transaction,
  request: Request,
  { now, attempt, noteGone }: { readonly now: Date; readonly attempt: Attempt; readonly noteGone: () => void },
): Promise<RequestResult> {
  const action = services.actions.get(request.action) ?? null;
  const found = await lookUp(transaction, request, action, now, attempt.looksFirst);
  const { stored, account, named, preview } = found;
  const context = contextFor(services, transaction, request.account, account, now, noteGone);
  if (stored !== null) return repeatReply(context, request, stored);
  await noteSeen(transaction, account, request.account, now);
  const asked = { action, request, named };
  const work = await redeemPreview(transaction, services.actions, asked, preview, now);
  const result =
    request.choices === undefined
      ? await resultOf(context, work, attempt.violated, settlesPreview(request))
      : await askWhich(context, services.actions, {
          ...{ choices: request.choices, guessed: request.guessed === true },
          ofFiles: request.files !== undefined,
        });
  const welcomed = await welcomeFirst(context, request, account, result);
  const told = await tellAboutFiles(services, context, request, welcomed);
  const reply = sayUnused(told.reply, request.unused, context.language);
  return await rememberReply(context, request, account, { about: work.request.input, ...told, reply });
}

async function resultOf(
  context: OpenContext,
  { action, request, named, agreed }: Work,
  violated: string | null,
  replaces: boolean,
): Promise<StepResult> {
  const permitted = authoriseRequest(action, context, request, named);
  if (isRefusal(permitted)) return refusedResult(context, permitted);
  if ('ambiguous' in permitted) return await askWhichProgramme(context, request, permitted);
  const result = await carryOutPermitted(permitted, { request, agreed, replaces, violated });
  return permitted.confidential ? withoutContents(result) : result;
}

interface Permitted extends Pick<Work, 'request' | 'agreed'> {
  readonly replaces: boolean;
  readonly violated: string | null;
}

/** From here on each step may end the request: it asks, shows, does or refuses. */
async function carryOutPermitted(
  permitted: PermittedAction,
  { request, agreed, replaces, violated }: Permitted,
): Promise<StepResult> {
  const checked = await validateInput(permitted);
  if ('issues' in checked) return await askForInput(permitted, request, checked);
  const showsForm = agreed === null && request.inForm === true && permitted.ask !== null;
  if (showsForm) return await askForInput(permitted, request, { input: checked.input, issues: [] });
  // What was chosen in a form and cannot be taken is told before anything is done without it.
  const lacks = request.submitted && request.files?.some(({ outcome }) => outcome !== 'taken');
  if (lacks) return await askForInput(permitted, request, { input: checked.input, issues: [] });
  const outdated = agreed && (await refuseOutdated(permitted, agreed, checked.valid));
  if (outdated) return outdated;
  if (agreed === null && mustConfirm(permitted, request)) return await askToConfirm(permitted, request, checked);
  const anew = agreed === null ? await askAnewIfOutdated(permitted, request, checked) : null;
  if (anew) return anew;
  return await runAction(permitted, { ...request, replaces }, checked, violated);
}
