/** Asks the secretariat whom to invite, and shows the code once. */
import { z } from 'zod';
import { type Bilingual, pick } from '../messages/bilingual.js';
import { formatInstant } from '../messages/dates.js';
import { elements, type Form, type Message, plain, type Values } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import { memberAction } from '../requests/action.js';
import type { Context } from '../requests/context.js';
import { isRefusal, refuse } from '../requests/refusal.js';
import { actingMember } from './acting-member.js';
import { findPeople } from './find-people.js';
import { type IssuedInvitation, invitePerson, VALID_DAYS } from './invite-person.js';
import { readMemberName } from './queries.js';
import { secretariat } from './roles.js';
import { memberTexts } from './texts.js';

export const invitePersonAction = memberAction({
  name: 'member.invite',
  texts: memberTexts,
  command: 'invite',
  who: secretariat,
  input: z.object({ person: z.uuid({ error: 'not_a_choice' }) }),
  offered: 'menu',
  confirm: {
    when: 'words',
    show: async (context, { person }) => {
      const name = await readMemberName(context.transaction, context.membership.programmeId, person);
      if (name === null) return refuse('not_found', {});
      return { does: memberTexts[context.language].invites(nameWords(context, name)), elements: [] };
    },
    // Somebody else may have invited the person meanwhile, whose code this one would end, or they may have come.
    state: async ({ transaction, membership }, { person }) => {
      const name = await readMemberName(transaction, membership.programmeId, person);
      const latest = await transaction.invitation.findFirst({
        where: { personId: person },
        orderBy: { createdAt: 'desc' },
      });
      const accounts = await transaction.account.count({ where: { personId: person } });
      return [name?.ja ?? null, name?.en ?? null, latest?.id ?? null, accounts];
    },
  },
  ask: inviteForm,
  search: (context, _field, typed) => findPeople(context, { typed }),
  run: async (context, { person: personId }) => {
    const { transaction, now, language } = context;
    const issued = await invitePerson(transaction, { personId, by: actingMember(context), now });
    if (isRefusal(issued)) return issued;
    return { message: issuedMessage(context, issued), remembered: plain(memberTexts[language].inviteShownOnce) };
  },
});

async function inviteForm(context: Context, given: Values): Promise<Form> {
  const members = memberTexts[context.language];
  return {
    action: 'member.invite',
    title: memberTexts[context.language].actions['member.invite'].title,
    introduction: [{ kind: 'text', text: members.inviteIntroduction(VALID_DAYS) }],
    fields: [
      {
        kind: 'person',
        name: 'person',
        label: members.person,
        search: true,
        choices: await findPeople(context, { typed: '' }),
        ...(typeof given.person === 'string' && { initial: given.person }),
      },
    ],
    known: {},
    submit: members.inviteButton,
    cancel: chatTexts[context.language].close,
  };
}

function issuedMessage(context: Context, { code, expiresAt, name }: IssuedInvitation): Message {
  const members = memberTexts[context.language];
  const text = members.invited(nameWords(context, name));
  return {
    summary: text,
    elements: elements(
      { kind: 'text', text },
      {
        kind: 'facts',
        facts: [
          { label: members.code, value: code },
          { label: members.codeExpires, value: formatInstant(context, expiresAt) },
        ],
      },
      { kind: 'note', text: members.inviteNote },
    ),
  };
}

function nameWords({ language }: Context, name: Bilingual): string {
  return memberTexts[language].personName(pick(language, name));
}
