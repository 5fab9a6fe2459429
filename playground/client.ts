/** What one person sees and does in a chat client, whatever the platform: the driver that tests and the pilot speak through. */

/** A message as the person sees it: all of its text flattened to what would be read aloud, and the labels of its buttons. */
export interface SeenMessage {
  readonly id: string;
  readonly conversation: string;
  readonly from: 'bot' | 'person';
  readonly text: string;
  /** Labels of the buttons of the message, top to bottom; link buttons included. */
  readonly buttons: readonly string[];
  /** Fields of a form drawn inside the message (a Teams card); empty where the platform keeps forms in dialogs. */
  readonly fields: readonly SeenField[];
  /** Only this person sees it (Slack's ephemeral messages). */
  readonly ephemeral: boolean;
  /** How often the message has been edited since it was posted. */
  readonly edits: number;
  /** The platform's own payload, for assertions on what was drawn. */
  readonly payload: unknown;
}

export type SeenFieldKind =
  | 'text'
  | 'long text'
  | 'choice'
  | 'several choices'
  | 'date'
  | 'time'
  | 'yes/no'
  | 'file'
  | 'person';

/** One input as drawn: what a person can read about it and put into it. */
export interface SeenField {
  readonly name: string;
  readonly label: string;
  readonly kind: SeenFieldKind;
  readonly value: string | readonly string[] | boolean | undefined;
  /** Labels of the options of a choice, in order. */
  readonly options: readonly string[];
  readonly required: boolean;
  /** The error the bot showed at this field after the last submission. */
  readonly error: string | undefined;
}

/** An open modal (Slack) or dialog (Teams). */
export interface SeenDialog {
  readonly title: string;
  /** All text of the dialog that is not a field, flattened. */
  readonly text: string;
  readonly fields: readonly SeenField[];
  readonly buttons: readonly string[];
  /** Label of the button that submits it; undefined where the dialog only shows something. */
  readonly submitLabel: string | undefined;
  readonly payload: unknown;
}

/** What goes into a field: free text, the label of an option (or several), a date (2024-11-07), a time (15:30), yes or no, or a file. */
export type FieldValue = string | readonly string[] | boolean | FieldFile | readonly FieldFile[];

/** A file of the person's device. */
export interface FieldFile {
  readonly name: string;
  readonly content: Uint8Array;
}

/** How the platform answered the person's last command: what a real client would show as a red error is in `error`. */
export interface Outcome {
  readonly status: number;
  readonly milliseconds: number;
  /** The words a real client shows when the app misbehaves ("operation_timeout", "Something went wrong"); undefined when all went well. */
  readonly error: string | undefined;
}

/**
 * One person's chat client. Every command travels to the bot as the platform's real signed request and resolves
 * when the bot has answered that request; later messages are awaited with `until`.
 * Labels are matched exactly; a label that is not on the screen throws an Error that lists what is.
 */
export interface ChatClient {
  readonly platform: 'slack' | 'teams';
  readonly user: { readonly id: string; readonly name: string; readonly email: string | undefined };
  /** Writes to the bot in the direct conversation. */
  say(text: string): Promise<Outcome>;
  /** Mentions the bot in a channel, the text following the mention. */
  mention(channel: string, text: string): Promise<Outcome>;
  /** Presses a button: on the open dialog if there is one, otherwise on the newest message that has it. */
  press(label: string, on?: SeenMessage): Promise<Outcome>;
  /** Puts a value into the field with this label, in the open dialog or, without one, in the newest message with such a field. */
  fill(label: string, value: FieldValue): Promise<void>;
  /** Submits the open dialog. */
  submit(): Promise<Outcome>;
  /** Closes the open dialog without submitting it. */
  close(): Promise<Outcome>;
  readonly dialog: SeenDialog | undefined;
  /** Messages this person can see, oldest first, over all conversations. */
  messages(): readonly SeenMessage[];
  /** Waits for a message from the bot that matches and is newer than `after` (default: newer than the person's last command). Rejects after `milliseconds` (default 5,000) with a list of what there is. */
  until(
    text: string | RegExp,
    options?: { readonly after?: SeenMessage; readonly milliseconds?: number },
  ): Promise<SeenMessage>;
}
