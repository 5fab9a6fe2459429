/** The words about people's chat accounts, in Japanese and English: part of the members' texts. */
import { actionTexts as action } from '../messages/action-texts.js';

interface Linked {
  readonly platform: string;
  readonly when: string;
  /** Who issued the code; null where none did. */
  readonly issuer: string | null;
}

interface Objected {
  readonly name: string;
  readonly issuer: string | null;
}

export const accountTextsJa = {
  account: 'アカウント',
  accountSince: (platform: string, since: string | null) =>
    since === null ? `${platform}のアカウント` : `${platform}のアカウント(${since}から)`,
  /** What others answered for somebody who had no account yet. */
  meanwhile: {
    title: 'ご登録の前に、次のお手続きが済んでいます。',
    modes: { onsite: '会場で参加', online: 'オンラインで参加' },
    waiting: (mode: string) => `${mode}(キャンセル待ち)`,
    declined: '欠席',
    done: (what: string, by: string) => `${what}(お手続き: ${by}様)`,
    show: '詳細',
  },
  objectPreview:
    'ご自身のものではないアカウントを登録から外します。そのアカウントからはご利用いただけなくなり、未使用の招待コードも無効になります。事務局にもお知らせします。',
  objectedDone:
    'そのアカウントを登録から外し、事務局にお知らせしました。ご自身のアカウントだった場合は、新しい招待コードを事務局にお申し付けください。',
  notices: {
    linked: ({ platform, when, issuer }: Linked) =>
      `${when}に、${platform}の別のアカウントがあなたとして登録されました。${issuer === null ? '' : `招待コードの発行者: ${issuer}様`}`,
    linkedNote: 'ご自身で登録された場合、お手続きは不要です。',
    object: '心当たりがありません',
    objected: ({ name, issuer }: Objected) =>
      `${name}様から、心当たりのないアカウントが自分として登録されたとのお申し出があり、登録から外しました。${issuer === null ? '' : `招待コードの発行者: ${issuer}様。`}ご本人にご確認ください。`,
  },
  actions: {
    'member.object': action(
      '自分のものではないアカウントを外す',
      '心当たりのないアカウントがご自身として登録されたときに外します',
      '心当たりのないアカウント',
    ),
  },
  refusals: {
    account_is_older: () =>
      'このアカウントより先に登録されたアカウントは、ここからは外せません。事務局にお申し付けください。',
    no_other_account: () => 'ほかに登録されているアカウントはありません。お手続きは不要です。',
  },
};

export const accountTextsEn: typeof accountTextsJa = {
  account: 'Account',
  accountSince: (platform, since) =>
    since === null ? `An account on ${platform}` : `An account on ${platform} (since ${since})`,
  meanwhile: {
    title: 'This was done for you before you came here:',
    modes: { onsite: 'attends on site', online: 'attends online' },
    waiting: (mode) => `${mode} (on the waitlist)`,
    declined: 'will not attend',
    done: (what, by) => `${what} (by ${by})`,
    show: 'Details',
  },
  objectPreview:
    'Removes an account that is not yours. It can no longer be used in your name, and unused invitation codes for you stop working. The secretariat is told.',
  objectedDone:
    'That account was removed and the secretariat was told. If it was your own after all, please ask the secretariat for a new invitation code.',
  notices: {
    linked: ({ platform, when, issuer }) =>
      `Another account on ${platform} was registered as you on ${when}.${issuer === null ? '' : ` The invitation code was issued by ${issuer}.`}`,
    linkedNote: 'If it was you, there is nothing to do.',
    object: 'This was not me',
    objected: ({ name, issuer }) =>
      `${name} says that an account which was registered in their name is not theirs, and it was removed.${issuer === null ? '' : ` The invitation code was issued by ${issuer}.`} Please check with them.`,
  },
  actions: {
    'member.object': action(
      'Remove an account that is not mine',
      'Removes an account that someone else had registered in your name',
      'not my account',
    ),
  },
  refusals: {
    account_is_older: () =>
      'An account that was registered before the one you use cannot be removed here. Please ask the secretariat.',
    no_other_account: () => 'No other account is registered in your name, so there is nothing to remove.',
  },
};
