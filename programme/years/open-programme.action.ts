/** Lets the secretariat announce a programme that was made from another one: it opens, and its people are told. */
import { z } from 'zod';
import { nameIn } from '../members/queries.js';
import { secretariat } from '../members/roles.js';
import { pick } from '../messages/bilingual.js';
import { plain } from '../messages/message.js';
import { memberAction } from '../requests/action.js';
import { openProgramme } from './open-programme.js';
import { openRecogniser } from './recognisers.js';
import { refuseYear } from './refuse-year.js';
import { yearTexts } from './texts.js';
import { readTold } from './years.sql.js';

export const openProgrammeAction = memberAction({
  name: 'programme.open',
  texts: yearTexts,
  command: 'announce-programme',
  recognise: openRecogniser,
  who: secretariat,
  input: z.object({}),
  offered: 'help',
  confirm: {
    when: 'always',
    show: async (context) => {
      const { transaction, membership, person, language } = context;
      const { programmeId } = membership;
      const programme = await transaction.programme.findUniqueOrThrow({ where: { id: programmeId } });
      if (programme.openedAt !== null) return refuseYear('already_announced', {});
      const told = await readTold(transaction, { programmeId, exceptId: person.id });
      const does = yearTexts[language].openDoes({ name: pick(language, nameIn(programme)), people: told.length });
      return { does, elements: [] };
    },
  },
  run: async (context) => {
    const { transaction, membership, person, language, now } = context;
    const { programmeId } = membership;
    const people = await openProgramme(transaction, { programmeId, byId: person.id, now });
    if (typeof people !== 'number') return people;
    const programme = await transaction.programme.findUniqueOrThrow({ where: { id: programmeId } });
    return {
      message: plain(yearTexts[language].openedFor({ name: pick(language, nameIn(programme)), people })),
    };
  },
});
