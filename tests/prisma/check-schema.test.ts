/** The check of the schema against the migrations notices every kind of difference. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { schemaDifferences } from '../../prisma/schema-check/compare.js';
import { type Datamodel, readDatamodel } from '../../prisma/schema-check/datamodel.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const SCHEMA = `
generator client {
  provider = "prisma-client"
  output   = "generated"
}

datasource db {
  provider = "postgresql"
}

enum Colour {
  red
  blue @map("dark blue")

  @@map("colour")
}

model Room {
  id        String   @id @default(dbgenerated("gen_random_uuid()")) @db.Uuid
  number    Int      @unique @default(autoincrement())
  name      String   @default("it's {new}")
  colour    Colour   @default(blue)
  tags      String[] @default(["a", "b"])
  price     Decimal  @default(1.5) @db.Decimal(10, 2)
  open      Boolean  @default(true)
  details   Json     @default("{}")
  size      Float?
  token     String   @default(uuid())
  period    Unsupported("tstzrange")? @map("open_period")
  opensAt   DateTime @default(now()) @map("opens_at") @db.Timestamptz(3)
  updatedAt DateTime @updatedAt @map("updated_at")
  seats     Seat[]

  @@index([colour, price(sort: Desc)], map: "room_by_colour")
  @@index([tags], type: Gin)
  @@map("room")
}

model Seat {
  row    Int
  number Int     @map("seat_number")
  /// Words before a @db.VarChar that mean nothing.
  label  String? @db.VarChar(12)
  roomId String  @map("room_id") @db.Uuid
  room   Room    @relation(fields: [roomId], references: [id], onDelete: Cascade)

  @@id([row, number])
  @@unique([roomId, label])
  @@map("seat")
}
`;

const MIGRATION = `
CREATE TYPE "colour" AS ENUM ('red', 'dark blue');
CREATE TABLE "room" (
  "id" UUID NOT NULL DEFAULT gen_random_uuid(),
  "number" SERIAL NOT NULL,
  "name" TEXT NOT NULL DEFAULT 'it''s {new}',
  "colour" "colour" NOT NULL DEFAULT 'dark blue',
  "tags" TEXT[] DEFAULT ARRAY['a', 'b']::TEXT[],
  "price" DECIMAL(10,2) NOT NULL DEFAULT 1.5,
  "open" BOOLEAN NOT NULL DEFAULT true,
  "details" JSONB NOT NULL DEFAULT '{}',
  "size" DOUBLE PRECISION,
  "token" TEXT NOT NULL,
  "open_period" tstzrange,
  "opens_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  "updated_at" TIMESTAMP(3) NOT NULL,
  CONSTRAINT "room_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "seat" (
  "row" INTEGER NOT NULL,
  "seat_number" INTEGER NOT NULL,
  "label" VARCHAR(12),
  "room_id" UUID NOT NULL,
  CONSTRAINT "seat_pkey" PRIMARY KEY ("row", "seat_number")
);
CREATE UNIQUE INDEX "room_number_key" ON "room" ("number");
CREATE INDEX "room_by_colour" ON "room" ("colour", "price" DESC);
CREATE INDEX "room_tags_idx" ON "room" USING GIN ("tags");
CREATE UNIQUE INDEX "seat_room_id_label_key" ON "seat" ("room_id", "label");
ALTER TABLE "seat" ADD CONSTRAINT "seat_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room" ("id")
  ON DELETE CASCADE ON UPDATE CASCADE;
`;

/** What Prisma cannot say, and what therefore stands in migrations only. */
const HAND_WRITTEN = `
CREATE EXTENSION btree_gist;
ALTER TABLE "room" ADD CONSTRAINT "room_not_nameless" CHECK ("name" <> '');
ALTER TABLE "room" ADD CONSTRAINT "room_no_overlap" EXCLUDE USING gist ("number" WITH =, "open_period" WITH &&);
CREATE UNIQUE INDEX "room_one_open" ON "room" ("colour") WHERE "open";
CREATE INDEX "room_by_lower_name" ON "room" (lower("name"));
CREATE FUNCTION "watch"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER "room_watched" AFTER INSERT ON "room" FOR EACH ROW EXECUTE FUNCTION "watch"();
CREATE VIEW "open_room" AS SELECT * FROM "room" WHERE "open";
CREATE SCHEMA "elsewhere";
CREATE TABLE "elsewhere"."job" ("id" INTEGER PRIMARY KEY);
CREATE TABLE "_prisma_migrations" ("id" TEXT PRIMARY KEY);
`;

