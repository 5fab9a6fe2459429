/** The person's overview: what is coming, what is to be answered, and the way to everything else. */
import { z } from 'zod';
import { ownAdvisers } from '../advisers/list-advisers.action.js';
import { countCompaniesOf } from '../advisers/queries.js';
import { adviserTexts } from '../advisers/texts.js';
import { consultationElements } from '../consultations/bookings/home-elements.js';
import { draftElements } from '../drafts/home-elements.js';
import { actingMember } from '../members/acting-member.js';
import { howToGetIn } from '../members/get-in.js';
import { menuButtons } from '../members/menu.js';
import { everyRole } from '../members/roles.js';
import { memberTexts } from '../members/texts.js';
import { inBoth, pick } from '../messages/bilingual.js';
import { type Element, elements, type Message, plain } from '../messages/message.js';
import { overviewHomeElements } from '../overview/overview-elements.js';
import { questionElements } from '../questions/home-elements.js';
import { openAction } from '../requests/action.js';
import { authoriseOwn } from '../requests/authorise.js';
import type { Context, OpenContext } from '../requests/context.js';
import { requestTexts } from '../requests/texts.js';
import { reviewElements } from '../reviews/home-elements.js';
import { sessionItem } from '../sessions/list-sessions.action.js';
import { sessionsConcerning } from '../sessions/queries.js';
import { greetingRecogniser } from './greetings.js';
import { helpNote } from './help-note.js';
import { homeTexts } from './texts.js';

/** As many coming sessions as the overview shows; the list has the rest. */
const SHOWN = 5;

export const showHome = openAction({
  name: 'home.show',
  texts: homeTexts,
  recognise: greetingRecogniser,
  command: 'menu',
  input: z.object({}),
  // It shows what is next after a company's consultations.
  confidential: true,
  offered: 'help',
  confirm: 'read',
  run: async (context) => ({ message: await overview(context) }),
});

async function overview(open: OpenContext): Promise<Message> {
  const { actor, language } = open;
  const { person } = actor;
  if (person === null) return howToGetIn(language);
  const membership = authoriseOwn(everyRole, person);
  if ('refused' in membership) return plain(requestTexts[language].refusals.no_programme());
  const context = { ...open, person, membership };
  const programme = await open.transaction.programme.findUniqueOrThrow({ where: { id: membership.programmeId } });
  const coming = { member: actingMember(context), time: 'coming', now: open.now } as const;
  const sessions = await sessionsConcerning(open.transaction, coming, { from: 0, size: SHOWN });
  const name = memberTexts[language].personName(pick(language, inBoth(person.nameJa, person.nameEn)));
  const head = await overviewHomeElements(context);
  const waiting = [
    ...(await consultationElements(context)),
    ...(await reviewElements(context)),
    ...(await questionElements(context)),
  ];
  const offered = offeredBy([...head, ...waiting]);
  return {
    summary: homeTexts[language].homeSummary,
    elements: elements(
      { kind: 'heading', text: pick(language, inBoth(programme.nameJa, programme.nameEn)) },
      { kind: 'text', text: homeTexts[language].greeting(name) },
      ...head,
      {
        kind: 'text',
        text: sessions.length === 0 ? homeTexts[language].nothingUpcoming : homeTexts[language].upcoming,
      },
      { kind: 'list', items: sessions.map((session) => sessionItem(context, session)) },
      { kind: 'text', text: await adviceWords(context) },
      ...waiting,
      ...(await draftElements(context)),
      { kind: 'buttons', buttons: menuButtons(open).filter(({ action }) => !offered.has(action)) },
      { kind: 'note', text: helpNote(context, sessions) },
    ),
  };
}

/** The actions to which these lead: what stands above need not stand in the menu once more. */
function offeredBy(above: readonly Element[]): ReadonlySet<string> {
  const buttons = above.flatMap((element) => (element.kind === 'buttons' ? element.buttons : []));
  return new Set(buttons.flatMap((button) => ('action' in button ? [button.action] : [])));
}

/** A participant learns who looks after their company, an adviser how many companies she looks after and what she can see of them. */
async function adviceWords(context: Context): Promise<string> {
  const { transaction, membership, person, language } = context;
  if (membership.role === 'participant') return await ownAdvisers(context);
  if (membership.role !== 'adviser') return '';
  const { companies, companiesNote, noCompaniesNote } = adviserTexts[language];
  const count = await countCompaniesOf(transaction, { programmeId: membership.programmeId, adviserId: person.id });
  return homeTexts[language].sentences(companies(count), count === 0 ? noCompaniesNote : companiesNote);
}
