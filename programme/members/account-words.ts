/** An account in words: where it is and since when it is somebody's. */
import { formatInstant } from '../messages/dates.js';
import type { BaseContext, Platform } from '../requests/context.js';
import type { LinkedAccount } from './queries.js';
import { memberTexts } from './texts.js';

/** The same in every language. */
export const platformNames: Readonly<Record<Platform, string>> = { slack: 'Slack', teams: 'Microsoft Teams' };

export function accountLabel(
  context: BaseContext,
  { platform, linkedAt }: Pick<LinkedAccount, 'platform' | 'linkedAt'>,
): string {
  const { accountSince } = memberTexts[context.language];
  return accountSince(platformNames[platform], linkedAt && formatInstant(context, linkedAt));
}
