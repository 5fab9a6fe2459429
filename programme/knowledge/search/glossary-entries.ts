/** The terms of the field and of the programme, each with what it means, read from the glossary once. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { knowledgeTexts } from '../texts.js';
import type { KnowledgeEntry } from './entry.js';

const both = z.strictObject({ ja: z.string().min(1), en: z.string().min(1) });

const glossarySchema = z.strictObject({
  terms: z.array(
    z.strictObject({
      ja: z.string().min(1),
      en: z.string().min(1),
      /** In hiragana. */
      reading: z.string().min(1),
      /** Without it a term is only told in the other language. */
      explanation: both.optional(),
      /** Where the explanation comes from, beside the use of the programme. */
      source: both.optional(),
    }),
  ),
});

let entries: readonly KnowledgeEntry[] | null = null;

export function glossaryEntries(): readonly KnowledgeEntry[] {
  entries ??= readGlossary();
  return entries;
}

function readGlossary(): readonly KnowledgeEntry[] {
  const { terms } = glossarySchema.parse(
    JSON.parse(readFileSync(new URL('../glossary.json', import.meta.url), 'utf8')),
  );
  return terms.map(({ ja, en, explanation, source }, at): KnowledgeEntry => {
    const name = { ja: `${ja} ${en}`, en: `${en} ${ja}` };
    const place = { ja, en };
    const from = {
      ja: knowledgeTexts.ja.glossary(source?.ja ?? null),
      en: knowledgeTexts.en.glossary(source?.en ?? null),
    };
    const means = { ja: knowledgeTexts.ja.means(ja, en), en: knowledgeTexts.en.means(ja, en) };
    const text = explanation === undefined ? means : explanation;
    return { id: `glossary-${at}`, kind: 'glossary', name, text, source: from, place };
  });
}
