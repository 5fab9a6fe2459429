/** Asks the secretariat whose membership to end, and shows which places that gives up. */
import { z } from 'zod';
import { countHeldBookings } from '../advisers/queries.js';
import { adviserTexts } from '../advisers/texts.js';
import { actingMember } from '../members/acting-member.js';
import { findPeople } from '../members/find-people.js';
import { secretariat } from '../members/roles.js';
import { pick } from '../messages/bilingual.js';
import { plain } from '../messages/message.js';
import { countAsked } from '../questions/queries.js';
import { memberAction } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import { isId } from '../requests/is-id.js';
import { isRefusal } from '../requests/refusal.js';
import { endMembership } from './end-membership.js';
import { countPlaces } from './queries.js';
import { rosterTexts } from './texts.js';
import { memberField, nameWords, step } from './words.js';

export const endMembershipAction = memberAction({
  name: 'member.end',
  texts: rosterTexts,
  command: 'end-membership',
  who: secretariat,
  input: z.object({ person: chosen, agreed: z.literal(true) }),
  offered: 'help',
  ask: async (context, given) => {
    const { labels, endPreview, end } = rosterTexts[context.language];
    if (!isId(given.person)) {
      return step(context, 'member.end', { fields: [await memberField(context, 'person', labels.member, given)] });
    }
    const { transaction, membership, now } = context;
    const personId = given.person;
    const places = await countPlaces(transaction, { programmeId: membership.programmeId, personId, now });
    const about = { programmeId: membership.programmeId, adviserId: personId };
    const held = await countHeldBookings(transaction, about, now);
    const waiting = await countAsked(transaction, about);
    const text = endPreview({ name: await nameWords(context, personId), places });
    return step(context, 'member.end', {
      introduction: [
        { kind: 'text', text },
        ...(held === 0 ? [] : [{ kind: 'note' as const, text: adviserTexts[context.language].holds(held) }]),
        ...(waiting === 0 ? [] : [{ kind: 'note' as const, text: adviserTexts[context.language].leaves(waiting) }]),
      ],
      known: { person: personId, agreed: true },
      submit: end,
    });
  },
  search: (context, _field, typed) => findPeople(context, { typed }),
  confirm: 'always',
  run: async (context, { person: personId }) => {
    const { transaction, now, language } = context;
    const name = await endMembership(transaction, { personId, by: actingMember(context), now });
    return isRefusal(name) ? name : { message: plain(rosterTexts[language].ended(pick(language, name))) };
  },
});
