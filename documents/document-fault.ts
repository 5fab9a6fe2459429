/** Why a document that somebody sent was not read. */

export type DocumentFault =
  /** It is none of the kinds that are read, or not the kind that its name says. */
  | { readonly kind: 'wrong_type' }
  /** Word's format before 2007. */
  | { readonly kind: 'old_word' }
  | { readonly kind: 'macros' }
  | { readonly kind: 'encrypted' }
  /** The file, what it unpacks to, or the text in it. */
  | { readonly kind: 'too_large' }
  | { readonly kind: 'damaged' }
  /** On opening, it would fetch something from elsewhere. */
  | { readonly kind: 'links_elsewhere' }
  /** No text comes from any of its pages, which are named: scans, or fonts that do not say what their signs mean. */
  | { readonly kind: 'unreadable'; readonly pages: readonly number[] }
  | { readonly kind: 'empty' }
  | { readonly kind: 'took_too_long' }
  | { readonly kind: 'too_much_memory' };

/** Carries a fault from where it is found to where it is answered; it never leaves this folder. */
export class DocumentRefused extends Error {
  override name = 'DocumentRefused';
  readonly fault: DocumentFault;

  constructor(fault: DocumentFault, options?: ErrorOptions) {
    super(`The document was not read: ${fault.kind}.`, options);
    this.fault = fault;
  }
}
