/** The secretariat issues an invitation code for one person; a new code ends the person's earlier ones. */
import { z } from 'zod';
import { inBoth, pick } from '../messages/bilingual.js';
import { formatInstant } from '../messages/dates.js';
import { elements, plain, type Values } from '../messages/message.js';
import { memberAction } from '../requests/action.js';
import type { Context } from '../requests/context.js';
import { findPeople } from './find-people.js';
import { hashInvitationCode, newInvitationCode } from './invitation-code.js';
import { subjectOfPerson } from './person-subject.js';
import { secretariat } from './roles.js';

/** How long a code can be used. */
const VALID_DAYS = 14;

export const invitePerson = memberAction({
  name: 'member.invite',
  command: 'invite',
  who: secretariat,
  subject: (transaction, given) => subjectOfPerson(transaction, given.person, secretariat),
  input: z.object({ person: z.uuid({ error: 'not_a_choice' }) }),
  offered: 'menu',
  confirm: {
    weighty: false,
    show: async (context, { person }) => [{ kind: 'text', text: await nameOf(context, person) }],
  },
  ask: async (context, given: Values) => ({
    action: 'member.invite',
    title: context.texts.actions['member.invite'].title,
    introduction: [{ kind: 'text', text: context.texts.members.inviteIntroduction(VALID_DAYS) }],
    fields: [
      {
        kind: 'person',
        name: 'person',
        label: context.texts.members.person,
        search: true,
        choices: await findPeople(context, { typed: '' }),
        ...(typeof given.person === 'string' && { initial: given.person }),
      },
    ],
    known: {},
    submit: context.texts.members.inviteButton,
    cancel: context.texts.chat.close,
  }),
  search: (context, _field, typed) => findPeople(context, { typed }),
  run: async (context, { person }) => {
    const { transaction, now, texts, membership } = context;
    const { programmeId } = membership;
    await transaction.invitation.updateMany({
      where: { personId: person, programmeId, usedAt: null, revokedAt: null },
      data: { revokedAt: now },
    });
    const code = newInvitationCode();
    const expiresAt = new Date(now.getTime() + VALID_DAYS * 86_400_000);
    await transaction.invitation.create({
      data: { programmeId, personId: person, codeHash: hashInvitationCode(code), createdAt: now, expiresAt },
    });
    const name = await nameOf(context, person);
    return {
      remembered: plain(texts.members.inviteShownOnce),
      message: {
        summary: texts.members.invited(name),
        elements: elements(
          { kind: 'text', text: texts.members.invited(name) },
          {
            kind: 'facts',
            facts: [
              { label: texts.members.code, value: code },
              { label: texts.members.codeExpires, value: formatInstant(context, expiresAt) },
            ],
          },
          { kind: 'note', text: texts.members.inviteNote },
        ),
      },
    };
  },
});

async function nameOf(context: Context, personId: string): Promise<string> {
  const person = await context.transaction.person.findUniqueOrThrow({ where: { id: personId } });
  return context.texts.members.personName(pick(context.language, inBoth(person.nameJa, person.nameEn)));
}
