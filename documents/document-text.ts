/** What a document says, paragraph by paragraph, without its looks. */

export interface DocumentParagraph {
  /** Without the label; inner line breaks are kept as \n. */
  readonly text: string;
  /** 1 to 9 for a heading, null for everything else. */
  readonly heading: number | null;
  /** What the document's own numbering shows before it ("第3条", "(2)", "①", "•"), null where there is none or it is typed into the text. */
  readonly label: string | null;
  /** The page on which it begins, from 1; null where the document knows no pages. */
  readonly page: number | null;
}

export interface DocumentText {
  readonly paragraphs: readonly DocumentParagraph[];
  /** How many pages it has, null where it knows none. */
  readonly pages: number | null;
  /** Pages from which no text came: pictures of text, fonts that do not say what their signs mean, and empty pages. Absent where there is none. */
  readonly unreadablePages?: readonly number[];
}
