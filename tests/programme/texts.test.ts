/** Every text exists in both languages and is written in its own. */

import { describe, expect, it } from 'vitest';
import { type Texts, textsFor } from '../../playground/pilot/texts.js';
import { topics } from '../../programme/notifications/kind.js';
import { problems } from '../../programme/requests/problems.js';
import { refuseSession } from '../../programme/sessions/refuse-session.js';
import { misplacedSigns } from '../support/japanese-signs.js';
import { announcementRefusals, callAnnouncements } from './announcements/call-texts.js';
import { callConsultations, consultationRefusals } from './consultations/call-texts.js';
import { callDrafts, draftRefusals } from './drafts/call-texts.js';
import { callFeedback, feedbackRefusals } from './feedback/call-texts.js';
import { callGroups, groupRefusals } from './groups/call-texts.js';
import { callKnowledge, knowledgeRefusals } from './knowledge/call-texts.js';
import { callOverview, overviewRefusals } from './overview/call-texts.js';
import { callQuestions, questionRefusals } from './questions/call-texts.js';
import { callReports, reportRefusals } from './reports/call-texts.js';
import { callDeliverables, callReviews, reviewRefusals } from './reviews/call-texts.js';
import { callYears, yearRefusals } from './years/call-texts.js';

const en = textsFor('en');
const ja = textsFor('ja');

/** Every text with its place, e.g. `sessions.labels.when`, and every function that makes one. */
function placesOf(value: unknown, place = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[place, value]];
  return Object.entries(value).flatMap(([name, inner]) => placesOf(inner, place === '' ? name : `${place}.${name}`));
}

