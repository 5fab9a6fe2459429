/** The attachments of a message that show a file, as Teams defines them. Source: learn.microsoft.com, "Send and receive files through a bot". */

/** Of a consent card: the signed offer, which comes back with the answer. */
interface OfferContext {
  readonly spp: string;
}

/** Asks whether the file may be put into the person's OneDrive. `context` comes back with the answer. */
interface ConsentCard {
  readonly contentType: 'application/vnd.microsoft.teams.card.file.consent';
  readonly name: string;
  readonly content: {
    readonly description: string;
    readonly sizeInBytes: number;
    readonly acceptContext: OfferContext;
    readonly declineContext: OfferContext;
  };
}

/** Shows a file that lies in OneDrive. */
interface InfoCard {
  readonly contentType: 'application/vnd.microsoft.teams.card.file.info';
  readonly contentUrl: string;
  readonly name: string;
  readonly content: { readonly uniqueId: string; readonly fileType: string };
}

export type FileAttachment = ConsentCard | InfoCard;
