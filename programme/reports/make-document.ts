/** Makes the document of a report in one language, purely from its data: the structure of the 2024 pilot's implementation report. */
import type { ReportDocument } from '../../documents/report/report-document.js';
import { inBoth, pick } from '../messages/bilingual.js';
import type { Language } from '../requests/context.js';
import { documentTexts } from './document-texts.js';
import { chartBlocks, definitionBlocks } from './figure-blocks.js';
import { eventBlocks, outlineBlocks, summaryBlocks } from './outcome-blocks.js';
import { photographTable } from './photograph-blocks.js';
import type { ImplementationReport } from './read-report.js';
import { dayOfInstant } from './report-words.js';

export function makeDocument(report: ImplementationReport, language: Language): ReportDocument {
  const writing = { report, language };
  const { title, asOf, frozen, contents } = documentTexts[language];
  const { nameJa, nameEn } = report.programme;
  return {
    language,
    title: title(pick(language, inBoth(nameJa, nameEn))),
    facts: [
      asOf(dayOfInstant(writing, report.asOf)),
      ...(report.frozenAt === null ? [] : [frozen(dayOfInstant(writing, report.frozenAt))]),
    ],
    contents,
    blocks: [
      ...outlineBlocks(writing),
      ...summaryBlocks(writing),
      ...eventBlocks(writing),
      ...photographTable(writing),
      ...chartBlocks(writing),
      ...definitionBlocks(writing),
    ],
  };
}
