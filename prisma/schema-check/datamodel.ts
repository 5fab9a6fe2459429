/** Reads what a Prisma schema says, through Prisma's own parser. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** The part of Prisma's datamodel that has a counterpart in a database. */
export interface Datamodel {
  enums: { name: string; dbName: string | null; values: { name: string; dbName: string | null }[] }[];
  models: Model[];
  indexes: Index[];
}

export interface Model {
  name: string;
  dbName: string | null;
  fields: Field[];
}

export interface Field {
  name: string;
  dbName?: string;
  kind: 'scalar' | 'enum' | 'object' | 'unsupported';
  /** A Prisma type, an enum, a model, or PostgreSQL's own name of an unsupported type. */
  type: string;
  isList: boolean;
  isRequired: boolean;
  nativeType: [name: string, parameters: string[]] | null;
  default?: unknown;
  relationFromFields?: string[];
  relationToFields?: string[];
  relationOnDelete?: string;
  relationOnUpdate?: string;
}

export interface Index {
  model: string;
  type: 'id' | 'unique' | 'normal' | 'fulltext';
  dbName?: string;
  algorithm?: string;
  fields: { name: string; sortOrder?: string; operatorClass?: string }[];
}

/**
 * Runs `prisma generate` on a copy of the schema whose only generator is ours. Needs no database and no native engine.
 * @throws when the schema is not valid, or says what this check cannot compare (`@ignore`, implicit many-to-many tables)
 */
export async function readDatamodel(schemaFile: string): Promise<Datamodel> {
  const schema = readFileSync(schemaFile, 'utf8');
  if (/^[^"/]*@ignore\b/m.test(schema))
    throw new Error('The schema check cannot compare what @ignore hides from Prisma.');
  const folder = mkdtempSync(join(tmpdir(), 'spp-datamodel-'));
  try {
    const copy = join(folder, 'schema.prisma');
    const output = join(folder, 'datamodel.json');
    writeFileSync(copy, `${withoutGenerators(schema)}\n${generator(output)}`);
    const prisma = join(dirname(createRequire(import.meta.url).resolve('prisma/package.json')), 'build', 'index.js');
    await promisify(execFile)(process.execPath, [prisma, 'generate', '--schema', copy], {
      // Never run by generate, but downloaded unless something is named.
      env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
    });
    const datamodel: Datamodel = JSON.parse(readFileSync(output, 'utf8'));
    addUnsupported(datamodel, schema);
    refuseImplicitTables(datamodel);
    return datamodel;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function withoutGenerators(schema: string): string {
  return schema.replace(/^generator\s+\w+\s*\{[^}]*^\}/gm, '');
}

function generator(output: string): string {
  const program = fileURLToPath(new URL('report-datamodel.ts', import.meta.url));
  const loader = createRequire(import.meta.url).resolve('tsx');
  const command = [process.execPath, '--import', loader, program, output].map((word) => JSON.stringify(word)).join(' ');
  return `generator datamodel {\n  provider = ${JSON.stringify(command)}\n}\n`;
}

/** Columns of a type that Prisma does not know are missing from the datamodel, which is made for its client. */
function addUnsupported(datamodel: Datamodel, schema: string): void {
  let model: Model | undefined;
  for (const line of schema.split('\n')) {
    const opened = /^model\s+(\w+)/.exec(line)?.[1];
    if (opened !== undefined) model = datamodel.models.find((candidate) => candidate.name === opened);
    const [, name, type, arity] = /^\s*(\w+)\s+Unsupported\("([^"]+)"\)(\?|\[\])?/.exec(line) ?? [];
    if (model === undefined || name === undefined || type === undefined) continue;
    const dbName = /@map\("([^"]+)"\)/.exec(line)?.[1];
    const given = /@default\(dbgenerated\("((?:[^"\\]|\\.)*)"\)\)/.exec(line)?.[1];
    model.fields.push({
      name,
      ...(dbName === undefined ? {} : { dbName }),
      kind: 'unsupported',
      type,
      isList: arity === '[]',
      isRequired: arity !== '?',
      nativeType: null,
      ...(given === undefined ? {} : { default: { name: 'dbgenerated', args: [JSON.parse(`"${given}"`)] } }),
    });
  }
}

function refuseImplicitTables({ models }: Datamodel): void {
  for (const model of models) {
    for (const field of model.fields.filter(({ kind, isList }) => kind === 'object' && isList)) {
      const other = models.find(({ name }) => name === field.type);
      const back = other?.fields.some(({ type, isList }) => type === model.name && isList);
      const owned = other?.fields.some(
        ({ type, relationFromFields }) => type === model.name && relationFromFields?.length,
      );
      if (back && !owned) {
        throw new Error(`The schema check cannot compare the implicit table between ${model.name} and ${field.type}.`);
      }
    }
  }
}
