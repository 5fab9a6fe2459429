/** Says in words what differs between two versions of a session. */
import { inBoth, pick } from '../messages/bilingual.js';
import { formatDeadline } from '../messages/dates.js';
import type { Fact } from '../messages/message.js';
import type { BaseContext } from '../requests/context.js';
import { when, where } from './describe.js';
import type { SessionSnapshot } from './snapshot.js';
import { sessionTexts } from './texts.js';

/** Before → after, of what everyone whom the session concerns may know. */
export function publicChanges(context: BaseContext, before: SessionSnapshot, after: SessionSnapshot): readonly Fact[] {
  const sessions = sessionTexts[context.language];
  const { labels } = sessions;
  const instants = ({ startsAt, endsAt, timeZone }: SessionSnapshot) => ({
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    timeZone,
  });
  return changed(context, before, after, [
    [labels.session, ({ titleJa, titleEn }) => pick(context.language, inBoth(titleJa, titleEn))],
    [labels.kind, ({ kind }) => sessions.kinds[kind]],
    [labels.when, (snapshot) => when(context, instants(snapshot))],
    [labels.where, (snapshot) => where(context, snapshot)],
    [labels.audience, ({ audience }) => sessions.audiences[audience]],
    [labels.deadline, ({ deadline, timeZone }) => formatDeadline(context, new Date(deadline), timeZone)],
  ]);
}

/** The same with what only the secretariat sees. */
export function allChanges(context: BaseContext, before: SessionSnapshot, after: SessionSnapshot): readonly Fact[] {
  const { labels, calledOff, groupWorkNo, notices } = sessionTexts[context.language];
  const number = (capacity: number | null) => (capacity === null ? '' : String(capacity));
  const details = JSON.stringify(before.details) !== JSON.stringify(after.details);
  return [
    ...publicChanges(context, before, after),
    ...changed(context, before, after, [
      [labels.meetingLink, ({ link }) => link],
      [labels.roomCapacity, ({ roomCapacity }) => number(roomCapacity)],
      [labels.onlineCapacity, ({ onlineCapacity }) => number(onlineCapacity)],
      [calledOff, ({ state, calledOffWhy }) => (state === 'called_off' ? calledOffWhy || calledOff : groupWorkNo)],
    ]),
    ...(details ? [{ label: labels.agenda, value: notices.detailsChanged }] : []),
  ];
}

function changed(
  context: BaseContext,
  before: SessionSnapshot,
  after: SessionSnapshot,
  compared: readonly (readonly [string, (snapshot: SessionSnapshot) => string])[],
): readonly Fact[] {
  const { notices } = sessionTexts[context.language];
  return compared.flatMap(([label, say]) => {
    const [old, now] = [say(before), say(after)];
    return old === now ? [] : [{ label, value: notices.changedFrom(old || notices.empty, now || notices.empty) }];
  });
}
