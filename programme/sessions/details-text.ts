/** Agenda and materials as lines of text that a person can edit in a form, and back. */
import type { Language } from '../requests/context.js';
import { type AgendaItem, agendaKinds, type Material, namesOfSpeaker, type Speaker, secureLink } from './details.js';
import { sessionTexts } from './texts.js';

/** 講演: 題名 / Title | 講師 / Speaker; 講師 */
export function agendaToText(agenda: readonly AgendaItem[], language: Language): string {
  return agenda
    .map((item) => {
      const speakers = item.speakers.length > 0 ? ` | ${item.speakers.map(speakerToText).join('; ')}` : '';
      return `${sessionTexts[language].agendaKinds[item.kind]}: ${inBothLanguages(item.titleJa, item.titleEn)}${speakers}`;
    })
    .join('\n');
}

export function textToAgenda(text: string): AgendaItem[] {
  return linesOf(text).map((line) => {
    const [head = '', speakers = ''] = splitOnce(line, /[|｜]/);
    const kind = agendaKinds.find((candidate) => labelsOf(candidate).some((label) => startsWithLabel(head, label)));
    const label = kind && labelsOf(kind).find((candidate) => startsWithLabel(head, candidate));
    const titles =
      label === undefined
        ? head.trim()
        : head
            .trim()
            .slice(label.length + 1)
            .trim();
    return {
      kind: kind ?? 'other',
      ...titlesOf(titles || head.trim()),
      speakers: speakers
        .split(/[;；]/)
        .map((speaker) => speaker.trim())
        .filter(Boolean)
        .map(textToSpeaker),
    };
  });
}

/** 配布資料 / Handout https://… */
export function materialsToText(materials: readonly Material[]): string {
  return materials.map(({ titleJa, titleEn, link }) => `${inBothLanguages(titleJa, titleEn)} ${link}`).join('\n');
}

/** Null where a line has no address that begins with https:// */
export function textToMaterials(text: string): Material[] | null {
  const materials: Material[] = [];
  for (const line of linesOf(text)) {
    const [, titles, link] = /^(.*?)\s*(\S+)$/.exec(line) ?? [];
    const checked = secureLink.safeParse(link);
    if (!checked.success) return null;
    materials.push({ ...titlesOf(titles || checked.data), link: checked.data });
  }
  return materials;
}

function labelsOf(kind: AgendaItem['kind']): readonly string[] {
  return [sessionTexts.ja.agendaKinds[kind], sessionTexts.en.agendaKinds[kind]];
}

function startsWithLabel(head: string, label: string): boolean {
  const start = head.trim().normalize('NFKC').toLowerCase();
  return start.startsWith(`${label.normalize('NFKC').toLowerCase()}:`);
}

function speakerToText(speaker: Speaker): string {
  const { ja, en } = namesOfSpeaker(speaker);
  return inBothLanguages(ja, en);
}

function textToSpeaker(text: string): Speaker {
  const { titleJa: nameJa, titleEn: nameEn } = titlesOf(text);
  return nameJa === nameEn ? nameJa : { nameJa, nameEn };
}

function inBothLanguages(ja: string, en: string): string {
  return ja === en ? ja : `${ja} / ${en}`;
}

function titlesOf(text: string): { titleJa: string; titleEn: string } {
  const [ja = '', en = ''] = splitOnce(text, / [/／] /);
  return { titleJa: ja.trim() || en.trim(), titleEn: en.trim() || ja.trim() };
}

function splitOnce(text: string, separator: RegExp): readonly string[] {
  const match = separator.exec(text);
  return match === null ? [text] : [text.slice(0, match.index), text.slice(match.index + match[0].length)];
}

function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
}
