/** What became of one file that a person sent. */
import type { FetchProblem, Looks } from './sent-file.js';

/**
 * `unwanted`: no action takes it from this person. `too-many`: others came before it. `apart`: it is for another action than the
 * files before it. Of those nothing is kept.
 */
export interface FileOutcome {
  readonly name: string;
  readonly looks: Looks;
  readonly outcome: 'taken' | 'unwanted' | 'too-many' | 'apart' | FetchProblem;
}
