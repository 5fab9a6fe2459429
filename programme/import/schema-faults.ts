/** Words what zod finds wrong with a JSON file, each with its path. */
import type { z } from 'zod';
import { type Fault, fault } from './findings.js';
import type { ImportTexts } from './texts-ja.js';

type Say = (faults: ImportTexts['faults']) => string;

/** Where an object has several unknown keys, each becomes a fault at its own path. */
export function schemaFaults(file: string, error: z.ZodError): readonly Fault[] {
  return error.issues.flatMap(nearest).flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [fault(file, pathText(issue.path), wordsFor(issue))];
    return issue.keys.map((key) => fault(file, pathText([...issue.path, key]), (faults) => faults.unknownKey(key)));
  });
}

/** Of something that may have one of several shapes, what is wrong with the shape that it has. */
function nearest(issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const meant = issue.errors.find(
    (issues) => !issues.some(({ code, path }) => code === 'invalid_type' && path.length === 0),
  );
  return meant === undefined ? [issue] : meant.map((one) => ({ ...one, path: [...issue.path, ...one.path] }));
}

/** sessions[2].agenda[0].titleJa; null for the file as a whole. */
export function pathText(path: readonly PropertyKey[]): string | null {
  const text = path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');
  return text === '' ? null : text;
}

function wordsFor(issue: z.core.$ZodIssue): Say {
  const own = ownWords(issue);
  if (own !== null) return own;
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return (faults) => faults.required();
      return (faults) => faults.wrongType(issue.expected);
    case 'invalid_value':
      return (faults) => faults.notOneOf(issue.values.map(String));
    case 'too_small':
      if (issue.origin === 'string') return (faults) => faults.empty();
      return (faults) => faults.numberTooSmall(Number(issue.minimum));
    case 'too_big': {
      const most = Number(issue.maximum);
      if (issue.origin === 'string') return (faults) => faults.textTooLong(most);
      if (issue.origin === 'array') return (faults) => faults.tooMany(most);
      return (faults) => faults.numberTooBig(most);
    }
    default:
      return (faults) => faults.invalid();
  }
}

/** For issues that the schema names itself. */
function ownWords(issue: z.core.$ZodIssue): Say | null {
  const value = issue.code === 'custom' ? String(issue.params?.value ?? issue.input ?? '') : '';
  switch (issue.message) {
    case 'not_a_code':
      return (faults) => faults.notACode();
    case 'not_a_time_zone':
      return (faults) => faults.notATimeZone(value);
    case 'not_a_date':
      return (faults) => faults.notADate();
    case 'not_a_time':
      return (faults) => faults.notATime();
    case 'not_a_clock':
      return (faults) => faults.notAClock();
    case 'not_a_window':
      return (faults) => faults.notAWindow();
    case 'not_a_reminder':
      return (faults) => faults.noSuchReminder(String(issue.input ?? ''));
    case 'not_a_link':
      return (faults) => faults.notALink();
    case 'not_a_workspace':
      return (faults) => faults.slackMalformed(value);
    case 'not_a_tenant':
      return (faults) => faults.teamsMalformed(value);
    default:
      return null;
  }
}
