/** All words about what goes to the language model, in Japanese and English. */
import { actionTexts as action } from '../messages/action-texts.js';
import type { Language } from '../requests/context.js';

const ja = {
  what: '言語モデルは、定型の言葉ではわからないご用件を読み取るために使います。送るのは、書かれた文、役割、日時、開催回のコードと題名、例文だけです。原稿・記録・メモ・ファイルは送りません。何かを行う前の確認は、これまでどおり表示します。',
  label: '言語モデルに送る内容',
  uses: {
    off: '何も送らない(定型の言葉と例文だけで読み取る)',
    without_names: '名前を伏せて送る',
    with_names: '名前も含めて送る',
  },
  does: {
    off: 'このプログラムの参加者・関係者が書いた文を、言語モデルに送らないようにします。ご用件は定型の言葉と例文だけで読み取ります。',
    without_names:
      'このプログラムの参加者・関係者が書いた文を、登録されている人と会社の名前を伏せて、運用者の言語モデルに送るようにします。',
    with_names:
      'このプログラムの参加者・関係者が書いた文を、人と会社の名前も含めて、運用者の言語モデルに送るようにします。',
  },
  done: {
    off: '言語モデルには何も送りません。次に書かれる文から変わります。',
    without_names: '言語モデルには、登録されている人と会社の名前を伏せて送ります。次に書かれる文から変わります。',
    with_names: '言語モデルには、名前も含めて送ります。次に書かれる文から変わります。',
  },
  save: '保存',
  actions: {
    'programme.model': action(
      '言語モデルの設定',
      '書かれた文を言語モデルに送るかどうか、名前を伏せるかどうかを決めます',
      '言語モデル',
      '生成AIの設定',
    ),
  },
};

const en: typeof ja = {
  what: 'The language model reads what is asked where fixed words do not say it. Only the sentence, the role, the time, codes and titles of sessions and example sentences are sent; drafts, records, notes and files never are. Whatever is to be done is shown first, as before.',
  label: 'What is sent to the language model',
  uses: {
    off: 'Nothing (fixed words and examples alone)',
    without_names: 'Sentences, without names',
    with_names: 'Sentences, with names',
  },
  does: {
    off: 'From now on nothing that the people of this programme write is sent to the language model: fixed words and examples alone are understood.',
    without_names:
      'From now on what the people of this programme write is sent to the operator’s language model, without the names of its people and companies.',
    with_names:
      'From now on what the people of this programme write is sent to the operator’s language model, with the names of people and companies that stand in it.',
  },
  done: {
    off: 'Nothing is sent to the language model, from the next sentence on.',
    without_names:
      'Sentences are sent to the language model without the names of the programme’s people and companies, from the next one on.',
    with_names: 'Sentences are sent to the language model with the names in them, from the next one on.',
  },
  save: 'Save',
  actions: {
    'programme.model': action(
      'Language model',
      'Decides whether sentences are sent to the language model, and whether names are taken out before',
      'language model settings',
      'llm',
    ),
  },
};

export const modelUseTexts: Readonly<Record<Language, typeof ja>> = { ja, en };
