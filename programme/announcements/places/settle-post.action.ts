/** The secretariat's two buttons on a post of which it is not known whether it is in its channel, or that failed. */
import type { Place, PlacePost } from '../../../prisma/client.js';
import { secretariat } from '../../members/roles.js';
import type { Button } from '../../messages/message.js';
import { memberAction } from '../../requests/action.js';
import type { Context } from '../../requests/context.js';
import { isRefusal } from '../../requests/refusal.js';
import { chooseAnnouncement } from '../choose-announcement.js';
import { stepDone, stepInput } from '../step-action.js';
import { announcementTexts } from '../texts.js';
import { mayPostAgain, notePosted, openPost, openStates, postAgain } from './settle-post.js';

const shared = { texts: announcementTexts, who: secretariat, input: stepInput, offered: 'contextual' } as const;

type SettlingName = 'announcement.post-arrived' | 'announcement.post-again';

/** Which announcement, of those with a post to decide about. */
async function choose(context: Context, action: SettlingName) {
  const states = action === 'announcement.post-arrived' ? (['unknown'] as const) : openStates;
  const where = { placePosts: { some: { state: { in: [...states] } } } };
  return await chooseAnnouncement(context, { action, states: ['sending', 'stopped', 'sent', 'withdrawn'], where });
}

export const notePostedAction = memberAction({
  ...shared,
  name: 'announcement.post-arrived',
  command: 'post-arrived',
  ask: async (context) => await choose(context, 'announcement.post-arrived'),
  confirm: 'never',
  run: async (context, { announcement: id }) => {
    const { transaction, now, language } = context;
    const refused = await notePosted(transaction, { id, now });
    return refused ?? { message: stepDone(context, id, announcementTexts[language].notedPosted) };
  },
});

export const postAgainAction = memberAction({
  ...shared,
  name: 'announcement.post-again',
  command: 'post-again',
  ask: async (context) => await choose(context, 'announcement.post-again'),
  confirm: {
    when: 'words',
    show: async ({ language }) => ({ does: announcementTexts[language].postsAgain, elements: [] }),
  },
  run: async (context, { announcement: id }) => {
    const { transaction, now, language } = context;
    const again = await postAgain(transaction, { id, now });
    if (isRefusal(again)) return again;
    const { postedAgain, postedOnceResumed } = announcementTexts[language];
    return { message: stepDone(context, id, again.isStopped ? postedOnceResumed : postedAgain) };
  },
});

interface Posted {
  readonly id: string;
  readonly isWithdrawn: boolean;
  readonly place: Pick<Place, 'leftAt'>;
  /** The first version first. */
  readonly posts: readonly Pick<PlacePost, 'version' | 'state' | 'latestAt'>[];
}

/** Those that would not be refused now. */
export function postButtons(
  { language, now }: Pick<Context, 'language' | 'now'>,
  { id, isWithdrawn, place, posts }: Posted,
): readonly Button[] {
  const open = openPost(posts);
  if (open === null) return [];
  const { postArrived, postAgain: again } = announcementTexts[language];
  const input = { announcement: id };
  const isUseful = mayPostAgain(open, place, now) && (open.isEdit || !isWithdrawn);
  return [
    ...(open.post.state === 'unknown' ? [{ label: postArrived, action: 'announcement.post-arrived', input }] : []),
    ...(isUseful ? [{ label: again, action: 'announcement.post-again', input }] : []),
  ];
}
