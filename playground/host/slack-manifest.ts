/** The app as Slack knows it: the manifest by which the playground's stand-in holds the bot to what it asks for, as Slack would. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const manifestSchema = z.object({
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
  features: z.object({
    app_home: z.object({ home_tab_enabled: z.boolean(), messages_tab_enabled: z.boolean() }),
    slash_commands: z.array(z.object({ command: z.string(), description: z.string(), usage_hint: z.string() })),
    shortcuts: z.array(
      z.object({
        name: z.string(),
        type: z.enum(['global', 'message']),
        callback_id: z.string(),
        description: z.string(),
      }),
    ),
  }),
  settings: z.object({ event_subscriptions: z.object({ bot_events: z.array(z.string()) }) }),
});

export type SlackManifest = z.infer<typeof manifestSchema>;

export async function readSlackManifest(): Promise<SlackManifest> {
  const file = fileURLToPath(new URL('../../bot/slack/manifest.json', import.meta.url));
  return manifestSchema.parse(JSON.parse(await readFile(file, 'utf8')));
}
