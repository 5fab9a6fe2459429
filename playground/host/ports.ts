/** Which ports the playground takes: beside the assistant's, the same at every start, and moved together where PORT moves. */
import { createServer } from 'node:net';
import { openDatabase } from '../../prisma/client.js';
import { moveServiceAddresses } from './host.sql.js';

export interface Ports {
  readonly bot: number;
  readonly slack: number;
  readonly teams: number;
  readonly page: number;
}

/** The ports of the last start; `port` is what PORT said then. */
export interface RememberedPorts {
  readonly port?: number | undefined;
  readonly slackPort: number;
  readonly teamsPort: number;
  readonly pagePort?: number | undefined;
}

/** @param port as PORT says it; 0 takes any free ones */
export async function choosePorts(port: number, last: RememberedPorts | null): Promise<Ports> {
  // What the bot has stored holds the ports, so that they stay unless somebody moves them.
  const kept = last !== null && (last.port === undefined || last.port === port) ? last : null;
  return {
    bot: await freePort(port),
    slack: await freePort(kept?.slackPort ?? nextTo(port, 1)),
    teams: await freePort(kept?.teamsPort ?? nextTo(port, 2)),
    page: await freePort(kept?.pagePort ?? nextTo(port, 3)),
  };
}

/** The same, with a free one in the place of each 0. */
export async function withoutZero<Wanted extends Pick<Ports, 'bot' | 'slack' | 'teams'>>(
  wanted: Wanted,
): Promise<Wanted> {
  const settle = async (port: number) => (port === 0 ? await freePort(0) : port);
  const [bot, slack, teams] = await Promise.all([wanted.bot, wanted.slack, wanted.teams].map(settle));
  return { ...wanted, bot, slack, teams };
}

/** Lets the addresses that the bot has stored lead to where Teams now is: it would write to nobody until everybody has written. */
export async function moveTeams(databaseUrl: string, from: number, to: number): Promise<void> {
  if (from === to) return;
  const { database, close } = openDatabase(databaseUrl, { poolSize: 1, asOwner: true });
  try {
    await moveServiceAddresses(database, `//127.0.0.1:${from}/`, `//127.0.0.1:${to}/`);
  } finally {
    await close();
  }
}

/** Beside the assistant's own port; any free one where that is any free one. */
function nextTo(port: number, distance: number): number {
  return port === 0 || port + distance > 65_535 ? 0 : port + distance;
}

/** The port if it is free, otherwise another one. */
async function freePort(wanted: number): Promise<number> {
  const tryPort = (port: number) =>
    new Promise<number | null>((resolve) => {
      const probe = createServer();
      probe.once('error', () => resolve(null));
      probe.listen(port, '127.0.0.1', () => {
        const address = probe.address();
        probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : port));
      });
    });
  return (await tryPort(wanted)) ?? (await tryPort(0)) ?? 0;
}
