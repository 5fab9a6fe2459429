/** What drafts offer: to companies, and of single versions to their advisers. */
import type { Room } from '../requests/registry.js';
import { beginAction } from './begin.action.js';
import { checkDraftAction } from './check-draft.action.js';
import { declareAction } from './declare.action.js';
import { fileOfDraft } from './file-of-draft.action.js';
import {
  draftSubmitted,
  draftSubmittedByColleague,
  draftWithdrawn,
  draftWithdrawnByColleague,
} from './notifications.js';
import { ownDeliverablesAction } from './own-deliverables.action.js';
import { submitDraftAction } from './submit-draft.action.js';
import { withdrawDraftAction } from './withdraw-draft.action.js';

export const draftsRoom: Room = {
  name: 'drafts',
  actions: [
    ownDeliverablesAction,
    submitDraftAction,
    checkDraftAction,
    declareAction,
    beginAction,
    fileOfDraft,
    withdrawDraftAction,
  ],
  notificationKinds: [draftSubmitted, draftSubmittedByColleague, draftWithdrawn, draftWithdrawnByColleague],
};
