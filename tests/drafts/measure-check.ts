/** `npm run measure:check -- [--aims FOLDER]`: scores the element check against experts' labels; ends with 1 where a goal is missed. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkSentences } from '../../programme/drafts/check/check-text.js';
import { readLines } from '../../programme/drafts/check/sentences.js';
import { humanRightsPolicy } from '../../programme/drafts/checklists/human-rights-policy/checklist.js';
import {
  alwaysYesOf,
  type Counts,
  count,
  f1Of,
  type LabelledSet,
  labelledSets,
  noCounts,
  precisionOf,
  recallOf,
  scoreLabelled,
  specificityOf,
} from './labelled-policies.js';

const { values } = parseArgs({ options: { aims: { type: 'string' } } });
const setNames = Object.keys(labelledSets).filter((name): name is LabelledSet => name in labelledSets);
let missed = 0;

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function goal(name: string, reached: number, least: number): string {
  if (!(reached >= least)) missed += 1;
  return `${name} ${reached.toFixed(3)} (goal ${least}${reached >= least ? '' : ', missed'})`;
}

function labelledSet(): void {
  for (const language of ['ja', 'en'] as const)
    for (const set of setNames) {
      const counts = scoreLabelled(language, set);
      if (counts.hits + counts.misses === 0) continue;
      const scores = [
        goal('precision', precisionOf(counts), 0.95),
        goal('recall', recallOf(counts), 0.9),
        `F1 ${f1Of(counts).toFixed(3)}, always yes ${alwaysYesOf(counts).toFixed(3)}`,
      ];
      print(`labelled policies, ${language}, ${set}: ${scores.join(', ')}`);
    }
}

interface Statement {
  isRemedied: boolean;
  isFound: boolean;
}

/** Approval (E02) by sentence, remediation (E11) by document. */
function scoreStatements(file: string): { readonly approval: Counts; readonly remediation: Counts } {
  const approval = noCounts();
  const statements = new Map<string, Statement>();
  for (const row of readFileSync(file, 'utf8').trim().split('\n').slice(1)) {
    const [document = '', approves, remedies, sentence = ''] = row.split('\t');
    const found = new Map(
      checkSentences(humanRightsPolicy, readLines(sentence), 'en').map(({ id, status }) => [
        id,
        status !== 'not_found',
      ]),
    );
    count(approval, found.get('E02') === true, approves === '1');
    const statement = statements.get(document) ?? { isRemedied: false, isFound: false };
    statement.isRemedied ||= remedies === '1';
    statement.isFound ||= found.get('E11') === true;
    statements.set(document, statement);
  }
  const remediation = noCounts();
  for (const { isFound, isRemedied } of statements.values()) count(remediation, isFound, isRemedied);
  return { approval, remediation };
}

function aims(folder: string): void {
  const pooled = noCounts();
  for (const [name, least] of [
    ['uk', 0.8],
    ['ca', 0.92],
  ] as const) {
    const { approval, remediation } = scoreStatements(join(folder, `${name}.tsv`));
    pooled.hits += approval.hits;
    pooled.falseHits += approval.falseHits;
    pooled.misses += approval.misses;
    pooled.absent += approval.absent;
    print(`aims ${name}: approval by sentence F1 ${f1Of(approval).toFixed(3)}`);
    const scores = [goal('F1', f1Of(remediation), least), goal('specificity', specificityOf(remediation), 0.6)];
    print(
      `aims ${name}: remediation by document ${scores.join(', ')}, always yes ${alwaysYesOf(remediation).toFixed(3)}`,
    );
  }
  print(
    `aims, both: approval by sentence ${goal('F1', f1Of(pooled), 0.8)}, always yes ${alwaysYesOf(pooled).toFixed(3)}`,
  );
}

labelledSet();
if (values.aims === undefined) print('aims: not scored, as no --aims FOLDER is given');
else if (!existsSync(join(values.aims, 'uk.tsv'))) print(`aims: not scored, as ${values.aims} holds no uk.tsv`);
else aims(values.aims);
process.exitCode = missed === 0 ? 0 : 1;
