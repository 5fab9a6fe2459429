/** The part of an IMAP server for tests that is used here; its package brings no types. */
declare module 'hoodiecrow-imap' {
  import type { Server } from 'node:net';

  interface Hoodiecrow {
    readonly server: Server;
    listen(port: number, host: string, ready: () => void): void;
    close(done: () => void): void;
    appendMessage(mailbox: string, flags: readonly string[], date: false, raw: string): void;
    getMailbox(path: string): { readonly messages: readonly { readonly flags: readonly string[] }[] };
  }
  export default function hoodiecrow(options: {
    readonly plugins: readonly string[];
    readonly users: Readonly<Record<string, { readonly password: string }>>;
    readonly storage: Readonly<Record<string, object>>;
  }): Hoodiecrow;
}
