/** Writes parts of what the secretariat tells in the report, in both languages; what was written meanwhile is never overwritten unseen. */
import type { Language, ReportSection, Transaction } from '../../prisma/client.js';
import type { ActingMember } from '../members/acting-member.js';
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
  /** The version that the form showed, 0 where there was none yet; null: nothing was shown that could be out of date. */
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
  const changed = texts.filter((entered) => isChanged(entered, storedOf(stored, entered)));
  for (const entered of changed) {
    const stale = refuseStale(entered, storedOf(stored, entered));
    if (stale !== null) return stale;
  }
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
    },
  });
}

function storedOf(stored: readonly Stored[], { section }: EnteredText): Stored | null {
  return stored.find((one) => one.section === section) ?? null;
}

function isChanged({ ja, en, said }: EnteredText, stored: Stored | null): boolean {
  if (stored === null) return ja !== '' || en !== '';
  return ja !== stored.ja || en !== stored.en || said !== stored.said;
}

function refuseStale({ section, seen }: EnteredText, stored: Stored | null): Refusal | null {
  if (seen === null || stored === null || seen === stored.version) return null;
  const { changedBy, changedAt, programme } = stored;
  const at = (language: Language) => formatInstantIn(language, changedAt, programme.timeZone);
  const about = {
    part: { ja: documentTexts.ja.sections[section], en: documentTexts.en.sections[section] },
    by: changedBy && { ja: changedBy.nameJa, en: changedBy.nameEn },
    at: { ja: at('ja'), en: at('en') },
  };
  return refuseReport('text_changed', about, { field: `${section}Ja` });
}
