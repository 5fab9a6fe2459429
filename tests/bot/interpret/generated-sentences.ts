/** Sentences of all manners: refusals, questions, what is no absence, and wishes to attend. */
import fc from 'fast-check';

const code = fc.constantFrom('MSM-1', 'WLT-2', 'CLS-1', 'ＭＳＭ－１', 'MSM−1', 'MSMー1', 'spp-2024-3');
const oneOf = (...words: readonly string[]) => fc.constantFrom(...words);

/** What comes before and after the matter, in the manner of letters, of chats and of the west of Japan. */
const jaOpening = oneOf(
  ...[
    '',
    '',
    'お世話になっております。',
    'お疲れさまです。',
    '大変恐縮ではございますが、',
    'すみません、',
    'えーと',
    'あの、',
  ],
  ...[
    '平素より格別のご高配を賜り厚く御礼申し上げます。',
    'お忙しいところ失礼いたします。',
    'ちょっとすんまへん、',
    '急で申し訳ございませんが、',
  ],
);
const jaClosing = oneOf(
  ...[
    '',
    '',
    '。',
    '。よろしくお願いいたします。',
    '。何卒よろしくお願い申し上げます。',
    '。ほなよろしゅう。',
    '🙇',
    '。以上です。',
  ],
);
const jaReason = oneOf(
  ...[
    '',
    '',
    '別件の予定が入ったため、',
    '体調がすぐれず、',
    '出張と重なりまして、',
    '風邪ひいたんで',
    '都合がつかないので、',
  ],
);
const jaMode = oneOf('', '', 'オンラインで', '会場で', '現地で', 'リモートで');
const enOpening = oneOf(
  ...[
    '',
    '',
    'Hi, ',
    'Hello! ',
    'Good morning. ',
    'Dear secretariat, ',
    'Sorry, ',
    'Quick note: ',
    'I hope this finds you well. ',
  ],
);
const enClosing = oneOf('', '', '.', ' please.', '. Best regards', '. Kind regards, M.', ' :)');
const enMode = oneOf('', '', ' online', ' in person', ' on site', ' via Zoom');
const enReason = oneOf('', '', 'Something came up. ', 'I have another appointment, ', 'As I am travelling, ');

const sentence = (...parts: readonly fc.Arbitrary<string>[]) => fc.tuple(...parts).map((said) => said.join(''));

export const jaRefusedRegistration = sentence(
  jaOpening,
  jaReason,
  code,
  oneOf('には', 'に', 'は', 'への', 'を', 'の'),
  jaMode,
  oneOf(
    ...[
      '登録しないでください',
      '登録しません',
      '参加登録は不要です',
      '申し込みません',
      '申し込みはしません',
      '参加しません',
    ],
    ...[
      '参加できません',
      '参加できなくなりました',
      '参加を見送ります',
      '参加は難しく、出られません',
      '出席いたしません',
    ],
    ...[
      '出席できない',
      '行けません',
      '行けへんわ',
      '行けないです',
      '行かへん',
      '出られへん',
      '参加でけへん',
      '伺えません',
      '登録せんといてください',
    ],
    ...[
      '参加をやめます',
      '参加は取りやめます',
      '参加は控えさせていただきます',
      '出席は叶いません',
      '参加することができません',
      '登録する予定はありません',
    ],
  ),
  jaClosing,
);

export const enRefusedRegistration = sentence(
  enOpening,
  enReason,
  oneOf(
    ...[
      'do not register me for ',
      "don't sign me up for ",
      'please do not book me for ',
      'I will not attend ',
      "I won't come to ",
    ],
    ...[
      'I am not going to ',
      "I can't make it to ",
      'I cannot participate in ',
      'I do not want to register for ',
      'never register me for ',
    ],
    ...[
      "I'm unable to attend ",
      'We will not be taking part in ',
      'I no longer want to attend ',
      'please don’t put me down for ',
    ],
    ...[
      "I don't think I'll go to ",
      'I would rather not attend ',
      'there is no way I can attend, do not register me for ',
    ],
  ),
  code,
  enMode,
  enClosing,
);

