/** By which English words international instruments (E06) and the rights at work (E07) show themselves. */
import type { ElementRules } from '../checklist.js';
import { norms } from './vocabulary-en.js';

export const rightsEn: Readonly<Record<string, ElementRules>> = {
  E06: {
    weak: norms,
    firm: '\\b(?:support\\w*|respect(?!ive)\\w*|uphold\\w*|commit(?!tee)\\w*|endors\\w*|adher\\w*|comply|complies|follow\\w*|accordance with|based on|honou?r\\w*|align\\w*)\\b',
    unless: '\\b(?:differ|conflict|contradict)\\w*\\b|\\bcustomers?\\b|\\bhigher standard\\b',
    rules: [
      {
        all: [
          '\\bInternational Bill of (?:Human )?Rights\\b|\\bUniversal Declaration\\b|\\bInternational Covenants?\\b',
        ],
        part: 'bill_of_rights',
      },
      {
        all: [
          '\\b(?:ILO|International Labou?r Organi[sz]ation)\\b',
          '\\b(?:declaration|conventions?|principles|standards)\\b',
        ],
        part: 'ilo_declaration',
      },
      { all: ['\\bGuiding Principles\\b|\\bUNGPs?\\b'], part: 'unguiding_principles' },
      { all: ['\\bOECD\\b', '\\b(?:guidelines?|guidance)\\b'], part: 'oecd_guidelines' },
      {
        all: [
          '\\binternationally (?:recogni[sz]ed|proclaimed|accepted) human rights\\b|\\binternational human rights (?:standards|norms|principles|law)\\b|\\bUN Global Compact\\b',
          '\\b(?:respect(?!ive)\\w*|support\\w*|uphold\\w*|commit(?!tee)\\w*|accordance|comply|follow\\w*|align\\w*)\\b',
        ],
      },
    ],
  },
  E07: {
    rules: [
      {
        all: [
          '\\bfreedom of association\\b|\\bcollective bargaining\\b|\\bbargain collectively\\b|\\b(?:form|join)(?: or join)? (?:a )?(?:trade |labou?r )?unions?\\b',
        ],
        part: 'freedom_of_association',
        denies: true,
      },
      {
        all: [
          '\\b(?:forced|compulsory|bonded|prison|involuntary) (?:or compulsory )?labou?r\\b|\\b(?<!anti-)slavery\\b(?! act)|\\bhuman trafficking\\b|\\bforced or\\b[^.]{0,20}labou?r',
        ],
        part: 'forced_labour',
        denies: true,
      },
      {
        all: [
          '\\bchild labou?r\\b|\\bemploy(?:ing)? children\\b|\\bminimum (?:working )?age\\b|\\bforced (?:or|and|nor) child\\b',
        ],
        part: 'child_labour',
        denies: true,
      },
      {
        all: ['\\b(?:non-?)?discriminat\\w*\\b|\\bequal (?:opportunit\\w+|treatment)\\b'],
        part: 'discrimination',
        denies: true,
      },
      {
        all: [
          '\\b(?:safe and healthy|healthy and safe|safe) (?:working|work|workplace|environment|conditions)\\b|\\boccupational (?:safety|health)\\b|\\b(?:health and safety|safety and health)\\b|\\bsafe workplaces?\\b',
        ],
        part: 'safety_and_health',
        denies: true,
        unless: '\\b(?:product|food|road|customer) safety\\b',
      },
      {
        all: [
          '\\b(?:form (?:and|or) join|(?:join|belong to|form|organi[sz]e|set up)[^.]{0,20} (?:trade |labou?r )?unions?|union membership|(?:respect|recogni[sz]e|accept|free|right|member|belong)\\w*[^.]{0,40}unions?|negotiate collectively|workers. representatives of their choice|right to organi[sz]e)\\b',
        ],
        part: 'freedom_of_association',
        denies: true,
      },
      {
        all: [
          '\\b(?:(?:work|employment) (?:is|must be|shall be) (?:voluntary|freely chosen)|freely chosen|(?:hold|keep|retain|confiscat\\w*)[^.]{0,20} (?:passports?|identity)|forced\\b[^.]{0,30} labou?r|modern slavery(?! act)|against (?:their|his|her) will)\\b',
        ],
        part: 'forced_labour',
        denies: true,
      },
      {
        all: [
          '\\b(?:child(?:ren)?\\b[^.]{0,20}\\b(?:labou?r|work\\w*|employ\\w*|hire\\w*)|(?:employ|hire|use|recruit)\\w*[^.]{0,12} child(?:ren)?|(?:under|below|younger than) (?:the age of )?1[3-8]|minimum age|under-?age)\\b',
        ],
        part: 'child_labour',
        denies: true,
      },
      {
        all: [
          '\\b(?:equal(?:ly)? (?:opportunit\\w+|treat\\w*|pay)|equality|treated equally|regardless of|irrespective of|non-discrimination)\\b',
        ],
        part: 'discrimination',
        denies: true,
      },
      {
        all: [
          '\\b(?:safety|safe|accidents?|injur\\w+|healthy)\\b',
          '\\b(?:work\\w*|employees?|staff|every(?:one|body)|any(?:one|body)|each other|people|machines?|sites?|conditions|environment|committee|handling)\\b',
        ],
        part: 'safety_and_health',
        denies: true,
        unless: '\\b(?:products?|food|road|customers?|food safety)\\b',
      },
      {
        all: [
          '\\b(?:ILO (?:\\w+ )?(?:declaration|conventions|core)|fundamental principles and rights at work|core labou?r (?:standards|conventions))\\b',
          '\\b(?:support\\w*|respect(?!ive)\\w*|uphold\\w*|commit(?!tee)\\w*|honou?r\\w*|implement\\w*|follow\\w*|comply|complies|accordance)\\b',
        ],
        isPartial: true,
      },
    ],
  },
};
