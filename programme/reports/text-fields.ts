/** The fields in which parts of the report are written, filled in with what is stored, as far as a form can hold. */
import { z } from 'zod';
import type { Language, ReportSection, Transaction } from '../../prisma/client.js';
import { memberTexts } from '../members/texts.js';
import { inBoth, pick } from '../messages/bilingual.js';
import { formatInstantIn } from '../messages/dates.js';
import { initialChoice, initialText } from '../messages/initial.js';
import type { Field, Introduction, Values } from '../messages/message.js';
import { shortened } from '../messages/shortened.js';
import type { Context } from '../requests/context.js';
import { documentTexts } from './document-texts.js';
import { reportTexts } from './texts.js';
import { type EnteredText, isAsShown } from './write-texts.js';

/** What a field of Slack holds; twice as much in Japanese is what a form of Teams holds (26 kB). */
const LONGEST_TEXT = 3_000;

/** In UTF-8, of all that a form of several parts is filled in with: what is left of a card of Teams beside its fields. */
const MOST_BYTES_FILLED_IN = 13_000;

export const bothLanguages = ['ja', 'en'] as const;

export const textInput = z.string().trim().max(LONGEST_TEXT, { error: 'too_long' }).default('');

export const saidInput = z.enum(bothLanguages).optional();

/** As every platform sends line breaks. */
export function unified(written: string): string {
  return written.replaceAll('\r\n', '\n');
}

interface StoredText {
  readonly section: ReportSection;
  readonly ja: string;
  readonly en: string;
  readonly said: Language | null;
  readonly version: number;
  readonly changedAt: Date;
  readonly changedBy: { readonly nameJa: string; readonly nameEn: string } | null;
  readonly versions: readonly {
    readonly version: number;
    readonly ja: string;
    readonly en: string;
    readonly said: Language | null;
  }[];
}

/** Those of the programme, or of one session. */
export async function readStoredTexts(
  transaction: Transaction,
  where: { readonly programmeId: string; readonly sessionId: string | null },
): Promise<readonly StoredText[]> {
  return await transaction.reportText.findMany({
    where,
    select: {
      ...{ section: true, ja: true, en: true, said: true, version: true, changedAt: true },
      changedBy: { select: { nameJa: true, nameEn: true } },
      versions: { select: { version: true, ja: true, en: true, said: true } },
    },
  });
}

interface FieldNames {
  readonly ja: string;
  readonly en: string;
  readonly said: string;
}

/** Under which names a form of several parts has each. */
function namesOf(section: ReportSection): FieldNames {
  return { ja: `${section}Ja`, en: `${section}En`, said: 'said' };
}

/** One part in both languages; of voices also the language in which they were spoken. */
export function partFields(
  language: Language,
  {
    section,
    stored,
    given,
    names,
  }: {
    readonly section: ReportSection;
    readonly stored: StoredText | undefined;
    readonly given: Values;
    readonly names: FieldNames;
  },
): readonly Field[] {
  const { labels, hints, inLanguage, languages } = reportTexts[language];
  const hinted: Partial<Record<ReportSection, string>> = hints.sections;
  const hint = hinted[section];
  const title = documentTexts[language].sections[section];
  const field = (one: Language): Field => ({
    ...{ kind: 'long text', name: names[one], label: inLanguage(title, languages[one]), optional: true },
    ...{ maximum: LONGEST_TEXT },
    ...(hint !== undefined && { hint }),
    ...initialText(given[names[one]] ?? stored?.[one], LONGEST_TEXT),
  });
  const choices = bothLanguages.map((one) => ({ value: one, label: languages[one] }));
  const said: Field = {
    ...{ kind: 'choice', name: names.said, label: labels.said, hint: hints.said, choices, optional: true },
    ...initialChoice(given[names.said] ?? stored?.said, choices),
  };
  return [...(section === 'voices' ? [said] : []), field('ja'), field('en')];
}

interface Parts {
  readonly fields: readonly Field[];
  /** The parts that are in the form, each with the version that it shows, as "summary:2,voices:0". */
  readonly seen: string;
  /** Those for which it has no room: they are written one by one. */
  readonly left: readonly ReportSection[];
  /** Those that the person and somebody else have changed. */
  readonly overtaken: readonly ReportSection[];
}

/** Of a part in a form that comes back: the version that its next form shows, and whether somebody else has changed it meanwhile. */
export function shownAgain(
  entered: EnteredText | undefined,
  stored: StoredText | undefined,
): { readonly version: number; readonly overtaken: boolean } {
  const version = stored?.version ?? 0;
  if (entered === undefined || entered.seen === null || entered.seen === version) return { version, overtaken: false };
  // What the person left alone is not theirs to write: it stays as it was shown, and is passed over.
  if (isAsShown(entered, stored ?? null)) return { version: entered.seen, overtaken: false };
  return { version, overtaken: true };
}

