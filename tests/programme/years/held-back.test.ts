/** What goes to many at once waits until the programme is announced: it is refused, or said to begin after that, with the way there. */
import { beforeEach, describe, expect, it } from 'vitest';
import { inTransaction } from '../../../prisma/client.js';
import { addRules } from '../../../programme/reminders/set-rules.js';
import { reminderTexts } from '../../../programme/reminders/texts.js';
import { type BuiltPerson, buildCompany, buttonsOf, notificationsTo, wordsOf } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const given = programmeFixture();
const { ask, done, opened, sendAllDue } = given;

const toDo = 'Please announce the programme first';
const tellsNobody = 'Nobody but the secretariat is told';

let others: BuiltPerson[];

/** Four people of three companies are registered for the session, as the secretariat may enter it before the announcement. */
beforeEach(async () => {
  others = [];
  for (const _ of [1, 2]) {
    others.push(await given.member({ company: await buildCompany(given.services, given.programme) }));
  }
  for (const one of [given.person, given.colleague, ...others]) {
    await done(one, 'session.register', given.about({ mode: 'online' }));
  }
  await sendAllDue();
  await given.database.programme.update({ where: { id: given.programme.id }, data: { openedAt: null } });
});

async function announce(): Promise<void> {
  await done(given.secretary, 'programme.open');
  await sendAllDue();
}

const keys = async () => {
  const rows = await given.database.notification.findMany({ where: { programmeId: given.programme.id } });
  return rows.map(({ key }) => key).sort();
};

describe('groups', () => {
  it('are not told, and are still to be told once the programme is announced', async () => {
    const { secretary, person } = given;
    await done(secretary, 'groups.make', given.about({ by: 'number', value: '2', facilitators: 'Aki\nSumi' }));
    const before = await keys();
    const refused = await ask(secretary, 'groups.publish', given.about({ agreed: true }), { submitted: true });
    expect(wordsOf(refused)).toContain(toDo);
    expect(buttonsOf(refused)).toEqual(['programme.open']);
    expect(await keys()).toEqual(before);
    await announce();
    await done(secretary, 'groups.publish', given.about({ agreed: true }));
    expect(notificationsTo(await sendAllDue(), person)).toMatchObject([{ kind: 'groups.told' }]);
  });
});

describe('the reminder of feedback', () => {
  it('is refused, and goes out once the programme is announced', async () => {
    const { secretary, person, services } = given;
    services.clock.set('2024-11-07T17:30:00+09:00');
    await done(secretary, 'session.record', given.about({ people: [person.id], came: 'online' }));
    services.clock.set('2024-11-08T11:00:00+09:00');
    const before = await keys();
    const refused = await ask(secretary, 'feedback.remind', given.about({ agreed: true }), { submitted: true });
    expect(wordsOf(refused)).toContain(toDo);
    expect(buttonsOf(refused)).toEqual(['programme.open']);
    expect(await keys()).toEqual(before);
    await announce();
    await done(secretary, 'feedback.remind', given.about({ agreed: true }));
    const kinds = notificationsTo(await sendAllDue(), person).map(({ kind }) => kind);
    expect(kinds).toContain('feedback.asked-again');
  });
});

describe('the reminders by rules', () => {
  const rule = 'session:1440';
  const { heldBack, reachesNobody } = reminderTexts.en;

  beforeEach(async () => {
    await inTransaction(given.database, (transaction) =>
      addRules(transaction, given.programme.id, given.services.clock.now()),
    );
  });

  it('are said to begin after the announcement, in the list, in the plan and where one is switched on', async () => {
    const { secretary } = given;
    expect(heldBack).toContain(toDo);
    for (const action of ['reminder.rules', 'reminder.upcoming']) {
      const shown = await ask(secretary, action);
      expect(wordsOf(shown)).toContain(heldBack);
      expect(buttonsOf(shown)).toContain('programme.open');
    }
    expect(wordsOf(await ask(secretary, 'reminder.rules'))).toContain(reachesNobody);
    const form = await opened(secretary, 'reminder.set', { reminder: rule, enabled: true });
    const words = JSON.stringify(form.introduction);
    expect(words).toContain('Nobody is to be reminded at the moment.');
    expect(words).toContain(heldBack);
    const set = await ask(secretary, 'reminder.set', { ...form.known }, { submitted: true });
    expect(wordsOf(set)).toContain(heldBack);
    expect(buttonsOf(set)).toContain('programme.open');
    expect((await keys()).filter((key) => key.startsWith('reminder'))).toEqual([]);
  });

  it('reach people, without a word about it, once the programme is announced', async () => {
    const { secretary } = given;
    await announce();
    for (const action of ['reminder.rules', 'reminder.upcoming']) {
      const shown = await ask(secretary, action);
      expect(wordsOf(shown)).not.toContain(heldBack);
      expect(buttonsOf(shown)).not.toContain('programme.open');
    }
    const planned = await given.database.notification.findMany({ where: { kind: { startsWith: 'reminder.' } } });
    expect(planned.map(({ personId }) => personId)).toContain(given.person.id);
  });
});

describe('a change that would be told', () => {
  it('of a session counts nobody, and tells nobody', async () => {
    const { secretary } = given;
    const before = await keys();
    const form = await opened(secretary, 'session.call-off', given.about());
    expect(JSON.stringify(form.introduction)).toContain('0 registered people will be told');
    expect(JSON.stringify(form.introduction)).toContain(tellsNobody);
    const words = await done(secretary, 'session.call-off', given.about({ agreed: true, reason: '' }));
    expect(words).not.toContain('will be told');
    expect(await keys()).toEqual(before);
  });

  it('of a session counts all of them where the programme is announced', async () => {
    await announce();
    const form = await opened(given.secretary, 'session.call-off', given.about());
    expect(JSON.stringify(form.introduction)).toContain('4 registered people will be told');
    expect(JSON.stringify(form.introduction)).not.toContain(tellsNobody);
  });

  it('of a company’s hours says that nobody is told', async () => {
    const hours = { company: given.company.id, hours: '1', reason: 'Another plant' };
    const form = await opened(given.secretary, 'consultation.grant', hours);
    expect(JSON.stringify(form.introduction)).toContain(tellsNobody);
    await announce();
    const after = await opened(given.secretary, 'consultation.grant', hours);
    expect(JSON.stringify(after.introduction)).toContain('2 participants of the company will be told');
  });
});
