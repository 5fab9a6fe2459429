/** Makes a request or an answer readable for the page: JSON inside of text unfolded, and everything that opens a door blacked out. */
import type { HostedPlayground } from '../host.js';

type StandIns = Pick<HostedPlayground, 'slack' | 'teams'>;

const hidden = '[hidden]';

/** Fields that hold a secret by their name, whatever the value: `token`, `refresh_token`, `client_secret`, `authorization` … */
const secretField = /^(token|.*_token|.*accessToken|.*secret.*|.*password|authorization|assertion)$/i;

/** Deeper than any card or view; what refers to itself would otherwise never end. */
const deepest = 60;

/** @returns a copy that may be shown to anyone: neither tokens nor passwords nor signing secrets are left in it */
export function showable(value: unknown, standIns: StandIns): unknown {
  const secrets = secretsOf(standIns);
  const veil = (text: string) => secrets.reduce((veiled, secret) => veiled.replaceAll(secret, hidden), text);

  function show(part: unknown, depth: number): unknown {
    if (depth > deepest) return '…';
    if (typeof part === 'string') {
      const unfolded = unfold(part);
      return unfolded === undefined ? veil(part) : show(unfolded, depth + 1);
    }
    if (part instanceof Uint8Array) return `[${part.byteLength} bytes]`;
    if (part instanceof Date) return part.toISOString();
    if (Array.isArray(part)) return part.map((one) => show(one, depth + 1));
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(
      Object.entries(part).map(([name, inner]) => [
        veil(name),
        secretField.test(name) && inner !== '' && inner !== null ? hidden : show(inner, depth + 1),
      ]),
    );
  }

  return show(value, 0);
}

/** Blocks and views travel as text inside of forms, and answers as bodies not yet read. */
function unfold(text: string): object | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** Looked up each time: stand-ins come and go. Longest first, so that none is left half visible by a shorter one within it. */
function secretsOf({ slack, teams }: StandIns): readonly string[] {
  const { signingSecret, appToken, verificationToken } = slack.app;
  const tokens = [...slack.workspaces.values()].flatMap(({ tokens }) => [...tokens.keys()]);
  return [signingSecret, appToken, verificationToken, teams.environment.MicrosoftAppPassword, ...tokens]
    .filter((secret) => secret !== undefined && secret.length >= 8)
    .sort((one, other) => other.length - one.length);
}
