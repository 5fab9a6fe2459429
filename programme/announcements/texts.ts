/** All words of announcements in both languages, with those that refuse. */
import { type Bilingual, pick } from '../messages/bilingual.js';
import type { Language } from '../requests/context.js';
import { en } from './texts-en.js';
import { ja } from './texts-ja.js';

const bothJa = {
  ...ja,
  /** Why something cannot be done, and what to do next. */
  refusals: {
    text_empty: () => '本文がありません。日本語か英語のどちらかをご入力ください。',
    mentions_everybody: ({ mention }: { readonly mention: string }) =>
      `「${mention}」は文字として表示されるだけで、全員への通知にはなりません。本文から消して、届ける方は「対象の役割」などの欄でお選びください。何も配信していません。`,
    audience_empty: () => '対象の方がいません。条件を減らすか、変更してください。何も配信していません。',
    audience_unclear: () =>
      'どなた宛てか読み取れませんでした。「お知らせ MSM-1に未回答の方へ: 本文」のように書いていただくか、「お知らせ」と送って入力フォームからお選びください。',
    session_missing: () => 'セッションへの回答やボタンを選ぶ場合は、セッションもお選びください。',
    deliverable_missing: () =>
      'どの成果物の状況かが分かりませんでした。「対象を変更」の入力フォームで、成果物をお選びください。何も配信していません。',
    name_unknown: ({ name }: { readonly name: string }) =>
      `「${name}」に当てはまる方が見つかりません。名簿のお名前かメールアドレスをご入力ください。`,
    name_ambiguous: ({ name, found }: { readonly name: string; readonly found: string }) =>
      `「${name}」に当てはまる方が複数います: ${found}。企業名を添えてご入力ください。`,
    latest_before_sending: () => '有効期限は、配信日時より後にしてください。',
    one_file: () => '添付できるファイルは1つです。1つだけお選びください。',
    file_refused: ({ name }: { readonly name: string }) =>
      `「${name}」は、SlackやTeamsで受け付けられない種類か、空のファイルのため、添付できません。PDFや画像などに変えてお試しください。`,
    place_gone: () => 'このチャンネルにはアプリがいません。チャンネルにアプリを追加してから、もう一度お選びください。',
    post_settled_meanwhile: () =>
      'この投稿の状態は、すでに変わっています。「お知らせの状況」で、今の状態をご覧ください。',
    post_too_late: () => '有効期限を過ぎているため、投稿できません。必要な場合は、新しいお知らせを作成してください。',
    not_posted_withdrawn: () =>
      'このお知らせは撤回されたため、投稿できません。必要な場合は、新しいお知らせを作成してください。',
    post_personal: () =>
      'お一人ずつの内容(お名前の差し込みなど)は、チャンネルに投稿できません。差し込みを消すか、「投稿先のチャンネル・チーム」を空欄にしてください。',
    post_meeting_link: ({ session }: { readonly session: string }) =>
      `${session}のオンライン会議のリンクは、チャンネルに投稿できません。リンクを消してください。参加する方には、「セッションの詳細」のボタンから表示されます。`,
    posted_to_place: () =>
      'チャンネルに投稿したお知らせは、どなたが未回答か分からないため、再送できません。対象を選んで、新しいお知らせを作成してください。',
    number_wrong: ({ people }: { readonly people: number }) =>
      `人数が違います。このお知らせは${people}名に届きます。よろしければ、この人数をご入力ください。`,
    changed_since: () => 'ご確認の後に内容が変更されています。今の内容をご確認ください。',
    nobody_approves: () =>
      '承認できる事務局の方がほかにいません。事務局の方を追加するか、対象を減らしてください。何も配信していません。',
    own_approval: () => 'ご自分で作成・変更・申請したお知らせは承認できません。事務局のほかの方にお願いしてください。',
    not_draft: ({ state }: { readonly state: keyof typeof ja.states }) =>
      `このお知らせは「${ja.states[state]}」のため、この操作はできません。「お知らせ一覧」で状況をご覧ください。`,
    begun_already: () => 'すでに配信が始まっています。止める場合は「停止」を押してください。',
    not_begun: () => 'まだ配信が始まっていません。やめる場合は「取り消し」を押してください。',
    not_proposed: () => 'このお知らせは、承認を待っていません。「お知らせ一覧」で状況をご覧ください。',
    announcement_too_late: () =>
      '有効期限を過ぎています。「内容を変更」で期限を延ばすか、新しいお知らせを作成してください。',
    reminded_already: () => 'すでに再送しました。状況を開き直してください。',
    nothing_asked: () => 'このお知らせには回答ボタンがありません。',
    nothing_to_answer: () => '回答をお願いしているお知らせはありません。',
    everyone_answered: () => '全員が回答済みです。再送する方はいません。',
    announcement_withdrawn: () => 'このお知らせは撤回されたため、回答は不要です。',
    same_text: () => '内容が変わっていません。訂正する箇所を書き換えてください。',
    no_announcement: () => '当てはまるお知らせがありません。「お知らせ」と送ると、新しく作成できます。',
    same_name: ({ name }: { readonly name: Bilingual }) =>
      `「${pick('ja', name)}」という名前の対象はすでにあります。別の名前をご入力ください。`,
  },
};

