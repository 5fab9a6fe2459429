/** English words that several elements share. */

export const body =
  '\\b(?:boards?(?: of (?:directors|management|trustees|governors))?|directors|trustees|executive committee|management (?:board|committee|team)|leadership team|chief executive(?: officer)?|CEO|president|managing director|chair(?:man|woman|person)?)\\b';
export const partners =
  '\\b(?:business partners?|partners|suppliers?|vendors?|sub-?contract(?:or|ors|ed)|contractors?|sub-tier|supply chains?|value chain|providers?|hauliers?|agenc(?:y|ies)|brokers?|distributors?|third parties)\\b';
export const people =
  '\\b(?:officers?|employees?|directors?|staff|workers|workforce|group companies|subsidiar(?:y|ies)|temporary|everyone|sites?|locations?|agency workers|apprentices|trainees|interns|freelancers|contractors|entities|colleagues|team members|permanent|part-time|all persons|anyone|people who work|personnel|persons?|members|managers|drivers|payroll|everybody)\\b';
export const goods =
  '\\b(?:product quality|quality management|product safety|customer complaints?|defects?|warranty|delivery dates?)\\b';
export const norms =
  '\\b(?:guided by|with reference to|refer(?:s|ring)? to|tak(?:e|es|ing) [^.]{0,120}into (?:account|consideration)|in light of|inspired|mindful|informed by|draw(?:s|ing)? on|bear(?:s|ing)? in mind|due regard)\\b';
