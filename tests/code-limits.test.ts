/** The limits that keep product code readable and checked: length of files and functions, and no way around the types. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const LONGEST_FILE = 350;
const LONGEST_FUNCTION = 80;

/** What nobody here wrote, and tests. */
const LEFT_OUT = new Set(['node_modules', 'dist', 'generated', 'tests']);

function* sources(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !entry.name.startsWith('.') && !LEFT_OUT.has(entry.name)) yield* sources(path);
    if (entry.isFile() && /\.[cm]?tsx?$/.test(entry.name)) yield path;
  }
}

/** What breaks a limit, each with its line. */
function complaintsAbout(path: string, code: string): readonly string[] {
  const file = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true);
  const lineOf = (position: number) => file.getLineAndCharacterOfPosition(position).line + 1;
  const lines = code.replace(/\n$/, '').split('\n').length;
  const complaints = lines > LONGEST_FILE ? [`${path} has ${lines} lines`] : [];
  const look = (node: ts.Node): void => {
    const [start, end] = [lineOf(node.getStart(file)), lineOf(node.getEnd())];
    const complaint = escapeOf(node) ?? (isProduct(path) ? lengthOf(node, end - start + 1) : null);
    if (complaint !== null) complaints.push(`${path}:${start} ${complaint}`);
    ts.forEachChild(node, look);
  };
  look(file);
  return complaints;
}

/** What the playground draws and plays opens whole pages and servers in one function; the app does not. */
const isProduct = (path: string) => !path.startsWith('playground/');

/** Ways around the types. */
function escapeOf(node: ts.Node): string | null {
  if (node.kind === ts.SyntaxKind.AnyKeyword) return 'says any';
  if (ts.isNonNullExpression(node)) return 'says that something is there (!)';
  const declares = ts.isPropertyDeclaration(node) || ts.isVariableDeclaration(node);
  if (declares && node.exclamationToken !== undefined) return 'says that something is set (!)';
  const casts = ts.isTypeAssertionExpression(node) || ts.isAsExpression(node);
  return casts && !ts.isConstTypeReference(node.type) ? 'casts' : null;
}

function lengthOf(node: ts.Node, lines: number): string | null {
  const isWritten = ts.isFunctionLike(node) && 'body' in node && node.body !== undefined;
  return isWritten && lines > LONGEST_FUNCTION ? `is a function of ${lines} lines` : null;
}

it('are kept by all product files', () => {
  const paths = [...sources(ROOT)];
  expect(paths.length).toBeGreaterThan(300);
  const complaints = paths.flatMap((path) =>
    complaintsAbout(relative(ROOT, path).split(sep).join('/'), readFileSync(path, 'utf8')),
  );
  expect(complaints).toEqual([]);
});

const calls = (count: number) => '  g();\n'.repeat(count);

it.each([
  { code: 'let x: any;', complaint: 'a.ts:1 says any' },
  { code: 'const x = y as string;', complaint: 'a.ts:1 casts' },
  { code: 'const x = <string>y;', complaint: 'a.ts:1 casts' },
  { code: 'const x = y as unknown as string;', complaint: 'a.ts:1 casts' },
  { code: '\nf(x!.y);', complaint: 'a.ts:2 says that something is there (!)' },
  { code: 'let x!: string;', complaint: 'a.ts:1 says that something is set (!)' },
  { code: 'class A {\n  x!: string;\n}', complaint: 'a.ts:2 says that something is set (!)' },
  { code: `function f() {\n${calls(79)}}`, complaint: 'a.ts:1 is a function of 81 lines' },
  { code: `const f = () => {\n${calls(79)}};`, complaint: 'a.ts:1 is a function of 81 lines' },
  { code: `class A {\n  f() {\n${calls(79)}  }\n}`, complaint: 'a.ts:2 is a function of 81 lines' },
  { code: calls(351), complaint: 'a.ts has 351 lines' },
])('are broken where it $complaint', ({ code, complaint }) => {
  expect(complaintsAbout('a.ts', code)).toContain(complaint);
});

it('are not broken by what is at the limit or only looks like it', () => {
  for (const code of [
    "const x = ['a'] as const;",
    'const is = x !== y && !z;',
    `function f() {\n${calls(78)}}`,
    calls(350),
  ]) {
    expect(complaintsAbout('a.ts', code)).toEqual([]);
  }
});
