/** Compares a database with a Prisma schema, by Prisma's own engine in its WebAssembly build: nothing native is downloaded. */
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  bindMigrationAwareSqlAdapterFactory,
  type ColumnType,
  ColumnTypeEnum,
  type SqlDriverAdapter,
} from '@prisma/driver-adapter-utils';
import { SchemaEngine } from '@prisma/schema-engine-wasm';
import pg from 'pg';
import { connectionSettings } from './connection.js';

/** What the engine's queries of PostgreSQL's catalogue return. The adapter of Prisma's client does not know "char". */
const COLUMN_TYPES: ReadonlyMap<number, ColumnType> = new Map([
  [pg.types.builtins.BOOL, ColumnTypeEnum.Boolean],
  [pg.types.builtins.CHAR, ColumnTypeEnum.Character],
  [pg.types.builtins.INT2, ColumnTypeEnum.Int32],
  [pg.types.builtins.INT4, ColumnTypeEnum.Int32],
  [pg.types.builtins.INT8, ColumnTypeEnum.Int64],
  [pg.types.builtins.OID, ColumnTypeEnum.Int64],
  // text[]
  [1009, ColumnTypeEnum.TextArray],
]);

/**
 * What the database lacks to be as the schema says, in the engine's words, or null when nothing is missing. What Prisma
 * cannot say is left alone: checks, exclusion constraints, partial and expression indexes, triggers, functions, and which
 * type an `Unsupported` column has.
 * @throws when the schema is not valid
 */
export async function schemaDrift(url: string, schemaFile: string): Promise<string | null> {
  const files = [{ path: schemaFile, content: await readFile(schemaFile, 'utf8') }];
  // A panic of the engine would otherwise be reported as this registry's absence.
  const report = (message: string) => process.stderr.write(`${message}\n`);
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: report } });
  const client = new pg.Client(connectionSettings(url).config);
  await client.connect();
  try {
    const connect = async () => catalogueReader(client);
    const factory = { provider: 'postgres', adapterName: 'catalogue', connect, connectToShadowDb: connect } as const;
    const adapter = bindMigrationAwareSqlAdapterFactory(factory);
    const engine = await SchemaEngine.new({ datamodels: undefined }, () => {}, adapter);
    const { exitCode, stdout } = await engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: dirname(schemaFile) },
      to: { tag: 'schemaDatamodel', files },
      script: false,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    });
    return exitCode === 0 ? null : (stdout ?? '').trim();
  } finally {
    await client.end();
  }
}

/** The part of a driver adapter that comparing needs: it reads, and refuses the rest. */
function catalogueReader(client: pg.Client): SqlDriverAdapter {
  const refuse = async () => {
    throw new Error('The comparison of the schema must not write.');
  };
  return {
    provider: 'postgres',
    adapterName: 'catalogue',
    getConnectionInfo: () => ({ schemaName: 'public', supportsRelationJoins: true }),
    async queryRaw({ sql, args }) {
      const { fields, rows } = await client.query<unknown[]>({ text: sql, values: args, rowMode: 'array' });
      const columnNames = fields.map(({ name }) => name);
      const columnTypes = fields.map(({ dataTypeID }) => COLUMN_TYPES.get(dataTypeID) ?? ColumnTypeEnum.Text);
      return { columnNames, columnTypes, rows };
    },
    executeRaw: refuse,
    executeScript: refuse,
    startTransaction: refuse,
    dispose: async () => {},
  };
}
