/** What a roster says, once it is understood: people with one role each, their companies, and an attendance plan. */
import type { Language, Level, Mode, Role } from '../requests/context.js';

/** One line of the roster: a person in one role. */
export interface RosterPerson {
  readonly line: number;
  /** Lower case; who a person is, unless the person code says otherwise. */
  readonly email: string;
  /** The secretariat's own, which stays when the e-mail changes; null where the roster says none. */
  readonly personCode: string | null;
  readonly nameJa: string;
  readonly nameEn: string;
  /** Katakana. */
  readonly furigana: string;
  readonly role: Role;
  /** Of participants only, as is `companyCode`. */
  readonly level: Level | null;
  readonly companyCode: string | null;
  /** Empty: not said. */
  readonly jobTitleJa: string;
  readonly jobTitleEn: string;
  /** Null: not said. */
  readonly language: Language | null;
  readonly timeZone: string | null;
  /** By session code: how the person is planned to attend. Only a rehearsal reads it; importing stores nothing of it. */
  readonly attendance: ReadonlyMap<string, Mode>;
}

export interface RosterCompany {
  /** Where the company is first named. */
  readonly line: number;
  readonly code: string;
  readonly nameJa: string;
  readonly nameEn: string;
  /** Katakana. */
  readonly kana: string;
  /** Workspaces and tenants whose verified e-mail addresses are trusted for the company. */
  readonly slack: readonly string[];
  readonly teams: readonly string[];
  /** The e-mail addresses of those who look after the company. */
  readonly advisers: readonly string[];
}

export interface Roster {
  readonly people: readonly RosterPerson[];
  readonly companies: readonly RosterCompany[];
  /** Session codes that have a column in the attendance plan, and the line of the headings. */
  readonly planned: readonly string[];
  readonly headingLine: number;
  /** It has a column of advisers; without one it says nothing of who looks after whom. */
  readonly saysAdvisers: boolean;
  /** Of a workbook the sheet that was read. */
  readonly sheet: string | null;
}
