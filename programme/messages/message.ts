/** What the bot says (Message) and asks (Form), as data with no platform in it. */

/** Values by name, as they travel in buttons and forms: a partial input of an action. */
export type Values = { readonly [name: string]: Value };
export type Value = string | number | boolean | readonly string[] | null | undefined;

/** A button that asks for an action. `form` says that pressing it opens a form, which Teams must know beforehand. */
export interface ActionButton {
  readonly label: string;
  readonly action: string;
  readonly input: Values;
  readonly emphasis?: 'primary' | 'danger';
  readonly form?: boolean;
  /** A sentence proposed it, so that pressing it shows what would be done and does not do it yet. */
  readonly proposed?: boolean;
  /** Its message only offers the form, so that what the form did takes that message's place. */
  readonly offer?: boolean;
}

/** A button that opens a web address. */
export interface LinkButton {
  readonly label: string;
  readonly link: string;
}

export type Button = ActionButton | LinkButton;

export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** One entry of a list: a title, lines under it, and the buttons that belong to it. */
export interface Item {
  readonly title: string;
  readonly lines: readonly string[];
  readonly buttons: readonly Button[];
}

/** A file to be had: sent through the platform itself where it takes it there, otherwise by its link. */
export interface FileElement {
  readonly kind: 'file';
  /** The identifier under which `FileStore` keeps it. */
  readonly file: string;
  readonly name: string;
  /** What the button says that opens the link. */
  readonly label: string;
  /** Null where the app has no address of its own, so that only the platform itself can bring the file. */
  readonly link: string | null;
}

/** A stretch of a text in two versions. */
export interface RevisionRun {
  readonly kind: 'kept' | 'removed' | 'added';
  readonly text: string;
}

/** A text in two versions: what was removed and added is marked, also for those who see no colours. */
export interface RevisionElement {
  readonly kind: 'revision';
  /** What it is the text of, and what became of it. */
  readonly label: string;
  readonly runs: readonly RevisionRun[];
}

/** Rows of words under the titles of their columns, of the same number each. Its caption stands in a heading as well, since not every platform shows one. */
export interface TableElement {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * A few numbers by label. Where the platform draws charts it is drawn by it; the same as text (chart-twin.ts) stands below in any
 * case, since clients that know no charts leave them out without a word. Pictures are for documents: in a chat they would need an
 * address that everybody can open.
 */
export interface ChartElement {
  readonly kind: 'chart';
  readonly form: 'bars' | 'lines';
  readonly title: string;
  /** What the numbers count, as "people". */
  readonly unit: string;
  readonly labels: readonly string[];
  /** Of each a value for every label. */
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
}

/** All texts are plain: whatever people wrote stays text, and each renderer escapes it for its platform. */
export type Element =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'list'; readonly items: readonly Item[] }
  | { readonly kind: 'buttons'; readonly buttons: readonly Button[] }
  | { readonly kind: 'image'; readonly address: string; readonly description: string }
  | FileElement
  | RevisionElement
  | TableElement
  | ChartElement
  | { readonly kind: 'note'; readonly text: string };

/** Something to say. `summary` is its one-line gist: what a notification banner or a screen reader gets. */
export interface Message {
  readonly summary: string;
  readonly elements: readonly Element[];
  /** A language model wrote some of it: a platform with a label for that shows it. What it wrote stands beside a note that says so. */
  readonly madeByAi?: true;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface FieldBase {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
}

/**
 * One thing to ask. A choice or person with `search` finds its options by typing (`Action.search`);
 * `choices` then holds only those to show first.
 */
export type Field =
  | (FieldBase & { readonly kind: 'text'; readonly initial?: string; readonly maximum?: number })
  | (FieldBase & { readonly kind: 'long text'; readonly initial?: string; readonly maximum?: number })
  | (FieldBase & {
      readonly kind: 'choice' | 'person';
      readonly choices: readonly Choice[];
      readonly initial?: string;
      readonly search?: boolean;
    })
  | (FieldBase & {
      readonly kind: 'several choices';
      readonly choices: readonly Choice[];
      readonly initial?: readonly string[];
    })
  /** Value: 2024-11-07. */
  | (FieldBase & { readonly kind: 'date'; readonly initial?: string })
  /** Value: 15:30. */
  | (FieldBase & { readonly kind: 'time'; readonly initial?: string })
  /** Value: a boolean. `yes` and `no` are the two labels. */
  | (FieldBase & { readonly kind: 'yes/no'; readonly yes: string; readonly no: string; readonly initial?: boolean })
  /**
   * No value: what was chosen comes beside the input (`Request.chosen`), where the platform's forms take files at all. `hint` says
   * how to send them elsewhere. `maximum`: how many, one unless told.
   */
  | (FieldBase & { readonly kind: 'file'; readonly endings: readonly string[]; readonly maximum?: number });

/** Elements that may stand above a form's fields: those without buttons. */
export type Introduction = Extract<Element, { kind: 'text' | 'facts' | 'note' }>;

/** Something to ask for before an action can run. What is already known travels in `known`. */
export interface Form {
  readonly action: string;
  readonly title: string;
  readonly introduction: readonly Introduction[];
  readonly fields: readonly Field[];
  readonly known: Values;
  /** What was said of its fields before it was opened, for a place that can only offer it on a button. */
  readonly said?: Values;
  readonly submit: string;
  readonly cancel: string;
  /** Its action is told when it is closed without being sent. */
  readonly tellsClosing?: boolean;
  /** It is long: what is put into it is kept until it is sent. */
  readonly keepsDraft?: boolean;
}

/** What a person gets for a request. `refreshes`: the person's own overview (Home) is out of date. `replaces`: it takes the place of the message whose button was pressed. */
export type Reply =
  | {
      readonly kind: 'message';
      readonly outcome: 'done' | 'refused' | 'preview';
      readonly message: Message;
      readonly refreshes: boolean;
      readonly replaces: boolean;
    }
  | {
      readonly kind: 'form';
      readonly form: Form;
      /** Errors by field name, in the person's language. */
      readonly errors: Readonly<Record<string, string>>;
      /** An error that belongs to no field. */
      readonly problem: string | null;
    };

/** A message of one paragraph. */
export function plain(text: string): Message {
  return { summary: text, elements: [{ kind: 'text', text }] };
}

export function isLink(button: Button): button is LinkButton {
  return 'link' in button;
}

/** The elements without empty lists, button rows and fact tables, which no platform accepts. */
export function elements(...parts: readonly (Element | null | undefined | false)[]): readonly Element[] {
  return parts.filter((part): part is Element => {
    if (!part) return false;
    if (part.kind === 'list') return part.items.length > 0;
    if (part.kind === 'buttons') return part.buttons.length > 0;
    if (part.kind === 'facts') return part.facts.length > 0;
    if (part.kind === 'table') return part.rows.length > 0;
    if (part.kind === 'chart') return part.labels.length > 0 && part.series.length > 0;
    if (part.kind === 'revision') return part.label !== '' || part.runs.length > 0;
    return part.kind === 'image' || part.kind === 'file' || part.text !== '';
  });
}
