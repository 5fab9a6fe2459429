/** Lets several people act at the same time. */

/** Keeps a bot busy, which is one process. More would only queue for it, and a person's request has three seconds, on a busy machine too. */
const AT_ONCE = 3;

/** Works through the items in order, several at once; after a failure begins nothing new, and throws the first when all have ended. */
export async function inParallel<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const queue = items.values();
  const failures: unknown[] = [];
  const worker = async () => {
    for (const item of queue) {
      if (failures.length > 0) return;
      try {
        await work(item);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  if (failures.length > 0) throw failures[0];
}
