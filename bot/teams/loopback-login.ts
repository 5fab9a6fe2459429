/** Signs the bot in at a stand-in on this machine, whose login address has no https, which Microsoft's own library refuses. */
import { z } from 'zod';
import type { TeamsConfiguration, TeamsEndpoints } from './configuration.js';
import { LoginRefused } from './login-errors.js';
import { isLoopback } from './loopback.js';

const login = z.object({ access_token: z.string(), expires_in: z.number() });

/** A minute is enough for a request to arrive before its token ends. */
const MARGIN_MILLISECONDS = 60_000;

/** The part of a request that is signed. */
interface Signed {
  readonly headers: { set(name: string, value: string): void };
}

/** Whether the bot is to sign in on this machine. The app's secret never goes anywhere else without https. */
export function signsInOnLoopback(endpoints: TeamsEndpoints | undefined): endpoints is TeamsEndpoints {
  if (endpoints === undefined) return false;
  return isLoopback(new URL(endpoints.ToChannelFromBotLoginUrl));
}

/** Credentials with which the SDK signs its requests (its ServiceClientCredentialsFactory). */
export function loopbackCredentials({ appId, appPassword }: TeamsConfiguration, endpoints: TeamsEndpoints) {
  let held: { readonly token: string; readonly until: number } | null = null;

  async function token(): Promise<string> {
    if (held !== null && held.until > Date.now()) return held.token;
    const response = await fetch(`${endpoints.ToChannelFromBotLoginUrl}/oauth2/v2.0/token`, {
      method: 'POST',
      redirect: 'error',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: appId,
        client_secret: appPassword,
        scope: `${endpoints.ToChannelFromBotOAuthScope}/.default`,
      }),
    });
    const answer = login.safeParse(await response.json());
    if (!answer.success) {
      throw response.status < 500 ? new LoginRefused(String(response.status)) : new Error('the login failed');
    }
    const { access_token, expires_in } = answer.data;
    held = { token: access_token, until: Date.now() + expires_in * 1000 - MARGIN_MILLISECONDS };
    return access_token;
  }

  return {
    isValidAppId: async (id: string) => id === appId,
    isAuthenticationDisabled: async () => false,
    createCredentials: async () => ({
      getToken: token,
      async signRequest<Request extends Signed>(request: Request): Promise<Request> {
        request.headers.set('authorization', `Bearer ${await token()}`);
        return request;
      },
    }),
  };
}
