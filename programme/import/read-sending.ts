/** Reads and words what a programme's file says of when messages are sent: the windows of a day, and the rules that remind. */
import { windowsOf, writeWindows } from '../calendar/windows.js';
import { choosable, reminderKinds } from '../reminders/rules.js';
import type { RuleSet } from '../reminders/set-rules.js';
import { readWindows } from '../reminders/written-windows.js';
import { type Fault, fault } from './findings.js';
import { changedField, type FieldChange } from './plan.js';
import type { WrittenProgramme } from './programme-schema.js';

export interface ImportedSending {
  /** Pairs of minutes after midnight; null: left out, so that they stay as they are. */
  readonly windows: readonly number[] | null;
  readonly reminders: RuleSet | null;
}

type Written = Pick<WrittenProgramme['programme'], 'windows' | 'reminders'>;

export function readSending(file: string, { windows, reminders }: Written, faults: Fault[]): ImportedSending {
  return {
    windows: windows === undefined ? null : readMarks(file, windows, faults),
    reminders: reminders === undefined ? null : readReminders(file, reminders, faults),
  };
}

/** None: the office hours. */
function readMarks(file: string, written: readonly string[], faults: Fault[]): readonly number[] {
  const windows = written.length === 0 ? [] : readWindows(written.join(', '));
  if (windows === null) faults.push(fault(file, 'programme.windows', (texts) => texts.windowsOutOfOrder()));
  return (windows ?? []).flatMap(({ opensAt, closesAt }) => [opensAt, closesAt]);
}

const units = { d: 1_440, h: 60, m: 1 };

function readReminders(file: string, written: NonNullable<Written['reminders']>, faults: Fault[]): RuleSet {
  const read = (kind: keyof RuleSet) =>
    written[kind].map((text) => {
      const unit = text.endsWith('d') ? units.d : text.endsWith('h') ? units.h : units.m;
      const before = Number.parseInt(text, 10) * unit || 0;
      if (!choosable[kind].includes(before)) {
        faults.push(fault(file, `programme.reminders.${kind}`, (texts) => texts.noSuchReminder(text)));
      }
      return before;
    });
  return {
    ...{ session: read('session'), consultation: read('consultation') },
    ...{ invitation: read('invitation'), deadline: read('deadline') },
  };
}

export function changedWindows(before: readonly number[], after: readonly number[] | null): readonly FieldChange[] {
  return after === null ? [] : changedField('windows', windowsText(before), windowsText(after));
}

export function changedReminders(before: RuleSet, after: RuleSet | null): readonly FieldChange[] {
  return after === null ? [] : changedField('reminders', remindersText(before), remindersText(after));
}

function windowsText(windows: readonly number[]): string {
  return windows.length === 0 ? '' : writeWindows(windowsOf({ windows, opensAt: 0, closesAt: 0 }));
}

/** As a file says it: 7d, 1h, 30m. */
export function beforeText(before: number): string {
  if (before % units.d === 0) return `${before / units.d}d`;
  return before % 60 === 0 ? `${before / 60}h` : `${before}m`;
}

function remindersText(rules: RuleSet): string {
  return reminderKinds
    .map(
      (kind) =>
        `${kind}: ${rules[kind]
          .toSorted((one, other) => other - one)
          .map(beforeText)
          .join(' ')}`,
    )
    .join(', ');
}
