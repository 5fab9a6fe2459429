/** Reads what a Word document's styles say of a paragraph or a run besides its looks: headings, lists, hidden text, contents. */
import type { Docx } from './open-docx.js';
import { isOn, numberOf } from './parse-part.js';

/** What a paragraph or its style says of its place in a list; each part may come from another style. */
export interface ListPlace {
  /** w:numId; '0' takes a paragraph out of its style's list. */
  readonly list: string | null;
  readonly level: number | null;
}

export interface DocxStyles {
  /** 1 to 9, null for what is no heading. */
  headingOf(style: string | null): number | null;
  listOf(style: string | null): ListPlace;
  /** Null where no style says anything. */
  isHidden(style: string | null): boolean | null;
  /** A line of a table of contents, or its title. */
  isContents(style: string | null): boolean;
}

interface Style {
  id: string;
  name: string;
  basedOn: string | null;
  /** From 0; 9 is body text. */
  outline: number | null;
  list: string | null;
  level: number | null;
  isHidden: boolean | null;
}

/** Longer chains are circles. */
const LONGEST_CHAIN = 50;

export async function readDocxStyles(docx: Docx): Promise<DocxStyles> {
  const styles = new Map<string, Style>();
  let standard: string | null = null;
  let current: Style | null = null;
  await docx.parse(docx.related('styles'), {
    open(name, attributes) {
      const value = attributes('val') ?? '';
      if (name === 'w:style') {
        const id = attributes('styleId') ?? '';
        current = { id, name: '', basedOn: null, outline: null, list: null, level: null, isHidden: null };
        styles.set(id, current);
        const isDefault = /^(?:1|true|on)$/.test(attributes('default') ?? '');
        if (isDefault && attributes('type') === 'paragraph') standard = id;
      }
      if (current === null) return;
      if (name === 'w:name') current.name = value.toLowerCase();
      if (name === 'w:basedOn') current.basedOn = value;
      if (name === 'w:outlineLvl') current.outline = numberOf(value);
      if (name === 'w:numId') current.list = value;
      if (name === 'w:ilvl') current.level = numberOf(value);
      if (name === 'w:vanish') current.isHidden = isOn(attributes);
    },
    close(name) {
      if (name === 'w:style') current = null;
    },
  });
  /** The first thing that the style or one that it is based on says. */
  function first<T>(style: string | null, say: (style: Style) => T | null): T | null {
    let at = styles.get(style ?? standard ?? '');
    for (let steps = 0; at !== undefined && steps < LONGEST_CHAIN; steps += 1) {
      const said = say(at);
      if (said !== null) return said;
      at = at.basedOn === null ? undefined : styles.get(at.basedOn);
    }
    return null;
  }
  return {
    headingOf: (style) => first(style, headingOfStyle) || null,
    listOf: (style) => ({ list: first(style, ({ list }) => list), level: first(style, ({ level }) => level) }),
    isHidden: (style) => first(style, ({ isHidden }) => isHidden),
    isContents: (style) => first(style, ({ name }) => contentsByName.test(name) || null) === true,
  };
}

/** Names are English in the file whatever language Word speaks; LibreOffice's own are there, too. */
const contentsByName = /^(?:toc \d|toc heading|contents \d|contents heading|index \d|table of figures|toa heading)$/;

/** 0 stands for "no heading", which a style may say of one that is based on a heading. */
function headingOfStyle({ name, outline }: Style): number | null {
  if (outline !== null) return outline < 9 ? outline + 1 : 0;
  const numbered = /^(?:heading|見出し) ?([1-9１-９])$/.exec(name);
  if (numbered !== null) return Number((numbered[1] ?? '').normalize('NFKC'));
  return /^(?:title|表題)$/.test(name) ? 1 : null;
}
