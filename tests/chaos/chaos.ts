/**
 * `npm run chaos [-- R1 R7 redis 500]`: what must hold whatever happens, tried in full, one JSON line a case and one for its control,
 * in which what protects is taken out. Ends with 1 where a case found a violation, or a control none. Without names all cases run, on
 * both queue backends, half an hour in all; a number is how many people (of R1: tries) instead of each case's own.
 */
import { migrateDatabase } from '../../prisma/migrate.js';
import { temporaryDatabase } from '../bench/folder.js';
import { contend } from './contended-hours.js';
import { backends, deliveryCases, runDeliveryCase } from './deliveries.js';
import { violations } from './history.js';

interface Found {
  readonly violations: number;
  /** What the line says beside the case, the violations and the seconds. */
  readonly figures: Readonly<Record<string, number>>;
  /** The first of them, in words. */
  readonly examples: readonly string[];
}

const TRIES = 10_000;
const LIMIT_MILLISECONDS = 15 * 60_000;
const MOST_EXAMPLES = 10;

const cases: Readonly<Record<string, (databaseUrl: string, tries: number) => Promise<Found>>> = {
  async R1(databaseUrl, tries) {
    const seed = Date.now() % 1_000_000;
    const { history, verdict } = await contend({ databaseUrl, tries, seed, limit: LIMIT_MILLISECONDS });
    const { overlaps, inexact, lost, unanswered } = verdict;
    const count = (outcome: string) => history.answers.filter((answer) => answer.outcome === outcome).length;
    return {
      violations: violations(verdict),
      figures: {
        ...{ seed, tries: history.answers.length, done: count('done'), refused: count('refused') },
        ...{ lost: lost.length, overlaps: overlaps.adviser + overlaps.company + overlaps.slot },
        ...{ inexact: inexact.length, unanswered: unanswered.length },
      },
      examples: [...inexact, ...lost, ...unanswered],
    };
  },
};

const isNumber = (word: string) => /^[1-9]\d{0,5}$/.test(word);
const size = process.argv.slice(2).filter(isNumber).map(Number).at(-1);
const asked = process.argv.slice(2).filter((word) => !isNumber(word));
const names = [...Object.keys(cases), ...Object.keys(deliveryCases)];
const unknown = asked.filter((word) => !names.includes(word) && !backends.some((backend) => backend === word));
if (unknown.length > 0)
  throw new Error(`No case ${unknown.join(', ')}; there are: ${names.join(', ')}, ${backends.join(', ')}.`);
const wantsAll = !asked.some((word) => names.includes(word));
const wanted = (name: string) => wantsAll || asked.includes(name);

for (const [name, run] of Object.entries(cases)) {
  if (wanted(name)) await runCase(name, run);
}
const on = backends.filter((backend) => asked.includes(backend));
for (const name of Object.keys(deliveryCases).filter(wanted)) {
  for (const backend of on.length > 0 ? on : backends) {
    if (!(await runDeliveryCase(name, backend, size))) process.exitCode = 1;
  }
}

async function runCase(name: string, run: (databaseUrl: string, tries: number) => Promise<Found>): Promise<void> {
  const server = await temporaryDatabase();
  try {
    await migrateDatabase(server.url);
    const began = performance.now();
    const found = await run(server.url, size ?? TRIES);
    const seconds = Math.round((performance.now() - began) / 100) / 10;
    process.stdout.write(`${JSON.stringify({ case: name, ...found.figures, seconds })}\n`);
    for (const example of found.examples.slice(0, MOST_EXAMPLES)) process.stderr.write(`${name}: ${example}\n`);
    if (found.violations > 0) process.exitCode = 1;
  } finally {
    await server.stop();
  }
}
