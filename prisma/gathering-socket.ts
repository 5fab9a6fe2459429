/** The socket of a database connection: the prepared statements sent in one turn of the event loop leave in one packet. */
import { Socket } from 'node:net';

/** A packet costs the operating system about as much as a small statement costs the server, so BEGIN need not travel alone. */
export class GatheringSocket extends Socket {
  #gathering = false;

  /** `pg` holds back the parts of a prepared statement until it is whole; this holds them back until the turn ends. */
  override cork(): void {
    super.cork();
    if (this.#gathering) return;
    this.#gathering = true;
    super.cork();
    process.nextTick(() => {
      this.#gathering = false;
      this.uncork();
    });
  }
}
