/** Hours are offered, seen and handed over on either platform, in either language. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textsFor } from '../../playground/pilot/texts.js';
import { openPlatforms, type Platforms, settled } from './platforms.js';

let platforms: Platforms;
beforeAll(async () => {
  platforms = await openPlatforms({ arrived: ['aki', 'emi', 'ken'] });
});
afterAll(async () => {
  expect(platforms.log.filter(({ level }) => level === 'error')).toEqual([]);
  await platforms.close();
});

describe.each([
  { platform: 'slack', person: 'aki', language: 'en', firstDay: '2024-11-05', reach: '2 hours on 1 day' },
  { platform: 'teams', person: 'emi', language: 'ja', firstDay: '2024-11-06', reach: '1日間に2枠' },
] as const)('in $platform', ({ platform, person, language, firstDay, reach }) => {
  const texts = textsFor(language);
  const { hours } = texts.consultations;
  const client = () => (platform === 'slack' ? platforms.slack(person) : platforms.teams(person));

  async function open(words: string, awaited: string): Promise<void> {
    settled(await (platform === 'slack' ? platforms.slack(person).command(`/spp ${words}`) : client().say(words)));
    if (platform === 'teams') await client().until(awaited);
    else await expect.poll(() => JSON.stringify(client().dialog?.payload)).toContain(awaited);
  }

  async function fill(label: string, value: string): Promise<void> {
    const fields =
      client().dialog?.fields ??
      client()
        .messages()
        .findLast((one) => one.fields.length > 0)?.fields ??
      [];
    const full = fields.find((one) => one.label === label) ?? fields.find((one) => one.label.startsWith(label));
    const option = full?.options.find((one) => one.startsWith(value)) ?? value;
    await client().fill(full?.label ?? label, option);
  }

  async function send(label: string): Promise<void> {
    settled(client().dialog ? await client().submit() : await client().press(label));
  }

  async function reads(words: string): Promise<void> {
    const all = () => `${JSON.stringify(client().dialog ?? '')} ${client().messages().at(-1)?.text ?? ''}`;
    await expect.poll(all, { timeout: 5_000 }).toContain(words);
  }

  it('shows what a pattern amounts to before it is offered', async () => {
    await open('offer-hours', hours.labels.firstDay);
    if (person === 'emi') await fill(hours.labels.adviser, platforms.people.aki.nameJa);
    await fill(hours.labels.firstDay, firstDay);
    await fill(hours.labels.from, '13:00');
    await fill(hours.labels.to, '15:10');
    await fill(hours.labels.between, '10');
    await fill(hours.labels.method, hours.methods.online);
    await send(hours.preview);
    await reads(texts.refusals.no_link({}));
    await fill(hours.labels.link, 'https://meet.example/aki');
    await send(hours.preview);
    await reads(reach);
    await send(hours.offer);
    await reads(reach);
    if (client().dialog) await client().close();
    const slots = await platforms.database.consultationSlot.findMany({
      where: { startsAt: { gte: new Date(`${firstDay}T00:00:00+09:00`), lt: new Date(`${firstDay}T23:59:00+09:00`) } },
      orderBy: { startsAt: 'asc' },
    });
    expect(slots.map(({ adviserId, startsAt }) => [adviserId, startsAt.toISOString()])).toEqual([
      [platforms.people.aki.id, `${firstDay}T04:00:00.000Z`],
      [platforms.people.aki.id, `${firstDay}T05:10:00.000Z`],
    ]);
  });
});

describe.each(['slack', 'teams'] as const)('an adviser in %s', (platform) => {
  const client = () => (platform === 'slack' ? platforms.slack('aki') : platforms.teams('aki'));

  it('sees the free hours, with a button for each', async () => {
    const { hours } = textsFor('en').consultations;
    await client().say('my hours');
    await client().until(hours.agenda.free);
    await client().until('5 Nov 2024 13:00');
    expect(client().messages().at(-1)?.text).toContain(hours.agenda.noneBooked);
  });
});
