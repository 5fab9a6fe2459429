/** Asks a person who is in no programme yet for an invitation code. */

import { z } from 'zod';
import { type Form, plain } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import { openAction } from '../requests/action.js';
import type { OpenContext } from '../requests/context.js';
import { isRefusal } from '../requests/refusal.js';
import { linkByCode } from './link-by-code.js';
import { linkRecogniser } from './recognisers.js';
import { refuseMember } from './refuse-member.js';
import { memberTexts } from './texts.js';

export const linkByCodeAction = openAction({
  name: 'member.link',
  texts: memberTexts,
  recognise: linkRecogniser,
  command: 'link',
  input: z.object({ code: z.string({ error: 'required' }).trim().min(1, { error: 'required' }).max(100) }),
  offered: 'contextual',
  confirm: 'never',
  ask: async (context) => (context.actor.person === null ? codeForm(context) : refuseMember('already_linked', {})),
  run: async ({ transaction, now, actor, language }, { code }) => {
    const linked = await linkByCode(transaction, { accountId: actor.accountId, code, now });
    return isRefusal(linked) ? linked : { message: plain(memberTexts[language].linked) };
  },
});

function codeForm(context: OpenContext): Form {
  const members = memberTexts[context.language];
  return {
    action: 'member.link',
    title: memberTexts[context.language].actions['member.link'].title,
    introduction: [{ kind: 'text', text: members.codeIntroduction }],
    fields: [{ kind: 'text', name: 'code', label: members.code, hint: members.codeHint, maximum: 100 }],
    known: {},
    submit: members.linkButton,
    cancel: chatTexts[context.language].close,
  };
}
