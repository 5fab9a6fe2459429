/** Writes parts of what the secretariat tells in the report, in both languages; what was written meanwhile is never overwritten unseen. */
import type { Language, ReportSection, Transaction } from '../../prisma/client.js';
import type { ActingMember } from '../members/acting-member.js';
import { inBoth, pick } from '../messages/bilingual.js';
import { formatInstantIn } from '../messages/dates.js';
import { type Refusal, refuse } from '../requests/refusal.js';
import { documentTexts } from './document-texts.js';
import { refuseFrozen } from './freeze-report.js';
import { refuseReport } from './refuse-report.js';
import { lockReport } from './reports.sql.js';

export interface EnteredText {
  readonly section: ReportSection;
  readonly ja: string;
  readonly en: string;
  /** Of voices: the language in which they were spoken. */
  readonly said: Language | null;
  /** The version that the form showed, 0 where there was none yet; null: nothing was shown that could be out of date. A part that is as it was shown then is left as it is now. */
  readonly seen: number | null;
}

interface WriteTexts {
  /** Null: of the programme. */
  readonly sessionId: string | null;
  readonly texts: readonly EnteredText[];
  readonly by: ActingMember;
  readonly now: Date;
}

/** Which parts have changed. Refused once the report is frozen, and where one was changed since its form was opened. */
export async function writeTexts(
  transaction: Transaction,
  { sessionId, texts, by, now }: WriteTexts,
): Promise<{ readonly changed: readonly ReportSection[] } | Refusal> {
  const { programmeId, personId: changedById } = by;
  await lockReport(transaction, programmeId);
  const refused = await refuseFrozen(transaction, programmeId, 'report_frozen');
  if (refused) return refused;
  if (sessionId !== null && (await transaction.session.count({ where: { id: sessionId, programmeId } })) === 0)
    return refuse('not_found', {});
  const stored = await readStored(transaction, { programmeId, sessionId });
  const changed = texts.filter((entered) => {
    const known = storedOf(stored, entered);
    return isChanged(entered, known) && !isAsShown(entered, known);
  });
  const stale = refuseStale(changed, stored);
  if (stale !== null) return stale;
  for (const { section, ja, en, said } of changed) {
    const data = { ja, en, said, changedById, changedAt: now };
    const known = stored.find((one) => one.section === section);
    if (known === undefined)
      await transaction.reportText.create({ data: { programmeId, sessionId, section, ...data } });
    else await transaction.reportText.update({ where: { id: known.id }, data });
  }
  return { changed: changed.map(({ section }) => section) };
}

type Stored = Awaited<ReturnType<typeof readStored>>[number];

async function readStored(
  transaction: Transaction,
  where: { readonly programmeId: string; readonly sessionId: string | null },
) {
  return await transaction.reportText.findMany({
    where,
    include: {
      changedBy: { select: { nameJa: true, nameEn: true } },
      programme: { select: { timeZone: true } },
      versions: { select: { version: true, ja: true, en: true, said: true } },
    },
  });
}

function storedOf(stored: readonly Stored[], { section }: EnteredText): Stored | null {
  return stored.find((one) => one.section === section) ?? null;
}

interface Written {
  readonly ja: string;
  readonly en: string;
  readonly said: Language | null;
}

function isChanged(entered: Written, stored: Written | null): boolean {
  if (stored === null) return entered.ja !== '' || entered.en !== '';
  return entered.ja !== stored.ja || entered.en !== stored.en || entered.said !== stored.said;
}

interface WithVersions {
  readonly versions: readonly (Written & { readonly version: number })[];
}

/** Whether a part is what its form showed, so that the person did not touch it. */
export function isAsShown(
  { seen, ...entered }: Written & { readonly seen: number | null },
  stored: WithVersions | null,
): boolean {
  if (seen === null) return false;
  const shown = stored?.versions.find(({ version }) => version === seen) ?? null;
  return (seen === 0 || shown !== null) && !isChanged(entered, shown);
}

/** Names every part that was touched here and elsewhere, so that none is written over unseen the second time. */
function refuseStale(changed: readonly EnteredText[], all: readonly Stored[]): Refusal | null {
  const stale = changed.flatMap((entered) => {
    const stored = storedOf(all, entered);
    return entered.seen === null || stored === null || entered.seen === stored.version ? [] : [stored];
  });
  const last = stale.toSorted((one, other) => other.changedAt.getTime() - one.changedAt.getTime())[0];
  if (last === undefined) return null;
  const { changedBy, changedAt, programme } = last;
  const at = (language: Language) => formatInstantIn(language, changedAt, programme.timeZone);
  const name = changedBy && inBoth(changedBy.nameJa, changedBy.nameEn);
  const about = {
    parts: stale.map(({ section }) => ({
      ja: documentTexts.ja.sections[section],
      en: documentTexts.en.sections[section],
    })),
    by: name && { ja: pick('ja', name), en: pick('en', name) },
    at: { ja: at('ja'), en: at('en') },
  };
  // No field of the form: the words stand above all of it, and it is drawn again with what is there now.
  return refuseReport('text_changed', about, { field: 'seen' });
}
