/** Consultations from hand-over to record and overview, through both platforms: Japanese on Slack, English on Teams. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textsFor } from '../../playground/pilot/texts.js';
import type { Booking } from '../../prisma/client.js';
import { buildBooking, buildSlot } from '../support/consultations.js';
import { buildAssignment } from '../support/factories.js';
import { type Name, openPlatforms, type Platforms, settled } from './platforms.js';

let platforms: Platforms;
beforeAll(async () => {
  platforms = await openPlatforms({ arrived: ['hana', 'tom', 'sumi', 'emi', 'sara'] });
  // Notices reach her where she is: on Slack, and from the second scene on in Teams.
  await platforms.slack('aki').openHome();
  const { database, companies, people, services } = platforms;
  await database.membership.updateMany({ where: { personId: people.sumi.id }, data: { role: 'adviser' } });
  for (const company of [companies.AOI, companies.MDR]) {
    const at = services.clock.now();
    await database.entitlementEntry.create({ data: { companyId: company.id, kind: 'granted', hours: 3, at } });
  }
});
afterAll(async () => {
  expect(platforms.log.filter(({ level }) => level === 'error')).toEqual([]);
  await platforms.close();
});

const inJapan = (when: string) => new Date(`${when}:00+09:00`);

/** One person's screen on one platform, in that person's language. */
function on(platform: 'slack' | 'teams', name: Name) {
  const { language } = platforms.people[name];
  const texts = textsFor(language);
  const client = () => (platform === 'slack' ? platforms.slack(name) : platforms.teams(name));
  const screen = () =>
    `${client().dialog?.text ?? ''}\n${client()
      .messages()
      .slice(-2)
      .map(({ text }) => text)
      .join('\n')}`;
  const shownFields = () =>
    client().dialog?.fields ??
    client()
      .messages()
      .findLast(({ fields }) => fields.length > 0)?.fields ??
    [];
  const reads = async (words: string) => await expect.poll(screen, { timeout: 10_000 }).toContain(words);
  const asked = async (label: string) =>
    await expect
      .poll(
        () =>
          shownFields()
            .map((field) => field.label)
            .join('\n'),
        { timeout: 10_000 },
      )
      .toContain(label);
  return {
    ...{ texts, client, reads, asked },
    nameOf: (other: Name) => platforms.people[other][language === 'ja' ? 'nameJa' : 'nameEn'],
    /** Writes a command whose answer is a form. */
    async opens(words: string, label: string) {
      settled(await (platform === 'slack' ? platforms.slack(name).command(`/spp ${words}`) : client().say(words)));
      await asked(label);
    },
    /** Says something whose answer is a form: Slack offers it on a button. */
    async says(words: string, title: string) {
      settled(await client().say(words));
      if (platform === 'slack') settled(await client().press(texts.chat.fillIn, await client().until(title)));
    },
    async presses(label: string, awaited: string) {
      settled(await client().press(label, await client().until(awaited)));
    },
    /** Teams marks the label of a field that may be left out. */
    async fills(label: string, value: string) {
      const fields = shownFields();
      const field = fields.find((one) => one.label === label) ?? fields.find((one) => one.label.startsWith(label));
      const option = field?.options.find((one) => one.startsWith(value)) ?? value;
      await client().fill(field?.label ?? label, option);
    },
    async sends(label: string) {
      settled(client().dialog ? await client().submit() : await client().press(label));
    },
    async done(words: string) {
      await reads(words);
      if (client().dialog) await client().close();
    },
  };
}

interface Scene {
  readonly platform: 'slack' | 'teams';
  readonly company: 'AOI' | 'MDR';
  readonly participant: Name;
  /** The adviser who holds the consultations. */
  readonly holder: Name;
  readonly colleague: Name;
  readonly office: Name;
  readonly hour: string;
  /** The only consultation to come is not asked for; who has taken one over before has two. */
  readonly asksWhich: boolean;
  readonly ill: string;
  readonly record: string;
  readonly overview: string;
  readonly granted: string;
}

const scenes: readonly Scene[] = [
  {
    ...{ platform: 'slack', company: 'AOI', participant: 'hana', holder: 'sumi', colleague: 'aki', office: 'emi' },
    ...{ hour: '13:00', asksWhich: false, ill: '明日は体調不良のため休みます', record: '録: 苦情処理の条文を見直す' },
    ...{ overview: '個別相談をまだ予約していない企業は?', granted: '5時間 → 6時間' },
  },
  {
    ...{ platform: 'teams', company: 'MDR', participant: 'tom', holder: 'aki', colleague: 'sumi', office: 'sara' },
    ...{ hour: '16:00', asksWhich: true, ill: 'I am ill tomorrow', record: 'record: go through the draft once more' },
    ...{ overview: 'who has not booked a consultation yet?', granted: '5 hours → 6 hours' },
  },
];

