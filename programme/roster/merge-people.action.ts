/** Asks the secretariat which two entries are one person, and shows what becomes of what they hold. */
import { z } from 'zod';
import { findPeople } from '../members/find-people.js';
import { secretariat } from '../members/roles.js';
import { pick } from '../messages/bilingual.js';
import { plain } from '../messages/message.js';
import { memberAction } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import { isId } from '../requests/is-id.js';
import { isRefusal } from '../requests/refusal.js';
import { mergePeople } from './merge-people.js';
import { countMerge } from './queries.js';
import { refuseRoster } from './refuse-roster.js';
import { rosterTexts } from './texts.js';
import { memberField, nameWords, step } from './words.js';

export const mergePeopleAction = memberAction({
  name: 'member.merge',
  texts: rosterTexts,
  command: 'merge-people',
  who: secretariat,
  input: z.object({ formerPerson: chosen, person: chosen, agreed: z.literal(true) }),
  offered: 'help',
  ask: async (context, given) => {
    const { labels, mergePreview, merge } = rosterTexts[context.language];
    const { formerPerson, person } = given;
    if (!isId(formerPerson) || !isId(person)) {
      const fields = [
        await memberField(context, 'formerPerson', labels.duplicate, given),
        await memberField(context, 'person', labels.remaining, given),
      ];
      return step(context, 'member.merge', { fields });
    }
    if (formerPerson === person) return refuseRoster('same_person', {});
    const counts = await countMerge(context.transaction, formerPerson, person);
    const from = await nameWords(context, formerPerson);
    const into = await nameWords(context, person);
    return step(context, 'member.merge', {
      introduction: [{ kind: 'text', text: mergePreview({ from, into, ...counts }) }],
      known: { formerPerson, person, agreed: true },
      submit: merge,
    });
  },
  search: (context, _field, typed) => findPeople(context, { typed }),
  confirm: 'always',
  conflicts: {
    slot_no_overlap: () => refuseRoster('both_advise', {}),
    booking_adviser_free: () => refuseRoster('both_advise', {}),
  },
  run: async (context, { formerPerson: fromId, person: intoId }) => {
    const { transaction, membership, person: by, now, language } = context;
    const { programmeId } = membership;
    const merged = await mergePeople(transaction, { fromId, intoId, by, programmeId, now });
    if (isRefusal(merged)) return merged;
    const names = { from: pick(language, merged.from), into: pick(language, merged.into) };
    return { message: plain(rosterTexts[language].merged(names)) };
  },
});
