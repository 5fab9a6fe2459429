/** Reads the files of a message in Slack. Source: docs.slack.dev/reference/objects/file-object */
import { z } from 'zod';
import { looksOf, NotFetched, type SentFile } from '../../programme/files/sent-file.js';
import { fetchFile } from '../fetch-file.js';
import type { SlackContext } from './slack-context.js';

const file = z.object({
  id: z.string(),
  name: z.string().nullish(),
  title: z.string().nullish(),
  mimetype: z.string().nullish(),
  size: z.number().nullish(),
  url_private_download: z.string().nullish(),
});

const hosts: ReadonlySet<string> = new Set(['https://files.slack.com', 'https://files.slack-gov.com']);

/** Where files are fetched from, with the bot's token: Slack's own hosts, and that of a Web API which is configured. */
export function trustedFiles(slackApiUrl: string | undefined): (address: string) => boolean {
  const own = slackApiUrl === undefined ? null : new URL(slackApiUrl).origin;
  return (address) => {
    if (!URL.canParse(address)) return false;
    const { origin, username, password } = new URL(address);
    return username === '' && password === '' && (hosts.has(origin) || origin === own);
  };
}

/** The files of an event's message, or those of a form; none where it has none. */
export function sentFiles(context: SlackContext, event: object): readonly SentFile[] {
  const files: unknown = 'files' in event ? event.files : undefined;
  return z
    .array(file.nullable().catch(null))
    .catch([])
    .parse(files)
    .flatMap((one) => one ?? [])
    .map((one) => ({
      name: one.name ?? one.title ?? one.id,
      size: one.size ?? null,
      looks: looksOf(one.mimetype ?? ''),
      fetch: async () => await fetchSent(context, one),
    }));
}

async function fetchSent(context: SlackContext, { id, url_private_download: address, ...sent }: z.infer<typeof file>) {
  const { client, trustsFiles } = context;
  return await fetchFile({
    // A file of another workspace's person comes without its address.
    address: address ?? (await lookUpAddress(context, id)),
    trusts: trustsFiles,
    headers: { authorization: `Bearer ${client.token ?? ''}` },
    accepts: (contentType) => !contentType.startsWith('text/html') || sent.mimetype === 'text/html',
  });
}

async function lookUpAddress({ client }: SlackContext, id: string): Promise<string> {
  const found = await client.files.info({ file: id }).catch((error: unknown) => {
    throw new NotFetched('failed', { cause: error instanceof Error ? error.name : 'unknown' });
  });
  const address = found.file?.url_private_download;
  if (address === undefined) throw new NotFetched('failed', { cause: 'Slack names no address' });
  return address;
}
