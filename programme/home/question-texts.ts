/** The answers to questions, in Japanese and English: one line each. */
import type { Role } from '../requests/context.js';

/** What nothing is stored about, so that the secretariat has to be asked. */
export type Unknown = 'parking' | 'fee' | 'receipt' | 'food' | 'bring';

interface About {
  readonly title: string;
}

interface NextStep {
  readonly title: string;
  readonly deadline: string;
}

interface Coming {
  readonly title: string;
  readonly when: string;
  readonly standing: string;
}

const turnToJa = (contacts: readonly string[]) =>
  contacts.length === 0
    ? '事務局の担当者までお問い合わせください。'
    : `${contacts.join('、')}までお問い合わせください。`;

const unknownJa: Record<Unknown, string> = {
  parking: '駐車場のご案内はこちらにはございません',
  fee: '費用についてのご案内はこちらにはございません',
  receipt: '領収書や請求書は、こちらではお出しできません',
  food: 'お食事についてのご案内はこちらにはございません',
  bring: '持ち物や服装についてのご案内はこちらにはございません',
};

export const questionTextsJa = {
  answers: {
    deadline: ({ title, deadline }: NextStep) => `「${title}」の申込締切は${deadline}です。`,
    closed: ({ title, deadline }: NextStep) => `「${title}」の申込は${deadline}に締め切りました。`,
    time: ({ title, when }: About & { readonly when: string }) => `「${title}」は${when}です。`,
    place: ({ title, where }: About & { readonly where: string }) => `「${title}」の会場は${where}です。`,
    placeOpen: ({ title }: About) => `「${title}」の会場はまだ決まっていません。`,
    placeOnline: ({ title }: About) => `「${title}」はオンラインで開催します。会場はありません。`,
    noMap: '地図や行き方のご案内はこちらにはございません。',
    materials: ({ title }: About) => `「${title}」の資料です。下のボタンからご覧いただけます。`,
    noMaterials: ({ title }: About) => `「${title}」の資料は、まだこちらにございません。`,
    link: ({ title, link }: About & { readonly link: string }) => `「${title}」の接続先は ${link} です。`,
    linkForOnline: ({ title }: About) => `「${title}」の接続先は、オンラインで登録された方にだけご案内します。`,
    linkNone: ({ title }: About) => `「${title}」は会場での開催のため、接続先はありません。`,
    linkOpen: ({ title }: About) => `「${title}」の接続先は、まだ登録されていません。`,
    standing: ({ title, standing }: About & { readonly standing: string }) => `「${title}」のご回答: ${standing}`,
    calledOff: ({ title }: About) => `「${title}」は中止になりました。`,
    registering: ({ title, example }: About & { readonly example: string }) =>
      `「${title}」には、下のボタン、または${example}のようなひと言でご登録いただけます。`,
    registeringClosed: ({ title }: About) => `「${title}」は、いまご登録いただけません。`,
    participantsRegister: 'セッションに登録されるのは参加企業の方です。',
    programme: ({ name, from, to }: { readonly name: string; readonly from: string; readonly to: string }) =>
      `「${name}」は、${from}から${to}までのプログラムです。`,
    pleaseAnswer: ({ title, deadline }: NextStep) =>
      `「${title}」に参加されるかどうかを、${deadline}までにご回答ください。`,
    nothingToDo: 'いまお願いしていることはありません。',
    next: ({ title, when, standing }: Coming) => `次は${when}の「${title}」です(ご回答: ${standing})。`,
    nextForStaff: ({ title, when }: Omit<Coming, 'standing'>) => `次は${when}の「${title}」です。`,
    canDo: {
      participant: 'こちらでは、セッションへの登録と変更、資料の確認ができます。',
      adviser:
        'こちらでは、個別相談の枠の登録と相談の記録ができ、セッションの日程・資料と担当企業の回答をご覧いただけます。',
      speaker: 'こちらでは、セッションの日程・内容・資料をご覧いただけます。',
      secretariat: 'セッションの作成と変更、参加者一覧、出欠の記録、個別相談の状況の確認ができます。',
    } satisfies Record<Role, string>,
    unknown: (topic: Unknown) => `${unknownJa[topic]}。`,
    turnTo: turnToJa,
    human: '私は自動で応答するアシスタントで、人ではありません。人とのお話をご希望でしたら、',
    /** After what is said in `memberTexts.cannotStop`. */
    stop: '停止や退会をご希望の場合は、',
    data: '登録情報の開示・訂正・削除は、このチャットではできません。ここで変更できるのは、言語とタイムゾーン(「設定」)です。開示・訂正・削除をご希望の場合は、',
    preparing:
      '個別相談のご相談内容、ご質問、資料は、予約のときにお知らせください。担当のアドバイザーが前もって確認します。予約の内容は「個別相談の一覧」でご覧いただけます。',
    companions:
      '同じ会社の方は個別相談にご一緒いただけます。予約のときに「出席される方」でお選びください。予約のあとで出席される方を変えるには、',
    absentAdviser:
      'ご迷惑をおかけして申し訳ありません。アドバイザーが来なかった個別相談は、記録されると回数が戻ります。すぐにお困りの場合は、',
    otherAdviser:
      '担当のアドバイザーは事務局が決めます。個別相談そのものは、空き時間からほかのアドバイザーともご予約いただけます。担当の変更をご希望の場合は、',
    late: '遅れることを、このチャットから先方へお伝えすることはできません。オンラインのときは、遅れてもそのまま接続先からお入りください。先方への連絡は、',
    writing:
      '担当のアドバイザーへのご質問は、「質問する」からお送りいただけます。資料やご質問を書いたファイルは、予約のあとも「資料を追加」からお送りいただけ、アドバイザーにすぐ知らされます。ほかのご連絡は、',
    noSession: '今後のセッションはありません。',
  },
};

