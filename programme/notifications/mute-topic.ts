/** Remembers that a person wants to hear no more of a topic, or hears of it again. */
import type { Transaction } from '../../prisma/client.js';
import type { Muting } from './mute-links.js';

/** A person who is gone is ignored. Muting twice is muting once. */
export async function muteTopic(
  database: Transaction,
  { personId, topic, now }: Muting & { readonly now: Date },
): Promise<void> {
  const person = await database.person.findUnique({
    where: { id: personId },
    select: { id: true, mergedIntoId: true },
  });
  if (person === null) return;
  // Of two people who turned out to be one, the other one is told.
  const data = { personId: person.mergedIntoId ?? person.id, topic, mutedAt: now };
  await database.mutedTopic.createMany({ data, skipDuplicates: true });
}

/** The person hears of it again. */
export async function unmuteTopic(database: Transaction, { personId, topic }: Muting): Promise<void> {
  const person = await database.person.findUnique({ where: { id: personId }, select: { mergedIntoId: true } });
  await database.mutedTopic.deleteMany({ where: { personId: person?.mergedIntoId ?? personId, topic } });
}

/** What either of two people muted who turned out to be one stays muted. */
export async function mergeMuted(
  transaction: Transaction,
  { fromId, intoId }: { readonly fromId: string; readonly intoId: string },
): Promise<void> {
  const muted = await transaction.mutedTopic.findMany({ where: { personId: fromId } });
  const data = muted.map((one) => ({ ...one, personId: intoId }));
  await transaction.mutedTopic.createMany({ data, skipDuplicates: true });
  await transaction.mutedTopic.deleteMany({ where: { personId: fromId } });
}
