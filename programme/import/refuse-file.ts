/** Tells by its content what cannot be imported at all, and what to do instead: a file's name proves nothing. */
import type { WorkbookProblem } from '../../documents/read-xlsx.js';
import { type Fault, fault, type InputFile } from './findings.js';
import type { ImportTexts } from './texts-ja.js';

export const LARGEST_FILE_MEGABYTES = 5;

/** What is wrong with the file as a whole; null where it may be read. */
export function refuseFile({ name, content }: InputFile): Fault | null {
  if (content.length > LARGEST_FILE_MEGABYTES * 1024 * 1024) {
    return fault(name, null, (texts) => texts.fileTooLarge(LARGEST_FILE_MEGABYTES));
  }
  if (content.length === 0) return fault(name, null, (texts) => texts.fileEmpty());
  // Excel's files before 2007, and encrypted ones of today, are compound files:
  // https://learn.microsoft.com/en-us/openspecs/windows_protocols/ms-cfb/
  if (startsWith(content, [0xd0, 0xcf, 0x11, 0xe0])) return fault(name, null, (texts) => texts.oldExcel());
  if (startsWith(content, [0x25, 0x50, 0x44, 0x46])) return fault(name, null, (texts) => texts.otherFormat('PDF'));
  return null;
}

export function isArchive(content: Uint8Array): boolean {
  return startsWith(content, [0x50, 0x4b]);
}

/** Why a workbook was not read, and what to do. */
export function refuseWorkbook(file: InputFile, problem: WorkbookProblem): Fault {
  return fault(file.name, null, (texts) => wordsFor(problem, texts));
}

function wordsFor(problem: WorkbookProblem, texts: ImportTexts['faults']): string {
  switch (problem) {
    case 'too-large':
    case 'too-many-entries':
      return texts.excelTooLarge();
    case 'macros':
      return texts.excelMacros();
    case 'opendocument':
      return texts.otherFormat('OpenDocument (.ods)');
    case 'xlsb':
      return texts.otherFormat('Excel (.xlsb)');
    case 'numbers':
      return texts.otherFormat('Numbers');
    case 'word':
      return texts.otherFormat('Word');
    case 'powerpoint':
      return texts.otherFormat('PowerPoint');
    case 'encrypted':
      return texts.oldExcel();
    case 'broken':
    case 'not-a-zip':
    case 'not-a-workbook':
      return texts.excelUnreadable();
  }
}

function startsWith(content: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => content[index] === byte);
}
