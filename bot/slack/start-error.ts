/** The error for a Slack that cannot be started, with its cause in one sentence for the operator. */
import { outcomeOfError, slackError } from './api-errors.js';

export class SlackStartError extends Error {
  constructor(
    /** 'refused': the configuration is wrong and will stay so. 'unreachable': it may work later. */
    readonly kind: 'refused' | 'unreachable',
    sentence: string,
    options?: ErrorOptions,
  ) {
    super(sentence, options);
    this.name = 'SlackStartError';
  }
}

/** @param setting the name of what is wrong if Slack refuses it, such as "the bot token" */
export function startError(error: unknown, setting: string): SlackStartError {
  const code = slackError(error);
  const cause = { cause: error };
  if (code !== null && /^[a-z_]+$/.test(code)) {
    return new SlackStartError('refused', `Slack refuses ${setting} (${code}).`, cause);
  }
  const failure = outcomeOfError(error, new Date(0));
  const reason = 'reason' in failure ? failure.reason : failure.outcome;
  return new SlackStartError('unreachable', `Slack cannot be reached (${reason}).`, cause);
}
