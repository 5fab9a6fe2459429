/** Reads from words who comes in whose place: 「部下の高階に代わりに行かせます」, "Hana will come instead of Ken". */

/** Whom the words name, as they were typed; absent where they name nobody. */
export interface Substitution {
  /** Who comes. */
  readonly deputy?: string;
  /** Whose place it is, where that is not the speaker's own. */
  readonly named?: string;
}

const oneName = '[\\p{Script=Han}々ヶ]{1,6}|[\\p{Script=Katakana}ー・]{2,20}|[a-z]+(?: [a-z]+)?';
const name = `(?<name>${oneName})`;
const address = '(?:さん|様|さま|氏|くん|君|ちゃん|先生|社長|部長|課長|係長|主任)?';
const instead = '(?:代わり|かわり|代理|代わっ|代って)';
/** 「営業部の」 */
const from = '[ 、]?(?:[^ 、がにをは]{1,12}の)?';

const deputies = [
  `${instead}(?:に|で|として|の者として|を|は|て)${from}${name}${address}(?:が|を|に|は)`,
  `${name}${address}(?:が|を|に|は)[ 、]?(?:(?:私|わたし|自分|僕)の)?${instead}`,
  `${instead}(?:は|者は)${from}${name}${address}(?:です|と|に|$|。)`,
].map((pattern) => new RegExp(pattern, 'u'));

/** 「田中に代わって高階が」 names both, and 「高階に代わりに行かせる」 only who comes. */
const replaced = new RegExp(
  `${name}${address}(?:の(?:代わり|かわり|代理)|に代わ(?:って|り(?!に))(?=[^。]*?(?:${oneName})${address}が))`,
  'u',
);

/** Words in the place of a name that name nobody, the speaker included. */
const nobody =
  /^(?:代理|代理人|代理出席|代|者|別|別人|他|他者|誰|方|同僚|部下|上司|後輩|先輩|担当|担当者|社員|弊社|当社|御社|私|私達|自分|僕|俺|本人|小職|当方|本日|今回|当日|会場|出席|参加|都合|用事|急用|会議|セミナー|オンライン|オンサイト|ワークショップ|zoom|online|me|someone|somebody|colleague)$/;

const capitalised = "[A-Z][\\p{L}'-]+(?: [A-Z][\\p{L}'-]+){0,2}";
const own = 'in my (?:place|stead)|instead of me|on my behalf|replac';
const ofOther = `(?:in (?:the )?place of|instead of|on behalf of) (?<of>${capitalised})|in (?<possessor>${capitalised})'s (?:place|stead)`;
const other = new RegExp(ofOther, 'u');
const englishDeputies = [
  `\\b(?:[Ss]end|[Ss]ending|[Hh]ave|[Ll]et|[Aa]sk|colleague,?) (?<name>${capitalised})`,
  `(?<name>${capitalised}),? (?:will|is going to|is|can|would|shall|comes|attends|goes|to)\\b[^.!?]*?(?:${own}|${ofOther})`,
].map((pattern) => new RegExp(pattern, 'u'));
const noName = /^(?:I|My|The|A|An|He|She|They|We|Someone|Somebody|Please|Colleague)(?: |$)/;

/** After the command nothing is left but the name, in whatever case: "substitute MSM-1 Hana Sato". */
const latin = "\\p{Script=Latin}[\\p{Script=Latin}'.-]+";
const nameAlone = new RegExp(
  `^(?:@?${latin}(?: ${latin}){0,2}|[\\p{Script=Han}々ヶ]{1,6}(?: [\\p{Script=Han}々ヶ]{1,6})?)$`,
  'u',
);
/** What stands before and after a name and carries nothing. */
const around =
  /^(?:(?:with|by|to|for|in|at|and|a|the|please)(?: |$))+|(?:^| )(?:please|thanks|thank you|instead|thx)[.!]?$/gi;
const code = /[a-z][a-z0-9]*(?:-[a-z0-9]+)*-\d+/gi;

/** @param rest what was typed after the command */
export function substitutionIn(text: string, rest: string): Substitution {
  const typed = text.normalize('NFKC').replace(/[’‘]/g, "'");
  const lower = typed.toLowerCase();
  const { of, possessor } = other.exec(typed)?.groups ?? {};
  const named = known(replaced.exec(lower)?.groups?.name) ?? of ?? possessor;
  const left = rest.replace(code, ' ').replace(/\s+/g, ' ').trim().replace(around, '').trim();
  const deputy =
    deputies
      .map((pattern) => known(pattern.exec(lower)?.groups?.name))
      .find((one) => one !== undefined && one !== named) ??
    englishDeputies
      .map((pattern) => pattern.exec(typed)?.groups?.name)
      .find((one) => one !== undefined && !noName.test(one)) ??
    known(nameAlone.exec(left)?.[0]);
  return { ...(deputy !== undefined && { deputy }), ...(named !== undefined && { named }) };
}

function known(found: string | undefined): string | undefined {
  return found === undefined || nobody.test(found) ? undefined : found;
}
