/** The shapes that travel between Teams and a bot, as far as the stand-in reads or writes them, and how unknown JSON is narrowed to them. */

export type Fields = { readonly [name: string]: unknown };

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {};
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** A person or bot as Teams names them in an activity: ids `29:…` and `28:…`. */
export interface Account {
  readonly id: string;
  readonly name?: string;
  readonly aadObjectId?: string;
}

export interface ConversationAccount {
  readonly id: string;
  readonly conversationType: 'personal' | 'channel';
  readonly tenantId: string;
  readonly isGroup?: boolean;
  readonly name?: string;
}

/** An activity on its way to the bot. Fields beyond the common ones differ by type, so they stay unknown. */
export interface Activity extends Fields {
  readonly type: string;
  readonly id: string;
  readonly channelId: 'msteams';
  readonly serviceUrl: string;
  readonly from: Account;
  readonly recipient: Account;
  readonly conversation: ConversationAccount;
}

/** Why something that the bot sent is refused: where in the payload, and what is wrong with it. */
export interface Problem {
  readonly at: string;
  readonly problem: string;
}

export function describeProblems(problems: readonly Problem[]): string {
  return problems.map(({ at, problem }) => `${at}: ${problem}`).join('; ');
}

export const adaptiveCardType = 'application/vnd.microsoft.card.adaptive';
export const heroCardType = 'application/vnd.microsoft.card.hero';
export const thumbnailCardType = 'application/vnd.microsoft.card.thumbnail';
export const fileConsentType = 'application/vnd.microsoft.teams.card.file.consent';
export const fileInfoType = 'application/vnd.microsoft.teams.card.file.info';
export const fileDownloadType = 'application/vnd.microsoft.teams.file.download.info';

/**
 * The most that a message or dialog may weigh, in bytes of UTF-8 JSON. Microsoft says "approximately 40 KB"
 * including text, references and reactions; counting the whole request against the round number keeps a margin.
 */
export const largestMessage = 40_000;
