/** How people agree to what they were shown, and how they leave it. */
import type { Recogniser } from './recogniser.js';

const agreement: ReadonlySet<string> = new Set([
  ...['はい', 'ええ', 'うん', 'はい 確定', '確定', '確定し', '確定して', '確定します', 'はい 確定します', 'オーケー'],
  ...[
    'それで',
    'その内容で',
    'この内容で',
    'この内容で確定',
    'その内容で確定',
    'はい それで',
    'お願いします',
    'お願いいたします',
    'はい お願いします',
    'はい お願いいたします',
  ],
  ...['yes', 'yep', 'yeah', 'ok', 'okay', 'confirm', 'confirmed', 'yes confirm', 'sure', 'go ahead', 'yes go ahead'],
  ...['do it', 'yes do it', 'please do', 'yes please do', 'はい ok', 'confirm it', 'confirm that', 'i confirm'],
]);

const refusal: ReadonlySet<string> = new Set([
  ...['いいえ', 'いえ', 'やめます', 'いいえ やめます', 'やめておきます', 'やっぱりやめます', 'やめて', '取りやめます'],
  ...['取りやめて', '取りやめ', '取りやめる', 'しません', 'いいえ 結構', '結構', '違います', 'いいえ 違います'],
  ...['no', 'nope', 'no cancel that', 'cancel that', 'cancel it', 'never mind', 'nevermind', 'no leave it', 'leave it'],
  ...["no don't", "don't", 'no stop', 'forget it', 'no forget it', 'dismiss'],
]);

/** Of what was shown or, where nothing waits, of everything: in other chats this word ends all messages. */
const stop: ReadonlySet<string> = new Set([
  'stop',
  'please stop',
  'stop it',
  'stop this',
  '停止',
  '停止して',
  'ストップ',
]);

/** What a polite or a short ending adds. */
const ending =
  /(?: ?(?:です|でお?願い(?:し|いたし|致し)ます|お?願い(?:し|いたし|致し)ます|ください|下さい|ね|よ|please|thanks|thank you))+$/;

const bare = (said: string) => said.replace(ending, '');

/** A word of agreement within a sentence is no agreement: it must be all that was said. */
export const confirmRecogniser: Recogniser = {
  onlyAlone: true,
  alone: ({ said }) => (agreement.has(said) || agreement.has(bare(said)) ? {} : null),
};

export const dismissRecogniser: Recogniser = {
  onlyAlone: true,
  alone: ({ said }) => {
    if (stop.has(said) || stop.has(bare(said))) return { stop: true };
    return refusal.has(said) || refusal.has(bare(said)) ? {} : null;
  },
};

const discarding: ReadonlySet<string> = new Set([
  ...[
    '入力内容を破棄',
    '下書きを破棄',
    '入力内容を破棄します',
    '下書きを破棄します',
    '入力内容を破棄して',
    '下書きを破棄して',
  ],
  ...['discard draft', 'discard drafts', 'discard the draft', 'discard my draft', 'discard-draft'],
]);

/** What is thrown away does not come back, so that within a sentence these words mean nothing. */
export const discardRecogniser: Recogniser = {
  onlyAlone: true,
  alone: ({ said }) => (discarding.has(said) || discarding.has(bare(said)) ? {} : null),
};
