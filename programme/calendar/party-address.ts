/** The e-mail addresses that stand in calendar files for a programme and for its people. */

/** Where nobody reads: a domain that never exists (RFC 2606, 2). */
const NOWHERE = 'spp-assistant.invalid';

/** An address within a text, up to what cannot be part of one. */
const address = /[\w.!#$%&*+/=?^{|}~-]+@[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,}/i;

/** The programme's: the first e-mail address in its contact, which may hold other words; without one an address that nobody has. */
export function organiserAddress(contact: string): string {
  return address.exec(contact.normalize('NFKC'))?.[0] ?? `no-reply@${NOWHERE}`;
}

/** A person's own; calendars want one, and know them by it in later files. */
export function personAddress({ id, email }: { readonly id: string; readonly email: string | null }): string {
  return (email === null ? null : address.exec(email)?.[0]) ?? `${id}@${NOWHERE}`;
}
