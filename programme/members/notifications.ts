/** The kinds of notifications about a person's accounts, each made from the truth at the time of sending. */
import { z } from 'zod';
import { pick } from '../messages/bilingual.js';
import { formatInstant } from '../messages/dates.js';
import { elements, type Message, plain } from '../messages/message.js';
import { type Composing, notificationKind } from '../notifications/kind.js';
import type { BaseContext } from '../requests/context.js';
import { platformNames } from './account-words.js';
import { readLinkedAccount, readName } from './queries.js';
import { memberTexts } from './texts.js';

export const memberLinked = notificationKind('member.linked', {
  name: { ja: '別のアカウントの登録', en: 'another account was linked' },
  compose: composeLinked,
});

export const memberObjected = notificationKind('member.objected', {
  name: { ja: 'アカウント登録への異議', en: 'someone objected to a linked account' },
  compose: composeObjected,
});

/** To each account that the person had before; untrue once the new one is theirs no longer. */
async function composeLinked(context: BaseContext, { personId, data }: Composing): Promise<Message | null> {
  const { account: id } = z.object({ account: z.uuid() }).parse(data);
  const account = await readLinkedAccount(context.transaction, id);
  if (account === null || account.personId !== personId || account.linkedAt === null) return null;
  const { notices } = memberTexts[context.language];
  const text = notices.linked({
    platform: platformNames[account.platform],
    when: formatInstant(context, account.linkedAt),
    issuer: account.issuer && pick(context.language, account.issuer),
  });
  const button = {
    label: notices.object,
    action: 'member.object',
    input: { ownAccount: id },
    emphasis: 'danger',
  } as const;
  return {
    summary: text,
    elements: elements(
      { kind: 'text', text },
      { kind: 'note', text: notices.linkedNote },
      { kind: 'buttons', buttons: [button] },
    ),
  };
}

/** To the secretariat, whose code it may have been. */
async function composeObjected(context: BaseContext, { data }: Composing): Promise<Message | null> {
  const { person, issuer: issuerId } = z.object({ person: z.uuid(), issuer: z.uuid().optional() }).parse(data);
  const name = await readName(context.transaction, person);
  if (name === null) return null;
  const issuer = issuerId === undefined ? null : await readName(context.transaction, issuerId);
  return plain(
    memberTexts[context.language].notices.objected({
      name: pick(context.language, name),
      issuer: issuer && pick(context.language, issuer),
    }),
  );
}
