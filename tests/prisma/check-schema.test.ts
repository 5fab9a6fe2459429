/** `npm run check:schema` fails, and says why, when the migrations do not make what the schema says. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { cleanEnvironment } from '../support/process.js';

/** A server of its own is prepared and started for each run of the command. */
vi.setConfig({ testTimeout: 120_000 });

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
`;

/** Each kind of drift: how it gets into the migrations, and what is printed about it. */
const DRIFT: readonly (readonly [from: string, to: string, printed: readonly string[]])[] = [
  ['"size" DOUBLE PRECISION,', '', ['Added column `size`']],
  ['"label" VARCHAR(12),', '"label" VARCHAR(12), "extra" TEXT,', ['Removed column `extra`']],
  ['TIMESTAMPTZ(3)', 'TIMESTAMPTZ(6)', ['Altered column `opens_at` (type changed)']],
  ['"token" TEXT NOT NULL', '"token" TEXT', ['Altered column `token` (changed from Nullable to Required)']],
  ['DEFAULT true', 'DEFAULT false', ['Altered column `open` (default changed']],
  ['"open_period" tstzrange,', '', ['Added column `open_period`']],
  ['"room_by_colour"', '"room_by_color"', ['Renamed index `room_by_color` to `room_by_colour`']],
  [
    'CREATE UNIQUE INDEX "room_number_key"',
    'CREATE INDEX "room_number_key"',
    ['Added unique index on columns (number)'],
  ],
  ["('red', 'dark blue')", "('dark blue')", ['Changed the `colour` enum', 'Added variant `red`']],
  [
    'CREATE UNIQUE INDEX "seat_room_id_label_key" ON "seat" ("room_id", "label");',
    '',
    ['Added unique index on columns (room_id, label)'],
  ],
  ['CREATE INDEX "room_tags_idx" ON "room" USING GIN ("tags");', '', ['Added index on columns (tags)']],
  [
    'ON DELETE CASCADE ON UPDATE',
    'ON DELETE RESTRICT ON UPDATE',
    ['Removed foreign key on columns (room_id)', 'Added foreign key on columns (room_id)'],
  ],
  [
    'CREATE TABLE "seat"',
    'CREATE TABLE "hall" ("id" INTEGER PRIMARY KEY); CREATE TABLE "seat"',
    ['Removed tables', '- hall'],
  ],
];

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spp-check-schema-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('succeeds when they agree, and although the migrations hold what Prisma cannot say', async () => {
  expect(await check(SCHEMA, MIGRATION + HAND_WRITTEN)).toMatchObject({
    code: 0,
    stdout: 'The migrations make what the schema says.\n',
  });
});

it('fails and prints every kind of drift', async () => {
  const drifting = DRIFT.reduce((migration, [from, to]) => {
    expect(migration).toContain(from);
    return migration.replace(from, to);
  }, MIGRATION);
  const { code, stdout } = await check(SCHEMA, drifting);
  expect(code).toBe(1);
  for (const printed of DRIFT.flatMap(([, , lines]) => lines)) expect(stdout).toContain(printed);
});

it('fails for a schema that is not valid', async () => {
  const { code, stderr } = await check(SCHEMA.replace('model Seat', 'model Seat Seat'), MIGRATION);
  expect(code).toBe(1);
  expect(stderr).toContain('schema.prisma');
});

/** Runs the command in a shell without a native engine, as where Prisma cannot download one. */
async function check(schema: string, migration: string): Promise<{ code: unknown; stdout: string; stderr: string }> {
  const migrations = join(folder, 'migrations');
  mkdirSync(join(migrations, '20240101000000_first'), { recursive: true });
  writeFileSync(join(folder, 'schema.prisma'), schema);
  writeFileSync(join(migrations, '20240101000000_first', 'migration.sql'), migration);
  const words = ['run', '--silent', 'check:schema', '--', join(folder, 'schema.prisma'), migrations];
  try {
    return { code: 0, ...(await promisify(execFile)('npm', words, { cwd: PROJECT, env: cleanEnvironment() })) };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && 'stdout' in error && 'stderr' in error)) throw error;
    return { code: error.code, stdout: String(error.stdout), stderr: String(error.stderr) };
  }
}
