/** A person whom the programme does not know yet enters an invitation code. */

import { z } from 'zod';
import { type Form, plain } from '../messages/message.js';
import { openAction } from '../requests/action.js';
import { type OpenContext, refuse } from '../requests/context.js';
import { hashInvitationCode, readInvitationCode } from './invitation-code.js';
import { linkAccount } from './link-account.js';
import { linkRecogniser } from './recognisers.js';
import { countWrongCode, lockCodeTries, refuseWhileLocked } from './wrong-codes.js';

/** How long an account must wait after too many wrong codes. */
const WAIT_MINUTES = 60;

export const linkByCode = openAction({
  name: 'member.link',
  recognise: linkRecogniser,
  command: 'link',
  input: z.object({ code: z.string({ error: 'required' }).trim().min(1, { error: 'required' }).max(100) }),
  offered: 'within',
  confirm: 'never',
  ask: async (context) => (context.actor.person === null ? codeForm(context) : refuse('already_linked', {})),
  run: async (context, { code }) => {
    const { transaction, now, actor, texts } = context;
    if (actor.person !== null) return refuse('already_linked', {});
    const tries = await lockCodeTries(context);
    if (tries?.personId) return refuse('already_linked', {});
    const locked = refuseWhileLocked(context, tries);
    if (locked) return locked;
    const wrongCode = () =>
      countWrongCode(context, tries, {
        waitMinutes: WAIT_MINUTES,
        wrong: (triesLeft) => refuse('code_wrong', { triesLeft }),
      });
    const read = readInvitationCode(code);
    const invitation =
      read === null ? null : await transaction.invitation.findUnique({ where: { codeHash: hashInvitationCode(read) } });
    if (invitation === null || invitation.usedAt !== null || invitation.revokedAt !== null) {
      return await wrongCode();
    }
    if (invitation.expiresAt <= now) return refuse('code_expired', {}, { field: 'code' });
    // Only one account can use a code: whoever marks it used.
    const used = await transaction.invitation.updateMany({
      where: { id: invitation.id, usedAt: null, revokedAt: null },
      data: { usedAt: now },
    });
    if (used.count !== 1) return await wrongCode();
    await linkAccount(transaction, { accountId: actor.accountId, personId: invitation.personId, now });
    return { message: plain(texts.members.linked) };
  },
});

function codeForm(context: OpenContext): Form {
  const { members, actions, chat } = context.texts;
  return {
    action: 'member.link',
    title: actions['member.link'].title,
    introduction: [{ kind: 'text', text: members.codeIntroduction }],
    fields: [{ kind: 'text', name: 'code', label: members.code, hint: members.codeHint, maximum: 100 }],
    known: {},
    submit: members.linkButton,
    cancel: chat.close,
  };
}
