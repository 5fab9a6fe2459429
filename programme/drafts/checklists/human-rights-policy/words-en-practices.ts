/** By which English words the elements of practice (E10 and E12 to E17) show themselves. */
import type { ElementRules } from '../checklist.js';
import { goods, otherReview } from './vocabulary-en.js';

/** Where it has come to harm, remedy is meant. */
const harmDone =
  '\\b(?:if|where|when|should|in the event|in case)\\b[^.]{0,60}\\b(?:has|have|had|is found|are found|it be found|becomes? clear|identified that) [^.]{0,40}(?:caused|contributed|infringed|violated)\\b|\\b(?:caused|contributed to)\\b(?![^.]*\\b(?:prevent|mitigat|identif)\\w*)';

export const practicesEn: Readonly<Record<string, ElementRules>> = {
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
        unless: harmDone,
      },
      {
        all: [
          '\\b(?:identif\\w*|assess\\w*|mitigat\\w*|manag(?:e|es|ed|ing))\\b',
          '\\bhuman rights (?:risks?|impacts?)\\b',
        ],
      },
      {
        all: [
          '\\b(?:impacts?|human rights risks?|effects on (?:people|workers|human rights)|harm to people)\\b',
          '\\b(?:identif\\w*|assess\\w*|prevent\\w*|mitigat\\w*|reduc\\w*|record\\w*|rank\\w*|address\\w*|screen\\w*|review\\w*|check\\w*|monitor\\w*|avoid\\w*|understand\\w*|find)\\b',
        ],
        about: '\\b(?:human rights|people|workers|due diligence|rights|adverse|negative)\\b',
        unless: `${harmDone}|\\b(?:environmental|climate|production|financial)\\b`,
      },
      {
        all: ['\\b(?:screen\\w*|assess\\w*|identif\\w*|check\\w*|survey\\w*|questionnaires?|visits?|audit\\w*)\\b'],
        under: '\\b(?:due diligence|impacts?|risk assessment)\\b',
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
      {
        all: [
          '\\b(?:web ?form|online form|e-?mail|telephone|phone|letter ?box|suggestion box|desk|office|external counsel|law firm|company secretary|personnel|HR|lawyer|talk to|speak to|contact|turn to|write to|approach|line manager|ombud\\w+|concerns?)\\b',
          '\\b(?:concerns?|report\\w*|complain\\w*|grievance\\w*|raise\\w*|contact|anyone|open to|consult\\w*|unhappy|talk|tell|inform|may|can)\\b',
        ],
        about:
          '\\b(?:concerns?|report\\w*|complain\\w*|grievance\\w*|speak\\w*|unhappy|worr\\w+|whistle\\w*|help|violations?)\\b',
        unless:
          '\\b(?:products?|customer|defect\\w*|sales|press|media|progress|annual|due diligence|remed\\w+|board|training)\\b',
        part: 'channel',
        isFirm: true,
      },
      {
        all: [
          '\\b(?:secret\\w*|confiden\\w*|anonym\\w*|not (?:be )?(?:disclosed|shared|revealed|passed on)|identit(?:y|ies)|names?)\\b',
          '\\b(?:secret\\w*|confiden\\w*|anonym\\w*|protect\\w*|kept|keep\\w*|treat\\w*|not|without)\\b',
        ],
        about: '\\b(?:concerns?|report\\w*|complain\\w*|grievance\\w*|hot ?line|help ?line|speak\\w*|whistle\\w*)\\b',
        part: 'confidentiality',
        denies: true,
        unless: '\\b(?:customers?|personal data|cannot|trade secrets?|may not be)\\b',
      },
      {
        all: [
          '\\b(?:retaliat\\w*|reprisals?|victimi[sz]\\w*|disadvantage\\w*|detriment\\w*|(?:adverse|unfair|unfavou?rable|worse|less favou?rabl\\w+) treat\\w*|dismiss\\w*|demot\\w*|penali[sz]\\w*|punish\\w*|suffer)\\b',
          '\\b(?:no|not|never|nobody|prohibit\\w*|without|protect\\w*|against|zero|free from|forbid\\w*|forbidden|nor|offence|tolerat\\w*)\\b',
        ],
        about:
          '\\b(?:concerns?|report\\w*|complain\\w*|grievance\\w*|hot ?line|help ?line|speak\\w*|whistle\\w*|good faith|uses? (?:it|the)|raises?)\\b',
        part: 'no_retaliation',
        denies: true,
      },
    ],
  },
  E13: {
    unless:
      '^(?![^.]*\\b(?:human rights|polic(?:y|ies)|statement|rights|dignity|respect\\w*|harass\\w*|discriminat\\w*|slavery|trafficking|labou?r|ethic\\w*|code|conduct|standards?|principles|commitments?|document|pledge|rule|these|this|inclusion|diversity|bias|grievance\\w*|compliance|supervis\\w*|responsib\\w*)\\b)[^.]*\\b(?:train\\w*|courses?|educat\\w*|briefings?|instruct\\w*|seminars?|workshops?|lessons)\\b[^.]{0,24}\\b(?:in|on|about|of) (?!(?:all|every|each|our|the|their|its|his|her|a|an|any|new|staff|employees|managers|workers|directors|everyone|joining|joiners|induction|entry|hire|hiring|arrival|appointment|first|demand|site|line|person|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|20))|\\b(?:sales|technical|product|machine|driver|welding|quality|(?<!and )safety|fire|first.aid|language|leadership|IT) (?:\\w+ )?(?:training|briefings?|courses?|instruction|inductions?)\\b|\\bbriefing notes?\\b|\\bquality education\\b|\\btraining records?\\b|\\brecords? of training\\b',
    rules: [
      {
        all: [
          '\\b(?:train|trains|training|trained|educat\\w+|awareness|(?:training|awareness|further|annual|half-day) workshops?|e-?learning|briefings?)\\b',
          '\\b(?:human rights|policy|employees?|officers?|staff|directors?|regular\\w*|provide\\w*|conduct\\w*|give|gives|hold|offer\\w*|receive\\w*|annual\\w*|carry out)\\b',
        ],
      },
      {
        all: [
          '\\b(?:train\\w*|educat\\w+|courses?|modules?|(?:training|awareness|further|annual|half-day) workshops?|sessions?|e-?learning|learn(?:ing)?(?! (?:how|that|of|from|whether))|induction|briefings?|seminars?|awareness|refresher)\\b',
        ],
        about:
          '\\b(?:human rights|this policy|the policy|dignity|our commitments?|this (?:policy|document)|learning|training|education)\\b',
        unless:
          '\\b(?:suppliers?|partners?|lesson|sales|technical|product|machine|driver|welding|quality|forklifts?|handbook)\\b',
      },
    ],
  },
  E14: {
    unless: `${goods}|\\b(?:collective(?:ly)? bargain\\w*|bargain collectively|peaceful assembly|informed of|takes calls)\\b|\\bline manager\\b|\\bconfidential|\\bread (?:out|aloud)\\b`,
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
      {
        all: [
          '\\b(?:stakeholders?|workers?|unions?|representatives|employees|staff|trainees|residents|neighbou?rs|rights-?holders?|communit(?:y|ies)|civil society|NGOs?|affected|association|user groups|works council)\\b',
          '\\b(?:dialogue|engag(?:e|es|ing|ement)|consult(?:s|ing|ation|ations)?|listen\\w*|exchange|meets?|meetings?|talks?|talk to|hear\\w*|voices?|round ?tables?|discuss\\w*|views)\\b',
        ],
        unless:
          '\\b(?:consultation (?:desk|window)|hot ?line|help ?line|engaged in|training|health and safety committee|draft\\w*|prepared|key accounts|shareholders|concerns?|report(?:s|ed)?|expectations?|requirements?)\\b',
      },
      {
        all: ['\\b(?:council|round ?tables?|meetings?|meet|talks?|discuss\\w*|survey\\w*|listen\\w*|hear)\\b'],
        under: '\\b(?:listening|dialogue|stakeholders?|engagement|consultation)\\b',
      },
    ],
  },
  E15: {
    unless: `${goods}|\\bproduct (?:responsib|liab)\\w+|\\b(?:this|the) (?:manual|catalogue|price list|procedure)\\b|\\b(?:complaints?|calibration) procedure\\b`,
    rules: [
      {
        all: [
          '\\b(?:responsib\\w+|accountab\\w+|oversight|oversees?|supervis\\w+|in charge|leads?|chaired|owns?)\\b',
          '\\b(?:officer|director|board|president|committee|department|manager|executive|CEO|head of|team|division|section)\\b',
          '\\b(?:polic(?:y|ies)|human rights|implement\\w*|compliance|promot\\w*|this|responsible officer|activities)\\b',
        ],
        within: 180,
        unless:
          '\\b(?:approved by|signed|responsibility to respect|responsib\\w+ (?:of|as) (?:a )?(?:business|compan)\\w*|(?:corporate|social) responsib\\w+|responsible (?:business|sourcing|procurement|company|employer|manner|minerals))\\b',
      },
      {
        all: ['\\b(?:officer|director|department|committee|president|manager)\\b'],
        under: '\\b(?:responsib\\w+|governance|structure|organi[sz]ation|accountab\\w+)\\b',
      },
      {
        all: [
          '\\b(?:owner|accountab\\w+|responsib\\w+|in charge|oversee\\w*|oversight|supervis\\w*|coordinat\\w*|leads?|runs?|looks? after|monitors?)\\b',
          '\\b(?:officer|director|board|president|committee|department|manager|executive|CEO|COO|chief|secretary|head|team|division|section|office|coordinator|HR)\\b',
        ],
        about:
          '\\b(?:human rights|this policy|the policy|dignity|(?:our|these|the) (?:commitments?|principles)|responsib\\w+|governance|accountab\\w+)\\b',
        unless:
          '\\b(?:approved by|signed|concerns?|reports? (?:to|a)|training|products?|website team|quality|environmental)\\b',
        within: 160,
      },
      {
        all: ['\\b(?:officer|director|department|committee|president|manager|secretary|team|HR|board)\\b'],
        under:
          '\\b(?:responsib\\w+|governance|structure|organi[sz]ation|accountab\\w+|administration|who (?:is|runs))\\b',
      },
    ],
  },
  E16: {
    unless: '\\b(?:scores?|ratings?|footprint|catalogues?|timetables?)\\b',
    rules: [
      {
        all: [
          '\\b(?:publicly available|publish(?:es|ed|ing)?|available to the public|made public|posted|disclosed|accessible)\\b',
          '\\b(?:policy|it|website|web site|homepage|home page|internet|statement|public\\w*)\\b',
        ],
        unless:
          '\\b(?:progress|report on|annual report|results|data|financial|reports?|hot ?line|help ?line|grievance|channel|form)\\b',
      },
      {
        all: [
          '\\b(?:communicat\\w+|inform\\w*|disseminat\\w*|shar(?:e|ed|ing)|distribut(?:e|es|ed|ing|ion)|make known|made known|display\\w*|explain(?:ed|ing)?)\\b',
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
      {
        all: [
          '\\b(?:web ?sites?|web ?page|home ?page|intranet|notice ?boards?|posted|displayed|published|public(?:ly)?|handed|given to|sent to|distribut(?:e|es|ed|ing|ion)|read (?:out|aloud)|translat\\w*|circulat\\w*|onboarding|induction pack|communicat\\w*|available)\\b',
          '\\b(?:policy|it|statement|document|text)\\b',
        ],
        about:
          '\\b(?:human rights|this policy|the policy|dignity|our commitments?|statement|document|this|find it|communication|publication)\\b',
        unless:
          '\\b(?:progress|results|data|financial|annual report|report (?:a|any)|concerns?|form|sales|products?|training|board|hot ?line|help ?line|impacts?)\\b',
      },
      {
        all: [
          '\\b(?:share|publish\\w*|communicat\\w*|make known|tell|inform|explain(?:ed|ing)?|hand(?:s|ed|ing)?|distribut(?:e|es|ed|ing|ion))\\b',
          '\\b(?:this (?:policy|statement|document)|the policy)\\b',
        ],
        unless: '\\b(?:progress|review\\w*|contrary|breach\\w*)\\b',
      },
      {
        all: ['\\b(?:page|web|pack|board|annex|intranet|site|copy|languages?|employees|posted|displayed)\\b'],
        under:
          '\\b(?:communication|publication|where to find|find it|availability|disclosure of (?:this|the) policy|publicity)\\b',
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
        unless: '\\b(?:policy|statement|standard)(?: \\w+)? reflects?\\b',
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
        unless: `${otherReview}|\\bsuppliers? (?:are|is) reviewed\\b|^(?![^.]*\\b(?:policy|statement|document|standard|it)\\b)[^.]*\\b(?:risks?|impacts?|issues|suppliers?|assessments?|targets?|performance)\\b|^(?![^.]*\\b(?:policy|statement|document|standard|approach|efforts|measures|programme)\\b)[^.]*improv`,
      },
      {
        all: [
          '\\b(?:reflect\\w*|embed\\w*|integrat\\w*|incorporat\\w*|built|changed|amended|revised|updated|adapted|give effect|now contain\\w*|added|aligned|adjusted|written into|part of)\\b',
          '\\b(?:procedures?|rules|processes|criteria|contracts?|handbook|terms|guidelines|manuals?|conditions|selection|appraisal|work rules|internal (?:polic\\w+|regulations)|regulations)\\b',
        ],
        about: '\\b(?:polic(?:y|ies)|commitments?|human rights|it|practice|embedding)\\b',
        part: 'embedding',
        unless: '\\b(?:national|laws?|confidentiality|security)\\b',
      },
      {
        all: [
          '\\b(?:disclos\\w*|report(?:s|ing|ed)?|publish\\w*|communicat\\w*|public(?:ly)?|updates?)\\b',
          '\\b(?:progress|results|efforts|activities|status|implementation|performance|achievements|open points|measures|outcomes?|findings|steps|what we (?:did|have done)|how we)\\b',
        ],
        part: 'disclosure',
        unless:
          '\\b(?:to the (?:board|president|management)|hotline|concerns?|sales|financial|environmental|retaliat\\w*)\\b',
      },
      {
        all: [
          '\\b(?:review\\w*|updat\\w*|revis\\w*|re-?examin\\w*|re-?visit\\w*|amend\\w*|improv\\w*|reconsider\\w*)\\b',
          '\\b(?:regular\\w*|periodic\\w*|annual\\w*|every|each year|yearly|once a year|necessary|needed|continu\\w+|from time to time|after|next|at least|months|years?|changes?)\\b',
        ],
        about: '\\b(?:polic(?:y|ies)|statement|document|review)\\b',
        part: 'review',
        unless: `${otherReview}|\\b(?:suppliers?|risks?|issues|list|price|training|cases?|reports?|impacts?)\\b`,
      },
    ],
  },
};
