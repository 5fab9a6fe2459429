/** How the chat names where a photograph stands, and the inputs and fields that its forms share. */
import { z } from 'zod';
import type { Session } from '../../../prisma/client.js';
import { inBoth, pick } from '../../messages/bilingual.js';
import { initialChoice, initialText } from '../../messages/initial.js';
import type { Field, Values } from '../../messages/message.js';
import { perhapsChosen } from '../../requests/chosen.js';
import type { Context, Language } from '../../requests/context.js';
import { isId } from '../../requests/is-id.js';
import { sessionChoices } from '../../sessions/session-choices.js';
import { documentTexts } from '../document-texts.js';
import { positionInput } from '../position-input.js';
import { reportTexts } from '../texts.js';
import { photographTexts } from './texts.js';

/** Of one; a reader of screens reads it out whole. */
export const LONGEST_CAPTION = 300;

export const placeInput = {
  session: perhapsChosen,
  /** It goes with the programme as a whole, whatever session is named. */
  ofProgramme: z.boolean().default(false),
  position: positionInput,
};

interface PlaceOfPhotograph {
  readonly session?: string | undefined;
  readonly ofProgramme: boolean;
}

export function isPlaced({ session, ofProgramme }: PlaceOfPhotograph): boolean {
  return session !== undefined || ofProgramme;
}

/** Null: with the programme. */
export function sessionOf({ session, ofProgramme }: PlaceOfPhotograph): string | null {
  return ofProgramme ? null : (session ?? null);
}

type Named = Pick<Session, 'code' | 'titleJa' | 'titleEn'>;

export function placeName(language: Language, session: Named | null): string {
  if (session === null) return photographTexts[language].whole;
  return reportTexts[language].ofSubject(session.code, pick(language, inBoth(session.titleJa, session.titleEn)));
}

/** The one that the identifier names, of the person's programme. */
export async function placeNameOf(
  { transaction, language, membership: { programmeId } }: Context,
  sessionId: string | null,
): Promise<string> {
  const session = sessionId && (await transaction.session.findFirst({ where: { id: sessionId, programmeId } }));
  return placeName(language, session || null);
}

/** Both captions, with what is missing. */
export function captionLines(language: Language, { ja, en }: { readonly ja: string; readonly en: string }) {
  const { captionIn } = photographTexts[language];
  const { languages } = reportTexts[language];
  const { missing } = documentTexts[language];
  return [captionIn(languages.ja, ja || missing), captionIn(languages.en, en || missing)];
}

/** Where it goes, with what the form is filled in with. */
export async function placeFields(context: Context, given: Values): Promise<readonly Field[]> {
  const { labels, hints, places } = photographTexts[context.language];
  const choices = await sessionChoices(context, {});
  const session: Field = {
    ...{ kind: 'choice', name: 'session', label: labels.session, choices, optional: true },
    ...(isId(given.session) && initialChoice(given.session, choices)),
  };
  const isOfProgramme = given.ofProgramme === true || choices.length === 0;
  const { programme: yes, session: no } = places;
  const position = typeof given.position === 'number' ? String(given.position) : given.position;
  return [
    ...(choices.length === 0 ? [] : [session]),
    { kind: 'yes/no', name: 'ofProgramme', label: labels.ofProgramme, yes, no, initial: isOfProgramme },
    {
      ...{ kind: 'text', name: 'position', label: labels.position, hint: hints.position, optional: true, maximum: 3 },
      ...initialText(position, 3),
    },
  ];
}

/** `several`: a line for each picture. */
export function captionFields(
  language: Language,
  given: Values,
  { maximum, several }: { readonly maximum: number; readonly several: boolean },
): readonly Field[] {
  const { labels, hints } = photographTexts[language];
  const hint = several ? hints.captions : hints.caption;
  return (['captionJa', 'captionEn'] as const).map((name) => ({
    ...{ kind: 'long text' as const, name, label: labels[name], hint, optional: true, maximum },
    ...initialText(given[name], maximum),
  }));
}

/** One paragraph. */
export function oneLine(typed: string): string {
  return typed
    .split(/\s*\n\s*/)
    .join(' ')
    .trim();
}
