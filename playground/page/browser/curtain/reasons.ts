/** The words of the page for why something was not sent or not answered, which comes from the bot and the platforms as codes and English words. */
import type { Language } from '../../protocol.js';
import { knownReasons } from './known-reasons.js';

export interface Reason {
  readonly words: string;
  /** For whoever looks it up; null where it tells no more than the words. */
  readonly code: string | null;
}

type Words = Readonly<Record<Language, string>>;

const wordsOf = new Map<string, Words>(
  knownReasons.flatMap(({ codes, ja, en }) => codes.map((code) => [code, { ja, en }])),
);

/** With a part that says of what; the first that fits. */
const patterns: readonly { readonly form: RegExp; readonly words: (part: string) => Words }[] = [
  {
    form: /^.+ was not sent: the app has not subscribed to (.+)$/,
    words: (event) => ({
      ja: `アプリが ${event} を購読していないため、送られませんでした`,
      en: `not sent, as the app has not subscribed to ${event}`,
    }),
  },
  {
    form: /^.+ was not sent: the app lacks the scope (.+) for .+$/,
    words: (scope) => ({
      ja: `アプリに権限 ${scope} がないため、送られませんでした`,
      en: `not sent, as the app lacks the scope ${scope}`,
    }),
  },
  {
    form: /^no answer within (\d+) ms$/,
    words: (milliseconds) => ({ ja: `${milliseconds} ms 以内に応答なし`, en: `no answer within ${milliseconds} ms` }),
  },
  {
    form: /^before sending: (.+)$/,
    words: (cause) => ({ ja: `送信前の失敗（${cause}）`, en: `failed before it was sent (${cause})` }),
  },
  {
    form: /^no gateway for (\w+)$/,
    words: (platform) => ({ ja: `${platform} に接続されていません`, en: `${platform} is not connected` }),
  },
  {
    form: /^(?:HTTP |http_|status )?([1-5]\d\d)$/,
    words: (status) => ({ ja: `HTTP ${status} が返されました`, en: `answered with HTTP ${status}` }),
  },
];

/** Known ones in the page's language; others stay as they are. */
export function reasonIn(language: Language, raw: string): Reason {
  const known = wordsOf.get(raw);
  if (known !== undefined) return { words: known[language], code: isCode(raw) ? raw : null };
  for (const { form, words } of patterns) {
    const part = form.exec(raw)?.[1];
    if (part !== undefined) return { words: words(part)[language], code: null };
  }
  // Teams names its error after the status or before a sentence: `403 ConversationBlockedByUser`, `NotFound: …`
  const named = /^\d{3} (\w+)$/.exec(raw)?.[1] ?? /^(\w+): /.exec(raw)?.[1];
  const words = named === undefined ? undefined : wordsOf.get(named);
  return words === undefined ? { words: raw, code: null } : { words: words[language], code: raw };
}

/** Anything but a sentence of ours. */
function isCode(raw: string): boolean {
  return !raw.includes(' ');
}
