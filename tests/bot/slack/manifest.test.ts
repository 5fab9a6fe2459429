/** The manifest asks for exactly what the code uses: Slack itself accepts made-up events and scopes. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { command, eventScopes, interactionScopes, menuShortcut, methodScopes } from '../../../bot/slack/scopes.js';
import { actions } from '../../../programme/rooms.js';
import { understand } from '../../support/understand.js';

const folder = new URL('../../../bot/slack/', import.meta.url);
const manifest = z
  .object({
    display_information: z.object({ name: z.string().max(35), description: z.string().max(140) }),
    features: z.object({
      app_home: z.object({
        home_tab_enabled: z.literal(true),
        messages_tab_enabled: z.literal(true),
        messages_tab_read_only_enabled: z.literal(false),
      }),
      // docs.slack.dev/reference/app-manifest: at most 300 characters.
      agent_view: z.object({ agent_description: z.string().min(1).max(300) }),
      shortcuts: z.array(
        z.object({ name: z.string().max(24), description: z.string().max(150), callback_id: z.string() }),
      ),
      slash_commands: z.array(
        z.object({
          command: z.string().regex(/^\/.{1,31}$/),
          description: z.string().max(2000),
          usage_hint: z.string().max(1000),
        }),
      ),
    }),
    oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
    settings: z.object({
      event_subscriptions: z.object({ bot_events: z.array(z.string()) }),
      interactivity: z.object({ is_enabled: z.literal(true) }),
    }),
  })
  .parse(JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8')));

const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && path !== 'scopes.ts')
  .map((path) => readFileSync(new URL(path, folder), 'utf8'))
  .join('\n');

function found(pattern: RegExp): string[] {
  return [...new Set([...source.matchAll(pattern)].flatMap((match) => match[1] ?? []))].sort();
}

const sorted = (values: Iterable<string>) => [...new Set(values)].sort();

describe('what the code uses', () => {
  it('is what it says it uses: methods', () => {
    expect(
      found(
        /(?:client|options\))\s*\.((?:api|assistant\.threads|auth|chat|conversations|files|team|users|views)\.\w+)\(/g,
      ),
    ).toEqual(sorted(Object.keys(methodScopes)));
  });

  it('is what it says it uses: events', () => {
    const listened = [
      ...found(/app\.event\(\s*'([\w.]+)'/g),
      ...(source.includes('app.message(') ? ['message.im'] : []),
    ];
    expect(sorted(listened)).toEqual(sorted(Object.keys(eventScopes)));
  });
});

describe('the manifest', () => {
  it('subscribes to the events listened to', () => {
    expect(sorted(manifest.settings.event_subscriptions.bot_events)).toEqual(sorted(Object.keys(eventScopes)));
  });

  it('registers the commands and shortcuts listened to', () => {
    expect(manifest.features.slash_commands.map((one) => one.command)).toEqual([command]);
    expect(manifest.features.shortcuts.map((one) => one.callback_id)).toEqual([menuShortcut]);
  });

  it('hints at what is there to be typed after the command', () => {
    for (const { usage_hint: hint } of manifest.features.slash_commands) {
      const examples = hint.replace(/^\[|\]$/g, '').split(' | ');
      expect(examples.length).toBeGreaterThan(3);
      for (const example of examples) {
        const [word] = example.split(' ');
        expect(understand(example).action, example).toBe(actions.find(({ command }) => command === word)?.name);
      }
    }
  });

  it('asks for the scopes needed and no others', () => {
    const needed = [...Object.values(methodScopes), ...Object.values(eventScopes), interactionScopes].flat();
    expect(sorted(manifest.oauth_config.scopes.bot)).toEqual(sorted(needed));
  });
});
