/** One person who deals with consultations through their client, in the same steps on either platform. */
import { expect } from 'vitest';
import type { FieldFile, FieldValue, SeenDialog, SeenMessage } from '../../playground/client.js';
import { textsFor } from '../../playground/pilot/texts.js';
import type { Language } from '../../prisma/client.js';
import { type Name, type Platforms, settled } from './platforms.js';

export function consultingPerson(platforms: Platforms, platform: 'slack' | 'teams', name: Name) {
  const slack = () => platforms.slack(name);
  const teams = () => platforms.teams(name);
  const client = () => (platform === 'slack' ? slack() : teams());
  const language: Language = platforms.people[name].language;
  const texts = textsFor(language);

  /** All that the person reads now: the dialog, and the newest messages. */
  const screen = (): string => {
    const messages = client().messages().slice(-4);
    return `${client().dialog?.text ?? ''}\n${messages.map(({ text }) => text).join('\n')}`;
  };

  async function dialog(awaited: string): Promise<SeenDialog> {
    await expect
      .poll(() => JSON.stringify([client().dialog?.text, client().dialog?.fields]), { timeout: 5_000 })
      .toContain(JSON.stringify(awaited).slice(1, -1));
    const { dialog: open } = client();
    if (open === undefined) throw new Error('no dialog is open');
    return open;
  }

  return {
    ...{ texts, language, screen, dialog, client },
    nameOf: (other: Name) => (language === 'ja' ? platforms.people[other].nameJa : platforms.people[other].nameEn),
    /** Has what comes unasked come here, where the person was seen last. */
    async isSeenHere(): Promise<void> {
      const { database, people } = platforms;
      const elsewhere = { personId: people[name].id, platform: { not: platform } };
      await database.account.updateMany({ where: elsewhere, data: { lastSeenAt: new Date('2024-10-01') } });
      settled(await client().say('menu'));
      await database.account.updateMany({
        where: { personId: people[name].id, platform },
        data: { lastSeenAt: platforms.services.clock.now() },
      });
    },
    /** What comes unasked. */
    async hears(words: string): Promise<SeenMessage> {
      return await client().until(words, { milliseconds: 10_000 });
    },
    async reads(words: string): Promise<void> {
      await expect.poll(screen, { timeout: 5_000 }).toContain(words);
    },
    async says(words: string, awaited: string): Promise<SeenMessage> {
      settled(await client().say(words));
      return await client().until(awaited);
    },
    async presses(label: string, on?: SeenMessage): Promise<void> {
      settled(await client().press(label, on));
    },
    /** The button of this entry of a list. */
    async pressesAt(label: string, near: string): Promise<void> {
      settled(await (platform === 'slack' ? slack() : teams()).pressBeside(label, near));
    },
    async fills(label: string, value: FieldValue): Promise<void> {
      const fields = client().dialog?.fields ?? [];
      const field = fields.find((one) => one.label === label) ?? fields.find((one) => one.label.startsWith(label));
      // What follows a name in a list of choices, as the company of a person.
      const whole = (one: string) => field?.options.find((option) => option.includes(one)) ?? one;
      await client().fill(field?.label ?? label, entered(value, whole));
    },
    async submits(): Promise<void> {
      settled(await client().submit());
    },
    /** By the button that tells the app, which Teams' own cross does not. */
    async closes(): Promise<void> {
      settled(platform === 'slack' ? await client().close() : await client().press(texts.chat.close));
    },
    async shuts(): Promise<void> {
      if (client().dialog !== undefined) await client().close();
    },
    async sendsFile(file: FieldFile, words = ''): Promise<void> {
      settled(await (platform === 'slack' ? slack().upload(file, words) : teams().sendFiles(words, [file])));
    },
  };
}

function entered(value: FieldValue, whole: (one: string) => string): FieldValue {
  if (typeof value === 'string') return whole(value);
  return isTexts(value) ? value.map(whole) : value;
}

function isTexts(value: FieldValue): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

export type ConsultingPerson = ReturnType<typeof consultingPerson>;
