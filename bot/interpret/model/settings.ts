/** Where a language model is asked, and how much one person may make it work. */

export interface ModelSettings {
  /** Of an OpenAI-compatible server, such as https://llm.example.org/v1. */
  readonly baseUrl: string;
  readonly model: string;
  /** Absent where the server asks for none. */
  readonly apiKey?: string;
  /** How often one person's words may be sent a day. */
  readonly callsPerDay: number;
  /** How many tokens that may take, read and written together. */
  readonly tokensPerDay: number;
}
