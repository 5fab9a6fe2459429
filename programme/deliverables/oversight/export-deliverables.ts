/** Makes the file of all companies' stages and dates for Excel. Nothing of a draft's content stands in it. */
import { type Cell, type WorkbookSheet, writeXlsx, xlsxContentType } from '../../../documents/write-xlsx.js';
import type { Transaction } from '../../../prisma/client.js';
import { oneByOne } from '../../files/file-bytes.js';
import { linkLifetimes } from '../../files/file-links.js';
import { fileNameOf } from '../../files/file-name.js';
import type { FileStore, StoredFile } from '../../files/file-store.js';
import { nameIn } from '../../members/queries.js';
import { inBoth, pick } from '../../messages/bilingual.js';
import { localOf } from '../../messages/dates.js';
import type { Language } from '../../requests/context.js';
import { extensionTexts } from '../extensions/texts.js';
import { seenOf } from '../publication/queries.js';
import { seenWords } from '../publication/seen-words.js';
import { publicationTexts } from '../publication/texts.js';
import { deliverableTexts } from '../texts.js';
import { deliverableOverviewTexts } from './texts.js';

interface Export {
  readonly programmeId: string;
  readonly language: Language;
  /** For whom it is made: the file goes when they go. */
  readonly personId: string;
  readonly now: Date;
}

/** Written in the transaction, so that a request that fails leaves no file. */
export async function exportDeliverables(
  transaction: Transaction,
  files: FileStore,
  { programmeId, language, personId, now }: Export,
): Promise<{ readonly file: StoredFile; readonly count: number }> {
  const { timeZone } = await transaction.programme.findUniqueOrThrow({ where: { id: programmeId } });
  const sheets = await deliverableSheets(transaction, { programmeId, language });
  const name = deliverableOverviewTexts[language].fileName(localOf(now, timeZone).date);
  const file = await files.write(
    {
      ...{ kind: 'deliverable-list', programmeId, personId, now, contentType: xlsxContentType },
      name: fileNameOf(name, '.xlsx'),
      expiresAt: new Date(now.getTime() + linkLifetimes.list),
    },
    oneByOne(await writeXlsx(sheets)),
    transaction,
  );
  return { file, count: sheets[0]?.rows.length ?? 0 };
}

/** The deliverables of all companies, then the changes of their due dates. */
export async function deliverableSheets(
  transaction: Transaction,
  { programmeId, language }: Pick<Export, 'programmeId' | 'language'>,
): Promise<readonly WorkbookSheet[]> {
  const { timeZone } = await transaction.programme.findUniqueOrThrow({ where: { id: programmeId } });
  const about = { programmeId, language, timeZone };
  return [await deliverableSheet(transaction, about), await extensionSheet(transaction, about)];
}

interface About {
  readonly programmeId: string;
  readonly language: Language;
  readonly timeZone: string;
}

async function deliverableSheet(
  transaction: Transaction,
  { programmeId, language, timeZone }: About,
): Promise<WorkbookSheet> {
  const { columns, sheets, yes } = deliverableOverviewTexts[language];
  const types = await transaction.deliverableType.findMany({ where: { programmeId }, orderBy: { position: 'asc' } });
  const companies = await transaction.company.findMany({
    where: { programmeId, guest: false },
    select: {
      ...{ nameJa: true, nameEn: true },
      deliverables: {
        include: {
          events: {
            where: { kind: { in: ['approved', 'published'] } },
            orderBy: { position: 'asc' },
            include: { look: true },
          },
          versions: {
            where: { replacedAt: null, withdrawnAt: null, erasedAt: null },
            select: { submittedAt: true, reviewDueOn: true },
            orderBy: { number: 'desc' },
            take: 1,
          },
        },
      },
    },
    orderBy: [{ kana: 'asc' }, { id: 'asc' }],
  });
  const row = (company: (typeof companies)[number], type: (typeof types)[number]): readonly Cell[] => {
    const own = company.deliverables.find(({ typeId }) => typeId === type.id);
    const stage = own?.stage ?? 'not_started';
    const newest = own?.versions[0];
    const isApproved = stage === 'approved' || stage === 'published';
    const approval = isApproved ? own?.events.findLast(({ kind }) => kind === 'approved') : undefined;
    const publication = stage === 'published' ? own?.events.findLast(({ kind }) => kind === 'published') : undefined;
    const seen = seenOf(publication?.look ?? null);
    return [
      pick(language, nameIn(company)),
      pick(language, inBoth(type.titleJa, type.titleEn)),
      deliverableTexts[language].stages[stage],
      onTheWall(own?.stageAt ?? null, timeZone),
      own?.dueOn ?? type.dueOn,
      own?.dueOn == null ? null : yes,
      own?.drafts ?? 0,
      onTheWall(newest?.submittedAt ?? null, timeZone),
      newest?.reviewDueOn ?? null,
      approval?.day ?? null,
      approval?.approvedBy || null,
      publication?.day ?? null,
      publication?.url || null,
      seen && seenWords(language, seen, timeZone),
    ];
  };
  const { company, title, stage, since, due, extended, versions, lastSubmitted, reviewDue } = columns;
  const { approvedOn, approvedBy, publishedOn, url } = columns;
  return {
    name: sheets.deliverables,
    columns: [
      ...[company, title].map((name) => ({ title: name, width: 30 })),
      ...[stage, since, due, extended, versions, lastSubmitted, reviewDue, approvedOn].map((name) => ({
        title: name,
        width: 18,
      })),
      ...[approvedBy, publishedOn, url, publicationTexts[language].label].map((name) => ({ title: name, width: 30 })),
    ],
    rows: companies.flatMap((one) => types.map((type) => row(one, type))),
  };
}

async function extensionSheet(
  transaction: Transaction,
  { programmeId, language, timeZone }: About,
): Promise<WorkbookSheet> {
  const { columns, sheets } = deliverableOverviewTexts[language];
  const rows = await transaction.dueExtension.findMany({
    where: { programmeId },
    include: { deliverable: { include: { type: true, company: { select: { nameJa: true, nameEn: true } } } } },
    orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
  });
  const { company, title, state, until, reason, answer, askedAt, decidedAt } = columns;
  return {
    name: sheets.extensions,
    columns: [company, title, state, until, reason, answer, askedAt, decidedAt].map((name) => ({
      title: name,
      width: 24,
    })),
    rows: rows.map(({ deliverable, ...row }) => [
      pick(language, nameIn(deliverable.company)),
      pick(language, inBoth(deliverable.type.titleJa, deliverable.type.titleEn)),
      extensionTexts[language].states[row.state],
      row.until,
      row.reason || null,
      row.answer || null,
      onTheWall(row.askedAt, timeZone),
      onTheWall(row.decidedAt, timeZone),
    ]),
  };
}

/** As the programme's clock shows it: a workbook knows no zones. */
function onTheWall(instant: Date | null, timeZone: string): Date | null {
  if (instant === null) return null;
  const { date, time } = localOf(instant, timeZone);
  return new Date(`${date}T${time}:00Z`);
}
