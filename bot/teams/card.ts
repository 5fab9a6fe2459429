/** The part of Adaptive Cards 1.5 that the bot uses, and the fitting of a card into one message. Source: adaptivecards.io/explorer and learn.microsoft.com, "Types of cards". */

export const cardContentType = 'application/vnd.microsoft.card.adaptive';

/**
 * The most bytes of UTF-8 JSON that a card may have. Teams takes messages of about 40 kB, text, mentions and
 * addresses included, and fewer (28 kB) where a connector stands between; both are kept.
 */
export const LARGEST_CARD = 26_000;
/** Teams hides the buttons of one row beyond the sixth. */
export const BUTTONS_PER_ROW = 6;

export interface TextBlock {
  readonly type: 'TextBlock';
  readonly text: string;
  readonly wrap: true;
  readonly style?: 'heading';
  readonly size?: 'small' | 'medium' | 'large';
  readonly weight?: 'bolder';
  readonly isSubtle?: true;
  readonly color?: 'attention';
  readonly spacing?: 'none' | 'small';
}

/** Its runs are shown as they are, without markdown. */
export interface RichTextBlock {
  readonly type: 'RichTextBlock';
  readonly spacing?: 'small';
  readonly inlines: readonly {
    readonly type: 'TextRun';
    readonly text: string;
    readonly color?: 'attention' | 'good';
    readonly weight?: 'bolder';
    readonly strikethrough?: true;
    readonly underline?: true;
  }[];
}

export interface FactSet {
  readonly type: 'FactSet';
  readonly facts: readonly { readonly title: string; readonly value: string }[];
}

export interface Image {
  readonly type: 'Image';
  readonly url: string;
  readonly altText: string;
}

export interface CardAction {
  readonly type: 'Action.Submit' | 'Action.OpenUrl';
  readonly title: string;
  readonly url?: string;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly style?: 'positive' | 'destructive';
  readonly associatedInputs?: 'none';
}

export interface ActionSet {
  readonly type: 'ActionSet';
  readonly actions: readonly CardAction[];
}

/** Of what is shown in a cell only words are used. */
export interface CardTable {
  readonly type: 'Table';
  readonly firstRowAsHeaders: true;
  readonly showGridLines: true;
  readonly columns: readonly { readonly width: number }[];
  readonly rows: readonly {
    readonly type: 'TableRow';
    readonly cells: readonly { readonly type: 'TableCell'; readonly items: readonly TextBlock[] }[];
  }[];
}

/** Drawn by clients of 2025 and later; all others show what stands in for it. Source: learn.microsoft.com, "Charts in Adaptive Cards". */
export interface CardChart {
  readonly type: 'Chart.VerticalBar.Grouped' | 'Chart.Line';
  readonly title: string;
  readonly yAxisTitle: string;
  readonly data: readonly {
    readonly legend: string;
    readonly values: readonly { readonly x: string; readonly y: number }[];
  }[];
  readonly fallback: TextBlock;
}

export interface Container {
  readonly type: 'Container';
  readonly separator?: true;
  readonly style?: 'attention';
  readonly items: readonly (TextBlock | RichTextBlock | ActionSet)[];
}

interface InputBase {
  readonly id: string;
  readonly label: string;
  readonly isRequired?: true;
  readonly errorMessage?: string;
}

export interface CardChoice {
  readonly title: string;
  readonly value: string;
}

export type Input =
  | (InputBase & {
      readonly type: 'Input.Text';
      readonly isMultiline: boolean;
      readonly maxLength?: number;
      readonly value?: string;
    })
  | (InputBase & { readonly type: 'Input.Date' | 'Input.Time'; readonly value?: string })
  | (InputBase & {
      readonly type: 'Input.ChoiceSet';
      readonly style: 'compact' | 'expanded' | 'filtered';
      readonly choices: readonly CardChoice[];
      readonly isMultiSelect?: true;
      readonly wrap?: true;
      readonly placeholder?: string;
      readonly value?: string;
      readonly 'choices.data'?: { readonly type: 'Data.Query'; readonly dataset: string };
    });

export type CardElement = TextBlock | FactSet | Image | ActionSet | Container | CardTable | CardChart | Input;

export interface Card {
  readonly type: 'AdaptiveCard';
  readonly $schema: string;
  readonly version: '1.5';
  readonly lang: string;
  readonly fallbackText: string;
  readonly speak: string;
  readonly body: readonly CardElement[];
  readonly actions?: readonly CardAction[];
}

export interface CardAttachment {
  readonly contentType: typeof cardContentType;
  readonly content: Card;
}

/** An element, with the number of things of the message that it stands for when it has no room. */
export interface Piece {
  readonly element: CardElement;
  readonly count: number;
  /** Kept before everything else: without its buttons a message leads nowhere. */
  readonly essential: boolean;
}

export function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}

/**
 * The elements that fit, in order: essential pieces first, then the others from the top. `more` draws the line that says
 * how many had no room; it stands where the first of them would have stood.
 */
export function fillCard(
  pieces: readonly Piece[],
  budget: number,
  more: (count: number) => CardElement,
): readonly CardElement[] {
  const size = (piece: Piece) => bytesOf(piece.element) + 1;
  let left = budget - bytesOf(more(9999));
  const kept = new Set<Piece>();
  for (const piece of pieces.filter(({ essential }) => essential)) {
    left -= size(piece);
    if (left >= 0) kept.add(piece);
  }
  for (const piece of pieces.filter(({ essential }) => !essential)) {
    left -= size(piece);
    // Every piece after a gap stays out too, so that the card reads as a beginning.
    if (left < 0) break;
    kept.add(piece);
  }
  const lost = pieces.filter((piece) => !kept.has(piece));
  const count = lost.reduce((sum, piece) => sum + piece.count, 0);
  return pieces.flatMap((piece) => {
    if (kept.has(piece)) return [piece.element];
    return piece === lost[0] ? [more(count)] : [];
  });
}
