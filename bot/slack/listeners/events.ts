/** Messages to the bot, mentions of it in channels, and the opening of its Home tab. */
import type { App } from '@slack/bolt';
import { textsFor } from '../../../programme/locale/texts.js';
import { type Message, plain } from '../../../programme/messages/message.js';
import type { Language } from '../../../programme/requests/context.js';
import { answerOnce } from '../../../programme/requests/handle-request.js';
import type { Performed, RequestingAccount } from '../../../programme/requests/request.js';
import { understand } from '../../understand/understand.js';
import { accountOf, isDirect } from '../account.js';
import { judgeFailure, postAnswer, publishHome, replyToMessage, type Where } from '../answers.js';
import { attempt } from '../attempt.js';
import type { Desk } from '../desk.js';
import { messageToBlocks, messageToHome } from '../render.js';
import { wordsRequest } from '../requests.js';
import { typedWords } from '../words.js';

/** Words to the bot, wherever they were said. */
interface Said extends Where {
  readonly ts: string;
  readonly words: string;
}

type Send = (message: Message, language: Language) => Promise<void>;

export function registerEvents(app: App, desk: Desk): void {
  app.event('app_home_opened', async ({ event, body }) => {
    if (event.tab !== 'home') return;
    const account = accountOf(desk.client, { team: body.team_id, user: event.user, channel: event.channel });
    const work = async () => {
      await publishHome(desk, account);
    };
    await attempt(desk, account, 'slack home', work, async (message, language) => {
      await desk.client.views.publish({ user_id: event.user, view: messageToHome(message, language) });
    });
  });

  app.message(async ({ message, body }) => {
    // Edits, other bots and what merely happened in the conversation are not words to us.
    if (message.subtype !== undefined && message.subtype !== 'file_share') return;
    if (('bot_id' in message && message.bot_id !== undefined) || message.channel_type !== 'im') return;
    const words = typedWords(message.text ?? '', desk.bot.userId);
    // A file without words is answered with what can be done here; silence would look like a fault.
    if (words === '' && message.subtype === undefined) return;
    const account = accountOf(desk.client, {
      team: authorTeam(message, body.team_id),
      user: message.user,
      channel: message.channel,
    });
    const said = { channel: message.channel, thread: message.thread_ts, ts: message.ts, words };
    await answerWords(desk, account, said, (answer, language) => answerDirectly(desk, said, answer, language));
  });

  app.event('app_mention', async ({ event, body }) => {
    if (event.bot_id !== undefined || event.user === undefined || isDirect(event.channel)) return;
    const { user } = event;
    const account = accountOf(desk.client, { team: authorTeam(event, body.team_id), user });
    const said = {
      channel: event.channel,
      thread: event.thread_ts ?? event.ts,
      ts: event.ts,
      words: typedWords(event.text, desk.bot.userId),
    };
    await answerWords(desk, account, said, (answer, language) => answerPrivately(desk, user, said, answer, language));
  });
}

/** In a shared channel the author's workspace is not the one that the event came to. */
function authorTeam(event: object, receiving: string): string {
  const told = new Map<string, unknown>(Object.entries(event));
  const team = told.get('user_team') ?? told.get('team');
  return typeof team === 'string' ? team : receiving;
}

async function answerWords(desk: Desk, account: RequestingAccount, said: Said, send: Send): Promise<void> {
  const asked = said.words === '' ? { action: 'home.show', input: {} } : understand(said.words);
  const work = async () => {
    await answerOnce(desk.house, wordsRequest(account, said, asked), async (performed: Performed) => {
      await send(replyToMessage(performed), performed.language);
    });
  };
  await attempt(desk, account, 'slack message', work, send, { again: true });
}

async function answerDirectly(desk: Desk, where: Where, answer: Message, language: Language): Promise<void> {
  const posted = await postAnswer(desk, where, answer, language);
  if (!posted) desk.house.log.warn({}, 'a direct conversation takes no answer');
}

/** Whoever reads the channel must not read the answer: it goes to the direct conversation, and the thread says so. */
async function answerPrivately(
  desk: Desk,
  user: string,
  said: Said,
  answer: Message,
  language: Language,
): Promise<void> {
  const channel = await openDirect(desk, user);
  const posted = channel !== null && (await postAnswer(desk, { channel }, answer, language));
  if (!posted) return await answerEphemerally(desk, user, said, answer, language);
  // The answer is out: a note that fails must not bring it a second time.
  desk.background.run('noting a private answer', async () => {
    await postAnswer(desk, said, plain(textsFor(language).chat.sentPrivately), language);
  });
}

/** The direct conversation with a person; null where Slack lets us have none, as with some people of shared channels. */
async function openDirect(desk: Desk, user: string): Promise<string | null> {
  try {
    return (await desk.client.conversations.open({ users: user })).channel?.id ?? null;
  } catch (error) {
    judgeFailure(desk, error);
    return null;
  }
}

async function answerEphemerally(
  desk: Desk,
  user: string,
  said: Said,
  answer: Message,
  language: Language,
): Promise<void> {
  try {
    await desk.client.chat.postEphemeral({
      channel: said.channel,
      user,
      ...(said.thread === undefined ? {} : { thread_ts: said.thread }),
      ...messageToBlocks(answer, language),
    });
  } catch (error) {
    if (!judgeFailure(desk, error)) desk.house.log.warn({}, 'a channel takes no answer');
  }
}
