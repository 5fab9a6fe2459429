/** Makes the files of a report: Word, Excel and Markdown in each language, and its figures as JSON. */
import { setImmediate } from 'node:timers/promises';
import { renderChart } from '../../documents/charts/render-chart.js';
import type { PhotographReader, ReportDocument } from '../../documents/report/report-document.js';
import { writeReportDocx } from '../../documents/report/write-report-docx.js';
import { writeReportMd } from '../../documents/report/write-report-md.js';
import { writeReportXlsx } from '../../documents/report/write-report-xlsx.js';
import { xlsxContentType } from '../../documents/write-xlsx.js';
import { fileNameOf } from '../files/file-name.js';
import { localOf } from '../messages/dates.js';
import type { Language } from '../requests/context.js';
import { documentTexts } from './document-texts.js';
import { figuresJson } from './figures-json.js';
import { makeDocument } from './make-document.js';
import type { ImplementationReport } from './read-report.js';

const docxContentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export interface ReportFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

interface Wished {
  readonly languages: readonly Language[];
  /** Also the charts and photographs as pictures, to which the Markdown then refers. */
  readonly pictures: boolean;
  /** The bytes of a photograph, by its file. */
  readonly readPhotograph: PhotographReader;
  /** Told before each file is made, with how many there are. */
  readonly tell?: (name: string, number: number, of: number) => void;
}

/** One after another, so that no more than one is being made at a time and other work gets its turn in between. */
export async function makeReportFiles(
  report: ImplementationReport,
  { languages, pictures, readPhotograph, tell = () => {} }: Wished,
): Promise<readonly ReportFile[]> {
  const photographs = pictures ? await photographFiles(report, readPhotograph) : new Map<string, ReportFile>();
  const steps: Step[] = [
    ...languages.flatMap((language) => stepsIn(report, language, { pictures, photographs, readPhotograph })),
    ...[...photographs.values()].map(({ bytes, ...named }) => ({ ...named, make: async () => bytes })),
    { name: 'figures.json', contentType: 'application/json', make: async () => Buffer.from(figuresJson(report)) },
  ];
  const files: ReportFile[] = [];
  for (const [at, { name, contentType, make }] of steps.entries()) {
    tell(name, at + 1, steps.length);
    await setImmediate();
    files.push({ name, contentType, bytes: await make() });
  }
  return files;
}

interface Step {
  readonly name: string;
  readonly contentType: string;
  readonly make: () => Promise<Uint8Array>;
}

/** By the identifier of each; the same pictures for both languages. Those that are not there any more are left out. */
async function photographFiles(
  { programme, photographs }: ImplementationReport,
  readPhotograph: PhotographReader,
): Promise<ReadonlyMap<string, ReportFile>> {
  const files = new Map<string, ReportFile>();
  for (const [at, { fileId }] of photographs.entries()) {
    const bytes = await readPhotograph(fileId);
    const name = fileNameOf(`${programme.code}_photograph_${at + 1}`, '.jpg');
    if (bytes !== null) files.set(fileId, { name, contentType: 'image/jpeg', bytes });
  }
  return files;
}

interface Pictures extends Pick<Wished, 'pictures' | 'readPhotograph'> {
  readonly photographs: ReadonlyMap<string, ReportFile>;
}

function stepsIn(
  report: ImplementationReport,
  language: Language,
  { pictures, photographs, readPhotograph }: Pictures,
): readonly Step[] {
  const document = makeDocument(report, language);
  const { code, timeZone } = report.programme;
  const title = documentTexts[language].fileName(code, localOf(new Date(report.asOf), timeZone).date);
  const named = (ending: string) => fileNameOf(title, ending);
  const charts = pictures ? chartSteps(document, named) : [];
  const beside = pictures
    ? {
        charts: charts.map(({ name }) => name),
        photographs: new Map([...photographs].map(([id, { name }]) => [id, name])),
      }
    : null;
  return [
    { name: named('.docx'), contentType: docxContentType, make: () => writeReportDocx(document, readPhotograph) },
    { name: named('.xlsx'), contentType: xlsxContentType, make: () => writeReportXlsx(document) },
    {
      ...{ name: named('.md'), contentType: 'text/markdown; charset=utf-8' },
      make: async () => Buffer.from(writeReportMd(document, beside)),
    },
    ...charts,
  ];
}

function chartSteps({ blocks }: ReportDocument, named: (ending: string) => string): readonly Step[] {
  return blocks
    .flatMap((block) => (block.kind === 'chart' ? [block.chart] : []))
    .map((chart, at) => ({
      ...{ name: named(`_${at + 1}.png`), contentType: 'image/png' },
      make: async () => (await renderChart(chart)).png,
    }));
}
