/**
 * Answers `prisma generate` as a generator that writes down the datamodel it is given, all of which the generated client
 * keeps only in part. The protocol is one JSON-RPC request per line on standard input, answered on standard error.
 */
import { writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('usage: report-datamodel <file>');

for await (const line of createInterface({ input: process.stdin })) {
  const { id, method, params } = JSON.parse(line);
  if (method === 'generate') writeFileSync(file, JSON.stringify(params.dmmf.datamodel));
  const result = method === 'getManifest' ? { manifest: { prettyName: 'datamodel', defaultOutput: '.' } } : null;
  process.stderr.write(`${JSON.stringify({ jsonrpc: '2.0', id, result })}\n`);
}
