/** By which words each element of a human rights policy shows itself in English. */
import type { ElementRules } from '../checklist.js';

const body =
  '\\b(?:boards?(?: of (?:directors|management|trustees|governors))?|directors|trustees|executive committee|management (?:board|committee|team)|leadership team|chief executive(?: officer)?|CEO|president|managing director|chair(?:man|woman|person)?)\\b';
const partners =
  '\\b(?:business partners?|suppliers?|vendors?|subcontractors?|contractors?|sub-tier|supply chains?)\\b';
const people =
  '\\b(?:officers?|employees?|directors?|staff|workers|workforce|group companies|subsidiar(?:y|ies)|temporary|everyone|sites?|locations?)\\b';
const goods =
  '\\b(?:product quality|quality management|product safety|customer complaints?|defects?|warranty|delivery dates?)\\b';
const breach =
  '\\b(?:breach(?:es|ed)?|violat\\w*|non-?\\s?complian\\w*|fail(?:s|ed|ure|ures)? to|failures?|(?:do|does|did|is|are) not (?:comply|meet|improve|compl\\w+|adhere|act|in compliance)|unwilling|issues? (?:is|are|was|were|identified|raised)|incidents?|allegations?|findings?|instances?|come to light|evidence of|suspected|suspicion|found|misconduct|deficienc\\w*|abuses?|convict\\w+|serious issues|issues?|criminal)\\b';
/** Something that happened, not what might. */
const found =
  '\\b(?:(?:if|where|when|should|in the event|once|upon|after)\\b[^.]{0,80}\\b(?:found|identif\\w+|report\\w*|suspected|discover\\w*|occur\\w*|aris\\w*|breach\\w*|violat\\w*|concern\\w*|issues?|non-?complian\\w*)|breach(?:es)? (?:is|are|of)|violations? (?:is|are|of)|reveals?|non-?compliances?)\\b';
/** A title, and not a sentence. */
const heading =
  '^[^a-z]{0,12}remed(?:iation|ial|y|ies|iating)(?: (?:measures?|process\\w*|actions?|findings))?\\b(?![^.]* (?:we|is|are|will)\\b).{0,50}$';
/** Says that there was nothing to put right. */
const nothing =
  '\\b(?:not applicable|no (?:remed\\w+|corrective)|not (?:had|have) to remedy|(?:has|have) not (?:taken|undertaken|implemented)|(?:has|have) not (?:identified|experienced|faced|found|encountered)[^.]{0,120}(?:remed|loss of income)|has the entity)\\b';
const ending =
  '\\b(?:terminat\\w*|suspend\\w*|end(?:ing)? (?:the|our|its|any) (?:relationship|engagement|contract|business)|cease (?:to|trading|working|doing|our|the|business|supply)|stop(?:ped)? (?:ordering|buying|working|doing)|sanctions|exclu(?:de|ded|sion)|remov(?:e|ed|al|ing) (?:from|that|them|the)|exit (?:a|the|from)|disengag\\w+)\\b';