/** As many of the parts as a form has room for, in their order. */
export function severalParts(
  language: Language,
  sections: readonly ReportSection[],
  { stored, given }: { readonly stored: readonly StoredText[]; readonly given: Values },
): Parts {
  let bytes = 0;
  const left: ReportSection[] = [];
  const overtaken: ReportSection[] = [];
  const before = seenInput.safeParse(given.seen);
  const entered = before.success ? enteredTexts(sections, before.data, given) : [];
  const shown: { readonly fields: readonly Field[]; readonly seen: string }[] = [];
  for (const section of sections) {
    const known = stored.find((one) => one.section === section);
    const fields = partFields(language, { section, stored: known, given, names: namesOf(section) });
    const more = fields.reduce((sum, field) => sum + bytesOf(field), 0);
    if (bytes + more > MOST_BYTES_FILLED_IN && more > 0) {
      left.push(section);
      continue;
    }
    bytes += more;
    const again = shownAgain(
      entered.find((one) => one.section === section),
      known,
    );
    if (again.overtaken) overtaken.push(section);
    shown.push({ fields, seen: `${section}:${again.version}` });
  }
  const seen = shown.map((one) => one.seen).join(',');
  return { fields: shown.flatMap(({ fields }) => fields), seen, left, overtaken };
}

function bytesOf(field: Field): number {
  return 'initial' in field && typeof field.initial === 'string' ? Buffer.byteLength(JSON.stringify(field.initial)) : 0;
}

/** Which parts a form of several showed, in the versions of then. */
export const seenInput = z
  .string({ error: 'required' })
  .regex(/^[a-z]+:\d{1,9}(?:,[a-z]+:\d{1,9})*$/, { error: 'invalid' })
  .transform(
    (seen) =>
      new Map(
        seen.split(',').map((part) => {
          const [section = '', version = ''] = part.split(':');
          return [section, Number(version)];
        }),
      ),
  );

/** What was entered for the parts that the form showed; the others stay as they are. */
export function enteredTexts(
  sections: readonly ReportSection[],
  seen: ReadonlyMap<string, number>,
  input: Readonly<Record<string, unknown>>,
): readonly EnteredText[] {
  const read = (name: string) => (typeof input[name] === 'string' ? unified(input[name]) : '');
  return sections.flatMap((section): EnteredText[] => {
    const version = seen.get(section);
    if (version === undefined) return [];
    const { ja, en, said } = namesOf(section);
    const language = bothLanguages.find((one) => one === input[said]) ?? null;
    const texts = { ja: read(ja), en: read(en), said: section === 'voices' ? language : null };
    return [{ section, seen: version, ...texts }];
  });
}

/** Of a text that somebody else has written meanwhile; the whole stands in the history. */
const LONGEST_THERE_NOW = 400;

/** Who wrote what is there when, what of it the person has not seen yet, and what the form has no room for. */
export function textNotes(
  { language, timeZone }: Pick<Context, 'language' | 'timeZone'>,
  stored: readonly StoredText[],
  { left, overtaken }: Pick<Parts, 'left' | 'overtaken'>,
): readonly Introduction[] {
  const texts = reportTexts[language];
  const titleOf = (section: ReportSection) => documentTexts[language].sections[section];
  const [last] = stored.toSorted((a, b) => b.changedAt.getTime() - a.changedAt.getTime());
  return [
    { kind: 'note', text: texts.writeIntro },
    ...(last === undefined
      ? []
      : [
          {
            kind: 'note' as const,
            text: texts.lastWritten({
              part: titleOf(last.section),
              by:
                last.changedBy &&
                memberTexts[language].personName(pick(language, inBoth(last.changedBy.nameJa, last.changedBy.nameEn))),
              at: formatInstantIn(language, last.changedAt, timeZone),
            }),
          },
        ]),
    ...stored
      .filter(({ section }) => overtaken.includes(section))
      .flatMap(({ section, ja, en }) =>
        [
          { written: ja, of: 'ja' as const },
          { written: en, of: 'en' as const },
        ].map(({ written, of }) => ({
          kind: 'text' as const,
          text: texts.thereNow(
            texts.inLanguage(titleOf(section), texts.languages[of]),
            shortened(written, LONGEST_THERE_NOW) || documentTexts[language].missing,
          ),
        })),
      ),
    ...(left.length === 0 ? [] : [{ kind: 'note' as const, text: texts.leftOut(left.map(titleOf)) }]),
  ];
}
