/** The error for a bot whom Microsoft does not sign in, with its cause in one sentence for the operator. */
import { isRefusedLogin, loginReason } from './login-errors.js';

export class TeamsStartError extends Error {
  override readonly name = 'TeamsStartError';

  constructor(
    /** 'refused': the configuration is wrong and will stay so. 'unreachable': it may work later. */
    readonly kind: 'refused' | 'unreachable',
    sentence: string,
    options?: ErrorOptions,
  ) {
    super(sentence, options);
  }
}

export function startError(error: unknown): TeamsStartError {
  const reason = loginReason(error);
  return isRefusedLogin(error)
    ? new TeamsStartError(
        'refused',
        `Microsoft refuses to sign the bot in (${reason}): correct TEAMS_APP_ID, TEAMS_APP_PASSWORD and TEAMS_TENANT_ID. A client secret ends on the day that Entra shows.`,
        { cause: error },
      )
    : new TeamsStartError('unreachable', `Microsoft's login cannot be reached (${reason}).`, { cause: error });
}
