/** The first message after an account was linked: in both languages, with a choice of language. */

import { textsFor } from '../locale/texts.js';
import { inBoth, pick } from '../messages/bilingual.js';
import { elements, type Message } from '../messages/message.js';
import { type Composing, notificationKind } from '../notifications/kind.js';
import type { BaseContext } from '../requests/context.js';
import { languageButtons } from './choose-language.js';

export const memberWelcome = notificationKind('member.welcome', {
  name: { ja: 'はじめのご案内', en: 'welcome' },
  compose: composeWelcome,
});

async function composeWelcome(context: BaseContext, { personId }: Composing): Promise<Message | null> {
  const person = await context.transaction.person.findUnique({
    where: { id: personId },
    include: {
      memberships: {
        where: { endedAt: null },
        include: { programme: true, company: true },
        orderBy: { programme: { startsOn: 'desc' } },
      },
    },
  });
  const membership = person?.memberships[0];
  if (!person || !membership) return null;
  const { programme, company, role } = membership;
  const ja = textsFor('ja').members.welcome({
    person: pick('ja', inBoth(person.nameJa, person.nameEn)),
    role,
    programme: pick('ja', inBoth(programme.nameJa, programme.nameEn)),
    company: company && pick('ja', inBoth(company.nameJa, company.nameEn)),
  });
  const en = textsFor('en').members.welcome({
    person: pick('en', inBoth(person.nameJa, person.nameEn)),
    role,
    programme: pick('en', inBoth(programme.nameJa, programme.nameEn)),
    company: company && pick('en', inBoth(company.nameJa, company.nameEn)),
  });
  return {
    summary: context.language === 'ja' ? ja : en,
    elements: elements(
      { kind: 'text', text: ja },
      { kind: 'text', text: en },
      { kind: 'buttons', buttons: languageButtons() },
      {
        kind: 'buttons',
        buttons: [
          { label: context.texts.actions['home.show'].title, action: 'home.show', input: {}, emphasis: 'primary' },
        ],
      },
    ),
  };
}
