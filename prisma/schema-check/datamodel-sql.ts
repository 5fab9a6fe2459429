/** Says a datamodel in SQL, so that PostgreSQL itself can hold it beside what the migrations made. */
import type { Datamodel, Field, Index, Model } from './datamodel.js';

/** https://www.prisma.io/docs/orm/overview/databases/postgresql#type-mapping-between-postgresql-and-prisma-schema */
const DEFAULT_TYPES: Record<string, string> = {
  String: 'TEXT',
  Boolean: 'BOOLEAN',
  Int: 'INTEGER',
  BigInt: 'BIGINT',
  Float: 'DOUBLE PRECISION',
  Decimal: 'DECIMAL(65,30)',
  DateTime: 'TIMESTAMP(3)',
  Json: 'JSONB',
  Bytes: 'BYTEA',
};

const SERIAL_TYPES: Record<string, string> = {
  INTEGER: 'SERIAL',
  INT: 'SERIAL',
  BIGINT: 'BIGSERIAL',
  SMALLINT: 'SMALLSERIAL',
};

const ACTIONS: Record<string, string> = {
  Cascade: 'CASCADE',
  Restrict: 'RESTRICT',
  NoAction: 'NO ACTION',
  SetNull: 'SET NULL',
  SetDefault: 'SET DEFAULT',
};

/** PostgreSQL keeps this many bytes of a name; Prisma shortens the front and keeps the suffix. */
const LONGEST_NAME = 63;

/** The statements that make the datamodel's enums, tables, indexes and foreign keys in the first schema of the search path. */
export function datamodelSql(datamodel: Datamodel): string[] {
  const { enums, models, indexes } = datamodel;
  return [
    ...enums.map(
      ({ name, dbName, values }) =>
        `CREATE TYPE ${identifier(dbName ?? name)} AS ENUM (${values.map((value) => literal(value.dbName ?? value.name)).join(', ')})`,
    ),
    ...models.map((model) => createTable(datamodel, model)),
    ...indexes.map((index) => createIndex(modelNamed(datamodel, index.model), index)),
    ...models.flatMap((model) => model.fields.flatMap((field) => createForeignKey(datamodel, model, field))),
  ];
}

function createTable(datamodel: Datamodel, model: Model): string {
  const columns = model.fields.filter((field) => field.kind !== 'object').map((field) => column(datamodel, field));
  return `CREATE TABLE ${identifier(tableName(model))} (${columns.join(', ')})`;
}

function column(datamodel: Datamodel, field: Field): string {
  const type = columnType(datamodel, field);
  const serial = functionOf(field.default)?.name === 'autoincrement' ? SERIAL_TYPES[type.toUpperCase()] : undefined;
  const value = columnDefault(datamodel, field, type);
  return [
    identifier(columnName(field)),
    serial ?? `${type}${field.isList ? '[]' : ''}`,
    ...(field.isRequired && !field.isList ? ['NOT NULL'] : []),
    ...(value === undefined ? [] : [`DEFAULT ${value}`]),
  ].join(' ');
}

function columnType(datamodel: Datamodel, { kind, type, nativeType }: Field): string {
  if (kind === 'unsupported') return type;
  if (kind === 'enum') {
    const found = datamodel.enums.find(({ name }) => name === type);
    return identifier(found?.dbName ?? type);
  }
  if (nativeType !== null) {
    const [name, parameters] = nativeType;
    const spelled = name === 'DoublePrecision' ? 'DOUBLE PRECISION' : name;
    return parameters.length === 0 ? spelled : `${spelled}(${parameters.join(',')})`;
  }
  const known = DEFAULT_TYPES[type];
  if (known === undefined) throw new Error(`The schema check does not know the type ${type}.`);
  return known;
}

