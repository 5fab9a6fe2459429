/** The passages of the programme's documents, as they are searched. */
import type { SourcePassage } from '../sources.js';
import { knowledgeTexts } from '../texts.js';
import type { KnowledgeEntry } from './entry.js';

export function passageEntry({
  sourceId,
  position,
  title,
  language,
  heading,
  page,
  text,
}: SourcePassage): KnowledgeEntry {
  const name = heading === '' ? title : `${title} ${heading}`;
  const placeIn = (shown: 'ja' | 'en') =>
    [heading, page === null ? '' : knowledgeTexts[shown].page(page)].filter((part) => part !== '').join(', ');
  const inOne = (written: string) => (language === 'ja' ? { ja: written, en: '' } : { ja: '', en: written });
  return {
    ...{ id: `${sourceId}-${position}`, kind: 'passage', name: inOne(name), text: inOne(text) },
    source: { ja: title, en: title },
    place: { ja: placeIn('ja'), en: placeIn('en') },
  };
}
