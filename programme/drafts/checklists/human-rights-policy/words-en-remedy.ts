/** By which English words remedy (E11) shows itself. */
import type { ElementRules } from '../checklist.js';
import { goods } from './vocabulary-en.js';

const breach =
  '\\b(?:breach(?:es|ed)?|violat\\w*|non-?\\s?complian\\w*|fail(?:s|ed|ure|ures)? to|failures?|(?:do|does|did|is|are) not (?:comply|meet|improve|compl\\w+|adhere|act|in compliance)|unwilling|issues? (?:is|are|was|were|identified|raised)|incidents?|allegations?|findings?|instances?|come to light|evidence of|suspected|suspicion|found|misconduct|deficienc\\w*|abuses?|convict\\w+|serious issues|issues?|criminal)\\b';
const found =
  '\\b(?:(?:if|where|when|should|in the event|once|upon|after)\\b[^.]{0,80}\\b(?:found|identif\\w+|report\\w*|suspected|discover\\w*|occur\\w*|aris\\w*|breach\\w*|violat\\w*|concern\\w*|issues?|non-?complian\\w*)|breach(?:es)? (?:is|are|of)|violations? (?:is|are|of)|reveals?|non-?compliances?)\\b';
const heading =
  '^[^a-z]{0,12}remed(?:iation|ial|y|ies|iating)(?: (?:measures?|process\\w*|actions?|findings))?\\b(?![^.]* (?:we|is|are|will)\\b).{0,50}$';
const nothing =
  '\\b(?:not applicable|no (?:remed\\w+|corrective)|not (?:had|have) to remedy|(?:has|have) not (?:taken|undertaken|implemented)|(?:has|have) not (?:identified|experienced|faced|found|encountered)[^.]{0,120}(?:remed|loss of income)|has the entity)\\b';
const ending =
  '\\b(?:terminat\\w*|suspend\\w*|end(?:ing)? (?:the|our|its|any) (?:relationship|engagement|contract|business)|cease (?:to|trading|working|doing|our|the|business|supply)|stop(?:ped)? (?:ordering|buying|working|doing)|sanctions|exclu(?:de|ded|sion)|remov(?:e|ed|al|ing) (?:from|that|them|the)|exit (?:a|the|from)|disengag\\w+)\\b';

export const remedyEn: ElementRules = {
  unless: `${goods}|\\brisk of non-?compliance\\b|\\bsanctions? ?/ ?|\\bwatch ?lists?\\b|\\bto (?:prevent|verify|raise awareness)\\b(?=[^.]*(?:slavery|trafficking))(?![^.]*(?:found|identified|breach))`,
  rules: [
    {
      all: ['\\b(?:remedy|remedies|remedied|remediat\\w*|remedial|redress|restitution)\\b'],
      unless: `${heading}|${nothing}|\\b(?:including due diligence and|potential risks?|training|describe|framework for)\\b`,
    },
    {
      all: [
        '\\bcorrective (?:actions?|measures?|action plans?)\\b|\\bCAPs?\\b|\\bcorrect(?:ing)? (?:them|it|any|these|such)\\b',
      ],
    },
    {
      all: [
        breach,
        ending,
        '\\b(?:supplier\\w*|contract\\w*|relationship\\w*|partner\\w*|organi[sz]ations?|business|compan(?:y|ies)|them|individuals|vendors?|agreement|tender\\w*)\\b',
      ],
    },
    {
      all: [
        '\\b(?:right to|may|will|would|can|could|prepared to|lead to|result in|seek to)\\b',
        ending,
        '\\b(?:supplier\\w*|contracts?|relationships?|engagement|business|partners?)\\b',
      ],
      within: 140,
    },
    { all: [breach, '\\bdisciplin\\w+\\b|\\bdismiss\\w+\\b'], unless: '\\btraining\\b' },
    {
      all: [
        '\\b(?:reports?|reported|concerns?|complaints?|allegations?|claims?|disclosures?|breach\\w*|violations?|suspicions?|grievances?|incidents?|instances?|cases?)\\b',
        '\\binvestigat\\w+\\b',
        '\\b(?:will|shall|would|are|is|be|been|promptly|thoroughly|undertake|conduct|arrange|fully)\\b',
      ],
      within: 160,
      unless: '\\b(?:audit plan|policies and procedures|encouraged|responsible for|looking to)\\b',
    },
    {
      all: [
        found,
        '\\b(?:tak(?:e|en|ing)|requir\\w+|implement\\w*|agree\\w*|develop\\w*|put)\\b',
        '\\b(?:actions?|steps|measures|(?:action|improvement) plans?)\\b',
      ],
      unless: '\\b(?:awareness|training|informing)\\b',
    },
    {
      all: [
        breach,
        '\\b(?:resolv\\w+|rectif\\w+|address(?:ed|es)?|put(?:ting)? (?:it|things|them) right|make good)\\b',
        '\\b(?:supplier|we|will|promptly|immediately|found|identified)\\b',
      ],
      within: 120,
      unless: '\\b(?:risks|assess\\w*|policies|priorit\\w+|salient|following)\\b',
    },
    {
      all: [
        '\\b(?:support\\w*|assist\\w*|protect\\w*|compensat\\w*|safeguard\\w*)\\b',
        '\\b(?:victims?|survivors?|affected (?:workers|people|individuals|persons|families))\\b',
      ],
      within: 60,
    },
  ],
};
