/** Compares a programme with its roster: what one of them names must be in the other. */
import { modesOf } from '../sessions/rules.js';
import { type Fault, fault } from './findings.js';
import type { ImportedProgramme } from './read-programme.js';
import type { Roster } from './roster.js';

export interface FileNames {
  readonly programme: string;
  readonly roster: string;
}

/** A plan that exceeds a capacity is no fault: a rehearsal of a full session is worth having. */
export function checkTogether(names: FileNames, programme: ImportedProgramme, roster: Roster): readonly Fault[] {
  const faults: Fault[] = [];
  const sessions = new Map(programme.sessions.map((session) => [session.code, session]));
  for (const code of roster.planned) {
    if (!sessions.has(code))
      faults.push(fault(names.roster, roster.headingLine, (texts) => texts.sessionUnknown(code)));
  }
  for (const { line, attendance } of roster.people) {
    for (const [code, mode] of attendance) {
      const session = sessions.get(code);
      if (session === undefined || modesOf(session).includes(mode)) continue;
      faults.push(
        fault(names.roster, line, (texts, { mode: modes, method }) =>
          texts.modeNotOffered(code, modes[mode][0] ?? mode, method[session.method]),
        ),
      );
    }
  }
  const companies = new Set(roster.companies.map(({ code }) => code));
  programme.bindings.forEach(({ companyCode }, index) => {
    if (companyCode !== null && !companies.has(companyCode)) {
      faults.push(fault(names.programme, `bindings[${index}].company`, (texts) => texts.companyUnknown(companyCode)));
    }
  });
  return faults;
}
