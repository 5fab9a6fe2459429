/** What must not stand where everyone of a channel or team reads it. */
import type { Transaction } from '../../../prisma/client.js';
import { canonicalText } from '../../messages/canonical.js';
import type { Refusal } from '../../requests/refusal.js';
import { refuseAnnouncement } from '../refuse-announcement.js';

interface PostedText {
  readonly textJa: string;
  readonly textEn: string;
  readonly link: string | null;
}

/** Where a name is to be put in, as templates of letters and mails have it: {name}, {{氏名}}, [お名前], 〇〇様. */
const placeholder =
  /[{｛][^{}｛｝\n]{1,40}[}｝]|[[［【<＜](?:name|first name|last name|company|氏名|お?名前|企業名|会社名|貴社名)[\]］】>＞]|[〇○◯]{2,}\s*(?:様|さん|さま)/iu;

/** Null where it may be posted. The link of an online meeting is for those who registered: it is shown to each of them alone. */
export async function refusePost(
  transaction: Transaction,
  programmeId: string,
  { textJa, textEn, link }: PostedText,
): Promise<Refusal | null> {
  if (placeholder.test(textJa)) return refuseAnnouncement('post_personal', {}, { field: 'textJa' });
  if (placeholder.test(textEn)) return refuseAnnouncement('post_personal', {}, { field: 'textEn' });
  const sessions = await transaction.session.findMany({
    where: { programmeId, link: { not: '' } },
    select: { code: true, link: true },
  });
  const parts = { textJa, textEn, link: link ?? '' };
  for (const field of ['textJa', 'textEn', 'link'] as const) {
    const found = sessions.find((session) => bare(parts[field]).includes(bare(session.link)));
    if (found !== undefined) return refuseAnnouncement('post_meeting_link', { session: found.code }, { field });
  }
  return null;
}

/** However much of an address was copied. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/https?:\/\/(?:www\.)?/g, '')
    .replace(/\/+$/, '');
}

/** As many names as a warning lists. */
const MOST_NAMES = 5;

/** Shorter names stand in other words, too. */
const SHORTEST_NAME = 3;

/** The participants whom the text names, so that the writer can think again. */
export async function namedIn(
  transaction: Transaction,
  programmeId: string,
  { textJa, textEn }: Omit<PostedText, 'link'>,
): Promise<readonly string[]> {
  const text = canonicalText(`${textJa}\n${textEn}`);
  const people = await transaction.person.findMany({
    where: { memberships: { some: { programmeId, role: 'participant', endedAt: null } } },
    select: { nameJa: true, nameEn: true },
    orderBy: [{ furigana: 'asc' }, { id: 'asc' }],
  });
  return people
    .flatMap(({ nameJa, nameEn }) => {
      const name = [nameJa, nameEn].find((one) => {
        const sought = canonicalText(one);
        return sought.length >= SHORTEST_NAME && text.includes(sought);
      });
      return name === undefined ? [] : [name];
    })
    .slice(0, MOST_NAMES);
}
