/** .env.example names what is read, and nothing else. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readConfiguration } from '../../app/configuration.js';
import { readOptions } from '../../bot/teams/package.js';

const file = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const lines = file('.env.example').split('\n');
const variable = /^#?([A-Z][A-Z_]*)=/;
const documented = lines.flatMap((line) => variable.exec(line)?.[1] ?? []);

/** The names that something asks an environment for. */
function asked(read: (variables: NodeJS.ProcessEnv) => unknown, given: NodeJS.ProcessEnv = {}): readonly string[] {
  const names = new Set<string>();
  const variables = new Proxy(given, {
    get: (target, name) => {
      names.add(String(name));
      return Reflect.get(target, name);
    },
    has: (target, name) => {
      names.add(String(name));
      return Reflect.has(target, name);
    },
    // Each name that is looked up; a copy of all would show none.
    ownKeys: () => [],
  });
  read(variables);
  return [...names].filter((name) => /^[A-Z][A-Z_]*$/.test(name));
}

/** The names of proxies are read in small letters, too. */
const configured = asked((variables) => readConfiguration(variables)).map((name) => name.toUpperCase());
const packaged = asked((variables) => readOptions(variables, '1.0.0'), {
  TEAMS_APP_ID: '5bb0a5ee-91a7-4c8b-8f1e-5b1a5e5b0a11',
  PUBLIC_URL: 'https://bot.example.org',
});
const composed = [...file('compose.yaml').matchAll(/\$\{([A-Z_]+)/g)].flatMap(([, name]) => name ?? []);

describe('.env.example', () => {
  it('names every variable that is read', () => {
    expect(configured).toContain('DATABASE_URL');
    expect(packaged).toContain('PUBLIC_URL');
    expect(composed).toContain('POSTGRES_PASSWORD');
    for (const name of [...configured, ...packaged, ...composed]) expect(documented).toContain(name);
  });

  it('names none that nothing reads, and none twice', () => {
    for (const name of documented) expect([...configured, ...packaged, ...composed]).toContain(name);
    expect(documented).toEqual([...new Set(documented)]);
  });

  it('has one sentence before each, and no value that would count', () => {
    for (const [index, line] of lines.entries()) {
      if (!variable.test(line)) continue;
      expect(lines[index - 1]).toMatch(/^# \S.*[^.]\.$/);
      expect(line).toMatch(/^#|=$/);
    }
  });
});

describe('compose.yaml', () => {
  const compose = file('compose.yaml');

  it('sets only variables that are read', () => {
    const [, block = ''] = /^ {2}environment: &settings\n((?: {4}.*\n)+)/m.exec(compose) ?? [];
    const set = [...block.matchAll(/^ {4}([A-Z_]+): /gm)].map(([, name]) => name);
    expect(set).toContain('DATABASE_URL');
    for (const name of set) expect(configured).toContain(name);
  });

  it('runs only commands that there are, one of them for each service of the app', () => {
    const commands = [...compose.matchAll(/^ {4}(?:command|entrypoint): \["node", "dist\/main\.js", "(\w+)"\]/gm)];
    const known = [...file('app/command-line.ts').matchAll(/^ {4}case '(\w+)':/gm)].map(([, name]) => name);
    expect(known).toContain('bot');
    expect(commands.length).toBe([...compose.matchAll(/^ {4}<<: \*assistant$/gm)].length);
    for (const [, name] of commands) expect(known).toContain(name);
  });
});