export const wordsEn: Readonly<Record<string, ElementRules>> = {
  E01: {
    rules: [
      {
        all: [
          '\\b(?:this|our|the) (?:human rights )?policy\\b',
          '\\b(?:mission|philosophy|values?|code of (?:conduct|ethics)|vision|purpose|principles of conduct|highest|overarching|foundation)\\b',
        ],
        unless: 'review|website',
      },
      {
        all: [
          '\\b(?:mission|philosophy|founding|corporate values?|our values|code of conduct|purpose)\\b',
          '\\b(?:human rights|respect|dignity)\\b',
        ],
        unless: 'suppliers? code|supplier code',
      },
      {
        all: [
          '\\bthis (?:human rights )?policy\\b',
          '\\b(?:sets? out|states?|expresses|declares|describes|establishes|is our|affirms|lays down)\\b',
          '\\b(?:commit\\w*|respect\\w*|responsib\\w*|approach|human rights)\\b',
        ],
      },
      {
        all: [
          '\\brespect(?:ing)?\\b',
          '\\bhuman rights\\b',
          '\\b(?:responsibility|foundation|core|basis|premise|commit\\w*|fundamental)\\b',
          '\\b(?:management|business|company|we|our)\\b',
        ],
        unless: 'suppliers?|partners?|internationally|universal declaration|guiding principles|bill of',
      },
    ],
  },
  E02: {
    unless:
      '\\b(?:budget|expenditure|investment|must be approved|to be approved|will be approved|requires? (?:the )?approval|appointments?|recruitment|separate|(?:a|an|our|global|maintain\\w*)[^.]{0,40} policy[^.]{0,30} (?:which|that)|a global|as (?:discussed|described)|senior management|have adopted its principles|approved (?:supplier|vendor|list|contractor)|approval (?:process|of (?:new )?suppliers?)|audit committee (?:reviews|receives))\\b',
    rules: [
      {
        all: [
          body,
          '\\b(?:approved|adopted|endorsed|ratified|signed off|authori[sz]ed|approves|has approved|have approved)\\b',
        ],
        within: 160,
        unless:
          '\\b(?:training|programme of|targets?|strategy|risk (?:register|appetite)|code of conduct (?:was|is|has)|supplier code|procedures? (?:was|were|is|are)|remuneration)\\b',
      },
      {
        all: [body, '\\bapproval\\b', '\\b(?:this statement|this policy|document|dated?|20\\d\\d)\\b'],
        within: 120,
      },
      { all: ['\\bapproved by\\b', '\\b(?:20\\d\\d|board|directors?)\\b'] },
      { all: ['\\b(?:statement|policy|document)\\b', '\\b(?:approved|adopted|signed off)\\b', '\\bboard\\b'] },
      {
        all: [
          '\\b(?:20\\d\\d)\\b',
          '\\b(?:president|CEO|chief executive|representative director|managing director|chair(?:man|woman|person)?)\\b',
          '\\b(?:established|effective|adopted|approved|enacted|issued|signed by)\\b',
        ],
        following: 2,
        unless: 'founded|incorporated|telephone|\\btel\\b|registered in',
      },
    ],
  },
  E03: {
    unless: goods,
    rules: [
      {
        all: [
          '\\b(?:external|internal|outside|independent|third.party)\\b',
          '\\b(?:experts?|expertise|specialists?|advis[eo]rs?|advice|counsel)\\b',
          '\\b(?:policy|human rights|draft\\w*|develop\\w*|prepar\\w*|formulat\\w*|drawing up|advice|input|consult\\w*|took|based on|informed)\\b',
        ],
        within: 140,
        unless: 'hotline|training|auditors?',
      },
      {
        all: [
          '\\b(?:lawyers?|attorneys?|labou?r (?:and social security )?(?:consultants?|attorneys?)|sharoshi|ILO|NGOs?|universit\\w+|consultants?)\\b',
          '\\b(?:advice|advised|advising|opinions?|input|reviewed|guidance|support of|consulted)\\b',
          '\\b(?:policy|human rights|draft\\w*|develop\\w*|formulat\\w*|prepar\\w*)\\b',
        ],
        unless: 'hotline',
      },
      {
        all: [
          '\\bexpert (?:advice|input|opinion|knowledge)\\b|\\bexpertise\\b',
          '\\b(?:policy|human rights|external|internal)\\b',
        ],
      },
    ],
  },
  E04: {
    unless: '\\b(?:law|laws|regulations) (?:that )?appl|insurance|scope [123]\\b|standard applies',
    rules: [
      {
        all: [
          '\\b(?:apply|applies|applicable|covers?|extends?|binding|scope)\\b',
          people,
          '\\b(?:policy|it|this|scope)\\b',
        ],
        within: 160,
      },
      { all: [people], under: '\\b(?:scope|appl\\w+|who (?:this|it))\\b' },
    ],
  },
  E05: {
    unless: '\\b(?:our customers|customers) (?:expect|require|ask)',
    rules: [
      {
        all: [
          partners,
          '\\b(?:expect\\w*|encourag\\w*|ask\\w*|requir\\w*|request\\w*|urge\\w*|call(?:s|ing)? on|invite\\w*|promote|seek the (?:understanding|cooperation|co-operation|support)|work(?:ing)? (?:together )?with|oblig\\w+)\\b',
          '\\b(?:polic(?:y|ies)|human rights|respect\\w*|code|principles?|standards?|forced|child|comply|compliance|understanding|same)\\b',
        ],
        unless: goods,
      },
      {
        all: [partners, '\\b(?:expect\\w*|encourag\\w*|ask\\w*|requir\\w*|request\\w*|promote)\\b'],
        under: '\\b(?:partners?|suppliers?|expectations?|procurement|supply)\\b',
      },
    ],
  },
  E06: {
    weak: '\\b(?:guided by|with reference to|refer(?:s|ring)? to|take (?:\\w+ )?into (?:account|consideration)|in light of|inspired by|mindful|informed by|draw(?:s|ing)? on)\\b',
    firm: '\\b(?:support\\w*|respect\\w*|uphold\\w*|commit\\w*|endors\\w*|adher\\w*|comply|complies|follow\\w*|accordance with|based on|honou?r\\w*|align\\w*)\\b',
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
          '\\b(?:respect\\w*|support\\w*|uphold\\w*|commit\\w*|accordance|comply|follow\\w*|align\\w*)\\b',
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
      },
      {
        all: [
          '\\b(?:forced|compulsory|bonded|prison|involuntary) (?:or compulsory )?labou?r\\b|\\bslavery\\b|\\bhuman trafficking\\b|\\bforced or\\b[^.]{0,20}labou?r',
        ],
        part: 'forced_labour',
      },
      {
        all: [
          '\\bchild labou?r\\b|\\bemploy(?:ing)? children\\b|\\bminimum (?:working )?age\\b|\\bforced (?:or|and|nor) child\\b',
        ],
        part: 'child_labour',
      },
      { all: ['\\b(?:non-?)?discriminat\\w*\\b|\\bequal (?:opportunit\\w+|treatment)\\b'], part: 'discrimination' },
      {
        all: [
          '\\b(?:safe and healthy|healthy and safe|safe) (?:working|work|workplace|environment|conditions)\\b|\\boccupational (?:safety|health)\\b|\\b(?:health and safety|safety and health)\\b|\\bsafe workplaces?\\b',
        ],
        part: 'safety_and_health',
        unless: '\\b(?:product|food|road|customer) safety\\b',
      },
    ],
  },
  E08: {
    rules: [
      {
        all: [
          '\\b(?:comply|complies|compliance|complying|observe|obey|abide by|follow|adhere)\\b',
          '\\b(?:laws?|legislation|regulations|legal requirements|statutory)\\b',
        ],
        part: 'compliance',
        within: 120,
        unless: '\\b(?:data protection|tax laws|export control|environmental law)\\b',
      },
      {
        all: [
          '\\b(?:conflict\\w*|differ\\w*|contradict\\w*|fall(?:s)? short|weaker|stricter|gaps?|inconsisten\\w*|insufficient|inadequate|lower|do(?:es)? not (?:meet|protect|reach))\\b',
          '\\b(?:international|human rights|higher)\\b',
          '\\b(?:laws?|legislation|national|local|domestic|countr(?:y|ies)|standards?)\\b',
        ],
        part: 'conflict_rule',
        unless: '\\bconflict minerals\\b|\\bconflicts? of interest\\b',
      },
    ],
  },
  E09: {
    rules: [
      {
        all: [
          '\\b(?:salient|priorit(?:y|ies|ise|ize)|most important|key|material|significant)\\b',
          '\\b(?:issues?|risks?|topics?|areas?|themes?)\\b',
          '\\b(?:human rights|labou?r|harassment|workers|hours|salient|discriminat\\w*|following)\\b',
        ],
        within: 160,
        unless: goods,
      },
      {
        all: [
          '\\b(?:harassment|migrant workers?|foreign workers?|technical interns?|working hours|long hours|overtime|conflict minerals|bullying|living wage)\\b',
          '\\b(?:prohibit\\w*|prevent\\w*|tolerate\\w*|address\\w*|eliminat\\w*|reduc\\w*|issues?|focus\\w*|free (?:from|of)|protect\\w*|manag\\w*|no form|against|zero|responsible sourcing|limit\\w*)\\b',
        ],
      },
      {
        all: ['\\b(?:harassment|migrant|hours|minerals|wages?|discrimination|privacy|safety)\\b'],
        under: '\\b(?:salient|priorit\\w+|key|issues?)\\b',
      },
    ],
  },
  E10: {
    unless: '\\b(?:financial|acquisition|environmental) due diligence\\b|\\bM&A\\b',
    rules: [
      { all: ['\\bdue diligence\\b'] },
      {
        all: [
          '\\b(?:identif\\w*|assess\\w*|prevent\\w*|mitigat\\w*|address\\w*|account for)\\b',
          '\\b(?:adverse|negative|actual|potential)\\b',
          '\\b(?:impacts?|effects?)\\b',
        ],
      },
      { all: ['\\b(?:identif\\w*|assess\\w*|mitigat\\w*)\\b', '\\bhuman rights (?:risks?|impacts?)\\b'] },
    ],
  },
  E11: {
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
        unless: '\\b(?:risks|assess\\w*|policies)\\b',
      },
      {
        all: [
          '\\b(?:support\\w*|assist\\w*|protect\\w*|compensat\\w*|safeguard\\w*)\\b',
          '\\b(?:victims?|survivors?|affected (?:workers|people|individuals|persons|families))\\b',
        ],
        within: 60,
      },
    ],
  },
  E12: {
    unless: `${goods}|\\bpress (?:contact|enquiries)\\b|\\binvestor`,
    rules: [
      {
        all: [
          '\\b(?:grievance\\w*|hot ?line|help ?line|whistle-? ?blow\\w*|speak-? ?up|point of contact|contact point|consultation (?:desk|window|service)|complaints? (?:mechanism|procedure|channel|desk|box)|reporting (?:channel|line|mechanism|system)|ombud\\w+|raise (?:a )?concerns?|report (?:a )?concerns?)\\b',
        ],
        part: 'channel',
        isFirm: true,
      },
      {
        all: [
          '\\b(?:confidential\\w*|anonym\\w*|in confidence|privacy)\\b',
          '\\b(?:report\\w*|concerns?|complain\\w*|hot ?line|help ?line|grievance\\w*|consult\\w*|channel|identity|contact|who\\w*|raise\\w*|keep|kept|protect\\w*|treat\\w*|handle\\w*)\\b',
        ],
        part: 'confidentiality',
        unless: 'customer data|personal data|confidential information of',
      },
      {
        all: [
          '\\b(?:retaliat\\w*|reprisals?|victimi[sz]\\w*|disadvantage\\w*|detriment\\w*|adverse treatment|unfavou?rabl\\w+|suffer)\\b',
          '\\b(?:no|not|never|prohibit\\w*|without|protect\\w*|against|nobody|zero|free from|forbid\\w*|nor)\\b',
        ],
        part: 'no_retaliation',
      },
    ],
  },
  E13: {
    unless:
      '\\b(?:sales|technical|product|machine|driver|welding|quality) (?:\\w+ )?training\\b|\\bquality education\\b',
    rules: [
      {
        all: [
          '\\b(?:train|trains|training|trained|educat\\w+|awareness|workshops?|e-?learning|briefings?)\\b',
          '\\b(?:human rights|policy|employees?|officers?|staff|directors?|regular\\w*|provide\\w*|conduct\\w*|give|gives|hold|offer\\w*|receive\\w*|annual\\w*|carry out)\\b',
        ],
      },
    ],
  },
  E14: {
    unless: goods,
    rules: [
      {
        all: [
          '\\b(?:stakeholders?|workers?|unions?|employee representatives|employees|rights-?holders?|communit(?:y|ies)|civil society|NGOs?|affected)\\b',
          '\\b(?:dialogue|engag(?:e|ing|ement)|consult(?:s|ing|ation|ations)?|listen\\w*|exchange of views|hear(?:ing)? (?:the )?(?:views|voices)|talk)\\b',
        ],
        within: 120,
        unless:
          'consultation (?:desk|window)|hotline|engaged in (?:forced|child)|employee engagement survey results of customers',
      },
    ],
  },
  E15: {
    unless: `${goods}|\\bproduct (?:responsib|liab)\\w+`,
    rules: [
      {
        all: [
          '\\b(?:responsib\\w+|accountab\\w+|oversight|oversees?|supervis\\w+|in charge|leads?|chaired|owns?)\\b',
          '\\b(?:officer|director|board|president|committee|department|manager|executive|CEO|head of|team|division|section)\\b',
          '\\b(?:polic(?:y|ies)|human rights|implement\\w*|compliance|promot\\w*|this|responsible officer|activities)\\b',
        ],
        within: 180,
        unless: 'approved by|signed',
      },
      {
        all: ['\\b(?:officer|director|department|committee|president|manager)\\b'],
        under: '\\b(?:responsib\\w+|governance|structure|organi[sz]ation|accountab\\w+)\\b',
      },
    ],
  },
  E16: {
    rules: [
      {
        all: [
          '\\b(?:publicly available|publish(?:es|ed|ing)?|available to the public|made public|posted|disclosed|accessible)\\b',
          '\\b(?:policy|it|website|web site|homepage|home page|internet|statement|public\\w*)\\b',
        ],
        unless: '\\b(?:progress|report on|annual report|results|data|financial|reports?)\\b',
      },
      {
        all: [
          '\\b(?:communicat\\w+|inform\\w*|disseminat\\w*|shar(?:e|ed|ing)|distribut\\w*|make known|made known|display\\w*|explain\\w*)\\b',
          '\\b(?:employees|internally|partners|externally|staff|workers|suppliers|officers|everyone|inside and outside)\\b',
          '\\b(?:policy|it)\\b',
        ],
        unless: '\\btrain\\w*\\b|\\bdialogue\\b',
      },
      {
        all: [
          '\\b(?:policy|it)\\b',
          "\\b(?:on|via|through) (?:our|the company|its)(?:'s)? (?:web ?site|home ?page)\\b",
        ],
      },
    ],
  },
  E17: {
    rules: [
      {
        all: [
          '\\b(?:reflect\\w*|embed\\w*|integrat\\w*|incorporat\\w*|built into|buil(?:d|t) in)\\b',
          '\\b(?:polic(?:y|ies)|procedures?|operations?|rules|processes|criteria|contracts?|work rules|guidelines|standards)\\b',
        ],
        part: 'embedding',
      },
      {
        all: [
          '\\b(?:disclos\\w*|report(?:s|ing|ed)?|publish\\w*|communicat\\w*)\\b',
          '\\b(?:progress|results|efforts|activities|status|implementation|performance)\\b',
          '\\b(?:we|annual\\w*|regular\\w*|website|public\\w*|externally|report\\w*|progress)\\b',
        ],
        part: 'disclosure',
        unless: '\\breport(?:s|ed)? to the (?:board|president|management)\\b|\\bhotline\\b|\\bconcerns?\\b',
      },
      {
        all: [
          '\\b(?:review\\w*|updat\\w*|revis\\w*|improv\\w*)\\b',
          '\\b(?:regular\\w*|periodic\\w*|annual\\w*|every (?:\\w+ )?years?|each year|once a year|as necessary|when needed|as needed|continu\\w+|from time to time)\\b',
        ],
        part: 'review',
        unless: '\\bsuppliers? (?:are|is) reviewed\\b',
      },
    ],
  },
};
