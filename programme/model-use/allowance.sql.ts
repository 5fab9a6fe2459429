/** The raw SQL on what a person makes the language model work in a day: counted in one statement each, so that nothing slips past a limit. */
import { z } from 'zod';
import type { PrismaClient } from '../../prisma/client.js';

/** For how long it is kept what somebody made the model work; after their day it limits nothing, and the operator may ask why it was much. */
const KEPT_DAYS = 35;

const taken = z.array(z.object({ calls: z.number() }));

/** How much one person may make the model work a day. */
export interface ModelLimits {
  readonly calls: number;
  readonly tokens: number;
}

export interface ModelCall {
  readonly personId: string;
  /** Of the person's own calendar, such as 2024-11-07. */
  readonly day: string;
  /** What the call may take, until it is known. */
  readonly tokens: number;
}

/**
 * Takes one call, and the tokens that it may need, off what the person has left; false where either is not there any more, and then
 * nothing is taken. Of many at once no more pass than there is left for: each waits for the row and looks at it again.
 */
export async function takeModelCall(
  database: PrismaClient,
  { personId, day, tokens }: ModelCall,
  most: ModelLimits,
): Promise<boolean> {
  if (tokens > most.tokens || most.calls < 1) return false;
  const rows = await database.$queryRaw<unknown[]>`
    INSERT INTO model_allowance AS a (person_id, day, calls, tokens)
    VALUES (${personId}::uuid, ${day}::date, 1, ${tokens}::int)
    ON CONFLICT (person_id, day) DO UPDATE SET calls = a.calls + 1, tokens = a.tokens + excluded.tokens
      WHERE a.calls < ${most.calls}::int AND a.tokens + excluded.tokens <= ${most.tokens}::int
    RETURNING a.calls`;
  return taken.parse(rows).length === 1;
}

/** Puts what a call took in the place of what it might have taken. */
export async function settleModelCall(
  database: PrismaClient,
  { personId, day, tokens }: ModelCall,
  took: number,
): Promise<void> {
  await database.$executeRaw`
    UPDATE model_allowance SET tokens = GREATEST(0, tokens + ${took - tokens}::int)
    WHERE person_id = ${personId}::uuid AND day = ${day}::date`;
}

/** Deletes what was counted on days long past. */
export async function forgetModelCalls(database: PrismaClient, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEPT_DAYS * 86_400_000);
  await database.$executeRaw`DELETE FROM model_allowance WHERE day < ${before}::timestamptz::date`;
}