const DRIFT: [change: string, from: string, to: string, found: string[]][] = [
  [
    'a column that the migrations lack',
    '"size" DOUBLE PRECISION,',
    '',
    ['in the schema, but not made by the migrations: column room.size (double precision)'],
  ],
  [
    'a column that the schema lacks',
    '"label" VARCHAR(12),',
    '"label" VARCHAR(12), "extra" TEXT,',
    ['made by the migrations, but not in the schema: column seat.extra (text)'],
  ],
  [
    'another type',
    '"label" VARCHAR(12),',
    '"label" TEXT,',
    ['column seat.label: the schema says "character varying(12)", the migrations say "text"'],
  ],
  [
    'another precision',
    'TIMESTAMPTZ(3)',
    'TIMESTAMPTZ(6)',
    [
      'column room.opens_at: the schema says "timestamp(3) with time zone not null default now()", the migrations say "timestamp(6) with time zone not null default now()"',
    ],
  ],
  [
    'another type that Prisma does not know',
    'tstzrange',
    'tsrange',
    ['column room.open_period: the schema says "tstzrange", the migrations say "tsrange"'],
  ],
  [
    'a column that may be null',
    '"token" TEXT NOT NULL',
    '"token" TEXT',
    ['column room.token: the schema says "text not null", the migrations say "text"'],
  ],
  [
    'another default',
    'DEFAULT true',
    'DEFAULT false',
    [
      'column room.open: the schema says "boolean not null default true", the migrations say "boolean not null default false"',
    ],
  ],
  [
    'a missing enum value',
    "('red', 'dark blue')",
    "('dark blue')",
    ['enum colour: the schema says "dark blue, red", the migrations say "dark blue"'],
  ],
  [
    'a missing unique index',
    'CREATE UNIQUE INDEX "seat_room_id_label_key" ON "seat" ("room_id", "label");',
    '',
    [
      'in the schema, but not made by the migrations: unique index on seat USING btree (room_id, label) (named seat_room_id_label_key)',
    ],
  ],
  [
    'a unique index that is partial',
    'ON "seat" ("room_id", "label")',
    'ON "seat" ("room_id", "label") WHERE "label" IS NOT NULL',
    [
      'in the schema, but not made by the migrations: unique index on seat USING btree (room_id, label) (named seat_room_id_label_key)',
    ],
  ],
  [
    'an index that is not unique',
    'CREATE UNIQUE INDEX "room_number_key"',
    'CREATE INDEX "room_number_key"',
    [
      'in the schema, but not made by the migrations: unique index on room USING btree (number) (named room_number_key)',
      'made by the migrations, but not in the schema: index on room USING btree (number) (named room_number_key)',
    ],
  ],
  [
    'a missing index',
    'CREATE INDEX "room_tags_idx" ON "room" USING GIN ("tags");',
    '',
    ['in the schema, but not made by the migrations: index on room USING gin (tags) (named room_tags_idx)'],
  ],
  [
    'an index under another name',
    '"room_by_colour"',
    '"room_by_color"',
    [
      'index on room USING btree (colour, price DESC): the schema says "named room_by_colour", the migrations say "named room_by_color"',
    ],
  ],
  [
    'another primary key',
    'PRIMARY KEY ("row", "seat_number")',
    'PRIMARY KEY ("room_id", "row", "seat_number")',
    [
      'in the schema, but not made by the migrations: primary key on seat USING btree ("row", seat_number) (named seat_pkey)',
      'made by the migrations, but not in the schema: primary key on seat USING btree (room_id, "row", seat_number) (named seat_pkey)',
    ],
  ],
  [
    'another action of a foreign key',
    'ON DELETE CASCADE ON UPDATE',
    'ON DELETE RESTRICT ON UPDATE',
    [
      'foreign key of seat (room_id) REFERENCES room(id): the schema says "ON UPDATE CASCADE ON DELETE CASCADE", the migrations say "ON UPDATE CASCADE ON DELETE RESTRICT"',
    ],
  ],
  [
    'a missing foreign key',
    MIGRATION.slice(MIGRATION.indexOf('ALTER TABLE "seat"')),
    '',
    [
      'in the schema, but not made by the migrations: foreign key of seat (room_id) REFERENCES room(id) (ON UPDATE CASCADE ON DELETE CASCADE)',
    ],
  ],
  [
    'a table and an enum that the schema lacks',
    'CREATE TABLE "seat"',
    'CREATE TYPE "mood" AS ENUM (\'good\'); CREATE TABLE "hall" ("id" INTEGER PRIMARY KEY); CREATE TABLE "seat"',
    [
      'made by the migrations, but not in the schema: table hall',
      'made by the migrations, but not in the schema: enum mood (good)',
    ],
  ],
];

