/** The control of the races about drafts: a transaction whose statements lock no rows that they read. */
import { Prisma, type Transaction } from '../../../prisma/client.js';

/** The same transaction, whose raw reads leave FOR UPDATE out. */
export function withoutRowLocks(transaction: Transaction): Transaction {
  return new Proxy(transaction, {
    get(target, property) {
      if (property !== '$queryRaw') return Reflect.get(target, property);
      return async (parts: TemplateStringsArray, ...values: unknown[]) =>
        await target.$queryRaw<unknown[]>(
          Prisma.sql(
            parts.map((part) => part.replaceAll('FOR UPDATE', '')),
            ...values,
          ),
        );
    },
  });
}
