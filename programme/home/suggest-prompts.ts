/** Suggests what a person may write first, by their role and by what is still open for them. */
import { inTransaction } from '../../prisma/client.js';
import { readAvailable } from '../consultations/entitlement/ledger.js';
import { ownDeliverables } from '../drafts/prepare-submission.js';
import { actingMember } from '../members/acting-member.js';
import { identify } from '../members/identify.js';
import { everyRole } from '../members/roles.js';
import { pick } from '../messages/bilingual.js';
import { authoriseOwn } from '../requests/authorise.js';
import type { Context, Language } from '../requests/context.js';
import { isRefusal } from '../requests/refusal.js';
import type { RequestingAccount } from '../requests/request.js';
import { contextFor, viewerOf } from '../requests/request-context.js';
import type { Services } from '../requests/services.js';
import { sessionsConcerning } from '../sessions/queries.js';
import { modesOf } from '../sessions/rules.js';
import { nextToAnswer } from './next-to-answer.js';
import { promptTexts, type SuggestedPrompt } from './prompt-texts.js';

/** Slack shows no more (docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts). */
const MOST_PROMPTS = 4;

/** As many coming sessions as are looked through for one to answer. */
const LOOKED_AT = 5;

export interface SuggestedPrompts {
  /** Above them. */
  readonly heading: string;
  /** At most four, the most urgent first. */
  readonly prompts: readonly SuggestedPrompt[];
}

/** To an account that never came before what leads on, to one of nobody how to get in. Reads only. */
export async function suggestPrompts(services: Services, account: RequestingAccount): Promise<SuggestedPrompts> {
  const now = services.clock.now();
  return await inTransaction(
    services.database,
    async (transaction) => {
      const known = await identify(transaction, account, now);
      const person = known?.person ?? null;
      const language = person?.language ?? account.language ?? 'ja';
      const { link, help, next } = promptTexts[language];
      // Who never wrote before may be known by e-mail, which is looked up with the first words.
      if (known === null) return suggested(language, [next, help]);
      if (person === null) return suggested(language, [link, help]);
      const membership = authoriseOwn(everyRole, person);
      if (isRefusal(membership)) return suggested(language, [link, help]);
      const open = contextFor(services, transaction, account, known, now);
      return suggested(language, await promptsOf({ ...open, person, membership }));
    },
    { viewer: viewerOf(account) },
  );
}

function suggested(language: Language, prompts: readonly SuggestedPrompt[]): SuggestedPrompts {
  return { heading: promptTexts[language].heading, prompts: prompts.slice(0, MOST_PROMPTS) };
}

async function promptsOf(context: Context): Promise<readonly SuggestedPrompt[]> {
  const texts = promptTexts[context.language];
  switch (context.membership.role) {
    case 'participant':
      return await participantPrompts(context);
    case 'adviser':
      return [texts.agenda, texts.reviews, texts.offer, texts.record];
    case 'secretariat':
      return [texts.overview, texts.announce, texts.inbox, texts.report];
    case 'speaker':
      return [texts.sessions, texts.help];
  }
}

/** What is still to be answered, booked and submitted; then what can always be asked. */
async function participantPrompts(context: Context): Promise<readonly SuggestedPrompt[]> {
  const { transaction, membership, language, now } = context;
  const texts = promptTexts[language];
  const coming = { member: actingMember(context), time: 'coming', now } as const;
  const next = nextToAnswer(context, await sessionsConcerning(transaction, coming, { from: 0, size: LOOKED_AT }));
  const mode = next && modesOf(next).at(-1);
  const left = membership.companyId === null ? 0 : ((await readAvailable(transaction, membership.companyId)) ?? 0);
  const begun = new Set(['not_started', 'drafting', 'to_be_revised']);
  const due = (await ownDeliverables(context)).find(({ stage }) => begun.has(stage));
  return [
    ...(next && mode ? [texts.register(next.code, mode)] : []),
    ...(left > 0 ? [texts.book] : []),
    ...(due === undefined ? [] : [texts.submit(pick(language, due.title))]),
    texts.next,
    texts.sessions,
    texts.ask,
  ];
}
