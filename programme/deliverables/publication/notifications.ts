/** The kind of notification about a reported page that does not open: to the person who reported it. */
import { z } from 'zod';
import { pick } from '../../messages/bilingual.js';
import { elements, type Message } from '../../messages/message.js';
import { type Composing, notificationKind } from '../../notifications/kind.js';
import type { BaseContext } from '../../requests/context.js';
import { readReportable } from '../completion/queries.js';
import { completionTexts } from '../completion/texts.js';
import { seenOf } from './queries.js';
import { publicationTexts } from './texts.js';

export const pageNotOpened = notificationKind('deliverable.page-not-opened', {
  name: { ja: '公開ページを開けなかったお知らせ', en: 'a published page did not open' },
  compose,
});

const pageData = z.object({ position: z.int() });

/** Null once the report was taken back, or for somebody who does not belong to the company any more. */
async function compose(
  { transaction, language }: BaseContext,
  { subjectId, personId, data }: Composing,
): Promise<Message | null> {
  const found = subjectId === null ? null : await readReportable(transaction, subjectId);
  if (found?.stage !== 'published') return null;
  const { programmeId, companyId } = found;
  const own = { personId, programmeId, companyId, role: 'participant', endedAt: null } as const;
  if ((await transaction.membership.count({ where: own })) === 0) return null;
  const event = await transaction.deliverableEvent.findFirst({
    where: { deliverableId: found.id, kind: 'published' },
    orderBy: { position: 'desc' },
    include: { look: true },
  });
  const seen = seenOf(event?.look ?? null);
  if (event?.position !== pageData.parse(data).position || seen === null) return null;
  const { outcome, status } = seen;
  if (outcome !== 'not_reachable' && outcome !== 'not_public') return null;
  const texts = publicationTexts[language];
  const text = texts.notice[outcome]({ title: pick(language, found.title), url: event.url, status });
  const input = { deliverable: found.id };
  const takeBack = completionTexts[language].takeBack;
  return {
    summary: text,
    elements: elements(
      { kind: 'text', text },
      { kind: 'text', text: texts.next[outcome] },
      {
        kind: 'buttons',
        buttons: [
          { label: texts.open, link: event.url },
          { label: takeBack, action: 'deliverable.take-back', input, form: true },
        ],
      },
    ),
  };
}
