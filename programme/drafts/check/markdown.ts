/** Makes plain text of Markdown, in which the check reads headings and list items by itself. */

/** Emphasis, code and links go; `#` stays, as it marks headings. */
export function plainMarkdown(text: string): string {
  return text
    .split(/\r\n|\n|\r/)
    .filter((line) => !/^[\s|:=-]+$/.test(line) || line.trim() === '')
    .map((line) =>
      line
        .replace(/^\s*>\s?/, '')
        .replaceAll('|', '\t')
        .replaceAll(/\*\*|__|`/g, '')
        .replaceAll(/!?\[([^\][]{0,300})\]\([^()\s]{0,500}\)/g, '$1')
        .trim(),
    )
    .join('\n');
}
