/** Shows the secretariat who changed what about a member, and when. */
import { z } from 'zod';
import { findPeople } from '../members/find-people.js';
import { secretariat } from '../members/roles.js';
import { memberTexts } from '../members/texts.js';
import { pick } from '../messages/bilingual.js';
import { formatInstant } from '../messages/dates.js';
import { elements } from '../messages/message.js';
import { memberAction } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { type RecordedChange, readChanges } from './queries.js';
import { rosterTexts } from './texts.js';
import { memberField, nameWords, step } from './words.js';

/** As many as fit a message on every platform. */
const MOST = 20;

export const showChangesAction = memberAction({
  name: 'member.history',
  texts: rosterTexts,
  command: 'member-history',
  who: secretariat,
  input: z.object({ formerPerson: chosen }),
  offered: 'help',
  ask: async (context, given) => {
    const label = rosterTexts[context.language].labels.member;
    return step(context, 'member.history', { fields: [await memberField(context, 'formerPerson', label, given)] });
  },
  search: (context, _field, typed) => findPeople(context, { typed }),
  confirm: 'read',
  run: async (context, { formerPerson: personId }) => {
    const { transaction, membership, language } = context;
    const { history } = rosterTexts[language];
    const changes = await readChanges(transaction, { programmeId: membership.programmeId, personId, most: MOST });
    const title = history.title(await nameWords(context, personId));
    const lines = changes.map((change) => lineOf(context, change));
    return {
      message: {
        summary: title,
        elements: elements(
          { kind: 'heading', text: title },
          { kind: 'text', text: lines.length === 0 ? history.none : lines.join('\n') },
        ),
      },
    };
  },
});

function lineOf(context: Context, { kind, at, by, other }: RecordedChange): string {
  const { history } = rosterTexts[context.language];
  const done = history.kinds[kind];
  const what = other === null ? done : history.with(done, pick(context.language, other));
  const { personName } = memberTexts[context.language];
  return history.line({ when: formatInstant(context, at), what, by: personName(pick(context.language, by)) });
}
