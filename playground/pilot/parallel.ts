/** Lets several people act at the same time. */

/** More at once would only queue for the processor, and a person's request has three seconds. */
const AT_ONCE = 6;

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
