/** Lets the secretariat tick somebody off the call list. */
import { z } from 'zod';
import { findPeople } from '../members/find-people.js';
import { secretariat } from '../members/roles.js';
import { plain } from '../messages/message.js';
import { memberAction } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import { isRefusal } from '../requests/refusal.js';
import { markCalled } from './mark-called.js';
import { rosterTexts } from './texts.js';
import { memberField, nameWords, step } from './words.js';

export const markCalledAction = memberAction({
  name: 'member.called',
  texts: rosterTexts,
  command: 'called',
  who: secretariat,
  /** `until`: when the list was shown; what came to it since is still to be told. */
  input: z.object({ person: chosen, until: z.iso.datetime().optional() }),
  offered: 'contextual',
  ask: async (context, given) => {
    const label = rosterTexts[context.language].labels.member;
    return step(context, 'member.called', { fields: [await memberField(context, 'person', label, given)] });
  },
  search: (context, _field, typed) => findPeople(context, { typed }),
  confirm: {
    when: 'words',
    show: async (context, { person }) => ({
      does: rosterTexts[context.language].calls.calledPreview(await nameWords(context, person)),
      elements: [],
    }),
  },
  run: async (context, { person: personId, until }) => {
    const { transaction, membership, person: by, now, language } = context;
    const { programmeId } = membership;
    const shownAt = until === undefined ? now : new Date(until);
    const done = await markCalled(transaction, { programmeId, personId, byId: by.id, now, until: shownAt });
    if (isRefusal(done)) return done;
    return { message: plain(rosterTexts[language].calls.calledDone(await nameWords(context, personId), done.told)) };
  },
});
