/** The shapes of the cards that Teams draws for files. */

/** Asks whether the file may be put into the person's OneDrive. `context` comes back with the answer. */
interface ConsentCard {
  readonly contentType: 'application/vnd.microsoft.teams.card.file.consent';
  readonly name: string;
  readonly content: {
    readonly description: string;
    readonly sizeInBytes: number;
    readonly acceptContext: { readonly spp: string };
    readonly declineContext: { readonly spp: string };
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
