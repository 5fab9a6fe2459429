/** Shows one session whole: when, where, agenda, materials, places, and what the person can do. */

import { z } from 'zod';
import type { Session } from '../../prisma/client.js';
import { actingMember } from '../members/acting-member.js';
import { everyRole } from '../members/roles.js';
import { inBoth, pick } from '../messages/bilingual.js';
import { type Element, elements, type Fact, type Message } from '../messages/message.js';
import { readSeats } from '../registrations/registrations.sql.js';
import { capacitiesOf, type SeatCounts } from '../registrations/seats.js';
import { memberAction } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { chooseSessionForm } from './choose-session.js';
import { linkFacts, ownFact, sessionFacts, sessionTitle, staffButtons } from './describe.js';
import { type AgendaItem, namesOfSpeaker, readDetails } from './details.js';
import { participantButtons } from './participant-buttons.js';
import { type OwnSession, readOwnSession } from './queries.js';
import { modesOf } from './rules.js';
import { sessionActionTitle } from './session-actions.js';
import { sessionTexts } from './texts.js';

export const showSession = memberAction({
  name: 'session.show',
  texts: sessionTexts,
  command: 'session',
  who: everyRole,
  input: z.object({ session: chosen }),
  offered: 'help',
  confirm: 'read',
  ask: (context) =>
    chooseSessionForm(context, 'session.show', { submit: sessionActionTitle(context.language, 'session.show') }),
  run: async (context, { session: id }) => {
    const { transaction } = context;
    const shown = await readOwnSession(transaction, id, actingMember(context));
    const { counts } = await readSeats(transaction, id, context.person.id);
    return { message: wholeSession(context, shown, counts) };
  },
});

function wholeSession(context: Context, { session, own, recorded }: OwnSession, counts: SeatCounts): Message {
  const { membership } = context;
  const title = sessionTitle(context, session);
  const participates = membership.role === 'participant';
  const mine = participates ? [ownFact(context, own, recorded), ...linkFacts(context, session, own)] : [];
  return {
    summary: title,
    elements: elements(
      { kind: 'heading', text: title },
      session.state === 'called_off' && { kind: 'text', text: calledOff(context, session) },
      { kind: 'facts', facts: [...sessionFacts(context, session), ...places(context, session, counts), ...mine] },
      ...detailElements(context, session),
      {
        kind: 'buttons',
        buttons: participates
          ? participantButtons(context, session, own, recorded)
          : staffButtons(context, membership, session),
      },
    ),
  };
}

function calledOff(context: Context, session: Session): string {
  return session.calledOffWhy === ''
    ? sessionTexts[context.language].calledOff
    : `${sessionTexts[context.language].calledOff}: ${session.calledOffWhy}`;
}

function places(context: Context, session: Session, counts: SeatCounts): readonly Fact[] {
  const sessions = sessionTexts[context.language];
  const capacities = capacitiesOf(session);
  const limited = modesOf(session).filter((mode) => capacities[mode] !== null);
  if (limited.length === 0) return [];
  const value = limited
    .map((mode) => {
      const capacity = capacities[mode];
      const left = capacity === null ? null : Math.max(0, capacity - counts.confirmed[mode]);
      return sessions.placesLeft(sessions.modes[mode], left, counts.waiting[mode]);
    })
    .join(' / ');
  return [{ label: sessions.labels.places, value }];
}

function detailElements(context: Context, session: Session): readonly Element[] {
  const sessions = sessionTexts[context.language];
  const { agenda, materials, groupWork } = readDetails(session.details);
  const line = (item: AgendaItem) => {
    const kind = sessions.agendaKinds[item.kind];
    const named = pick(context.language, inBoth(item.titleJa, item.titleEn));
    // 「講評: 講評」 says it twice.
    const titled = named.toLowerCase().startsWith(kind.toLowerCase()) ? named : `${kind}: ${named}`;
    const speakers = item.speakers.map((speaker) => pick(context.language, namesOfSpeaker(speaker)));
    return speakers.length > 0 ? sessions.spokenBy(titled, speakers) : titled;
  };
  const items = [
    ...(agenda.length > 0 ? [{ title: sessions.labels.agenda, lines: agenda.map(line), buttons: [] }] : []),
    ...(materials.length > 0
      ? [
          {
            title: sessions.labels.materials,
            lines: [],
            buttons: materials.map((material) => ({
              label: pick(context.language, inBoth(material.titleJa, material.titleEn)),
              link: material.link,
            })),
          },
        ]
      : []),
  ];
  return elements(
    { kind: 'list', items },
    groupWork && { kind: 'note', text: `${sessions.labels.groupWork}: ${sessions.groupWorkYes}` },
  );
}
