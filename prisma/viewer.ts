/** For whom a transaction reads and writes, as PostgreSQL's row-level security is told: an account that asks, or work for a programme. */
import pg from 'pg';

/** The account that asks, which was verified by its platform; or what is done without anybody asking, for one programme. */
export type Viewer =
  | { readonly platform: string; readonly tenant: string; readonly userId: string }
  | { readonly programmeId: string; readonly work: string };

/**
 * BEGIN, with the viewer where there is one: in one message, so that nothing more is waited for. The setting ends with the
 * transaction, so that the next one on the connection sees nothing by it.
 */
export function beginFor(viewer: Viewer | null): string {
  return viewer === null ? 'BEGIN' : `BEGIN; SET LOCAL spp.viewer = ${pg.escapeLiteral(JSON.stringify(viewer))}`;
}
