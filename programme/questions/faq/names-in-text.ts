/** Finds names of the programme's companies and people in a text that everybody will read. */
import type { Transaction } from '../../../prisma/client.js';
import { canonicalText } from '../../messages/canonical.js';
import { plainText } from './tokens.js';

interface NamedHere {
  readonly nameJa: string;
  readonly nameEn: string;
}

/** As many as are told at once. */
const MOST_TOLD = 5;

/** 青葉電子工業株式会社 is found as 青葉電子工業, Aoba Electronics Co., Ltd. as "aoba electronics". */
const legalForms = /株式会社|有限会社|合同会社|合資会社|合名会社|[(（]?[株有同]\)|㈱|㈲/gu;
const latinForms = /[,.]|\b(?:co|ltd|inc|corp|corporation|company|limited|k\.?k|llc|gmbh|plc)\b/giu;

/** The names that stand in the text, as they are written in the programme. */
export async function namesIn(
  transaction: Transaction,
  programmeId: string,
  texts: readonly string[],
): Promise<readonly string[]> {
  const written = texts.filter((text) => text !== '').join('\n');
  if (written === '') return [];
  const names = { nameJa: true, nameEn: true } as const;
  const companies = await transaction.company.findMany({ where: { programmeId }, select: names });
  const members = await transaction.membership.findMany({
    where: { programmeId },
    select: { person: { select: names } },
  });
  const text = { plain: plainText(written).replace(/\s+/gu, ' '), canonical: canonicalText(written) };
  const found = [
    ...companies.filter((one) => standsIn(text, companyNames(one))),
    ...members.map(({ person }) => person).filter((one) => standsIn(text, personNames(one))),
  ];
  return [...new Set(found.map(({ nameJa, nameEn }) => nameJa || nameEn))].slice(0, MOST_TOLD);
}

interface Names {
  /** Compared without regard to width, kana and spaces; of at least two characters. */
  readonly japanese: readonly string[];
  /** Compared as whole words. */
  readonly latin: readonly string[];
}

function standsIn(text: { readonly plain: string; readonly canonical: string }, { japanese, latin }: Names): boolean {
  const isThere = (name: string) => [...name].length >= 2 && text.canonical.includes(canonicalText(name));
  const isSaid = (name: string) =>
    name.length >= 3 &&
    new RegExp(`(?<![a-z0-9])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![a-z0-9])`).test(text.plain);
  return japanese.some(isThere) || latin.some(isSaid);
}

const isLatin = (name: string) => /^[\p{Script=Latin}\p{N}\p{P}\p{S}\s]*$/u.test(name);

function companyNames({ nameJa, nameEn }: NamedHere): Names {
  const bare = nameJa.normalize('NFKC').replace(legalForms, '').trim();
  const english = plainText(nameEn).replace(latinForms, ' ').replace(/\s+/gu, ' ').trim();
  return isLatin(bare) ? { japanese: [], latin: [plainText(bare), english] } : { japanese: [bare], latin: [english] };
}

/** A family name alone is a word of many sentences (森, 原): with a title it is a person. */
function personNames({ nameJa, nameEn }: NamedHere): Names {
  const [family = '', given = ''] = nameJa.normalize('NFKC').trim().split(/\s+/u);
  const titled = given === '' ? [] : ['さん', '様', '先生', '氏', 'さま'].map((title) => `${family}${title}`);
  const parts = plainText(nameEn).trim().split(/\s+/u);
  const last = parts.at(-1) ?? '';
  const both = parts.length < 2 ? [] : [parts.join(' '), parts.toReversed().join(' ')];
  const addressed =
    parts.length < 2 ? [] : ['mr', 'ms', 'mrs', 'dr', 'mr.', 'ms.', 'mrs.', 'dr.'].map((title) => `${title} ${last}`);
  if (isLatin(nameJa)) return { japanese: [], latin: [...both, ...addressed] };
  return { japanese: [`${family}${given}`, ...titled], latin: [...both, ...addressed] };
}
