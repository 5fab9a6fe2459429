/** The kinds of notification about a part in a programme that went to a colleague. */
import { z } from 'zod';
import { readName } from '../members/queries.js';
import { inBoth, pick } from '../messages/bilingual.js';
import { type Message, plain } from '../messages/message.js';
import { type Composing, type ComposingContext, notificationKind } from '../notifications/kind.js';
import { rosterTexts } from './texts.js';

type Notice = keyof (typeof rosterTexts)['ja']['notices'];

/** To who leaves. */
export const memberHandedOn = handingOn('member.handed-on', 'handedOn');

/** To who takes over. */
export const memberTookOver = handingOn('member.took-over', 'tookOver');

/** To the company's advisers. */
export const memberReplaced = handingOn('member.replaced', 'replaced');

function handingOn(key: string, notice: Notice) {
  return notificationKind(key, {
    name: inBoth(rosterTexts.ja.noticeNames[notice], rosterTexts.en.noticeNames[notice]),
    compose: async (context, notification) => await compose(context, notification, notice),
  });
}

const people = z.object({ from: z.string(), to: z.string() });

async function compose(
  { transaction, language }: ComposingContext,
  { subjectId, data }: Composing,
  notice: Notice,
): Promise<Message | null> {
  if (subjectId === null) return null;
  const { from, to } = people.parse(data);
  const company = await transaction.company.findUnique({ where: { id: subjectId }, include: { programme: true } });
  const [leaving, taking] = [await readName(transaction, from), await readName(transaction, to)];
  if (company === null || leaving === null || taking === null) return null;
  const { nameJa, nameEn, programme } = company;
  return plain(
    rosterTexts[language].notices[notice]({
      ...{ from: pick(language, leaving), to: pick(language, taking) },
      company: pick(language, inBoth(nameJa, nameEn)),
      programme: pick(language, inBoth(programme.nameJa, programme.nameEn)),
    }),
  );
}
