/** Whatever bytes are sent, and however a file was cut or bent on its way, an answer comes: nothing throws, nothing hangs. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { answerTask } from '../../documents/answer-task.js';
import { readDocument } from '../../documents/read-document.js';

const file = (name: string) => readFileSync(new URL(`./files/${name}`, import.meta.url));

/** Some bytes of a file changed, and its end cut off. */
function bent(content: Buffer): fc.Arbitrary<Uint8Array<ArrayBuffer>> {
  const flips = fc.array(fc.tuple(fc.nat(content.length - 1), fc.integer({ min: 1, max: 255 })), { maxLength: 8 });
  const kept = fc.oneof(fc.constant(content.length), fc.integer({ min: 1, max: content.length }));
  return fc.tuple(flips, kept).map(([changes, length]) => {
    const copy = Uint8Array.from(content);
    for (const [at, change] of changes) copy[at] = (copy[at] ?? 0) ^ change;
    return copy.slice(0, length);
  });
}

const bytes = fc.uint8Array({ minLength: 1, maxLength: 2000 }).map((some) => Uint8Array.from(some));
const begun = fc
  .tuple(fc.constantFrom('504b0304', 'd0cf11e0a1b11ae1', 'efbbbf', 'fffe', '1b2442'), bytes)
  .map(([start, rest]) => Uint8Array.from(Buffer.concat([Buffer.from(start, 'hex'), rest])));
const documents = ['libreoffice.docx', 'libreoffice-reviewed.docx', 'pandoc.docx'].map((name) => bent(file(name)));

it('of texts and Word documents', async () => {
  const sent = fc.oneof(bytes, begun, ...documents);
  const tasks = fc.constantFrom('text', 'review');
  await fc.assert(
    fc.asyncProperty(sent, tasks, async (content, task) => {
      const answer = await answerTask({ task, content, name: undefined });
      expect(typeof answer.ok).toBe('boolean');
    }),
    { numRuns: 150 },
  );
});

it('of PDFs, in their thread', async () => {
  const sent = fc.oneof(...['fpdf2.pdf', 'reportlab.pdf', 'ghostscript-scan.pdf'].map((name) => bent(file(name))));
  await fc.assert(
    fc.asyncProperty(sent, async (content) => {
      const answer = await readDocument(content, { milliseconds: 60_000 });
      expect(answer.ok || answer.fault.kind !== 'took_too_long').toBe(true);
    }),
    { numRuns: 12 },
  );
});
