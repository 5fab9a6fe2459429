/** For whom a transaction reads and writes: what PostgreSQL's row-level security goes by, around drafts and reviews. */
import { VIEWER_SETTING } from './connection.js';
import { Prisma } from './generated/client.js';

/**
 * Whom the database shows drafts and reviews to; without a viewer it shows none. `account`: of a chat platform, with the roles
 * that it opens. `person`: with all of their roles, as when they are notified. `programme`: stages and dates of all of its
 * companies, and nothing of a draft, as for reports. `link`: the one file that the link is for. `housekeeping`: which files there
 * are, and no byte of them. `erasing`: the version whose content is taken away. `merging`: what names one of two people who are one.
 */
export type Viewer =
  | { readonly kind: 'account'; readonly platform: string; readonly tenant: string; readonly userId: string }
  | { readonly kind: 'person'; readonly personId: string }
  | { readonly kind: 'programme'; readonly programmeId: string }
  | { readonly kind: 'link'; readonly fileId: string }
  | { readonly kind: 'housekeeping' }
  | { readonly kind: 'erasing'; readonly draftId: string }
  | { readonly kind: 'merging'; readonly fromId: string; readonly intoId: string };

/** For the rest of the transaction alone; null: nobody. The viewer is a parameter, never a part of the statement. */
export function viewerStatement(viewer: Viewer | null): Prisma.Sql {
  const words = viewer === null ? '' : JSON.stringify(viewer);
  return Prisma.sql`SELECT set_config(${VIEWER_SETTING}, ${words}, true)`;
}
