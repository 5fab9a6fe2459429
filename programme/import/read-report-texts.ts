/** Reads what a programme's file tells for the implementation report, part by part. */
import type { Language, ReportSection } from '../../prisma/client.js';
import { type Fault, fault } from './findings.js';
import type { WrittenProgramme } from './programme-schema.js';

export interface ImportedReportText {
  /** The session's code; null: of the programme. */
  readonly session: string | null;
  readonly section: ReportSection;
  readonly ja: string;
  readonly en: string;
  readonly said: Language | null;
}

/** As the database has it: these are of a session, all others of the programme. */
const ofSessions: readonly ReportSection[] = ['summary', 'voices', 'presentations'];

/** Null where the file says nothing of it. */
export function readReportTexts(
  file: string,
  { report, sessions }: Pick<WrittenProgramme, 'report' | 'sessions'>,
  faults: Fault[],
): readonly ImportedReportText[] | null {
  if (report === undefined) return null;
  const codes = new Set(sessions.map(({ code }) => code));
  const seen = new Set<string>();
  return report.map(({ session = null, section, ja, en, said = null }, index) => {
    const at = (field: string) => `report[${index}].${field}`;
    const isOfSession = ofSessions.includes(section);
    if (isOfSession !== (session !== null)) {
      faults.push(fault(file, at('session'), (texts) => texts.reportSubject(isOfSession)));
    } else if (session !== null && !codes.has(session)) {
      faults.push(fault(file, at('session'), (texts) => texts.reportSessionUnknown(session)));
    }
    const key = `${session ?? ''} ${section}`;
    if (seen.has(key)) faults.push(fault(file, at('section'), (texts) => texts.reportTwice()));
    seen.add(key);
    return { session, section, ja, en, said: section === 'voices' ? said : null };
  });
}
