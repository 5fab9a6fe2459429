/** Asks the secretariat whose membership to end and who takes over, and shows what moves and which places that gives up. */
import { z } from 'zod';
import { countHeldBookings } from '../advisers/queries.js';
import { adviserTexts } from '../advisers/texts.js';
import { actingMember } from '../members/acting-member.js';
import { findPeople } from '../members/find-people.js';
import { secretariat } from '../members/roles.js';
import { pick } from '../messages/bilingual.js';
import { elements, type Form, type Introduction, plain, type Values } from '../messages/message.js';
import { countAsked } from '../questions/queries.js';
import { memberAction } from '../requests/action.js';
import { chosen, perhapsChosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { isId } from '../requests/is-id.js';
import { isRefusal, type Refusal } from '../requests/refusal.js';
import { endMembership, type Successor } from './end-membership.js';
import { countPlaces, readLeaving } from './queries.js';
import { refuseRoster } from './refuse-roster.js';
import { takenBack } from './roster.sql.js';
import { rosterTexts } from './texts.js';
import { inviteButton, memberField, nameWords, step } from './words.js';

const LONGEST_NAME = 100;

const perhapsName = z.string().trim().max(LONGEST_NAME, { error: 'too_long' }).default('');

const input = z.object({
  person: chosen,
  successor: perhapsChosen,
  newName: perhapsName,
  newReading: perhapsName,
  newEmail: z
    .string()
    .transform((typed) => typed.normalize('NFKC').trim().toLowerCase())
    .pipe(z.union([z.literal(''), z.email()], { error: 'invalid' }))
    .default(''),
  /** Of a new colleague whose name somebody bears already. */
  another: z.boolean().default(false),
  /** That it was asked who takes over. */
  asked: z.boolean().default(false),
  agreed: z.literal(true),
});

export const endMembershipAction = memberAction({
  name: 'member.end',
  texts: rosterTexts,
  command: 'end-membership',
  who: secretariat,
  input,
  offered: 'help',
  ask: async (context, given) => {
    const { labels } = rosterTexts[context.language];
    if (!isId(given.person)) {
      return step(context, 'member.end', { fields: [await memberField(context, 'person', labels.member, given)] });
    }
    const { transaction, membership } = context;
    const leaving = await readLeaving(transaction, { programmeId: membership.programmeId, personId: given.person });
    const about = { personId: given.person, leaving };
    // An address that is none is put right where it was entered.
    const isWhole = input.shape.newEmail.safeParse(given.newEmail).success;
    if (leaving === null) return await agreementForm(context, given, about);
    if (given.asked !== true || !isWhole) return await successorForm(context, given, about, null);
    const agreement = await agreementForm(context, given, about);
    // Where what was entered cannot be, it is put right in its own form, which loses nothing of it.
    return isRefusal(agreement) ? await successorForm(context, given, about, agreement) : agreement;
  },
  search: (context, _field, typed) => findPeople(context, { typed }),
  confirm: 'always',
  run: async (context, given) => {
    const { transaction, now, language } = context;
    const successor = successorOf(given);
    if (successor !== null && isRefusal(successor)) return successor;
    const ended = await endMembership(transaction, {
      ...{ personId: given.person, successor, by: actingMember(context), now },
    });
    if (isRefusal(ended)) return ended;
    const texts = rosterTexts[language];
    const from = pick(language, ended.name);
    const { handedOn } = ended;
    if (handedOn === null) return { message: plain(texts.ended(from)) };
    const summary = texts.handedOn({ ...handedOn, from, to: pick(language, handedOn.to) });
    return {
      message: {
        summary,
        elements: elements(
          { kind: 'text', text: summary },
          { kind: 'buttons', buttons: handedOn.isNew ? [inviteButton(language, handedOn.toId)] : [] },
        ),
      },
    };
  },
});

/** Null: nobody takes over. */
function successorOf(given: Values): Successor | Refusal | null {
  const text = (field: string) => (typeof given[field] === 'string' ? given[field].trim() : '');
  const nameJa = text('newName');
  if (isId(given.successor)) {
    return nameJa === '' ? { personId: given.successor } : refuseRoster('one_successor', {}, { field: 'successor' });
  }
  if (nameJa === '') return null;
  const [furigana, email] = [text('newReading'), text('newEmail').normalize('NFKC').toLowerCase()];
  if (furigana === '') return refuseRoster('reading_needed', {}, { field: 'newReading' });
  return { nameJa, furigana, email: email === '' ? null : email, isAnother: given.another === true };
}

interface About {
  readonly personId: string;
  /** Null: of no company. */
  readonly leaving: Awaited<ReturnType<typeof readLeaving>>;
}

/** @param refused why what was entered before cannot be */
async function successorForm(
  context: Context,
  given: Values,
  { personId, leaving }: About,
  refused: Refusal | null,
): Promise<Form> {
  const { language } = context;
  const { labels, hints, handOnIntroduction, lastOfCompany, yes, no } = rosterTexts[language];
  const colleagues =
    leaving === null ? [] : await findPeople(context, { ...{ typed: '', except: [personId] }, ...leaving.colleagues });
  const text = (name: 'newName' | 'newReading' | 'newEmail') => {
    const initial = given[name];
    return {
      ...{ kind: 'text' as const, name, label: labels[name], maximum: LONGEST_NAME, optional: true },
      ...(typeof initial === 'string' && { initial }),
    };
  };
  return step(context, 'member.end', {
    introduction: [
      ...(refused === null ? [] : [{ kind: 'text' as const, text: pick(language, refused.words) }]),
      { kind: 'text', text: handOnIntroduction(await nameWords(context, personId)) },
      ...(leaving?.isLast ? [{ kind: 'note' as const, text: lastOfCompany(pick(language, leaving.company)) }] : []),
    ],
    fields: [
      ...(colleagues.length === 0
        ? []
        : [
            {
              ...{ kind: 'choice' as const, name: 'successor', label: labels.successor, hint: hints.successor },
              ...{ optional: true, choices: colleagues, ...(isId(given.successor) && { initial: given.successor }) },
            },
          ]),
      text('newName'),
      text('newReading'),
      text('newEmail'),
      ...(refused?.refused === 'namesake' || given.another === true
        ? [
            {
              ...{ kind: 'yes/no' as const, name: 'another', label: labels.another, yes, no },
              initial: given.another === true,
            },
          ]
        : []),
    ],
    known: { person: personId, asked: true },
  });
}

async function agreementForm(context: Context, given: Values, about: About): Promise<Form | Refusal> {
  const { personId } = about;
  const introduction = await whatItDoes(context, given, about);
  if ('refused' in introduction) return introduction;
  const { successor, newName, newReading, newEmail, another } = given;
  return step(context, 'member.end', {
    introduction,
    known: {
      ...{ person: personId, asked: true, agreed: true },
      ...(isId(successor) && { successor }),
      ...(typeof newName === 'string' &&
        newName.trim() !== '' && { newName, newReading, newEmail, another: another === true }),
    },
    submit: rosterTexts[context.language].end,
  });
}

async function whatItDoes(
  context: Context,
  given: Values,
  { personId, leaving }: About,
): Promise<readonly Introduction[] | Refusal> {
  const { transaction, membership, now, language } = context;
  const texts = rosterTexts[language];
  const from = await nameWords(context, personId);
  const successor = successorOf(given);
  if (successor !== null && isRefusal(successor)) return successor;
  if (successor !== null) {
    const ended = await takenBack(transaction, () =>
      endMembership(transaction, { personId, successor, by: actingMember(context), now }),
    );
    if (isRefusal(ended)) return ended;
    const { handedOn } = ended;
    if (handedOn !== null) {
      return [{ kind: 'text', text: texts.handOnPreview({ ...handedOn, from, to: pick(language, handedOn.to) }) }];
    }
  }
  const { programmeId } = membership;
  const places = await countPlaces(transaction, { programmeId, personId, now });
  const held = await countHeldBookings(transaction, { programmeId, adviserId: personId }, now);
  const waiting = await countAsked(transaction, { programmeId, adviserId: personId });
  return [
    { kind: 'text', text: texts.endPreview({ name: from, places }) },
    ...(leaving?.isLast ? [{ kind: 'note' as const, text: texts.lastOfCompany(pick(language, leaving.company)) }] : []),
    ...(held === 0 ? [] : [{ kind: 'note' as const, text: adviserTexts[language].holds(held) }]),
    ...(waiting === 0 ? [] : [{ kind: 'note' as const, text: adviserTexts[language].leaves(waiting) }]),
  ];
}
