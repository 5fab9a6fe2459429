/** Finds whom somebody names besides themselves, so that nothing is done for the person who writes instead. */

/** Forms of address that name nobody in particular. */
const nobody =
  /^(?:皆|みな|お客|担当者?|ご担当者?|事務局|spp事務局|関係者?|御中|お疲れ|お世話|おつかれ|おせわ|ご苦労|参加者|出席者|同僚|代理|どなた|どちら|本人|ご本人|主催者|何|お|ご|様|残業|たく|沢山|お子|奥|神|殿|仕)$/;

/** 「佐藤さんを」「田中様の」: a name with what belongs to one, and what makes it the one spoken of. */
const japanese =
  /([\p{Script=Han}々]{1,8}|[\p{Script=Katakana}ー・]{2,20}|[a-z]+(?: [a-z]+)?|(?<![ぁ-ん])[ぁ-ん]{2,6})(?:さん|様|さま|氏|くん|君|ちゃん|先生|社長|部長|課長|専務|常務|係長)(?=[がをのもはで ]|$|を|の代)/u;

/** "register Hana Sato for …", "cancel Hana's registration", "sign @hana up". */
const mention = /(?:^|[\s　「(])[@＠]([\p{L}\p{N}._-]+)/u;
const capitalised = String.raw`[A-Z][\p{L}'-]+(?: [A-Z][\p{L}'-]+){0,2}`;
const english = new RegExp(
  String.raw`\b(?:[Rr]egister|[Ss]ign(?: up)?|[Ee]nrol{1,2}|[Aa]dd|[Bb]ook|[Pp]ut|[Cc]ancel|[Rr]emove|[Ww]ithdraw|[Ss]witch|[Mm]ove|[Cc]hange|[Dd]ecline|[Rr]ecord|mode|for|with) (${capitalised})(?=(?:'s)?(?: |$|,|\.|;|\?|!))`,
  'u',
);
const subject = new RegExp(
  String.raw`(?:^|[.!?] |, )(${capitalised}) (?:will|won't|cannot|can't|can|would|wants|is|has|needs)\b`,
  'u',
);

/** Capitalised words that are no names: days, months, kinds of sessions, our own words. */
const noNames =
  /^(?:I|Me|My|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Online|On|In|Zoom|Teams|Slack|Day|Session|Seminar|Workshop|Meeting|Closing|The|A|An|It|This|That|There|Please|Walk|Attendance|Registration|Mode|Excel|KICKOFF|English|Japanese|Check|We|You|He|She|They|Everyone|Nobody|Who|What|When|Where|How|Why|Which|Thanks|Thank|Colleague)(?:\b|$)/;

/** The name as it was typed, with an @ where it is a mention; null where nobody else is named. */
export function namedIn(text: string): string | null {
  const typed = text.normalize('NFKC');
  const mentioned = mention.exec(typed)?.[1];
  if (mentioned !== undefined && !/^(?:here|channel|everyone)$/.test(mentioned)) return `@${mentioned}`;
  const called = japanese.exec(typed.toLowerCase())?.[1];
  if (called !== undefined && !nobody.test(called)) return called;
  const named = english.exec(typed)?.[1] ?? subject.exec(typed)?.[1];
  return named === undefined || noNames.test(named) || /^[A-Z0-9]+$/.test(named) ? null : named.replace(/'s$/, '');
}
