/** Why something cannot be done, and what is wrong with a field, in Japanese. */

import { pick } from '../../messages/bilingual.js';
import { formatInstantIn } from '../../messages/dates.js';
import type { Problem } from '../../requests/problems.js';
import type { RefusalFacts, RefusalReason } from '../../requests/refusals.js';

const title = (session: { title: { ja: string; en: string } }) => `「${pick('ja', session.title)}」`;

export const problems: Record<Problem, string> = {
  required: 'ご入力ください。',
  invalid: '内容をご確認ください。',
  too_long: '文字数が多すぎます。',
  too_small: '値が小さすぎます。',
  not_a_choice: '一覧からお選びください。',
  not_a_date: '日付をご確認ください。',
  not_a_time: '時刻をご確認ください。',
  not_a_number: '0以上の整数でご入力ください。',
  not_a_link: 'https:// で始まるURLをご入力ください。',
  not_six_digits: '受付コードは6桁の数字です。会場の掲示をご確認ください。',
  ends_before_start: '終了は開始より後の時刻にしてください。',
  in_the_past: '過去の日時は指定できません。',
  deadline_after_start: '申込締切は開始より後にはできません。',
  not_a_time_zone: 'タイムゾーンを一覧からお選びください。',
};

export const refusals: { readonly [R in RefusalReason]: (facts: RefusalFacts[R]) => string } = {
  not_found: () => '該当するものが見つかりませんでした。',
  not_allowed: () => '恐れ入りますが、この操作は担当の方のみご利用いただけます。',
  unknown_action: () => '恐れ入りますが、この操作はご利用いただけません。メニューからお試しください。',
  not_linked: () => 'ご利用には登録が必要です。',
  key_reused: () => 'この操作は受け付けられませんでした。お手数ですが、もう一度はじめからお試しください。',
  busy: () => 'ただいま混み合っております。操作は行われていません。少し待ってからもう一度お試しください。',
  code_wrong: ({ triesLeft }) => `招待コードが正しくありません。あと${triesLeft}回お試しいただけます。`,
  code_expired: () => 'この招待コードは有効期限が切れています。事務局に新しいコードをお申し付けください。',
  codes_locked: ({ minutes }) => `入力の誤りが続いたため、${minutes}分ほどお待ちいただいてからお試しください。`,
  already_linked: () => 'すでにご登録済みです。そのままご利用いただけます。',
  no_programme: () => '現在ご参加中のプログラムがありません。事務局までお問い合わせください。',
  session_started: (about) => `${title(about)}はすでに開始しているため、お手続きできません。`,
  session_over: (about) => `${title(about)}は終了しました。`,
  session_called_off: (about) => `${title(about)}は中止になりました。`,
  deadline_passed: (about) =>
    `${title(about)}の申込は${formatInstantIn('ja', about.deadline, about.timeZone)}に締め切りました。ご希望の際は事務局までご連絡ください。`,
  not_open_yet: (about) =>
    `${title(about)}の受付は${formatInstantIn('ja', about.opensAt, about.timeZone)}から行えます。`,
  not_your_audience: (about) =>
    `${title(about)}は${about.audience === 'management' ? '経営層' : '実務担当者'}の方が対象です。`,
  mode_not_offered: (about) =>
    `${title(about)}は${about.mode === 'onsite' ? '会場での参加' : 'オンラインでの参加'}を受け付けていません。`,
  not_registered: (about) => `${title(about)}への参加登録がありません。`,
  not_registered_online: (about) => `${title(about)}にオンラインで登録されている方のみ、接続先をご案内できます。`,
  substitute_is_registered: (about) => `その方はすでに${title(about)}に登録されています。`,
  substitute_of_other_company: () => '代理の方は、ご本人と同じ会社の方からお選びください。',
  field: ({ problem }) => problems[problem],
  no_open_session: () => '現在お手続きいただけるセッションはありません。',
  nobody_registered: () => 'まだ登録されている方がいません。登録のない方は「当日参加を記録」をご利用ください。',
  session_code_taken: () => 'この記号はほかのセッションで使われています。',
  capacity_below_confirmed: ({ confirmed }) =>
    `すでに${confirmed}名の参加が確定しているため、それより少なくはできません。`,
  check_in_code_wrong: () => '受付コードが正しくないか、受付時間外です。会場の掲示をご確認ください。',
  nothing_changed: () => '変更された項目がありません。',
  changed_meanwhile: (about) => `入力中に${title(about)}が変更されたため、保存していません。`,
  company_unknown: () => '会社が見つかりませんでした。一覧からお選びください。',
};
