/** Shows an adviser the companies that she looks after. */
import { z } from 'zod';
import { pick } from '../messages/bilingual.js';
import { elements } from '../messages/message.js';
import { memberAction } from '../requests/action.js';
import { pageStart } from '../requests/page.js';
import { readCompaniesOf } from './queries.js';
import { companiesRecogniser } from './recognisers.js';
import { adviserTexts } from './texts.js';

/** As many as fit a message on every platform with their buttons. */
const PER_PAGE = 8;

export const showCompanies = memberAction({
  name: 'adviser.companies',
  texts: adviserTexts,
  command: 'my-companies',
  recognise: companiesRecogniser,
  who: ['adviser'],
  input: z.object({ from: pageStart }),
  offered: 'menu',
  confirm: 'read',
  run: async ({ transaction, membership, person, language }, { from }) => {
    const texts = adviserTexts[language];
    const adviser = { programmeId: membership.programmeId, adviserId: person.id };
    const { items, total, next } = await readCompaniesOf(transaction, adviser, { from, size: PER_PAGE });
    const summary = texts.companies(total);
    const more = { label: texts.more, action: 'adviser.companies', input: { from: next } };
    return {
      message: {
        summary,
        elements: elements(
          { kind: 'heading', text: texts.actions['adviser.companies'].title },
          { kind: 'text', text: summary },
          { kind: 'note', text: total === 0 ? texts.noCompaniesNote : texts.companiesNote },
          {
            kind: 'list',
            items: items.map(({ id, name, people }) => ({
              title: pick(language, name),
              lines: [texts.people(people)],
              buttons: [{ label: texts.show, action: 'adviser.answers', input: { company: id } }],
            })),
          },
          { kind: 'buttons', buttons: next === null ? [] : [more] },
        ),
      },
    };
  },
});
