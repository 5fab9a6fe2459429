/** Lists the announcements of a programme: own drafts, scheduled ones, those being sent, and those that are out. */
import { z } from 'zod';
import { secretariat } from '../members/roles.js';
import { pick } from '../messages/bilingual.js';
import { formatDeadline } from '../messages/dates.js';
import { type Button, elements, type Item } from '../messages/message.js';
import { memberAction } from '../requests/action.js';
import type { Context } from '../requests/context.js';
import { pageStart } from '../requests/page.js';
import { gistIn } from './message.js';
import { type ListedAnnouncement, readAnnouncements } from './queries.js';
import { mayBe } from './rules.js';
import { approvalButtons } from './step-action.js';
import { announcementTexts } from './texts.js';

/** As many as fit a message on every platform. */
const PER_PAGE = 10;

export const listAnnouncements = memberAction({
  name: 'announcement.list',
  texts: announcementTexts,
  command: 'announcements',
  who: secretariat,
  input: z.object({ from: pageStart }),
  recognise: {
    examples: [{ say: 'お知らせの一覧' }, { say: 'announcements' }, { say: 'show me the scheduled announcements' }],
    possible: true,
  },
  offered: 'menu',
  confirm: 'read',
  run: async (context, { from }) => {
    const { transaction, language, membership, person } = context;
    const { programmeId } = membership;
    const { timeZone } = await transaction.programme.findUniqueOrThrow({ where: { id: programmeId } });
    const about = { programmeId, personId: person.id };
    const { items, next } = await readAnnouncements(transaction, about, { from, size: PER_PAGE });
    const texts = announcementTexts[language];
    const write: Button = { label: texts.write, action: 'announcement.compose', input: {}, form: true };
    const more = next === null ? [] : [{ label: texts.more, action: 'announcement.list', input: { from: next } }];
    return {
      message: {
        summary: texts.listTitle,
        elements: elements(
          { kind: 'heading', text: texts.listTitle },
          items.length === 0 && { kind: 'text', text: texts.listEmpty },
          { kind: 'list', items: items.map((one) => listItem(context, one, timeZone)) },
          { kind: 'buttons', buttons: [...more, write] },
        ),
      },
    };
  },
});

function listItem(context: Context, one: ListedAnnouncement, timeZone: string): Item {
  const { language } = context;
  const texts = announcementTexts[language];
  const input = { announcement: one.id };
  return {
    title: gistIn(language, one),
    lines: [
      `${texts.facts.state}: ${texts.states[one.state]}`,
      `${texts.facts.sendAt}: ${formatDeadline(context, one.sendAt, timeZone)}`,
      `${texts.facts.by}: ${pick(language, one.by)}`,
      ...(one.place === null ? [] : [`${texts.facts.audience}: ${one.place}`]),
    ],
    buttons: [
      { label: texts.status, action: 'announcement.status', input },
      ...(one.state === 'proposed' && !one.authors.includes(context.person.id)
        ? approvalButtons(context, one.id, one.version)
        : []),
      ...(mayBe('edit', one.state)
        ? [{ label: texts.edit, action: 'announcement.compose', input, form: true } as const]
        : []),
      ...(mayBe('cancel', one.state)
        ? [{ label: one.state === 'draft' ? texts.discard : texts.cancel, action: 'announcement.cancel', input }]
        : []),
      ...(mayBe('stop', one.state)
        ? [{ label: texts.stop, action: 'announcement.stop', input, emphasis: 'danger' } as const]
        : []),
    ],
  };
}
