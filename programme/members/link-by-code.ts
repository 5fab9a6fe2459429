/** A person whom the programme does not know yet enters an invitation code. */
import { z } from 'zod';
import { openAction } from '../action.js';
import { type OpenContext, type Refusal, refuse } from '../context.js';
import { type Form, plain } from '../message.js';
import { hashInvitationCode, readInvitationCode } from './invitation-code.js';
import { linkAccount } from './link-account.js';

/** Wrong codes after which an account must wait, and for how long. */
const TRIES = 5;
const WAIT_MINUTES = 60;

export const linkByCode = openAction({
  name: 'member.link',
  command: 'link',
  input: z.object({ code: z.string({ error: 'required' }).trim().min(1, { error: 'required' }).max(100) }),
  offered: 'within',
  confirm: 'never',
  ask: async (context) => (context.actor.person === null ? codeForm(context) : refuse('already_linked', {})),
  run: async (context, { code }) => {
    const { transaction, now, actor, texts } = context;
    if (actor.person !== null) return refuse('already_linked', {});
    // The row lock makes tries at the same instant count one after the other.
    const [account] = await transaction.$queryRaw<LockedAccount[]>`
      SELECT person_id AS "personId", failed_codes AS "failedCodes", codes_locked_until AS "codesLockedUntil"
      FROM account WHERE id = ${actor.accountId}::uuid FOR UPDATE`;
    if (account?.personId) return refuse('already_linked', {});
    const lockedUntil = account?.codesLockedUntil;
    if (lockedUntil && lockedUntil > now) {
      const minutes = Math.ceil((lockedUntil.getTime() - now.getTime()) / 60_000);
      return refuse('codes_locked', { minutes }, { field: 'code' });
    }
    const read = readInvitationCode(code);
    const invitation =
      read === null ? null : await transaction.invitation.findUnique({ where: { codeHash: hashInvitationCode(read) } });
    if (invitation === null || invitation.usedAt !== null || invitation.revokedAt !== null) {
      return await countWrongCode(context, account?.failedCodes ?? 0);
    }
    if (invitation.expiresAt <= now) return refuse('code_expired', {}, { field: 'code' });
    // Only one account can use a code: whoever marks it used.
    const used = await transaction.invitation.updateMany({
      where: { id: invitation.id, usedAt: null, revokedAt: null },
      data: { usedAt: now },
    });
    if (used.count !== 1) return await countWrongCode(context, account?.failedCodes ?? 0);
    await linkAccount(transaction, { accountId: actor.accountId, personId: invitation.personId, now });
    return { message: plain(texts.members.linked) };
  },
});

interface LockedAccount {
  /** Set where another code was accepted at the same instant. */
  readonly personId: string | null;
  readonly failedCodes: number;
  readonly codesLockedUntil: Date | null;
}

async function countWrongCode(context: OpenContext, failedBefore: number): Promise<Refusal> {
  const failed = failedBefore + 1;
  const locked = failed >= TRIES;
  await context.transaction.account.update({
    where: { id: context.actor.accountId },
    data: {
      failedCodes: locked ? 0 : failed,
      codesLockedUntil: locked ? new Date(context.now.getTime() + WAIT_MINUTES * 60_000) : null,
    },
  });
  return locked
    ? refuse('codes_locked', { minutes: WAIT_MINUTES }, { field: 'code', keep: true })
    : refuse('code_wrong', { triesLeft: TRIES - failed }, { field: 'code', keep: true });
}

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
