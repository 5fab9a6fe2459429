/** Makes one company of the many lines of a roster that name it, and notes where they disagree. */
import { sameText } from '../messages/canonical.js';
import { type Findings, fault, groupBy } from './findings.js';
import type { Column } from './headings.js';
import type { RosterCompany } from './roster.js';
import { headingOf } from './roster-cells.js';

/** A company as one line names it: '' where a cell is empty, null where it is faulty and has its own fault already. */
export interface NamedCompany {
  readonly line: number;
  readonly code: string;
  readonly nameJa: string | null;
  readonly nameEn: string | null;
  readonly kana: string | null;
  readonly slack: readonly string[];
  readonly teams: readonly string[];
  readonly advisers: readonly string[];
}

/** A name need not be repeated: the first line that says it is compared with every other that does. */
export function mergeCompanies(
  file: string,
  named: readonly NamedCompany[],
  findings: Findings,
): readonly RosterCompany[] {
  const byCode = groupBy(named, ({ code }) => code);
  checkCase(file, byCode, findings);
  return [...byCode].map(([code, lines]) => ({
    line: lines[0]?.line ?? 0,
    code,
    nameJa: agree(file, lines, 'companyNameJa', ({ nameJa }) => nameJa, findings) ?? '',
    nameEn: agree(file, lines, 'companyNameEn', ({ nameEn }) => nameEn, findings) ?? '',
    kana: agree(file, lines, 'companyKana', ({ kana }) => kana, findings) ?? '',
    slack: agreeOnList(file, lines, 'slack', findings),
    teams: agreeOnList(file, lines, 'teams', findings),
    advisers: agreeOnList(file, lines, 'advisers', findings),
  }));
}

function agree(
  file: string,
  lines: readonly NamedCompany[],
  column: Column,
  choose: (company: NamedCompany) => string | null,
  findings: Findings,
  { optional = false } = {},
): string | null {
  let agreed: { value: string; line: number } | null = null;
  for (const company of lines) {
    const value = choose(company);
    if (value === null || value === '') continue;
    if (agreed === null) agreed = { value, line: company.line };
    else if (value !== agreed.value) {
      const { value: other, line } = agreed;
      if (!optional && sameText(value, other)) {
        findings.warnings.push(
          fault(file, company.line, (_faults, { warnings, columns }) =>
            warnings.writtenTwoWays(headingOf(columns, column), value, line, other),
          ),
        );
        continue;
      }
      findings.faults.push(
        fault(file, company.line, (texts, { columns }) =>
          texts.companyDiffers(headingOf(columns, column), value, line, other),
        ),
      );
    }
  }
  const first = lines[0];
  if (agreed === null && !optional && first !== undefined && lines.every((company) => choose(company) === '')) {
    findings.faults.push(fault(file, first.line, (texts, { columns }) => texts.missing(headingOf(columns, column))));
  }
  return agreed?.value ?? null;
}

function agreeOnList(
  file: string,
  lines: readonly NamedCompany[],
  column: 'slack' | 'teams' | 'advisers',
  findings: Findings,
): readonly string[] {
  const text = (company: NamedCompany) => company[column].toSorted().join(', ');
  const agreed = agree(file, lines, column, text, findings, { optional: true });
  return agreed === null ? [] : [...new Set(agreed.split(', '))];
}

/** P01 and p01 would become two companies that look like one. */
function checkCase(file: string, byCode: ReadonlyMap<string, readonly NamedCompany[]>, findings: Findings): void {
  const codes = new Map<string, string>();
  for (const [code, lines] of byCode) {
    const other = codes.get(code.toLowerCase());
    if (other !== undefined) {
      findings.faults.push(fault(file, lines[0]?.line ?? null, (texts) => texts.codesDifferInCase(code, other)));
    }
    codes.set(code.toLowerCase(), code);
  }
}
