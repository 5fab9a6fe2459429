/** What the page is told of that lies ahead in the programme: a type, as both sides know it. */
/** Something that will happen at a known time. */
export interface Ahead {
  /** ISO 8601. */
  readonly at: string;
  readonly what:
    | 'registration deadline'
    | 'session starts'
    | 'session ends'
    | 'consultation starts'
    | 'announcement'
    | 'notification';
  readonly subject: Readonly<Record<'ja' | 'en', string>>;
}