const turnToEn = (contacts: readonly string[]) =>
  contacts.length === 0 ? 'Please ask the secretariat.' : `Please ask ${contacts.join(', ')}.`;

const unknownEn: Record<Unknown, string> = {
  parking: 'I have no information about parking',
  fee: 'I have no information about fees',
  receipt: 'I cannot issue receipts or invoices',
  food: 'I have no information about food',
  bring: 'I have no information about what to bring or wear',
};

export const questionTextsEn: typeof questionTextsJa = {
  answers: {
    deadline: ({ title, deadline }) => `The deadline of “${title}” is ${deadline}.`,
    closed: ({ title, deadline }) => `Registration for “${title}” closed on ${deadline}.`,
    time: ({ title, when }) => `“${title}” takes place on ${when}.`,
    place: ({ title, where }) => `“${title}” takes place at ${where}.`,
    placeOpen: ({ title }) => `The venue of “${title}” is not decided yet.`,
    placeOnline: ({ title }) => `“${title}” takes place online; there is no venue.`,
    noMap: 'I have no map or directions.',
    materials: ({ title }) => `The materials of “${title}” open with the buttons below.`,
    noMaterials: ({ title }) => `I have no materials of “${title}” yet.`,
    link: ({ title, link }) => `The link to “${title}” is ${link}`,
    linkForOnline: ({ title }) => `The link to “${title}” is shown only to those who are registered online.`,
    linkNone: ({ title }) => `“${title}” takes place on site only, so there is no link.`,
    linkOpen: ({ title }) => `The link to “${title}” is not known yet.`,
    standing: ({ title, standing }) => `Your answer to “${title}”: ${standing}`,
    calledOff: ({ title }) => `“${title}” has been called off.`,
    registering: ({ title, example }) => `For “${title}”, press a button below or write, for example, ${example}.`,
    registeringClosed: ({ title }) => `You cannot register for “${title}” now.`,
    participantsRegister: 'Only people of the participating companies register for sessions.',
    programme: ({ name, from, to }) => `“${name}” runs from ${from} to ${to}.`,
    pleaseAnswer: ({ title, deadline }) => `Please answer by ${deadline} whether you will attend “${title}”.`,
    nothingToDo: 'There is nothing that you have to do now.',
    next: ({ title, when, standing }) => `Next comes “${title}”, ${when} (your answer: ${standing}).`,
    nextForStaff: ({ title, when }) => `Next comes “${title}”, ${when}.`,
    canDo: {
      participant: 'Here you register for sessions, change your answer and look up materials.',
      adviser:
        'Here you offer hours for consultations and record what came of them, and look up sessions and the answers of your companies.',
      speaker: 'Here you can look up sessions, their agendas and materials.',
      secretariat:
        'Here you create and change sessions, see who attends, record attendance, and see how consultations are going.',
    },
    unknown: (topic) => `${unknownEn[topic]}.`,
    turnTo: turnToEn,
    human: 'I am an automatic assistant, not a human. To talk to a person:',
    stop: 'To stop or to leave:',
    data: 'I cannot show, correct or delete the data held about you. What you can change here are your language and time zone (Settings). To have data shown, corrected or deleted:',
    preparing:
      'Please say what it is about, and what you want to ask, when you book, and add files there. The adviser reads it beforehand. Your list of consultations shows what is booked.',
    companions:
      'Colleagues of your company are welcome: choose who will come when you book. To change that for a consultation that is booked,',
    absentAdviser:
      'We are sorry about that. An hour to which the adviser did not come is given back once it is recorded. If you need help now,',
    otherAdviser:
      'The secretariat decides who looks after your company. You can also book a free hour with any other adviser. To change your adviser,',
    late: 'I cannot tell the others from this chat that you will be late. Where it is held online, just enter by the link when you can. To let them know,',
    writing:
      'Your adviser takes questions here: “Ask a question”. Files, also one with further questions, can be added to a consultation after it is booked, and the adviser is told at once. For anything else,',
    noSession: 'No sessions are coming up.',
  },
};
