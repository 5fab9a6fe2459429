/** PORT moves all of the playground's ports together, and what the bot has stored keeps leading where they are. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { expect, it } from 'vitest';
import { choosePorts } from '../../host/ports.js';

async function listen(port: number): Promise<Server | null> {
  const server = createServer();
  server.listen(port, '127.0.0.1');
  return await Promise.race([once(server, 'listening').then(() => server), once(server, 'error').then(() => null)]);
}

/** The first of four free ports in a row, other than those before. */
async function freeRow(above: number): Promise<number> {
  for (let port = above; port < 65_000; port += 4) {
    const servers = await Promise.all([0, 1, 2, 3].map((distance) => listen(port + distance)));
    for (const server of servers) server?.close();
    await Promise.all(servers.map((server) => server && once(server, 'close')));
    if (servers.every((server) => server !== null)) return port;
  }
  throw new Error('no four free ports in a row');
}

const row = (port: number) => ({ bot: port, slack: port + 1, teams: port + 2, page: port + 3 });
const remembered = (port: number, first: number) => ({
  port,
  slackPort: first + 1,
  teamsPort: first + 2,
  pagePort: first + 3,
});

it('moves all of them', async () => {
  const before = await freeRow(21_000);
  const after = await freeRow(before + 4);
  expect(await choosePorts(before, null)).toEqual(row(before));
  expect(await choosePorts(after, remembered(before, before))).toEqual(row(after));
});

it('keeps those of the last start where PORT says the same, even beside others', async () => {
  const port = await freeRow(23_000);
  const others = await freeRow(port + 4);
  expect(await choosePorts(port, remembered(port, others))).toEqual({ ...row(others), bot: port });
});

it('takes another one for what somebody else has', async () => {
  const port = await freeRow(25_000);
  const taken = await listen(port + 1);
  try {
    const chosen = await choosePorts(port, null);
    expect(chosen).toEqual({ ...row(port), slack: chosen.slack });
    expect(chosen.slack).not.toBe(port + 1);
  } finally {
    taken?.close();
  }
});