/** The same texts, noting the place of every function that is called and what it says. */
function listening<T extends object>(texts: T, heard: [string, string][], place = ''): T {
  return new Proxy(texts, {
    get(target, name, self) {
      const value: unknown = Reflect.get(target, name, self);
      const inner = place === '' ? String(name) : `${place}.${String(name)}`;
      if (typeof value === 'object' && value !== null) return listening(value, heard, inner);
      if (typeof value !== 'function') return value;
      return (...given: unknown[]) => {
        const said: unknown = Reflect.apply(value, target, given);
        heard.push([`${inner}(${heard.filter(([other]) => other.startsWith(`${inner}(`)).length})`, String(said)]);
        return said;
      };
    },
  });
}

/** Calls every function in each of its ways, with digits for names, so that what is left is the language's own. */
function callReminders(reminders: Texts['reminders']): void {
  for (const days of [0, 1, 2]) {
    reminders.sessionAhead('1', days);
    reminders.consultationAhead(days, '1');
    reminders.unanswered('1', days);
    reminders.dueSoon({ title: '1', day: '2' }, days);
    reminders.revisionDue({ title: '1', day: '2' }, days);
  }
  for (const count of [1, 2]) {
    const reached = { rule: '3', people: count, first: '4' };
    reminders.reached(reached);
    reminders.willTurnOn(reached);
    reminders.willTurnOff(reached);
    reminders.due({ at: '1', people: count, rule: '2' });
  }
  for (const count of [0, 1, 2]) {
    reminders.rulesSummary(count);
    reminders.upcomingSummary(count);
  }
  for (const before of [15, 60, 120, 1_440, 2_880, 0, -1_440]) reminders.when(before);
  reminders.sessionSoon('1', 5);
  reminders.consultationSoon(5, '1');
  reminders.again('1');
  reminders.dueAgain({ title: '1', day: '2' });
  reminders.revisionDueAgain({ title: '1', day: '2' });
  reminders.dueContact('1');
  reminders.ofCompany('1', '2');
  reminders.againContact('1');
  reminders.several(2);
  reminders.ruleOf('1', '2');
  reminders.willTurnOnNobody('1');
  reminders.willTurnOffNobody('1');
  reminders.turnedOn('1');
  reminders.turnedOff('1');
  reminders.ofConsultation('1');
  reminders.windowsDone('1');
  reminders.closuresKept(120);
  for (const topic of topics) {
    reminders.mute.topic(topic);
    reminders.mute.done([{ topic, word: '1' }]);
  }
}

function callAll({
  advisers,
  announcements,
  calendar,
  chat,
  consultations,
  deliverables,
  deliveries,
  drafts,
  feedback,
  files,
  groups,
  imports,
  knowledge,
  members,
  overview,
  questions,
  reminders,
  reports,
  requests,
  reviews,
  roster,
  sessions,
  years,
}: Texts): void {
  callYears(years);
  callConsultations(consultations);
  callDeliverables(deliverables);
  callReviews(reviews);
  callReports(reports);
  callOverview(overview);
  callKnowledge(knowledge);
  callQuestions(questions);
  callFeedback(feedback);
  callGroups(groups);
  callDrafts(drafts);
  for (const count of [1, 2]) deliveries.heading(count);
  deliveries.choice({ kind: '1', name: '2', due: '3' });
  for (const say of Object.values(deliveries.became)) say('1');
  callReminders(reminders);
  callAnnouncements(announcements);
  const pair = { adviser: '1', company: '2' };
  for (const say of [advisers.pair, advisers.assigns, advisers.withdraws, advisers.assigned, advisers.withdrawn])
    say(pair);
  for (const count of [1, 2]) for (const say of [advisers.holds, advisers.leaves]) say(count);
  advisers.otherAdvisers(['1', '2']);
  for (const count of [0, 1, 2]) {
    advisers.willBeTold(count);
    advisers.companies(count);
  }
  advisers.people(1);
  advisers.answersOf('1');
  advisers.answer('1', '2');
  advisers.listSummary(1, 2);
  for (const some of [[], ['1']]) {
    advisers.lookedAfterBy({ advisers: some, contact: '2' });
    advisers.notices.left({ ...pair, others: some, contact: '3' });
  }
  advisers.notices.assigned('1');
  advisers.notices.withdrawn('1');
  advisers.notices.presented({ ...pair, contact: '3' });
  sessions.sentences('1', '2');
  requests.notUsed('1');
  requests.formNotSent('1', '2');
  members.invites('1');
  sessions.records('1', 1, '2');
  sessions.records('1', 3, '2');
  sessions.attendees.guestCompany('1');
  sessions.walkedInGuest('1', '2', '3');
  sessions.guestOf('1');
  sessions.recordsWalkIn('1', '2');
  sessions.recordsJoining('1');
  for (const name of [null, '1']) {
    sessions.previews.seats({ name, title: '2', mode: '3' });
    sessions.previews.waits({ name, title: '2', mode: '3', before: 3 });
    sessions.previews.changes({ name, title: '2', mode: '3', from: '4' });
    sessions.previews.declines({ name, title: '2' });
    sessions.previews.cancels({ name, title: '2' });
  }
  sessions.previews.keepsUntilThen('1');
  const answers = sessions.answers;
  for (const say of [answers.placeOpen, answers.placeOnline, answers.materials, answers.noMaterials])
    say({ title: '1' });
  for (const say of [answers.linkForOnline, answers.linkNone, answers.linkOpen]) say({ title: '1' });
  for (const say of [answers.calledOff, answers.registeringClosed]) say({ title: '1' });
  for (const say of [answers.deadline, answers.closed, answers.pleaseAnswer]) say({ title: '1', deadline: '2' });
  for (const say of [answers.time, answers.nextForStaff]) say({ title: '1', when: '2' });
  answers.place({ title: '1', where: '2' });
  answers.link({ title: '1', link: '2' });
  answers.standing({ title: '1', standing: '2' });
  answers.next({ title: '1', when: '2', standing: '3' });
  answers.registering({ title: '1', example: '2' });
  answers.programme({ name: '1', from: '2', to: '3' });
  for (const topic of ['parking', 'fee', 'receipt', 'food', 'bring'] as const) answers.unknown(topic);
  answers.turnTo([]);
  answers.turnTo(['1', '2']);
  sessions.previews.passesOn('1');
  sessions.previews.givesUp('1');
  sessions.previews.substitutes({ title: '1', from: '2', to: '3' });
  members.meanwhile.waiting('1');
  members.meanwhile.done('1', '2');
  roster.added('1');
  roster.ended('1');
  roster.handOnIntroduction('1');
  roster.lastOfCompany('1');
  for (const released of [0, 1]) {
    const handed = { from: '1', to: '2', places: 1, released, consultations: 2, questions: 3 };
    roster.handOnPreview(handed);
    roster.handedOn(handed);
  }
  for (const notice of ['handedOn', 'tookOver', 'replaced'] as const) {
    roster.notices[notice]({ from: '1', to: '2', company: '3', programme: '4' });
  }
  roster.unlinkPreview('1');
  roster.unlinked('1');
  roster.relinkPreview({ from: '1', to: '2' });
  roster.relinked({ from: '1', to: '2' });
  roster.merged({ from: '1', into: '2' });
  roster.history.title('1');
  for (const count of [1, 2]) {
    roster.calls.summary(count);
    roster.calls.contacts(count);
    roster.calls.earlier(count);
    roster.calls.calledDone('1', count);
  }
  roster.calls.ofCompany('1', '2');
  roster.calls.mailTo('1');
  for (const since of [null, '2']) roster.calls.fault('1', since, '3');
  roster.calls.untold('1', '2');
  roster.calls.calledPreview('1');
  roster.history.line({ when: '1', what: '2', by: '3' });
  roster.history.with('1', '2');
  for (const count of [0, 1, 2]) {
    roster.endPreview({ name: '3', places: count });
    roster.mergePreview({ from: '3', into: '4', accounts: 1, registrations: 2, both: count });
    sessions.moveUpPreview({ name: '3', title: '4', passed: count });
  }
  sessions.spokenBy('1', ['2', '3']);
  sessions.movedUp({ name: '1', title: '2' });
  chat.optional('1');
  chat.fillInAbove('1');
  chat.moreItems(2);
  chat.filesInChat('pdf');
  chat.apology('1');
  files.named(['1', '2']);
  for (const looks of ['picture', 'recording', 'file'] as const) files.unwanted(looks, '1');
  files.refused('1');
  for (const problem of Object.values(files.problems)) problem('1');
  files.notYours({ names: '1', title: '2', who: '3' });
  files.sendTo(['1', '2']);
  for (const changes of [0, 1, 2]) imports.preview(changes);
  for (const changes of [1, 2]) imports.done(changes);
  imports.isSame('1');
  for (const count of [0, 1, 2]) imports.asks(count + 1, count);
  imports.allSame(2);
  imports.questionsLeft(2);
  imports.more(1);
  for (const count of [1, 2]) {
    imports.exported({ sessions: count, lines: count });
    imports.unnamed(count);
  }
  members.settingsChanged('1');
  members.personName('1');
  members.adviserName('1');
  members.pleaseAnswer('1', '2');
  members.nameOf('1', '2');
  members.programmeChosen('1');
  members.inviteIntroduction(14);
  members.invited('1');
  members.helpEntry('1', '2');
  members.contact(['1', '2']);
  for (const role of ['participant', 'adviser', 'secretariat', 'speaker'] as const) {
    members.welcome({ person: '1', role, programme: '2', company: role === 'participant' ? '3' : null });
  }
  for (const one of [null, '1']) {
    members.accountSince('2', one);
    members.notices.linked({ platform: '2', when: '3', issuer: one });
    members.notices.objected({ name: '2', issuer: one });
  }
  sessions.titled('1', '2');
  sessions.methodAt('1', '2');
  sessions.closed('1');
  for (const days of [0, 1, 2]) sessions.daysLeft('3', days);
  sessions.standing.waiting('1');
  sessions.standing.confirmed('1');
  sessions.standing.alsoWaiting('1', '2');
  for (const name of [null, '1']) {
    sessions.modeChanged({ name, title: '2', mode: '3' });
    for (const already of [false, true]) {
      sessions.seated({ name, title: '2', mode: '3', already });
      sessions.waits({ name, title: '2', mode: '3', already, before: 4 });
    }
    sessions.left.cancelled({ name, title: '2' });
    sessions.left.declined({ name, title: '2' });
  }
  sessions.meanwhile('1');
  sessions.substituted({ title: '1', from: '2', to: '3' });
  for (const count of [0, 1, 2]) {
    sessions.listSummary(count);
    sessions.willBeTold(count);
    members.notReached(['1'], count);
    sessions.changed('5', count);
    sessions.calledOffDone('5', count);
    sessions.callOffWarning(count);
    sessions.recorded('5', count, '5');
    for (const guests of [0, 1, 2]) sessions.attendees.confirmed({ people: count, companies: count, guests });
    sessions.attendees.confirmed({ people: count, companies: 0, guests: count });
  }
  sessions.greeting('1');
  for (const left of [null, 2, 0]) sessions.placesLeft('1', left, 3);
  sessions.joined('1');
  sessions.joinedNoLink('1');
  sessions.checkedIn('1', '2');
  for (const mode of ['onsite', 'online'] as const) sessions.registerExample('1', mode);
  sessions.checkInCodeIs('1', '2');
  sessions.checkInCodeOnline('1', '2');
  sessions.created('1');
  sessions.tooLongToShow('1');
  sessions.hints.clockDate('1');
  sessions.hints.clock('1');
  sessions.walkedIn('1', '2');
  sessions.asRegistered.choice(1, 2);
  sessions.asRegistered.records('1', 2, 3);
  sessions.asRegistered.recorded('1', 2, 3);
  const counts = { record: 1, below: 2, doubtful: 3, unknown: 4, conflicts: 5 };
  const none = { record: 2, below: 0, doubtful: 0, unknown: 0, conflicts: 0 };
  for (const count of [counts, none]) sessions.onlineList.does('1', count);
  sessions.onlineList.done('1', 2);
  sessions.onlineList.left(counts);
  sessions.onlineList.threshold(1);
  sessions.onlineList.already(2);
  sessions.onlineList.minutes('1', 2);
  sessions.onlineList.short('1', 2, 3);
  sessions.onlineList.stands('1', '2');
  sessions.onlineList.perhaps('1', ['2', '3']);
  sessions.onlineList.more(2);
  sessions.onlineList.who('1');
  for (const count of [1, 2]) {
    sessions.onlineList.later(count);
    sessions.onlineList.byHand(count);
    sessions.onlineList.nobodyKnown(count);
  }
  sessions.onlineList.nobodyKnown(0);
  sessions.changes.title('1');
  sessions.changes.head('1', '2');
  sessions.changes.by('1');
  sessions.changes.line('1', '2');
  sessions.changes.recorded('1', '2');
  sessions.changes.substitute('1');
  sessions.attendees.title('1');
  sessions.attendees.titleOf('1', '2');
  sessions.attendees.line('1', '2');
  sessions.attendees.actual('1');
  sessions.attendees.companyUnanswered('1');
  sessions.history.title('1');
  sessions.history.line('1', '2', '3', '4');
  sessions.history.ended.corrected('1');
  sessions.history.ended.moved('1');
  sessions.history.ended.left('1');
  sessions.recordStands('1', '2');
  sessions.keptMeanwhile('1', '2', '3');
  sessions.notices.registered({ by: '1', name: '4', title: '2', standing: '3' });
  sessions.notices.cancelled({ by: '1', name: '3', title: '2' });
  sessions.notices.promoted({ title: '1', mode: '2' });
  sessions.notices.changed('1');
  sessions.notices.changedFrom('1', '2');
  sessions.notices.calledOff('1');
  sessions.calendar.ready('1');
  sessions.calendar.gone('1');
  calendar.moved('1');
  calendar.removed('1');
}

/** The rooms whose texts are checked here; refusals below, and an import's findings with the import. */
function own(texts: Texts): Map<string, string> {
  const {
    actions,
    advisers,
    announcements,
    calendar,
    chat,
    consultations,
    deliverables,
    deliveries,
    drafts,
    feedback,
    files,
    groups,
    imports,
    knowledge,
    members,
    overview,
    questions,
    reminders,
    reports,
    requests,
    reviews,
    roster,
    sessions,
    years,
    problems,
  } = texts;
  const heard: [string, string][] = [];
  callAll(listening(texts, heard));
  const said = placesOf({
    actions,
    advisers,
    announcements,
    calendar,
    chat,
    consultations,
    deliverables,
    deliveries,
    drafts,
    feedback,
    files,
    groups,
    imports,
    knowledge,
    members,
    overview,
    questions,
    reminders,
    reports,
    requests,
    reviews,
    roster,
    sessions,
    years,
    problems,
  });
  const functions = said.filter(([, text]) => typeof text === 'function').map(([place]) => place);
  expect(new Set(heard.map(([place]) => place.replace(/\(\d+\)$/, ''))), 'every function is called').toEqual(
    new Set(functions),
  );
  const fixed = said.flatMap(([place, text]): [string, string][] => (typeof text === 'string' ? [[place, text]] : []));
  return new Map([...fixed, ...heard]);
}

const japanese = own(ja);
const english = own(en);
const hasJapanese = (text: string) => /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(text);
const withoutWords = (text: string) => !/\p{Letter}/u.test(text);

const refusedInJapanese = () =>
  Object.entries({ ...refusals }).map(([reason, given]): [string, string] => {
    const words: unknown = Reflect.get(ja.refusals, reason);
    if (typeof words !== 'function') throw new Error(`no words for ${reason}`);
    return [`refusals.${reason}`, String(Reflect.apply(words, undefined, [given]))];
  });

/** Where the other language, or none, is meant. */
const inBoth = ['members.unknownNote'];
const foreign = ['members.helpNote', 'sessions.hints.agenda', 'sessions.hints.materials', 'members.thisLanguage'];
const command = /^members\.helpEntry|^members\.(?:nameOf|personName)|^files\.(?:types|named)/;

describe('every text', () => {
  it('says something', () => {
    expect(japanese.size).toBeGreaterThan(200);
    for (const [place, text] of [...japanese, ...english]) expect(text.trim(), place).not.toBe('');
  });

  it('of Japanese is in Japanese', () => {
    for (const [place, text] of japanese) {
      if (withoutWords(text) || place.startsWith('actions.') || command.test(place)) continue;
      expect(hasJapanese(text), `${place}: ${text}`).toBe(true);
    }
  });

  it('of English has no Japanese in it', () => {
    for (const [place, text] of english) {
      if ([...inBoth, ...foreign].includes(place)) continue;
      expect(hasJapanese(text), `${place}: ${text}`).toBe(false);
    }
  });

  it('of Japanese has one way with signs: half-width brackets and colons, and no space beside a bracket', () => {
    for (const [place, text] of [...japanese, ...refusedInJapanese()]) {
      expect(misplacedSigns(text), `${place}: ${text}`).toEqual([]);
    }
    // The rule finds what it is there for.
    for (const wrong of [
      '例：MSM-1',
      '名称（日本語）',
      '名称 (日本語)',
      '理由:満席',
      '(任意) です',
      'よろしいですか？',
    ])
      expect(misplacedSigns(wrong), wrong).not.toEqual([]);
  });

  it('of the help says in one line what is done', () => {
    for (const [place, text] of japanese) {
      if (/^actions\..+\.help$/.test(place)) expect(text, place).toMatch(/^[^。\n]+(?:ます|ません)$/);
    }
    for (const [place, text] of english) {
      if (/^actions\..+\.help$/.test(place)) expect(text, place).toMatch(/^[A-Z][^\n]*[^.]$/);
    }
  });

  it('of Japanese calls what is taken back 取り消し, and the list of those who wait キャンセル待ち', () => {
    const others = /取消|キャンセル(?!待ち)/;
    for (const [place, text] of [...japanese, ...refusedInJapanese()]) {
      if (!/^actions\..+\.words/.test(place)) expect(text, place).not.toMatch(others);
    }
  });

  it('is there in both languages and differs between them', () => {
    expect([...english.keys()].filter((place) => !place.startsWith('actions.')).sort()).toEqual(
      [...japanese.keys()].filter((place) => !place.startsWith('actions.')).sort(),
    );
    for (const [place, text] of japanese) {
      if (withoutWords(text) || place.startsWith('actions.') || command.test(place)) continue;
      expect(english.get(place), place).not.toBe(text);
    }
  });

  it('says one thing in one place: no two buttons of a form or list read the same', () => {
    for (const texts of [ja, en]) {
      const { labels } = texts.sessions;
      const asked = [labels.titleJa, labels.titleEn, labels.venueJa, labels.venueEn, labels.start, labels.end];
      const more = [
        labels.roomCapacity,
        labels.onlineCapacity,
        labels.deadlineDate,
        labels.deadlineTime,
        labels.meetingLink,
      ];
      expect(new Set([...asked, ...more]).size).toBe(asked.length + more.length);
      for (const names of [
        texts.sessions.modes,
        texts.sessions.methods,
        texts.sessions.audiences,
        texts.sessions.kinds,
      ]) {
        expect(new Set(Object.values(names)).size).toBe(Object.keys(names).length);
      }
    }
  });
});

describe('every action', () => {
  it('has a title and a help of its own in both languages', () => {
    for (const texts of [ja, en]) {
      const all = Object.values(texts.actions);
      expect(new Set(all.map(({ title }) => title)).size).toBe(all.length);
      expect(new Set(all.map(({ help }) => help)).size).toBe(all.length);
      for (const { title, words } of all) expect(words).toContain(title);
    }
    for (const { title, help } of Object.values(ja.actions)) expect(hasJapanese(title) && hasJapanese(help)).toBe(true);
    for (const { title, help } of Object.values(en.actions)) expect(hasJapanese(title + help)).toBe(false);
  });

  it('is asked for by words that no other action has', () => {
    for (const texts of [ja, en]) {
      const seen = new Map<string, string>();
      for (const [name, { words }] of Object.entries(texts.actions)) {
        for (const word of words.map((one) => one.normalize('NFKC').toLowerCase())) {
          expect(seen.get(word) ?? name, `“${word}” is asked for by two actions`).toBe(name);
          seen.set(word, name);
        }
      }
    }
  });
});

/** One example of every refusal; a reason without one does not compile. */
const title = { ja: '会', en: 'Meeting' };
const at = new Date('2024-11-05T17:00:00+09:00');
const hour = { startsAt: at, endsAt: new Date('2024-11-05T18:00:00+09:00'), timeZone: 'Asia/Tokyo' };
const leftOutHour = { date: '2024-11-05', time: '17:00', name: null, timeZone: 'Asia/Tokyo', isOwn: true };
type Refusals = Texts['refusals'];
type RefusalReason = keyof Refusals;
const refusals: { readonly [R in RefusalReason]: Parameters<Refusals[R]>[0] } = {
  nothing_to_call_for: {},
  ...consultationRefusals,
  ...reviewRefusals,
  ...reportRefusals,
  ...yearRefusals,
  ...overviewRefusals,
  ...questionRefusals,
  ...knowledgeRefusals,
  ...feedbackRefusals,
  ...groupRefusals,
  ...draftRefusals,
  ...announcementRefusals,
  not_found: {},
  no_files: {},
  too_many_files: {},
  faults: { faults: '・1' },
  too_many_questions: { questions: 2 },
  unanswered: {},
  not_allowed: {},
  unknown_action: {},
  not_linked: {},
  key_reused: {},
  busy: {},
  code_wrong: { triesLeft: 3 },
  code_expired: {},
  codes_locked: { minutes: 60 },
  already_linked: {},
  no_programme: {},
  programme_over: {},
  account_is_older: {},
  same_person: {},
  already_merged: { name: '1' },
  both_advise: {},
  belongs_elsewhere: { name: '1' },
  not_yourself: {},
  no_successor_for_role: {},
  successor_elsewhere: {},
  one_successor: {},
  reading_needed: {},
  no_account: { name: '1' },
  email_taken: {},
  namesake: { name: '1', company: '2' },
  same_as: { name: '1' },
  company_needed: {},
  windows_wrong: {},
  closures_wrong: { line: '1' },
  not_waiting: { title },
  first_already: { title },
  nobody_waits: {},
  no_other_account: {},
  nothing_to_discard: {},
  preview_confirmed: {},
  preview_dismissed: {},
  preview_expired: {},
  preview_superseded: {},
  preview_outdated: {},
  session_started: { title },
  session_over: { title },
  session_called_off: { title },
  deadline_passed: { title, deadline: at, timeZone: 'Asia/Tokyo' },
  not_open_yet: { title, opensAt: at, timeZone: 'Asia/Tokyo' },
  not_your_audience: { title, audience: 'management' },
  mode_not_offered: { title, mode: 'onsite' },
  registered_nowhere: {},
  not_registered: { title },
  already_registered: { title, mode: 'onsite' },
  already_waiting: { title, mode: 'onsite' },
  already_declined: { title },
  attendee_unknown: { name: '1' },
  not_registered_online: { title },
  substitute_is_registered: { title },
  substitute_of_other_company: {},
  field: { problem: 'required' },
  no_open_session: {},
  no_place_held: { title },
  no_coming_booking: {},
  not_attending: {},
  nothing_to_brief: {},
  nobody_registered: {},
  nobody_open: {},
  list_unreadable: { file: '1', problem: 'no_list' },
  list_needed: {},
  list_of_other_time: { title },
  list_of_nobody: { title, count: 2 },
  list_recorded: { title, count: 2 },
  session_code_taken: {},
  capacity_below_confirmed: { confirmed: 3 },
  check_in_code_wrong: {},
  nothing_changed: {},
  changed_meanwhile: { title },
  company_unknown: {},
  one_company: {},
  not_an_adviser: {},
  no_advisers: {},
  settled_meanwhile: {},
  nothing_left: {},
  too_late_to_send: {},
  no_assignments: {},
  already_assigned: { adviser: title, company: title },
  already_withdrawn: { adviser: title, company: title },
  file_not_found: {},
  no_such_adviser: {},
  outside_programme: { startsOn: '2024-11-01', endsOn: '2025-03-31' },
  over_midnight: {},
  hour_too_short: { shortest: 5 },
  hour_too_long: { longest: 60 },
  no_such_day: {},
  no_hour_fits: { length: 60 },
  too_many_hours: { hours: 10_000, most: 300 },
  no_link: {},
  no_place: {},
  nothing_holiday: { ...leftOutHour, time: null, name: title },
  nothing_closure: { ...leftOutHour, time: null, name: title },
  nothing_past: leftOutHour,
  nothing_clock: leftOutHour,
  nothing_booked: leftOutHour,
  nothing_offered: leftOutHour,
  reach_changed: { was: 3, is: 2 },
  slot_overlap: {},
  slot_booked: hour,
  slot_withdrawn: hour,
  slot_over: hour,
  no_slots: {},
  too_many_slots: { most: 100 },
  not_the_holder: {},
  not_free: hour,
  nobody_free: hour,
  no_bookings: {},
  already_asked: {},
  request_open: {},
  request_accepted: {},
  request_declined: {},
  request_withdrawn: {},
  no_requests: {},
  no_own_hour: {},
  others_day: { contact: { ja: '1', en: '1' } },
  no_longer_left: {},
  day_over: {},
  nothing_that_day: {},
  day_changed: {},
  same_hour_twice: {},
};

describe('every refusal and problem', () => {
  const reasons = Object.keys(refusals).filter((reason): reason is RefusalReason => reason in refusals);

  it.each(reasons)('%s is worded in both languages', (reason) => {
    const [inJapanese, inEnglish] = [ja, en].map((texts) => {
      const words: { [R in RefusalReason]: (given: never) => string } = texts.refusals;
      return Reflect.apply(words[reason], undefined, [refusals[reason]]);
    });
    expect(hasJapanese(inJapanese)).toBe(true);
    expect(hasJapanese(inEnglish)).toBe(false);
    expect(`${inJapanese} ${inEnglish}`).not.toMatch(/\[object Object\]|undefined|NaN|Invalid/);
    expect(inEnglish).toMatch(/[.…/]$/);
  });

  it('is a reason of its own: no two refusals read the same', () => {
    for (const texts of [ja, en]) {
      const said = reasons
        .filter((reason) => reason !== 'field')
        .map((reason) => String(Reflect.apply(texts.refusals[reason], undefined, [refusals[reason]])));
      expect(new Set(said).size).toBe(said.length);
      expect(new Set(Object.values(texts.problems)).size).toBe(problems.length);
    }
  });

  it('is said in the person’s language', () => {
    const { words } = refuseSession('session_over', { title });
    expect(words).toEqual({ ja: '「会」は終了しました。', en: '“Meeting” is over.' });
  });
});
