/** The first message after an account was linked: in both languages, with a choice of language. */
import { pick } from '../messages/bilingual.js';
import { elements, type Message } from '../messages/message.js';
import { type Composing, notificationKind } from '../notifications/kind.js';
import type { BaseContext, Language } from '../requests/context.js';
import { languageButtons } from './languages.js';
import { readWelcomed, type Welcomed } from './queries.js';
import { memberTexts } from './texts.js';

export const memberWelcome = notificationKind('member.welcome', {
  name: { ja: 'はじめのご案内', en: 'welcome' },
  compose: composeWelcome,
});

async function composeWelcome(context: BaseContext, { personId }: Composing): Promise<Message | null> {
  const welcomed = await readWelcomed(context.transaction, personId);
  if (welcomed === null) return null;
  return {
    summary: greeting(context.language, welcomed),
    elements: elements(
      { kind: 'text', text: greeting('ja', welcomed) },
      { kind: 'text', text: greeting('en', welcomed) },
      { kind: 'buttons', buttons: languageButtons() },
      {
        kind: 'buttons',
        buttons: [{ label: memberTexts[context.language].menu, action: 'home.show', input: {}, emphasis: 'primary' }],
      },
    ),
  };
}

function greeting(language: Language, { person, role, programme, company }: Welcomed): string {
  return memberTexts[language].welcome({
    person: pick(language, person),
    role,
    programme: pick(language, programme),
    company: company && pick(language, company),
  });
}