let folder: string;
let datamodel: Datamodel;
let test: TestDatabase | undefined;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'spp-check-schema-'));
  writeFileSync(join(folder, 'schema.prisma'), SCHEMA);
  datamodel = await readDatamodel(join(folder, 'schema.prisma'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

afterEach(async () => {
  await test?.close();
  test = undefined;
});

describe('the schema against the migrations', () => {
  it('agrees when they agree', async () => {
    expect(await found(MIGRATION)).toEqual([]);
  });

  it('agrees although the migrations hold what Prisma cannot say', async () => {
    expect(await found(MIGRATION + HAND_WRITTEN)).toEqual([]);
  });

  it.each(DRIFT)('finds %s', async (_change, from, to, differences) => {
    expect(MIGRATION).toContain(from);
    expect(await found(MIGRATION.replace(from, to))).toEqual(differences);
  });

  it('names a missing table once, not with all its columns', async () => {
    expect(await found(MIGRATION.slice(0, MIGRATION.indexOf('CREATE TABLE "seat"')))).toContain(
      'in the schema, but not made by the migrations: table seat',
    );
    expect((await found('')).sort()).toEqual([
      'in the schema, but not made by the migrations: enum colour (dark blue, red)',
      'in the schema, but not made by the migrations: table room',
      'in the schema, but not made by the migrations: table seat',
    ]);
  });

  it('leaves nothing behind in the database it looked at', async () => {
    await found(MIGRATION);
    const schemas = "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'spp%'";
    expect(await test?.database.$queryRawUnsafe(schemas)).toEqual([]);
  });

  it('refuses what it could not compare', async () => {
    const file = join(folder, 'other.prisma');
    writeFileSync(file, SCHEMA.replace('@@map("seat")', '@@map("seat")\n  @@ignore'));
    await expect(readDatamodel(file)).rejects.toThrow(/@ignore/);
    const many = 'model A {\n id Int @id\n b B[]\n}\nmodel B {\n id Int @id\n a A[]\n}\n';
    writeFileSync(file, SCHEMA + many);
    await expect(readDatamodel(file)).rejects.toThrow('implicit table between A and B');
    writeFileSync(file, SCHEMA.replace('model Seat', 'model Seat Seat'));
    await expect(readDatamodel(file)).rejects.toThrow();
  });
});

describe('the command', () => {
  it('succeeds in sync, and fails and says why otherwise', async () => {
    const migration = join(folder, 'migrations', '20240101000000_first');
    mkdirSync(migration, { recursive: true });
    writeFileSync(join(migration, 'migration.sql'), MIGRATION + HAND_WRITTEN.replace(/^.*_prisma_migrations.*$/m, ''));
    expect(await command()).toEqual({ code: 0, stdout: 'The migrations make what the schema says.\n' });
    writeFileSync(join(migration, 'migration.sql'), MIGRATION.replace('DOUBLE PRECISION', 'INTEGER'));
    expect(await command()).toEqual({
      code: 1,
      stdout: 'column room.size: the schema says "double precision", the migrations say "integer"\n',
    });
  });
});

async function found(migration: string): Promise<string[]> {
  await test?.close();
  test = await createTestDatabase({ empty: true });
  const client = new pg.Client({ connectionString: test.url });
  await client.connect();
  await client.query(migration).finally(() => client.end());
  return schemaDifferences(test.url, datamodel);
}

/** Without a native engine, as in a network that does not let Prisma download it. */
async function command(): Promise<{ code: unknown; stdout: string }> {
  const script = new URL('../../prisma/check-schema.ts', import.meta.url).pathname;
  const { PRISMA_SCHEMA_ENGINE_BINARY: _, ...env } = process.env;
  const given = ['--import', 'tsx', script, join(folder, 'schema.prisma'), join(folder, 'migrations')];
  try {
    return { code: 0, stdout: (await promisify(execFile)(process.execPath, given, { env })).stdout };
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || !('stdout' in error)) throw error;
    return { code: error.code, stdout: String(error.stdout) };
  }
}
