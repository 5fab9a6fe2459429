/** Examples of what can be said in words, with one of registering only where there is a session to register for. */
import { authoriseOwn } from '../authorise.js';
import { type ActingPerson, isRefusal, type OpenContext } from '../context.js';
import { participants } from '../members/roles.js';
import { modesOf } from './rules.js';

/** The examples; that of registering names the next session that the person has not answered yet and still can. */
export async function helpNote(context: OpenContext, person: ActingPerson): Promise<string> {
  const { transaction, texts, now } = context;
  const membership = authoriseOwn(participants, person);
  if (isRefusal(membership)) return texts.members.helpNote;
  const { programmeId, level } = membership;
  const next = await transaction.session.findFirst({
    where: {
      programmeId,
      state: 'scheduled',
      deadline: { gt: now },
      startsAt: { gt: now },
      ...(level !== null && { audience: { in: ['all', level] } }),
      registrations: { none: { personId: person.id, state: { not: 'cancelled' } } },
    },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  });
  const mode = next && modesOf(next).at(-1);
  return mode ? `${texts.members.helpNote}${texts.sessions.registerExample(next.code, mode)}` : texts.members.helpNote;
}
