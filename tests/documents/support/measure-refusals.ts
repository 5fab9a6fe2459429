/** A process of its own: reads the files that it is given, and prints of each what became of it and by how much the memory grew at most. */
import { readFileSync } from 'node:fs';
import { readDocument } from '../../../documents/read-document.js';

/** Read first, so that what a first reading loads is not counted. */
const [usual = '', ...files] = process.argv.slice(2);
const milliseconds = 250_000;

for (let round = 0; round < 3; round += 1) await readDocument(readFileSync(usual), { milliseconds });
for (const name of files) {
  let { fault, grown } = await measure(name);
  // What the process had not yet given back of the reading before counts as well; what this one takes, it takes each time.
  for (let again = 0; again < 2 && grown >= 64; again += 1) ({ fault, grown } = await measure(name));
  process.stdout.write(`${JSON.stringify({ fault, grown })}\n`);
}

async function measure(name: string): Promise<{ fault: string | null; grown: number }> {
  const content = readFileSync(name);
  const before = process.memoryUsage.rss();
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 2);
  const answer = await readDocument(content, { milliseconds, name });
  clearInterval(timer);
  return { fault: answer.ok ? null : answer.fault.kind, grown: Math.round((most - before) / 1024 / 1024) };
}