describe.each(scenes)(
  'on $platform',
  ({ platform, company: code, participant, holder, colleague, office, hour, ...said }) => {
    const person = (name: Name) => on(platform, name);

    async function booked(day: string): Promise<Booking> {
      const { services, programme, people, companies } = platforms;
      const startsAt = inJapan(`${day}T${hour}`);
      const slot = await buildSlot(services, { programme, adviserId: people[holder].id, startsAt });
      return await buildBooking(services, { company: companies[code], slot, attendeeIds: [people[participant].id] });
    }
    const told = async (name: Name, kind: string, subjectId: string) =>
      await platforms.database.notification.count({
        where: { personId: platforms.people[name].id, kind, subjectId, state: 'delivered' },
      });
    const read = async ({ id }: Booking) => await platforms.database.booking.findUniqueOrThrow({ where: { id } });

    it('a consultation is handed over once the colleague accepts, and the company is told once', async () => {
      const booking = await booked('2024-11-12');
      if (platform === 'teams') await platforms.teams(holder).install();
      const asking = person(holder);
      const { handovers } = asking.texts.consultations;
      const spoken = asking.texts === textsFor('ja') ? `2024年11月12日(火) ${hour}` : `Tue, 12 Nov 2024 ${hour}`;
      if (said.asksWhich) {
        await asking.opens('hand-over', handovers.labels.booking);
        await asking.fills(handovers.labels.booking, spoken);
        await asking.sends(handovers.next);
        await asking.asked(handovers.labels.adviser);
      } else {
        await asking.opens('hand-over', handovers.labels.adviser);
        await asking.reads(spoken);
      }
      await asking.fills(handovers.labels.adviser, asking.nameOf(colleague));
      await asking.sends(handovers.ask);
      await asking.done(handovers.asked(asking.nameOf(colleague) + (asking.texts === textsFor('ja') ? '先生' : '')));
      await platforms.told();
      expect(await told(participant, 'consultation.moved', booking.id)).toBe(0);
      const answering = person(colleague);
      const words = answering.texts.consultations.handovers;
      await answering.presses(words.accept, words.notices.companyHearsLater);
      await answering.reads(answering.texts === textsFor('ja') ? '引き受けました' : 'Accepted:');
      await platforms.told();
      expect((await read(booking)).adviserId).toBe(platforms.people[colleague].id);
      expect(await told(participant, 'consultation.moved', booking.id)).toBe(1);
      const hearing = person(participant);
      await hearing.reads(hearing.nameOf(colleague));
    });

    it('a day off that words name is planned line by line, changed, and told once', async () => {
      const booking = await booked('2024-10-29');
      const ill = person(holder);
      const { handovers } = ill.texts.consultations;
      await ill.says(said.ill, ill.texts.actions['consultation.away'].title);
      const line = ill.texts === textsFor('ja') ? '2024年10月29日' : 'Tue, 29 Oct 2024';
      await ill.asked(line);
      expect((await read(booking)).state).toBe('booked');
      await ill.fills(line, handovers.away.cancel);
      await ill.sends(handovers.next);
      await ill.reads(handovers.away.previewed(1));
      await ill.reads(handovers.away.cancel);
      expect((await read(booking)).state).toBe('booked');
      await ill.sends(handovers.send);
      await ill.done(handovers.away.done(1));
      await platforms.told();
      expect((await read(booking)).state).toBe('cancelled');
      const absence = await platforms.database.adviserAbsence.findFirstOrThrow({
        where: { adviserId: platforms.people[holder].id },
      });
      expect(await told(participant, 'consultation.rearranged', absence.id)).toBe(1);
      expect(await told(participant, 'consultation.cancelled', booking.id)).toBe(0);
    });

    it('a record is written in words and in the form; the company confirms, comments and ticks off what is next', async () => {
      const booking = await booked('2024-10-25');
      const writing = person(holder);
      const { records } = writing.texts.consultations;
      await writing.says(said.record, writing.texts.actions['consultation.record'].title);
      await writing.asked(records.labels.actions);
      await writing.fills(records.labels.minutesField, '50');
      await writing.fills(records.labels.actions, 'Draft 案 | Ken | 2024-11-20');
      await writing.sends(records.next);
      await writing.reads(records.hourBecomes.used);
      await writing.sends(records.save);
      await expect.poll(async () => (await read(booking)).state).toBe('held');
      if (writing.client().dialog) await writing.client().close();
      await platforms.told();
      const reading = person(participant);
      const own = reading.texts.consultations.records;
      await reading.presses(own.confirm, said.record.replace(/^[^:]+: /, ''));
      await reading.reads(own.answered.confirmed);
      settled(await reading.client().say('menu'));
      const home = await reading.client().until(own.openActions);
      expect(home.text).toContain('Draft 案');
      settled(await reading.client().press(own.tickOff, home));
      await expect
        .poll(
          async () =>
            (await platforms.database.nextAction.findFirstOrThrow({ where: { bookingId: booking.id } })).doneAt,
        )
        .not.toBeNull();
      await platforms.told();
    });

    it('the secretariat sees the state, grants an hour, and has the ledger and the file', async () => {
      const staff = person(office);
      const { overview, entitlement } = staff.texts.consultations;
      // The question is answered with the list that it asks for.
      settled(await staff.client().say(said.overview));
      settled(await staff.client().press(staff.texts.actions['consultation.overview'].title));
      const capacity = /companies still need|社が、あと/;
      await expect
        .poll(() =>
          staff
            .client()
            .messages()
            .some(({ text }) => capacity.test(text)),
        )
        .toBe(true);
      await staff.presses(overview.all.companies, staff.texts.actions['consultation.overview'].title);
      await staff.reads(overview.companies(3));
      await staff.opens('grant-hours', entitlement.company);
      await staff.fills(
        entitlement.company,
        platforms.companies[code][staff.texts === textsFor('ja') ? 'nameJa' : 'nameEn'],
      );
      await staff.fills(entitlement.hours, '1');
      await staff.fills(entitlement.reason, 'ご相談の追加');
      await staff.sends(entitlement.next);
      await staff.reads(said.granted);
      await staff.sends(entitlement.grant);
      await expect
        .poll(async () => {
          const companyId = platforms.companies[code].id;
          return await platforms.database.entitlementEntry.count({ where: { companyId, reason: 'ご相談の追加' } });
        })
        .toBe(1);
      if (staff.client().dialog) await staff.client().close();
      await staff.opens('ledger', entitlement.company);
      await staff.fills(
        entitlement.company,
        platforms.companies[code][staff.texts === textsFor('ja') ? 'nameJa' : 'nameEn'],
      );
      await staff.sends(entitlement.next);
      await staff.done(entitlement.because('ご相談の追加'));
      settled(await staff.client().say('consultations-file'));
      await staff.client().until(staff.texts.actions['consultation.export'].title);
      const stored = await platforms.database.file.findFirstOrThrow({
        where: { personId: platforms.people[office].id, kind: 'consultation-list' },
      });
      expect(stored.name).toMatch(/\.xlsx$/);
    });

    it('an adviser who is withdrawn loses sight of the company at once, and the secretariat hands over what is left', async () => {
      const booking = await booked('2024-10-31');
      const { services, companies, people } = platforms;
      const { id } = await buildAssignment(services, { company: companies[code], adviserId: people[holder].id });
      const former = person(holder);
      const own = former.texts === textsFor('ja') ? companies[code].nameJa : companies[code].nameEn;
      settled(await former.client().say('agenda'));
      await former.reads(own);
      await platforms.database.assignment.update({ where: { id }, data: { endedAt: services.clock.now() } });
      settled(await former.client().say('agenda'));
      const answered = () => {
        const last = former.client().messages().at(-1);
        return last?.from === 'bot' && !last.text.includes(own);
      };
      await expect.poll(answered, { timeout: 10_000 }).toBe(true);
      const staff = person(office);
      const { overview, handovers } = staff.texts.consultations;
      settled(await staff.client().say('consultation-overview'));
      const shown = await staff.client().until(overview.apart(1));
      settled(await staff.client().press(overview.handOver, shown));
      await staff.asked(handovers.labels.adviser);
      await staff.fills(handovers.labels.adviser, staff.nameOf(colleague));
      await staff.sends(handovers.assign);
      await expect.poll(async () => (await read(booking)).adviserId).toBe(people[colleague].id);
      if (staff.client().dialog) await staff.client().close();
      await platforms.told();
      expect(await told(participant, 'consultation.moved', booking.id)).toBe(1);
      expect(await told(holder, 'consultation.moved', booking.id)).toBe(0);
    });
  },
);
