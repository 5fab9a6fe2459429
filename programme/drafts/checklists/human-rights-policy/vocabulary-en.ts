/** English words that several elements share. */

export const body =
  '\\b(?:(?<!notice )(?<!bulletin )(?<!notice-)boards?(?: of (?:directors|management|trustees|governors))?|directors|trustees|executive committee|management (?:board|committee|team)|leadership team|chief executive(?: officer)?|CEO|president|managing director|chair(?:man|woman|person)?)\\b';
export const partners =
  '\\b(?:business partners?|partners|suppliers?|vendors?|sub-?contract(?:or|ors|ed)|contractors?|sub-tier|supply chains?|value chain|providers?|hauliers?|agenc(?:y|ies)|brokers?|distributors?|third parties)\\b';
export const people =
  '\\b(?:officers?|employees?|directors?|staff|workers|workforce|group companies|subsidiar(?:y|ies)|temporary|everyone|sites?|locations?|agency workers|apprentices|trainees|interns|freelancers|contractors|entities|colleagues|team members|permanent|part-time|all persons|anyone|people who work|personnel|persons?|members|managers|drivers|payroll|everybody)\\b';
export const goods =
  '\\b(?:product quality|quality management|product safety|customer complaints?|defects?|rejected (?:lots?|parts?|goods)|warranty|delivery dates?)\\b';
export const norms =
  '\\b(?:guided by|with reference to|refer(?:s|ring)? to|tak(?:e|es|ing) [^.]{0,120}into (?:account|consideration)|in light of|inspired|mindful|informed by|draw(?:s|ing)? on|bear(?:s|ing)? in mind|due regard)\\b';
export const document =
  '\\b(?:(?:this|the|our|present|current|following|above|its) (?:\\w+ ){0,3}(?:policy|statement|standard|rules?|pledge|declaration|charter|document|version|text|principles|paper|notice|commitments)|this)\\b';
export const values =
  '\\b(?:mission|purpose|vision|(?:corporate |management |company )?philosophy|founding|founders?|(?:core |four |corporate |our |company |shared )values?|values on which|charter(?: of values)?|creed|motto|credo|code of (?:business )?(?:conduct|ethics)|business principles|principle of|ethos|culture)\\b';
export const commits =
  '\\b(?:commit(?:s|ted|ments?)?|pledg\\w+|undertakes? to|vows?|promis\\w+|affirms?|declares?|believes?|regards?|dedicated|resolv\\w+|personally|stand(?:s)? (?:by|for|behind)|responsib\\w+|determined)\\b';
export const heads =
  '\\b(?:president|CEO|COO|chief executive(?: officer)?|managing (?:director|partner)|representative director|general manager|chair(?:man|woman|person)?|owners?|founders?|proprietor|company secretary|executive (?:director|management)|gérant|geschäftsführer|directors?|the management)\\b';
export const advisers =
  '\\b(?:lawyers?|attorneys?|solicitors?|law firm|counsel|consultants?|consultanc(?:y|ies)|academics?|professors?|universit\\w+|experts?|specialists?|ILO|NGOs?|charit(?:y|ies)|chamber of commerce|trade (?:association|union)s?|federations?|advis[eo]rs?|sharoshi|industry (?:association|body)|labou?r inspector\\w*|BSR|institutes?|human rights (?:organi[sz]ation|group|body)s?|outside (?:help|view|eyes))\\b';
export const posts =
  '\\b(?:officer|director|board|president|committee|department|manager|executive|CEO|COO|chief|secretary|VP|vice president|head of|team|division|section|office|coordinator|HR|human resources|general counsel|ombud\\w+|partner|trustees?|representative|chair(?:man|woman|person)?)\\b';
export const stakeholders =
  "\\b(?:stakeholders?|works councils?|workers?(?:' representatives)?|unions?|representatives|employees|staff|trainees|residents|neighbou?rs?'?|rights-?holders?|communit(?:y|ies)|civil society|NGOs?|affected|associations?|user groups|patients|resource groups|labou?r organi[sz]ations|suppliers' workers)\\b";
/** A review of something that is not the policy. */
export const otherReview =
  '\\b(?:review|updat|revis)\\w* (?:our|the|its|their|all|each|these) (?!(?:\\w+ ){0,3}(?:polic|statement|document|standard|approach|efforts|measures|programme|charter|code|commitment|principles|paper|text|effectiveness|progress|implementation|pledge|rules))';