export const jaQuestion = sentence(
  jaOpening,
  code,
  oneOf(
    ...[
      'は中止ですか',
      'は中止になりましたか',
      'に登録できていますか',
      'に登録されているか確認したいです',
      'の登録方法を教えてください',
    ],
    ...[
      'に参加できますか',
      'の締切はいつですか',
      'の会場はどこですか',
      'に参加するにはどうすればいいですか',
      'の参加費はいくらですか',
    ],
    ...[
      'は誰が参加しますか',
      'に欠席するとどうなりますか',
      'は欠席できますか',
      'に出なあかんのですか',
      'はオンラインで参加できるんかな？',
    ],
    ...[
      'の登録はもう済んでいますでしょうか',
      'は申し込み済みでしたっけ？',
      'の資料はどこにありますか',
      'は何時からやろか',
      'って参加せなあきまへんか',
    ],
    ...[
      'への参加は必須でしょうか',
      'の変更点を教えていただけますでしょうか',
      'に欠席した場合の連絡先を教えてください',
      'は登録が必要か知りたいです',
    ],
    ...['の時間を変更したのは誰ですか', 'の登録状況をご教示ください', 'に参加登録?', 'の参加人数は何名ですか'],
  ),
  jaClosing,
);

export const enQuestion = sentence(
  enOpening,
  fc
    .tuple(
      oneOf(
        ...[
          'is % cancelled',
          'is % called off',
          'am I registered for %',
          'did you register me for %',
          'how do I register for %',
        ],
        ...[
          'when is the deadline to register for %',
          'where is %',
          'who attends %',
          'do I have to attend %',
          'can I attend % online',
        ],
        ...[
          'what happens if I cannot attend %',
          'should I register for %',
          'is it possible to attend % online',
          'who changed the time of %',
        ],
        ...[
          'could you tell me whether I am registered for %',
          'please let me know if % is cancelled',
          'how many people will attend %',
        ],
        ...[
          'why was % changed',
          'do you know if % takes place',
          'will % be online',
          'has my absence from % been recorded',
          'may I be absent from %',
        ],
        ...[
          'I would like to know how to register for %',
          'I was wondering if I registered for %',
          'which of us will attend %',
        ],
      ),
      code,
    )
    .map(([words, session]) => words.replace('%', session)),
  oneOf('?', '?', '', ' please?', '? Thanks in advance'),
);

export const jaNoAbsence = sentence(
  jaOpening,
  code,
  oneOf(
    ...[
      'にオンラインで参加できません。接続先が開きません',
      'の会場には行けないのでオンラインに変更してください',
      'の欠席を取り消したい',
    ],
    ...[
      'の欠席者を教えてください',
      'は欠席しません',
      'に参加できないかもしれません',
      'のZoomに入れません',
      'はオンラインで出席できないので会場に変えてください',
    ],
    ...[
      'のキャンセル待ちに登録したい',
      'に参加します',
      'に会場で参加希望です',
      'の欠席連絡は取り消してください',
      'のリンクが開けまへん',
    ],
    ...[
      'を会場からオンラインに切り替えてください',
      'の欠席届はどこにありますか',
      'に遅れて参加します',
      'には必ず参加いたします',
      'は楽しみにしております',
    ],
  ),
  jaClosing,
);

export const enNoAbsence = sentence(
  enOpening,
  fc
    .tuple(
      oneOf(
        ...[
          "I can't come to % in person, please switch me to online",
          'the link for % does not work',
          "I can't connect to %",
        ],
        ...[
          'I cannot attend % on site, can you change me to online',
          'who is absent from %',
          'I cannot wait to attend %',
        ],
        ...[
          'I can come to % after all',
          'I would like to attend %',
          'please register me for % online',
          'I have trouble joining %',
        ],
        ...[
          'my absence from % was a mistake, please withdraw my absence',
          'I might not be able to attend %',
          'the audio of % is broken',
        ],
        ...[
          'I will be late for %',
          'I look forward to %',
          'switch % from on site to online',
          "I won't be absent from %",
        ],
      ),
      code,
    )
    .map(([words, session]) => words.replace('%', session)),
  enClosing,
);

export const jaWish = sentence(
  jaOpening,
  code,
  oneOf('に', 'へ', ' '),
  jaMode,
  oneOf(
    ...[
      '参加します',
      '参加したいです',
      '参加させていただきます',
      '参加希望です',
      '出席いたします',
      '参加登録をお願いします',
    ],
    ...[
      '参加登録をお願いできますか',
      '登録していただけますでしょうか',
      '申し込みます',
      '行きます',
      '行きたいです',
      '伺います',
    ],
  ),
  oneOf('', '。', '。よろしくお願いいたします。', '🙇'),
);
export const enWish = sentence(
  enOpening,
  oneOf(
    ...[
      'please register me for ',
      'could you sign me up for ',
      "I'd like to attend ",
      'I want to go to ',
      'count me in for ',
    ],
    ...[
      "I'll join ",
      'we would like to take part in ',
      'can you please register me for ',
      'I am coming to ',
      'sign me up for ',
    ],
  ),
  code,
  enMode,
  oneOf('', '.', '. Kind regards', ' please.'),
);
