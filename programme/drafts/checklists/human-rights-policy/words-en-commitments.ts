/** By which English words the elements of commitment and content (E01 to E05, E08, E09) show themselves. */
import type { ElementRules } from '../checklist.js';
import { body, goods, partners, people } from './vocabulary-en.js';

export const commitmentsEn: Readonly<Record<string, ElementRules>> = {
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
          '\\b(?:commit(?!tee)\\w*|respect(?!ive)\\w*|responsib\\w*|approach|human rights)\\b',
        ],
      },
      {
        all: [
          '\\brespect(?:ing)?\\b',
          '\\bhuman rights\\b',
          '\\b(?:responsibility|duty|foundation|core|basis|premise|commit(?!tee)\\w*|fundamental)\\b',
          '\\b(?:management|business|company|we|our)\\b',
        ],
        unless: 'suppliers?|partners?|internationally|universal declaration|guiding principles|bill of',
      },
      {
        all: [
          '\\b(?:commit(?:s|ted|ment)?|pledg\\w+|personally)\\b',
          '\\b(?:respect(?:s|ing)?|uphold(?:s|ing)?)\\b',
          '\\b(?:human rights|dignity|rights of (?:all|every))\\b',
        ],
        unless: '\\b(?:suppliers?|partners?)\\b',
      },
      {
        all: [
          '\\b(?:mission|vision|philosophy|principles?|values|code|creed|purpose)\\b',
          '\\b(?:polic(?:y|ies)|statement|document|people)\\b',
          '\\b(?:founding|founder|business principles|supplement\\w*|together with|corporate|our|company\\w*|rooted|stems?|based|follows? from|wellspring|part of)\\b',
        ],
        unless: '\\b(?:guiding principles?|suppliers?|review\\w*|website|trade|handbook|tax|privacy)\\b',
      },
      {
        all: [
          '\\b(?:this|the|our)\\b',
          '\\b(?:polic(?:y|ies)|statement)\\b',
          '\\b(?:ranks?|above (?:all|every)|top layer|highest|overarching|foundation|takes precedence|stands? (?:above|at)|cornerstone|prevails)\\b',
        ],
      },
      {
        all: [
          '\\b(?:board|president|managing director|executive (?:team|committee)|chief executive|management|CEO|leadership)\\b',
          '\\b(?:commit(?!tee)\\w*|pledg\\w+|personally|lead by)\\b',
          '\\b(?:human rights|policy|respect)\\b',
        ],
      },
    ],
  },
  E02: {
    unless:
      '\\b(?:owner|revision [A-Z0-9])\\b|\\b(?:every|each|all|any|our|its) (?:suppliers?|vendors?|contractors?|business partners?)\\b|\\b(?:budget|expenditure|investment|must be approved|to be approved|will be approved|requires? (?:the )?approval|appointments?|recruitment|separate|(?:a|an|our|global|maintain\\w*)[^.]{0,40} policy[^.]{0,30} (?:which|that)|a global|as (?:discussed|described)|senior management|have adopted its principles|approved (?:supplier|vendor|list|contractor)|approval (?:process|of (?:new )?suppliers?)|audit committee (?:reviews|receives))\\b',
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
      { all: [body, '\\b(?:resol(?:ved|ution))\\b', '\\b(?:20\\d\\d)\\b'] },
      {
        all: [
          '^\\W{0,4}(?:approved|adopted|signed|endorsed|ratified|resolved|established|issued)\\b',
          '\\b20\\d\\d\\b',
          '\\b(?:president|CEO|chief executive|managing director|representative director|chair(?:man|woman|person)?|board)\\b',
        ],
        within: 120,
        following: 2,
        unless:
          '\\b(?:will be|plan|code of conduct|continuity|training|targets?|strategy|budget|tax|founded|incorporated|registered)\\b',
      },
      {
        all: [
          '^\\W*(?:dated?:? )?(?:the )?(?:\\d{1,2}(?:st|nd|rd|th)? (?:of )?[a-z]{3,9},? 20\\d\\d|[a-z]{3,9} \\d{1,2}, 20\\d\\d|20\\d\\d[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[/.]\\d{1,2}[/.]20\\d\\d)',
          '\\b(?:president|CEO|chief executive|managing director|representative director|general manager|chair(?:man|woman|person)?|owner)\\b',
        ],
        within: 160,
        following: 3,
        unless: '\\b(?:founded|incorporated|registered|will|telephone|is|are|was|were|has|have)\\b',
      },
    ],
  },
  E03: {
    unless: `${goods}|\\b(?:courses?|lectures?|teach\\w*|taught|prais\\w*|rating|award\\w*)\\b`,
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
      {
        all: [
          '\\b(?:lawyers?|attorneys?|counsel|consultants?|academics?|professors?|universit\\w+|experts?|specialists?|ILO|NGOs?|chamber of commerce|trade association|advis[eo]rs?|sharoshi|industry association|labou?r inspector\\w*)\\b',
          '\\b(?:advice|advised|input|help|comments?|commented|guidance|support|consulted|assist\\w*|interviews?|contribut\\w*|views|reviewed|recommendations?)\\b',
          '\\b(?:prepar\\w*|draft\\w*|written|wrote|drawn up|drew up|made|develop\\w*|produced|creat\\w*|formulat\\w*|writing|drafting|policy|text|wording)\\b',
        ],
        unless: '\\b(?:hotline|helpline|grievance|report(?:ed|ing)? (?:to|a)|concerns?|training)\\b',
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
        unless: '\\b(?:train\\w*|course|hot ?line|helpline|audits?|survey)\\b',
      },
      { all: [people], under: '\\b(?:scope|appl\\w+|who (?:this|it))\\b' },
      {
        all: [
          '\\b(?:appl(?:y|ies)|applicable|cover(?:s|ed)?|extends?|binding|bound|scope|binds?|addressed to|to be followed by|must follow|responsib\\w+ to follow)\\b',
          people,
          '\\b(?:policy|it|this|scope|we|company)\\b',
        ],
        within: 200,
        unless: '\\b(?:training|hotline|helpline|insurance|laws?)\\b',
      },
      { all: [people], under: '\\b(?:scope|appl\\w+|covers?|covered|who (?:this|it|we|is|must)|persons|for whom)\\b' },
      {
        all: [
          people,
          '\\b(?:follows?|compl(?:y|ies) with|observes?|abides? by|bound by|subject to|held to|act(?:s)? in line with|in force|concerns)\\b',
          '\\b(?:this|the) (?:human rights )?policy\\b',
        ],
        unless: '\\b(?:suppliers?|partners|expect\\w*|ask|train\\w*)\\b',
      },
    ],
  },
  E05: {
    unless: '\\b(?:our customers|customers) (?:expect|require|ask)',
    rules: [
      {
        all: [
          partners,
          '\\b(?:expect\\w*|encourag\\w*|ask\\w*|requir\\w*|request\\w*|urge\\w*|call(?:s|ing)? on|invite\\w*|promote|seek the (?:understanding|cooperation|co-operation|support)|work(?:ing)? (?:together )?with|oblig\\w+)\\b',
          '\\b(?:polic(?:y|ies)|human rights|respect(?!ive)\\w*|code|principles?|standards?|forced|child|comply|compliance|understanding|same)\\b',
        ],
        unless: goods,
      },
      {
        all: [partners, '\\b(?:expect\\w*|encourag\\w*|ask\\w*|requir\\w*|request\\w*|promote)\\b'],
        under: '\\b(?:partners?|suppliers?|expectations?|procurement|supply)\\b',
      },
      {
        all: [
          partners,
          '\\b(?:expect\\w*|encourag\\w*|ask(?:s|ed)?|requir\\w*|request\\w*|urge\\w*|call(?:s|ing)? (?:on|upon)|invit\\w+|promot\\w*|raise awareness|appeal|want|oblig\\w+|agree(?:s|ment)? to|work(?:ing)? (?:together )?with|in return)\\b',
        ],
        about:
          '\\b(?:human rights|this policy|the policy|dignity|our commitments?|respect|same|equivalent|principles|standards|code|forced|labou?r|awareness)\\b',
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
        unless:
          '\\b(?:data protection|tax laws|export control)\\b|\\b(?:comply|complies|compliance|observe|obey|follow|adhere)\\w*(?: \\w+){0,4} environmental (?:laws?|legislation|regulations)(?! and (?:labou?r|employment))',
      },
      {
        all: [
          '\\b(?:conflict\\w*|differ\\w*|contradict\\w*|fall(?:s)? short|weaker|stricter|gaps?|inconsisten\\w*|insufficient|inadequate|lower|do(?:es)? not (?:meet|protect|reach))\\b',
          '\\b(?:international|human rights|higher)\\b',
          '\\b(?:laws?|legislation|national|local|domestic|countr(?:y|ies)|standards?)\\b',
        ],
        part: 'conflict_rule',
        unless: '\\bconflict minerals\\b|\\bconflicts? of interest\\b|\\btakes? no view\\b|\\bnot dealt\\b',
      },
      {
        all: [
          '\\b(?:comply|complies|compliance|observ(?:e|es|ed|ing)|obey(?:s|ed)?|abide|abides|follow(?:s|ing)?|adhere|adheres|respect(?:s|ing)?|keep(?:s)? (?:to|within)|regard to|minimum|meet|as the law requires)\\b',
          '\\b(?:laws?|legislation|legal|regulations|statutes?|statutory)\\b',
        ],
        part: 'compliance',
        within: 90,
        unless: '\\b(?:data protection|tax|export control|environmental|product|customs)\\b',
      },
      {
        all: [
          '\\b(?:conflict\\w*|differ\\w*|contradict\\w*|prevents?|fall(?:s|ing)? (?:short|below)|weaker|stricter|lower|higher|gaps?|at odds|clash\\w*|inconsisten\\w*|silent|stronger|demand(?:s)? less|diverge\\w*|less (?:strict|protective))\\b',
          '\\b(?:international|norms|human rights standards|higher standard|internationally)\\b',
        ],
        about: '\\b(?:laws?|legislation|national|local|domestic|rules?)\\b',
        part: 'conflict_rule',
        denies: true,
        unless: '\\b(?:minerals|of interest|takes? no view|not dealt)\\b',
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
          '\\b(?:harassment|migrant workers?|foreign workers?|technical interns?|working hours|long hours|overtime|conflict minerals|bull(?:y|ied|ying)|living wage)\\b',
          '\\b(?:prohibit\\w*|prevent\\w*|tolerate\\w*|address\\w*|eliminat\\w*|reduc\\w*|issues?|focus\\w*|free (?:from|of)|protect\\w*|manag\\w*|no form|against|zero|no place|not accept\\w*|responsible sourcing|limit\\w*)\\b',
        ],
        denies: true,
        unless:
          '\\b(?:report\\w*|raises?|speaks?|complain\\w*)\\b[^.]*\\bprotect|\\bprotect\\w* (?:from|against)\\b|\\btrain\\w*\\b',
      },
      {
        all: ['\\b(?:harassment|migrant|hours|minerals|wages?|discrimination|privacy|safety)\\b'],
        under: '\\b(?:salient|priorit\\w+|key|issues?)\\b',
      },
      {
        all: [
          '\\b(?:salient|priorit(?:y|ies|ise|ised|ize|ized)|most (?:important|serious|significant|severe|pressing)|main (?:risks|issues|concerns)|key (?:risks|issues)|greatest risks?|biggest|matters? most|focus(?:es|ed)? on|particular(?:ly)? (?:attention|concern|risk)|special attention)\\b',
          '\\b(?:hours|harass\\w*|migrant\\w*|chemicals?|workers?|pay|wages?|minerals?|safety|human rights|discriminat\\w*|privacy|labou?r|injur\\w*|overtime|trainees?|issues?|risks?|heat|noise|dust|women|debts?)\\b',
        ],
        denies: true,
        unless: `${goods}|\\bsales\\b|\\bdue diligence\\b|\\bacting first\\b`,
      },
      {
        all: [
          '\\b(?:hours|harass\\w*|migrant\\w*|chemicals?|workers?|pay|wages?|rates|minerals?|injur\\w*|overtime|trainees?|heat|noise|dust|women|debts?|privacy|data|shifts|safety|bullying)\\b',
        ],
        under: '\\b(?:salient|priorit\\w+|key|issues?|matters? most|risks?|focus|concerns|challenges|attention)\\b',
        denies: true,
      },
    ],
  },
};