/** The default that the database has; what Prisma's client fills in (uuid, cuid, updatedAt) is none. */
function columnDefault(datamodel: Datamodel, field: Field, type: string): string | undefined {
  const given = field.default;
  if (given === undefined || given === null) return undefined;
  if (Array.isArray(given))
    return `ARRAY[${given.map((value) => scalar(datamodel, field, value)).join(', ')}]::${type}[]`;
  const called = functionOf(given);
  if (called === undefined) return scalar(datamodel, field, given);
  if (called.name === 'now') return 'CURRENT_TIMESTAMP';
  const [expression] = called.args;
  return called.name === 'dbgenerated' && typeof expression === 'string' ? expression : undefined;
}

function scalar(datamodel: Datamodel, { kind, type }: Field, value: unknown): string {
  if (kind === 'enum') {
    const values = datamodel.enums.find(({ name }) => name === type)?.values;
    return literal(values?.find(({ name }) => name === value)?.dbName ?? String(value));
  }
  if (type === 'Bytes') return literal(`\\x${Buffer.from(String(value), 'base64').toString('hex')}`);
  const bare = ['Int', 'BigInt', 'Float', 'Decimal', 'Boolean'].includes(type);
  return bare ? String(value) : literal(String(value));
}

function createIndex(model: Model, { type, dbName, algorithm, fields }: Index): string {
  const table = tableName(model);
  const columns = fields.map((field) => columnName(fieldNamed(model, field.name)));
  if (type === 'id') {
    const name = identifier(dbName ?? shortened(table, '_pkey'));
    return `ALTER TABLE ${identifier(table)} ADD CONSTRAINT ${name} PRIMARY KEY (${columns.map(identifier).join(', ')})`;
  }
  const suffix = type === 'unique' ? '_key' : '_idx';
  const name = identifier(dbName ?? shortened(`${table}_${columns.join('_')}`, suffix));
  const keys = fields.map(({ operatorClass, sortOrder }, position) =>
    [identifier(columns[position] ?? ''), operatorClass, sortOrder].filter((word) => word !== undefined).join(' '),
  );
  const unique = type === 'unique' ? 'UNIQUE ' : '';
  return `CREATE ${unique}INDEX ${name} ON ${identifier(table)} USING ${algorithm ?? 'btree'} (${keys.join(', ')})`;
}

function createForeignKey(datamodel: Datamodel, model: Model, field: Field): string[] {
  const { relationFromFields: from = [], relationToFields: to = [] } = field;
  if (field.kind !== 'object' || from.length === 0) return [];
  const target = modelNamed(datamodel, field.type);
  const columns = (owner: Model, names: string[]) =>
    names.map((name) => identifier(columnName(fieldNamed(owner, name)))).join(', ');
  const optional = from.some((name) => !fieldNamed(model, name).isRequired);
  const onDelete = ACTIONS[field.relationOnDelete ?? (optional ? 'SetNull' : 'Restrict')];
  const onUpdate = ACTIONS[field.relationOnUpdate ?? 'Cascade'];
  return [
    `ALTER TABLE ${identifier(tableName(model))} ADD FOREIGN KEY (${columns(model, from)}) REFERENCES ${identifier(tableName(target))} (${columns(target, to)}) ON DELETE ${onDelete} ON UPDATE ${onUpdate}`,
  ];
}

function functionOf(value: unknown): { name: string; args: unknown[] } | undefined {
  if (typeof value !== 'object' || value === null || !('name' in value) || typeof value.name !== 'string')
    return undefined;
  return { name: value.name, args: 'args' in value && Array.isArray(value.args) ? value.args : [] };
}

function modelNamed({ models }: Datamodel, name: string): Model {
  const model = models.find((candidate) => candidate.name === name);
  if (model === undefined) throw new Error(`The datamodel has no model ${name}.`);
  return model;
}

function fieldNamed(model: Model, name: string): Field {
  const field = model.fields.find((candidate) => candidate.name === name);
  if (field === undefined) throw new Error(`The model ${model.name} has no field ${name}.`);
  return field;
}

function tableName({ dbName, name }: Model): string {
  return dbName ?? name;
}

function columnName({ dbName, name }: Field): string {
  return dbName ?? name;
}

function shortened(front: string, suffix: string): string {
  return `${front.slice(0, LONGEST_NAME - suffix.length)}${suffix}`;
}

function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
