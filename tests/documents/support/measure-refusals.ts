/** A process of its own: reads the files that it is given, and prints of each what became of it and by how much the memory grew at most. */
import { readFileSync } from 'node:fs';
import { readDocument } from '../../../documents/read-document.js';

/** Read first, so that what a first reading loads is not counted. */
const [usual = '', ...files] = process.argv.slice(2);
const milliseconds = 250_000;

for (let round = 0; round < 3; round += 1) await readDocument(readFileSync(usual), { milliseconds });
for (const name of files) {
  const content = readFileSync(name);
  const before = process.memoryUsage.rss();
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 2);
  const answer = await readDocument(content, { milliseconds, name });
  clearInterval(timer);
  const grown = Math.round((most - before) / 1024 / 1024);
  process.stdout.write(`${JSON.stringify({ fault: answer.ok ? null : answer.fault.kind, grown })}\n`);
}
