/** Why something about a session cannot be done, and what to do next, in Japanese and English. */
import type { Mode } from '../../prisma/client.js';
import { type Bilingual, pick } from '../messages/bilingual.js';
import { formatInstantIn } from '../messages/dates.js';
import type { Language, Level } from '../requests/context.js';

const titleJa = (session: { title: { ja: string; en: string } }) => `「${pick('ja', session.title)}」`;

const titleEn = (session: { title: { ja: string; en: string } }) => `“${pick('en', session.title)}”`;

/** What words about one session need of it. */
export interface AboutSession {
  readonly title: Bilingual;
}

const ja = {
  session_started: (about: AboutSession) => `${titleJa(about)}はすでに開始しているため、お手続きできません。`,
  session_over: (about: AboutSession) => `${titleJa(about)}は終了しました。`,
  session_called_off: (about: AboutSession) => `${titleJa(about)}は中止になりました。`,
  deadline_passed: (about: AboutSession & { readonly deadline: Date; readonly timeZone: string }) =>
    `${titleJa(about)}の申込は${formatInstantIn('ja', about.deadline, about.timeZone)}に締め切りました。ご希望の際は事務局までご連絡ください。`,
  not_open_yet: (about: AboutSession & { readonly opensAt: Date; readonly timeZone: string }) =>
    `${titleJa(about)}の受付は${formatInstantIn('ja', about.opensAt, about.timeZone)}から行えます。`,
  not_your_audience: (about: AboutSession & { readonly audience: Level }) =>
    `${titleJa(about)}は${about.audience === 'management' ? '経営層' : '実務担当者'}の方が対象です。`,
  mode_not_offered: (about: AboutSession & { readonly mode: Mode }) =>
    `${titleJa(about)}は${about.mode === 'onsite' ? '会場での参加' : 'オンラインでの参加'}を受け付けていません。`,
  no_place_held: (about: AboutSession) =>
    `${titleJa(about)}には、お席の登録がないため、カレンダー用のファイルはありません。ご参加の場合は、先にご登録ください。`,
  no_open_session: () => '現在お手続きいただけるセッションはありません。',
  session_code_taken: () => 'このコードはほかのセッションで使われています。',
  capacity_below_confirmed: ({ confirmed }: { readonly confirmed: number }) =>
    `すでに${confirmed}名の参加が確定しているため、それより少なくはできません。`,
  nothing_changed: () => '変更された項目がありません。',
  changed_meanwhile: (about: AboutSession) => `入力中に${titleJa(about)}が変更されたため、保存していません。`,
};

const en: typeof ja = {
  session_started: (about) => `${titleEn(about)} has already started, so this can no longer be done.`,
  session_over: (about) => `${titleEn(about)} is over.`,
  session_called_off: (about) => `${titleEn(about)} was called off.`,
  deadline_passed: (about) =>
    `Registration for ${titleEn(about)} closed on ${formatInstantIn('en', about.deadline, about.timeZone)}. Please contact the secretariat.`,
  not_open_yet: (about) =>
    `Check-in for ${titleEn(about)} opens on ${formatInstantIn('en', about.opensAt, about.timeZone)}.`,
  not_your_audience: (about) =>
    `${titleEn(about)} is for ${about.audience === 'management' ? 'management' : 'working-level staff'}.`,
  mode_not_offered: (about) =>
    `${titleEn(about)} does not offer attendance ${about.mode === 'onsite' ? 'on site' : 'online'}.`,
  no_place_held: (about) =>
    `You hold no place at ${titleEn(about)}, so that there is no calendar file. Please register first if you want to come.`,
  no_open_session: () => 'There is no session for which this can be done now.',
  session_code_taken: () => 'Another session has this code already.',
  capacity_below_confirmed: ({ confirmed }) => `${confirmed} places are confirmed already; it cannot be fewer.`,
  nothing_changed: () => 'Nothing was changed.',
  changed_meanwhile: (about) => `Nothing was saved: ${titleEn(about)} was changed in the meantime.`,
};

export const refusalTexts: Readonly<Record<Language, typeof ja>> = { ja, en };
