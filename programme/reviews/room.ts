/** What reviews offer: to companies their comments, to advisers their queue and what they do with a version. */
import type { Room } from '../requests/registry.js';
import { answerAction } from './answer.action.js';
import { answersAction } from './answers.action.js';
import { commentAction } from './comment.action.js';
import { correctCommentAction } from './correct.action.js';
import { differenceAction } from './difference/difference.action.js';
import { endReviewAction } from './end-review.action.js';
import { markCheckAction } from './mark.action.js';
import { commentCorrected, commentsAnswered, reviewDue, reviewEnded } from './notifications.js';
import { openReviewAction } from './review-open.action.js';
import { reviewQueue } from './review-queue.action.js';
import { uploadAction } from './upload.action.js';

export const reviewsRoom: Room = {
  name: 'reviews',
  actions: [
    answersAction,
    answerAction,
    differenceAction,
    reviewQueue,
    openReviewAction,
    commentAction,
    uploadAction,
    correctCommentAction,
    endReviewAction,
    markCheckAction,
  ],
  notificationKinds: [reviewEnded, commentCorrected, reviewDue, commentsAnswered],
};
