/** Makes the implementation report for the secretariat, and hands over its files with what is missing or does not add up. */
import { z } from 'zod';
import { extendTransaction, type Transaction } from '../../prisma/client.js';
import { oneByOne } from '../files/file-bytes.js';
import { linkLifetimes } from '../files/file-links.js';
import { readWhole } from '../files/read-whole.js';
import { secretariat } from '../members/roles.js';
import { pick } from '../messages/bilingual.js';
import { formatDay } from '../messages/dates.js';
import { type Element, elements, type Message } from '../messages/message.js';
import { memberAction } from '../requests/action.js';
import type { Context, Language } from '../requests/context.js';
import { documentTexts } from './document-texts.js';
import { missingElements } from './missing-items.js';
import { type ImplementationReport, readReport } from './read-report.js';
import { makeReportRecogniser } from './recognisers.js';
import { makeReportFiles } from './report-files.js';
import { reportTexts } from './texts.js';

const wishes = ['both', 'ja', 'en'] as const;

/** Of a programme with hundreds of sessions, on a busy server. */
const LONGEST_TRANSACTION_MILLISECONDS = 60_000;

/** More are counted only. */
const MOST_NAMED = 10;

export const makeReport = memberAction({
  name: 'report.make',
  texts: reportTexts,
  command: 'report',
  recognise: makeReportRecogniser,
  who: secretariat,
  input: z.object({ languages: z.enum(wishes).default('both') }),
  offered: 'menu',
  // The files are only another form of what can be read anyway, and gone in a day.
  confirm: 'read',
  run: async (context, { languages: wished }) => {
    const { transaction, membership, now } = context;
    extendTransaction(transaction, LONGEST_TRANSACTION_MILLISECONDS);
    const languages: readonly Language[] = wished === 'both' ? ['ja', 'en'] : [wished];
    const report = await readReport(transaction, membership.programmeId, now);
    const files = await keepFiles(transaction, context, { report, languages });
    return { message: madeMessage(context, { report, languages, files }) };
  },
});

interface Wished {
  readonly report: ImplementationReport;
  readonly languages: readonly Language[];
}

/** Written in the transaction, so that a request that fails leaves no file. */
async function keepFiles(
  transaction: Transaction,
  { files, membership, person, now }: Context,
  { report, languages }: Wished,
): Promise<readonly KeptFile[]> {
  const kept: KeptFile[] = [];
  const readPhotograph = (id: string) => readWhole(files, id);
  const made = await makeReportFiles(report, { languages, pictures: false, readPhotograph });
  for (const { name, contentType, bytes } of made) {
    const { programmeId } = membership;
    const expiresAt = new Date(now.getTime() + linkLifetimes.list);
    const about = { kind: 'report', programmeId, personId: person.id, name, contentType, now, expiresAt } as const;
    kept.push({ id: (await files.write(about, oneByOne(bytes), transaction)).id, name });
  }
  return kept;
}

interface KeptFile {
  readonly id: string;
  readonly name: string;
}

function madeMessage(
  { language, fileLinks }: Context,
  { report, languages, files }: Wished & { readonly files: readonly KeptFile[] },
): Message {
  const texts = reportTexts[language];
  const { timeZone } = report.programme;
  const dayOf = (instant: string) => formatDay(language, new Date(instant), timeZone);
  const summary = texts.made({
    ...{ day: dayOf(report.asOf), files: files.length },
    frozen: report.frozenAt && dayOf(report.frozenAt),
  });
  const other = languages.length > 1 ? {} : { languages: languages[0] };
  return {
    summary,
    elements: elements(
      { kind: 'heading', text: texts.actions['report.make'].title },
      { kind: 'text', text: summary },
      ...checkElements(language, report),
      ...missingElements(language, report, languages),
      ...files.map(
        ({ id, name }): Element => ({
          ...{ kind: 'file', file: id, name, label: texts.open, link: fileLinks.linkTo(id, 'list') },
        }),
      ),
      {
        kind: 'buttons',
        buttons: [
          { label: texts.actions['report.figures'].title, action: 'report.figures', input: {} },
          { label: texts.write, action: 'report.narrative', input: {}, form: true },
          ...(report.frozenAt === null ? [{ label: texts.freeze, action: 'report.freeze', input: {} }] : []),
          { label: texts.again, action: 'report.make', input: other },
        ],
      },
    ),
  };
}

function checkElements(language: Language, { checks }: ImplementationReport): readonly Element[] {
  const texts = reportTexts[language];
  const { checks: names, programmeItself } = documentTexts[language];
  const failed = checks.filter(({ ok }) => !ok);
  if (failed.length === 0) return [{ kind: 'text', text: texts.checksHold(checks.length) }];
  return [
    { kind: 'text', text: texts.checksFail(failed.length) },
    {
      kind: 'list',
      items: failed.slice(0, MOST_NAMED).map(({ name, subject, left, right, rows }) => ({
        title: texts.checkFails({ name: names[name], subject: subject ?? programmeItself, left, right }),
        lines: [
          ...rows.slice(0, MOST_NAMED).map((row) => pick(language, row)),
          ...(rows.length > MOST_NAMED ? [texts.more(rows.length - MOST_NAMED)] : []),
        ],
        buttons: [],
      })),
    },
  ];
}
