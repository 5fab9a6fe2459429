/** Listens to what tells that the app came into a channel or left it, or that a channel changed. */
import type { App } from '@slack/bolt';
import type { ChannelLooks } from '../places.js';
import type { SlackContext } from '../slack-context.js';

/** Events of private channels have names of their own. Of people in channels nothing is kept. */
export function registerPlaces(app: App, { bot }: SlackContext, looks: ChannelLooks): void {
  const look = async (channel: string) => looks.lookAt(channel);
  app.event('member_joined_channel', async ({ event }) => {
    if (event.user === bot.userId) await look(event.channel);
  });
  app.event('channel_left', async ({ event }) => await look(event.channel));
  app.event('group_left', async ({ event }) => await look(event.channel));
  app.event('channel_rename', async ({ event }) => await look(event.channel.id));
  app.event('group_rename', async ({ event }) => await look(event.channel.id));
  app.event('channel_archive', async ({ event }) => await look(event.channel));
  app.event('group_archive', async ({ event }) => await look(event.channel));
  app.event('channel_unarchive', async ({ event }) => await look(event.channel));
  app.event('group_unarchive', async ({ event }) => await look(event.channel));
  app.event('channel_deleted', async ({ event }) => await look(event.channel));
  app.event('group_deleted', async ({ event }) => await look(event.channel));
}
