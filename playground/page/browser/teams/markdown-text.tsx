/** Text of a bot with its markdown drawn. */
import { useMemo } from 'react';
import { messageMarkdown } from './markdown.js';

export function MarkdownText({ text }: { readonly text: string }) {
  const html = useMemo(() => messageMarkdown(text), [text]);
  if (text.trim() === '') return null;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: markdown-it escapes everything but its own elements (html: false).
  return <div className="teams-text" dangerouslySetInnerHTML={{ __html: html }} />;
}
