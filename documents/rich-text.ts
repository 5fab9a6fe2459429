/** Collects the text of a string in a workbook: its runs of different looks, without the furigana above it. */

export interface RichText {
  open(name: string): void;
  add(text: string): void;
  close(name: string): void;
  /** What was collected since the last time. */
  take(): string;
}

export function richText(): RichText {
  let collected = '';
  let inText = false;
  let inFurigana = false;
  return {
    open(name) {
      if (name === 't') inText = true;
      if (name === 'rPh') inFurigana = true;
    },
    add(text) {
      if (inText && !inFurigana) collected += text;
    },
    close(name) {
      if (name === 't') inText = false;
      if (name === 'rPh') inFurigana = false;
    },
    take() {
      const text = collected;
      collected = '';
      return unescaped(text);
    },
  };
}

/** `_x000D_` stands for a character that XML cannot hold: ECMA-376 part 1, 22.9.2.19 (ST_Xstring). */
export function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_escape, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