type Both = typeof bothJa;

const bothEn: Both = {
  ...en,
  refusals: {
    text_empty: () => 'There is no text. Please write it in Japanese or in English.',
    mentions_everybody: ({ mention }) =>
      `“${mention}” would be shown as plain text and notify nobody. Please take it out, and choose in the form who gets the announcement. Nothing was sent.`,
    audience_empty: () => 'Nobody is in this audience. Please take a condition away or change one. Nothing was sent.',
    audience_unclear: () =>
      'I could not tell whom you mean. Write it like “announce to everyone who has not answered MSM-1: text”, or write “announce” to choose in a form.',
    session_missing: () => 'For answers to a session, or a button that leads to one, please choose the session, too.',
    deliverable_missing: () =>
      'I could not tell which deliverable you mean. Please choose it in the form “Change the audience”. Nothing was sent.',
    name_unknown: ({ name }) => `Nobody fits “${name}”. Please enter a name or an e-mail address from the roster.`,
    name_ambiguous: ({ name, found }) => `Several people fit “${name}”: ${found}. Please add the company.`,
    latest_before_sending: () => 'It must be of use for longer than until it is sent.',
    one_file: () => 'Only one file can be attached. Please choose one.',
    file_refused: ({ name }) =>
      `“${name}” cannot be attached: Slack or Teams refuse files of this type, or it is empty. Please try a PDF or a picture.`,
    place_gone: () => 'The app is not in this channel. Please add it there, and choose the channel again.',
    post_settled_meanwhile: () => 'This post has changed meanwhile. Open the status to see how it is now.',
    post_too_late: () =>
      'It is no longer of use, so it is not posted. If it is still needed, write a new announcement.',
    not_posted_withdrawn: () =>
      'It was withdrawn, so it is not posted. If it is needed after all, write a new announcement.',
    post_personal: () =>
      'What is for one person, such as a name to be filled in, cannot be posted to a channel. Please take it out, or choose no channel.',
    post_meeting_link: ({ session }) =>
      `The link of ${session}’s online meeting cannot be posted to a channel. Please take it out. Those who attend see it by the button “Details of the session”.`,
    posted_to_place: () =>
      'It was posted to a channel, so it is not known who has not answered. Please write a new announcement and choose its audience.',
    number_wrong: ({ people }) =>
      `That is not the number. This announcement goes to ${people}. If that is right, please type it.`,
    changed_since: () => 'It has changed since you saw it. Please look at it as it is now.',
    nobody_approves: () =>
      'There is nobody else in the secretariat who could approve it. Please add a member, or choose fewer people. Nothing was sent.',
    own_approval: () =>
      'You wrote, changed or proposed this announcement yourself. Please ask somebody else of the secretariat.',
    not_draft: ({ state }) =>
      `This cannot be done: the announcement is “${en.states[state]}”. Look at “announcements” to see where it stands.`,
    begun_already: () => 'Sending has begun already. Press “Stop” to stop it.',
    not_begun: () => 'Sending has not begun. Press “Cancel” to keep it from beginning.',
    not_proposed: () => 'This announcement does not wait for approval. Look at “announcements” to see where it stands.',
    announcement_too_late: () =>
      'It is no longer of use. Press “Change” to give it more time, or write a new announcement.',
    reminded_already: () => 'They were reminded already. Please open the status again.',
    nothing_asked: () => 'This announcement asks for no answer.',
    nothing_to_answer: () => 'No announcement waits for your answer.',
    everyone_answered: () => 'Everyone has answered, so there is nobody to remind.',
    announcement_withdrawn: () => 'This announcement was withdrawn, so no answer is needed.',
    same_text: () => 'Nothing has changed. Please change what is to be corrected.',
    no_announcement: () => 'There is no such announcement. Write “announce” to make one.',
    same_name: ({ name }) => `There is an audience named “${pick('en', name)}” already. Please enter another name.`,
  },
};

export const announcementTexts: Readonly<Record<Language, Both>> = { ja: bothJa, en: bothEn };
