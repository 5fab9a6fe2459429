/** Follows the fields of a Word document: what they were made of is left out, what they show stays, except tables of contents. */
import { DocumentRefused } from '../document-fault.js';

export interface Fields {
  begin(): void;
  code(text: string): void;
  separate(): void;
  end(): void;
  /** A field whose code stands in its tag; ended like the others. */
  simple(code: string): void;
  /** Whether text that comes now is shown, and is no table of contents. */
  readonly isShown: boolean;
  /** A table of contents has begun and not ended. */
  readonly isInContents: boolean;
}

interface Field {
  code: string;
  isInCode: boolean;
  isContents: boolean;
}

/** @param keepsContents shows tables of contents, too @throws {DocumentRefused} from `separate`, `simple` and `end` where a field fetches something from elsewhere */
export function followFields(keepsContents: boolean): Fields {
  const open: Field[] = [];
  const settle = (field: Field) => {
    field.isInCode = false;
    field.isContents = /^\s*(?:TOC|INDEX|TOA)\b/i.test(field.code);
    if (fetches(field.code)) throw new DocumentRefused({ kind: 'links_elsewhere' });
  };
  return {
    begin: () => open.push({ code: '', isInCode: true, isContents: false }),
    code(text) {
      const field = open.at(-1);
      if (field?.isInCode === true) field.code += text;
    },
    separate() {
      const field = open.at(-1);
      if (field !== undefined) settle(field);
    },
    end() {
      const field = open.pop();
      if (field?.isInCode === true) settle(field);
    },
    simple(code) {
      const field: Field = { code, isInCode: true, isContents: false };
      open.push(field);
      settle(field);
    },
    get isShown() {
      return open.every(({ isInCode, isContents }) => !isInCode && (keepsContents || !isContents));
    },
    get isInContents() {
      return open.some(({ isContents }) => isContents);
    },
  };
}

/** DDE starts programs; the others fetch from an address or another machine's folder. ECMA-376 part 1, 17.16.5. */
function fetches(code: string): boolean {
  if (/^\s*(?:DDE|DDEAUTO)\b/i.test(code)) return true;
  // A field's code doubles each backslash: \\\\server is \\server, and C:\\folder is on the writer's own disk.
  const isElsewhere = /(?:https?|ftp|file):|(?:^|[\s"])\\{4}[^\s"\\]/i.test(code);
  return isElsewhere && /^\s*(?:INCLUDE|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK)\b/i.test(code);
}
