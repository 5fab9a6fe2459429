/** Shows the secretariat whom messages do not reach, since when and why, and what these people are to be told by telephone. */
import { z } from 'zod';
import type { Platform } from '../../prisma/client.js';
import { platformNames } from '../members/account-words.js';
import { nameIn } from '../members/queries.js';
import { secretariat } from '../members/roles.js';
import { memberTexts } from '../members/texts.js';
import { inBoth, pick } from '../messages/bilingual.js';
import { formatInstant } from '../messages/dates.js';
import { elements, type Item } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import { memberAction } from '../requests/action.js';
import type { Context } from '../requests/context.js';
import { type PersonToCall, readCallList } from './call-list.sql.js';
import type { FaultWord } from './call-list-texts.js';
import { rosterTexts } from './texts.js';

/** As many as fit a message on every platform. */
const MOST = 15;

/** More notices of one person are counted. */
const MOST_NOTICES = 5;

export const showCallListAction = memberAction({
  name: 'member.call-list',
  texts: rosterTexts,
  command: 'call-list',
  who: secretariat,
  input: z.object({}),
  offered: 'menu',
  confirm: 'read',
  run: async (context) => {
    const { transaction, membership, language } = context;
    const { calls } = rosterTexts[language];
    const people = await readCallList(transaction, { programmeId: membership.programmeId, limit: MOST });
    const total = people[0]?.total ?? 0;
    const untold = people[0]?.untoldTotal ?? 0;
    const beyond = total - people.length;
    return {
      message: {
        summary: total === 0 ? calls.none : untold === 0 ? calls.contacts(total) : calls.summary(untold),
        elements: elements(
          { kind: 'heading', text: calls.title },
          { kind: 'text', text: total === 0 ? calls.none : calls.introduction },
          { kind: 'list', items: people.map((one) => itemOf(context, one)) },
          beyond > 0 && { kind: 'note', text: chatTexts[language].moreItems(beyond) },
        ),
      },
    };
  },
});

function itemOf(context: Context, one: PersonToCall): Item {
  const { language, now } = context;
  const { calls } = rosterTexts[language];
  const name = memberTexts[language].personName(pick(language, nameIn(one)));
  const company = pick(language, inBoth(one.companyJa ?? '', one.companyEn ?? ''));
  const shown = one.untold.slice(-MOST_NOTICES);
  const beyond = one.untold.length - shown.length;
  return {
    title: company === '' ? name : calls.ofCompany(name, company),
    lines: [
      ...faultsOf(context, one),
      ...(one.accounts > 0 && one.untold.length === 0 ? [calls.otherAccount] : []),
      ...(beyond > 0 ? [calls.earlier(beyond)] : []),
      ...shown.map(({ kind, at }) =>
        calls.untold(pick(language, context.nameOfKind(kind)), formatInstant(context, at)),
      ),
    ],
    buttons:
      one.untold.length === 0
        ? []
        : [
            {
              label: calls.called,
              action: 'member.called',
              input: { person: one.personId, until: now.toISOString() },
            },
          ],
  };
}

/** One line for each way that takes nothing any more; one where there never was a way. */
function faultsOf(context: Context, { faults, accounts, email, emailFault, emailFaultSince }: PersonToCall): string[] {
  const { calls } = rosterTexts[context.language];
  const since = (instant: Date | null) => (instant === null ? null : formatInstant(context, instant));
  const lines = faults.map(({ platform, reason, since: from }) =>
    calls.fault(platformNames[platform], since(from), calls.why[wordOf(platform, reason)]),
  );
  if (emailFault !== null && email !== null)
    lines.push(calls.fault(calls.mailTo(email), since(emailFaultSince), calls.why[wordOf('email', emailFault)]));
  return lines.length === 0 && accounts === 0 ? [calls.noAccount] : lines;
}

/** What a platform's or a server's code means for people. Sources: docs.slack.dev/reference/methods/chat.postMessage; RFC 3463. */
export function wordOf(channel: Platform | 'email', reason: string): FaultWord {
  if (channel === 'email') {
    if (/\b5\.2\.2\b/.test(reason)) return 'full';
    if (/\b5\.1\.|not an e-mail address/.test(reason)) return 'noSuchAddress';
    return 'refusedMail';
  }
  if (reason === 'uninstalled') return 'removed';
  if (channel === 'teams') return reason.startsWith('403') ? 'blocked' : 'goneChat';
  return /^(user_disabled|users?_not_found|user_not_visible)$/.test(reason) ? 'deactivated' : 'goneChat';
}
