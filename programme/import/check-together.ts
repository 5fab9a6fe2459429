/** Compares a programme with its roster: what one of them names must be in the other. */
import { modesOf } from '../sessions/rules.js';
import { type Fault, fault } from './findings.js';
import type { ImportedProgramme } from './read-programme.js';
import { advisersByName } from './resolve-advisers.js';
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

/**
 * What the plans of consultations and drafts name and the roster does not have, each once. Only a rehearsal needs it: somebody who
 * leaves the programme must not stop an import.
 */
export function checkPlans(names: FileNames, programme: ImportedProgramme, roster: Roster): readonly Fault[] {
  const faults = new Map<string, Fault>();
  const companies = new Set(roster.companies.map(({ code }) => code));
  const advisers = advisersByName(roster.people);
  programme.consultationPlan.forEach(({ company, adviser, takenOverFrom }, index) => {
    const at = (field: string) => `consultationPlan[${index}].${field}`;
    if (!companies.has(company) && !faults.has(company)) {
      faults.set(
        company,
        fault(names.programme, at('company'), (texts) => texts.companyUnknown(company)),
      );
    }
    for (const [field, named] of Object.entries({ adviser, takenOverFrom })) {
      if (named === null || advisers.has(named) || faults.has(named)) continue;
      faults.set(
        named,
        fault(names.programme, at(field), (texts) => texts.adviserUnknown(field, named)),
      );
    }
  });
  const deliverables = new Set((programme.deliverables ?? []).map(({ code }) => code));
  programme.draftPlan.forEach(({ company, deliverable }, index) => {
    if (!deliverables.has(deliverable) && !faults.has(deliverable)) {
      faults.set(
        deliverable,
        fault(names.programme, `draftPlan[${index}].deliverable`, (texts) => texts.draftPlanUnknown(deliverable)),
      );
    }
    if (companies.has(company) || faults.has(company)) return;
    faults.set(
      company,
      fault(names.programme, `draftPlan[${index}].company`, (texts) => texts.companyUnknown(company)),
    );
  });
  return [...faults.values()];
}
