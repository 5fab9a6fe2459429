/** Reads why Microsoft has not signed the bot in: a refusal, which people have to mend, or a network that failed. */
import { z } from 'zod';

/** The login refused what the app presented (learn.microsoft.com/entra/identity-platform/reference-error-codes). */
export class LoginRefused extends Error {
  override readonly name = 'LoginRefused';

  constructor(readonly reason: string) {
    super(`the login of the bot was refused (${reason})`);
  }
}

/** An error of Microsoft's library (MSAL) that carries what its server answered. */
const answered = z.object({ errorCode: z.string(), errorMessage: z.string().optional() });

/** Errors of OAuth that say that id, secret or tenant are wrong (RFC 6749, 5.2). Any other may pass by itself. */
const refusals = new Set([
  'invalid_client',
  'invalid_grant',
  'invalid_request',
  'unauthorized_client',
  'invalid_scope',
]);

/** The tenant does not exist, so that there is no address to sign in at. */
const noTenant = new Set(['endpoints_resolution_error', 'invalid_instance', 'tenant_not_found']);

export function isRefusedLogin(error: unknown): boolean {
  if (error instanceof LoginRefused) return true;
  const read = answered.safeParse(error);
  if (!read.success) return false;
  return refusals.has(read.data.errorCode) || (noTenant.has(read.data.errorCode) && !isNetwork(read.data.errorMessage));
}

/** The server's own code, such as AADSTS7000215, or the nearest that there is. Never the words, which name the tenant. */
export function loginReason(error: unknown): string {
  if (error instanceof LoginRefused) return error.reason;
  const read = answered.safeParse(error);
  if (read.success) return /AADSTS\d+/.exec(read.data.errorMessage ?? '')?.[0] ?? read.data.errorCode;
  for (let current = error; current instanceof Error; current = current.cause) {
    if ('code' in current && typeof current.code === 'string') return current.code;
    if (current.name === 'TimeoutError') return 'timeout';
  }
  return 'no answer';
}

function isNetwork(message: string | undefined): boolean {
  return /network|ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|socket/i.test(message ?? '');
}
