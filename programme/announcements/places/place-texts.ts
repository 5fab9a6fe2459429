/** The words of announcements that are posted to a channel or team, in both languages. */
import type { NotificationState, PlaceReaders } from '../../../prisma/client.js';

export const placesJa = {
  doesPost: ({ place, when }: { readonly place: string; readonly when: string | null }) =>
    `このお知らせを、「${place}」に${when === null ? '今すぐ' : `${when}に`}投稿します。まだ投稿していません。`,
  readers: {
    members: 'このチャンネルのメンバー',
    tenant: 'ワークスペースの全員',
    others: 'このチャンネルの全員(ほかの組織の方を含む)',
  } satisfies Record<PlaceReaders, string>,
  placeLeft: 'アプリはこのチャンネルにいません。追加されるまで投稿できません。',
  posted: (place: string) => `「${place}」への投稿を始めました。`,
  stoppedPost: (left: number): string =>
    left > 0
      ? '停止しました。チャンネルには投稿しません。再開できます。'
      : '停止しましたが、すでに投稿したか、投稿しているところです。訂正または撤回ができます。',
  resumedPost: '再開しました。チャンネルに投稿します。',
  correctPostIntroduction:
    'チャンネルに投稿した内容が書き換わります。まだ投稿していない場合は、新しい内容で投稿します。',
  correctedPost: (edited: number, isUnfound: boolean): string =>
    isUnfound
      ? '訂正しました。ただし、投稿の場所が分からないため、アプリからは書き換えられません。チャンネルをご覧いただき、投稿がある場合は削除してから、お知らせを新しく作成してください。'
      : edited > 0
        ? '訂正しました。投稿した内容を書き換えます。'
        : '訂正しました。新しい内容で投稿します。',
  withdrawnFromPlace: (edited: number, isUnfound: boolean): string =>
    isUnfound
      ? '撤回しました。ただし、投稿の場所が分からないため、アプリからは書き換えられません。チャンネルをご覧いただき、投稿がある場合は削除してください。'
      : edited > 0
        ? '撤回しました。投稿した内容を書き換えます。'
        : '撤回しました。投稿しません。',
  postArrived: '投稿されていた',
  postAgain: 'もう一度投稿する',
  notedPosted: '「投稿されていた」と記録しました。',
  postedAgain: 'もう一度投稿します。結果は「状況を見る」でご覧になれます。',
  postedOnceResumed: 'このお知らせは停止中のため、再開したときにもう一度投稿します。',
  postsAgain: 'このお知らせを、チャンネルにもう一度投稿します。すでに投稿されていた場合は、二重になります。',
  postStates: {
    pending: '投稿待ち',
    queued: '投稿待ち',
    sending: '投稿中',
    delivered: '投稿済み',
    suppressed: '投稿しません',
    unreachable: '投稿できません(アプリがチャンネルにいないか、チャンネルがありません)',
    unknown: '投稿できたか不明(チャンネルをご確認ください)',
    failed: '投稿に失敗',
    missed: '時間切れ',
    stopped: '停止中',
  } satisfies Record<NotificationState, string>,
  editStates: {
    pending: '書き換え待ち',
    queued: '書き換え待ち',
    sending: '書き換え中',
    delivered: '書き換え済み',
    suppressed: '書き換えなし',
    unreachable: '書き換えられません',
    unknown: '書き換えられたか不明',
    failed: '書き換えに失敗',
    missed: '時間切れ',
    stopped: '停止中',
  } satisfies Record<NotificationState, string>,
};

export const placesEn: typeof placesJa = {
  doesPost: ({ place, when }) =>
    `This announcement will be posted to “${place}”${when === null ? ' now' : ` on ${when}`}. Nothing has been posted yet.`,
  readers: {
    members: 'the members of this channel',
    tenant: 'everyone in the workspace',
    others: 'everyone in this channel, people of other organisations included',
  },
  placeLeft: 'The app is not in this channel. Nothing can be posted until it is added.',
  posted: (place) => `Posting to “${place}” has begun.`,
  stoppedPost: (left) =>
    left > 0
      ? 'Stopped. It will not be posted to the channel. You can resume.'
      : 'Stopped, but it was posted already, or is being posted. You can correct or withdraw it.',
  resumedPost: 'Resumed. It will be posted to the channel.',
  correctPostIntroduction:
    'What was posted to the channel is edited. What was not posted yet will be posted as it is now.',
  correctedPost: (edited, isUnfound) =>
    isUnfound
      ? 'Corrected. The app was never told where in the channel it is, so it cannot edit it: please look at the channel. If it is there, delete it and write a new announcement.'
      : edited > 0
        ? 'Corrected. What was posted is edited.'
        : 'Corrected. It will be posted as it is now.',
  withdrawnFromPlace: (edited, isUnfound) =>
    isUnfound
      ? 'Withdrawn. The app was never told where in the channel it is, so it cannot edit it: please look at the channel, and delete it if it is there.'
      : edited > 0
        ? 'Withdrawn. What was posted is edited.'
        : 'Withdrawn. It will not be posted.',
  postArrived: 'It is there',
  postAgain: 'Post again',
  notedPosted: 'Recorded as posted.',
  postedAgain: 'It is posted again. The status shows what becomes of it.',
  postedOnceResumed: 'This announcement is stopped. It is posted again once you resume it.',
  postsAgain: 'This announcement is posted to its channel once more. If it is there already, it will be there twice.',
  postStates: {
    pending: 'waits to be posted',
    queued: 'waits to be posted',
    sending: 'being posted',
    delivered: 'posted',
    suppressed: 'not posted',
    unreachable: 'cannot be posted: the app is not in the channel, or the channel is gone',
    unknown: 'unknown whether posted: please look at the channel',
    failed: 'failed',
    missed: 'missed',
    stopped: 'stopped',
  },
  editStates: {
    pending: 'waits to be edited',
    queued: 'waits to be edited',
    sending: 'being edited',
    delivered: 'edited',
    suppressed: 'not edited',
    unreachable: 'cannot be edited',
    unknown: 'unknown whether edited',
    failed: 'could not be edited',
    missed: 'missed',
    stopped: 'stopped',
  },
};
