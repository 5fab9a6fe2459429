/** What is answered to those who tell of a real concern, and to those who ask for stored data to be deleted, in Japanese and English. */
import type { Language } from '../requests/context.js';

interface Place {
  readonly label: string;
  readonly value: string;
}

const ja = {
  concernSummary: 'ご相談いただける窓口のご案内',
  concern:
    'お知らせくださり、ありがとうございます。このチャットは通報や相談の窓口ではないため、内容をお預かりすることができません。書かれた内容は保存されず、事務局にも、ほかのどなたにも伝わりません。次の窓口に、匿名でも直接ご相談いただけます。身の危険があるときは、110番または119番にお電話ください。',
  places: [
    {
      label: '労働条件相談ほっとライン(厚生労働省委託事業)',
      value:
        '0120-811-610。月~金 17:00~22:00、土日祝 9:00~21:00(12月29日~1月3日を除く)。無料。英語 0120-004-008 ほか、外国語の番号は https://www.check-roudou.mhlw.go.jp/lp/hotline/hotline_eng.html',
    },
    {
      label: '総合労働相談コーナー(各都道府県労働局・労働基準監督署)',
      value: 'お近くの窓口は https://www.mhlw.go.jp/general/seido/chihou/kaiketu/soudan.html。予約不要、無料。',
    },
    {
      label: 'みんなの人権110番(法務局)',
      value:
        '0570-003-110。平日 8:30~17:15。外国語人権相談ダイヤル 0570-090911(10言語、平日 9:00~17:00)、https://www.moj.go.jp/JINKEN/jinken21.html',
    },
  ] satisfies readonly Place[],
  concernNote:
    '番号と時間は上記の公的機関の案内によります。変わることがありますので、各ページもご確認ください。勤務先の相談窓口やご担当の社労士に直接ご相談いただくこともできます。',
  erasureSummary: 'データの削除のご依頼先',
  erasure:
    'データの削除は、このチャットからは行えません。まだ何も削除していません。ご本人または会社からのご依頼であることを確認のうえ、プログラムの事務局が行います。',
  erasureTo: (contacts: readonly string[]) => `ご依頼先: ${contacts.join('、')}`,
  erasureToUnknown: 'ご依頼先: プログラムの事務局のご担当者',
};

const en: typeof ja = {
  concernSummary: 'Where to turn with a concern',
  concern:
    'Thank you for telling. This chat is no place for reports, so it cannot take it on: what you wrote is not stored, and neither the secretariat nor anybody else is told of it. You can turn to the following directly, also without giving your name. If somebody is in danger, call 110 (police) or 119 (ambulance).',
  places: [
    {
      label: 'Labour Standards Advice Hotline (for the Ministry of Health, Labour and Welfare)',
      value:
        'English 0120-004-008, Japanese 0120-811-610. Mon to Fri 17:00 to 22:00, Sat, Sun and holidays 9:00 to 21:00, closed 29 Dec to 3 Jan. Free of charge. Other languages: https://www.check-roudou.mhlw.go.jp/lp/hotline/hotline_eng.html',
    },
    {
      label: 'General Labour Consultation Corners (labour bureaus and labour standards inspection offices)',
      value:
        'The nearest one: https://www.mhlw.go.jp/general/seido/chihou/kaiketu/soudan.html. Free of charge, without an appointment.',
    },
    {
      label: 'Human rights hotlines of the Legal Affairs Bureaus',
      value:
        'In ten foreign languages 0570-090911, weekdays 9:00 to 17:00; in Japanese 0570-003-110, weekdays 8:30 to 17:15. https://www.moj.go.jp/JINKEN/jinken21.html',
    },
  ],
  concernNote:
    'Numbers and hours are those that these public offices give. They may change: see their pages, too. You can also turn to your employer’s own contact, or directly to your adviser.',
  erasureSummary: 'Whom to ask to delete data',
  erasure:
    'Data cannot be deleted from this chat. Nothing has been deleted. The secretariat of the programme does it once it is sure that the person or the company itself asks for it.',
  erasureTo: (contacts) => `Please ask: ${contacts.join(', ')}`,
  erasureToUnknown: 'Please ask your contact at the secretariat of the programme.',
};

export const concernTexts: Readonly<Record<Language, typeof ja>> = { ja, en };
