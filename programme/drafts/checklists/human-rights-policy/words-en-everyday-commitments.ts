/** By which everyday words the elements of commitment and content (E01 to E09) show themselves in English, beside the formal ones. */
import type { WordRule } from '../checklist.js';
import { advisers, body, commits, document, heads, partners, people, values } from './vocabulary-en.js';

const rights =
  "\\b(?:human rights|dignity|rights of (?:all|every|our|people|others|those|workers)|(?:anyone|people|workers|everyone|nobody|employees)(?:'s|s')? rights|treat(?:ing|s|ed)? (?:people|each other|others|everyone|every person)|respect(?:s|ing)? (?:for )?(?:people|every|each|all|one another)|no person shall|(?:start\\w*|begin\\w*) with (?:the )?(?:person|people))\\b";
const ofPartners = '\\b(?:suppliers?|partners?|vendors?|contractors?|train\\w*|hot ?line|help ?line)\\b';
/** What partners themselves do or must do stands behind them in the sentence. */
const theirs =
  '\\b(?:shall|must|(?:is|are) (?:\\w+ )?(?:required|expected|asked|invited|encouraged|obliged|requested|bound)|(?:have|has) to|sign(?:s|ed)?|declares?|undertakes?|acknowledges?|adopts?|implements?|conform(?:s|ing)?|adheres?|abides?|commits?|pledges?|agrees?|accepts?|confirms?|warrants?|cascades?|holds? (?:themselves|itself)|live up to|meets?|complete)\\b';
/** What the company does with them. */
const ours =
  '\\b(?:expect(?:s|ed|ation\\w*)?|ask(?:s|ed|ing)?|require(?:s|d)?|encourage(?:s|d)?|oblig(?:es?|ed)|bind(?:s|ing)?|condition of|assurances?|talks? (?:to|with)|raise the subject|choose|select|favou?r|prefer)\\b';
const wePartners = `${partners}|\\b(?:partner workshops|contract manufacturers|(?:those|firms|companies|everyone|people) we (?:buy from|work with)|agents)\\b`;
/** What is said below the heading of a right, whose name the sentence need not repeat. */
const upholds =
  '\\b(?:not|no|never|nobody|none|zero|prohibit\\w*|forbid\\w*|forbidden|respect(?!ive)\\w*|protect\\w*|ensure\\w*|provide\\w*|maintain\\w*|free|right\\w*|shall|must|equal\\w*|fair\\w*|support\\w*|reject\\w*|uphold\\w*)\\b';

function rightUnder(part: string, under: string): WordRule {
  return {
    all: [upholds],
    under,
    part,
    denies: true,
    unless: '\\b(?:train\\w*|report\\w*|review\\w*|suppliers? of)\\b',
  };
}

const rightsAtWork: readonly WordRule[] = [
  {
    part: 'freedom_of_association',
    words:
      '\\b(?:unioni[sz]\\w*|organi[sz]e(?:d)?(?= (?:and|or|freely|collectively|in|themselves)|[,.;]|$)|right to organi[sz]e|lets? (?:its|their) workers organi[sz]e|associate freely|freedom to associate|(?:represented|representation) by [^.]{0,20}(?:union|choosing|choice)|workers. (?:organi[sz]ations|associations)|peaceful assembly|union activity|collective(?:ly)? (?:agreements?|negotiat\\w+|bargain\\w*))\\b',
  },
  {
    part: 'forced_labour',
    words:
      '\\b(?:involuntary|unfree|coerced|servitude|debt bondage|bondage|indentured|trafficking|traffick\\w+|slave\\w*|under (?:threat|penalty|duress)|menace of (?:any )?penalty|made to work|(?:recruitment|placement) fees?|(?:surrender|retain\\w*|withhold\\w*|keep|hold|lodge)[^.]{0,30}(?:passports?|papers|documents?|identification)|free to (?:leave|resign|quit)|forced (?:workers|overtime|or)|because [^.]{0,20}(?:threatened|owe)|owe(?:s)? money|forced to work|of (?:their|his|her) own (?:free )?(?:will|accord)|leave (?:the job|their (?:job|employment)))\\b',
  },
  {
    part: 'child_labour',
    words:
      '\\b(?:child(?:ren)?(?= (?:or|nor|and|workers?|in)\\b)|(?:hire|employ|use) kids|neither children|child workers?|school[- ](?:leaving )?age|(?:no one|nobody|no person|persons?|anyone|people|workers?|applicants?|staff)[^.]{0,30}\\b(?:under|below|younger than|not yet)\\s?(?:the (?:legal )?(?:minimum )?age|age|1[3-8]|fifteen|sixteen|eighteen)|under (?:fifteen|sixteen|eighteen)|young workers?|legal working age|juveniles?|minors?)\\b',
    unless: '\\b(?:schools? visits?|charit\\w+|donat\\w+)\\b',
  },
  {
    part: 'discrimination',
    words:
      '\\b(?:bias(?:ed)?|prejudice\\w*|on (?:their )?merit|equal(?:ity)? (?:employment |of )?(?:opportunit\\w+|footing|chances?|treatment|pay|terms)|without (?:regard|reference|distinction) (?:to|of)|(?:regardless|irrespective) of|whatever (?:their|the|your|a person)[^.]{0,30}(?:origin|background|gender|nationality|sex|race|faith)|on (?:the )?(?:grounds?|basis) of [^.]{0,30}(?:sex|race|gender|age|nationality|religion|origin|disabilit\\w+|creed|belief|any)|fair(?:ly)? and equal\\w*|no (?:one|body)? ?(?:is )?(?:favou?red|excluded|passed over)|harass and discriminate|treated (?:worse|differently|less))\\b',
    unless: '\\b(?:audit\\w*|training|risk|gravity|severity|good faith|complain\\w*|report\\w*|raises?)\\b',
  },
  {
    part: 'safety_and_health',
    words:
      '\\b(?:injur\\w+|accident\\w*|illness\\w*|hazard\\w*|protective equipment|ergonomic\\w*|exposure|unsafe|eye strain|repetitive work|health of (?:people|those|workers|employees|everyone)|guards? (?:is|are) fitted|have guards|dangerous|nobody is hurt|no one is hurt|machine guard\\w*|occupational)\\b',
    unless: '\\b(?:products?|food|road|customers?|insult)\\b',
  },
].map(({ words, ...rest }) => ({ all: [words], denies: true, ...rest }));

const notASignature =
  '\\b(?:will|plan(?:s|ned)?|continuity|training|targets?|strategy|budget|tax|founded|incorporated|registered|telephone|is|are|has|have|which|we|our|annual|report\\w*|integrated)\\b';

export const everydayCommitmentsEn: Readonly<Record<string, readonly WordRule[]>> = {
  E01: [
    {
      all: [
        values,
        `${rights}|${document}|^it (?:follows|stems|comes|is)\\b`,
        '\\b(?:inspir\\w*|bas(?:ed|is)|buil[dt]s?|rooted|express\\w*|origin\\w*|stems?|follows?|means?|says|commits?|core|reflect\\w*|foundation\\w*|grounded|guid\\w*|spirit|starts?|under|accordance|ground on|stands? on|flows?|aris\\w+|springs?|put(?:s|ting)?|appl(?:y|ies)|(?:one|part) of|central|heart|supplements?|translat\\w+|draws?|extends?|complement\\w*|line with|true to)\\b',
      ],
      within: 220,
      unless: `${ofPartners}|\\b(?:website|review\\w*|tax|privacy)\\b`,
    },
    {
      all: [
        document,
        '\\b(?:parent (?:document|policy)|umbrella|overrid\\w+|takes? precedence|prevails?|ranks?|highest|overarching|top[- ]level|at the top|above (?:all|every|other)|governs (?:all|every)|master (?:document|policy)|first among)\\b',
      ],
      within: 160,
    },
    {
      all: [`${body}|${heads}`, commits, `${rights}|\\bhuman\\b`],
      unless: `${ofPartners}|\\b(?:approved|adopted|oversees?|reviews?|responsible for)\\b`,
      denies: true,
    },
    {
      all: [
        '\\b(?:we|our (?:company|group|firm)|the (?:company|group|firm)|it)\\b',
        '\\b(?:commit(?:s|ted|ment)?|pledg\\w+|undertakes?|vows?|promis\\w+|affirms?|declares?|given (?:our|their|its) word)\\b',
        '\\b(?:human rights|dignity|rights of (?:all|every|our|others|people))\\b',
      ],
      within: 140,
      unless: `${ofPartners}|\\b(?:universal declaration|guiding principles|bill of)\\b`,
      denies: true,
    },
    {
      all: [
        '\\bit is (?:the|our) policy (?:of|to|that)\\b',
        `${rights}|\\b(?:person|people|harm\\w*|humiliat\\w*|exploit\\w*)\\b`,
      ],
    },
  ],
  E02: [
    { all: ['\\b20\\d\\d\\b', `${body}|${heads}`], within: 110, atEnd: true, unless: notASignature },
    {
      all: [
        '^\\W*(?:approved|adopted|enacted|established|resolved|ratified|passed|authori[sz]ed|by order)\\b',
        '\\b20\\d\\d\\b',
        `${body}|${heads}`,
      ],
      within: 170,
      following: 4,
      unless: notASignature,
    },
    {
      all: [
        `^[^.;]{0,60}20\\d\\d[^\\n]{0,12}\\n|\\n[^.;\\n]{0,40}20\\d\\d\\W*$|^\\W*(?:signed|issued|given|dated|on behalf|for)\\b[^\\n]{0,80}\\n`,
        '\\b20\\d\\d\\b',
        `${body}|${heads}`,
      ],
      within: 200,
      following: 4,
      unless: notASignature,
    },
    {
      all: [
        `${body}|${heads}|\\bshareholders\\b`,
        '\\b(?:approved|adopted|endorsed|ratified|signed(?: off)?|authori[sz]ed|resolved|agreed (?:to|on)|passed|given (?:its|their) (?:approval|consent))\\b',
        document,
      ],
      within: 120,
      unless:
        '\\b(?:train\\w*|budget|plan|targets?|strategy|supplier|code of conduct|must be|to be|will be|may be|should be|each year|annually|reports?|revisions?|changes|amendments?|integrated|continuity|procedures?|due diligence|modern slavery (?:policy|act)|maintain\\w*|which|policies)\\b',
    },
  ],
  E03: [
    {
      all: [
        advisers,
        '\\b(?:help(?:ed|s)?|advice|advis\\w+|soundings|input|comment\\w*|assist\\w*|guidance|support\\w*|consult(?:ed|ing|ation)|review(?:ed)?|contribut\\w*|drew on|drawn on|learn(?:ed|t)|together with|views|opinions?|read (?:it|the draft|a draft)|check(?:ed)?|suggest\\w*|work(?:ed|ing) with|expertise|knowledge)\\b',
        `\\b(?:prepar\\w*|draft\\w*|writ(?:e|ing|ten)|wrote|drawn up|drew up|drawing up|ma(?:de|king)|develop\\w*|produc\\w*|creat\\w*|formulat\\w*|wording|revis\\w*)\\b|${document}`,
      ],
      within: 200,
      unless:
        '\\b(?:hot ?line|helpline|grievance|report(?:ed|ing)? (?:to|a)|concerns?|train(?:ing|ed|s)?|complain\\w*|remed\\w*|suppliers?|due diligence|ILO (?:\\w+ )?declaration|ILO (?:\\w+ )?conventions?|guiding principles on)\\b',
    },
  ],
  E04: [
    {
      all: [
        `${people}|\\b(?:companies|board members?|agents?|partners|all who|everybody|executives?|offices?|plants?)\\b`,
        '\\b(?:appl(?:y|ies)|covers?|extends?|bind(?:s|ing)|bound|observed by|shared by|followed by|addressed to|holds for|(?:is|are) for|live by|mandatory|meant for|valid for|kept by|concerns|obliges|to be (?:observed|followed|kept)|must (?:follow|observe|comply|keep)|governs|includes?|adhere to)\\b',
        `${document}|\\b(?:it|rule|pledge)\\b`,
      ],
      within: 190,
      unless:
        '\\b(?:train\\w*|hot ?line|helpline|insurance|laws?|suppliers? (?:shall|must|are)|expect\\w*|ask\\w*|secrecy|confiden\\w*|report\\w*|review\\w*)\\b',
    },
    {
      all: [`${people}|\\b(?:companies|partners|agents?|executives?|all who|plants?)\\b`],
      under:
        '\\b(?:scope|appl\\w+|covers?|covered|who (?:this|it|we|is|must|does)|whom|persons|binding|concerned|reach of)\\b',
      unless: '\\b(?:suppliers? (?:shall|must|are)|report a|complain\\w*)\\b',
    },
  ],
  E05: [
    {
      all: [
        partners,
        '\\b(?:shall|must|may) (?:not|never)\\b|\\b(?:prohibit|forbid)\\w*',
        '\\b(?:forced|child|children|labou?r|discriminat\\w*|workers|human rights|traffick\\w*|slavery)\\b',
      ],
      denies: true,
      within: 120,
    },
    {
      all: [wePartners, `${ours}|(?:${wePartners})[^.;]{0,90}${theirs}`],
      about:
        '\\b(?:human rights|this (?:policy|statement|standard|rule|pledge)|the policy|dignity|our commitments?|respect|same|equivalent|comparable|mirror\\w*|similar|likewise|principles|standards?|code|forced|labou?r|children|unfree|workers|protections|make it their own|clauses|share (?:our|these|those|the same) (?:values|commitments?|principles))\\b',
      unless:
        '\\b(?:deliver\\w* on time|defects?|prices?|quality|data protection|processors?|audit committee|(?:raise|report)\\w* (?:a )?concerns?|use the|may use|hot ?line|help ?line|anonym\\w*|remed\\w*|our customers? (?:expect|ask|require))\\b',
      within: 200,
    },
    {
      all: [`${ours}|${theirs}`],
      under:
        '\\b(?:partners?|suppliers?|procurement|supply|vendors|subcontract\\w*|those we buy from|purchasing|ask of others)\\b',
      about:
        '\\b(?:human rights|policy|statement|standards?|dignity|same|equivalent|principles|code|forced|labou?r|children|likewise)\\b',
      unless: '\\b(?:deliver\\w*|defects?|prices?|quality|audits?)\\b',
    },
  ],
  E06: [
    {
      all: [
        '\\b(?:Universal Declaration|International Bill|(?:two|International) Covenants?)\\b',
        '\\b(?:yardstick|benchmark|guide|compass|basis|starting point|framework|measure|reference|foundation)\\b',
      ],
      part: 'bill_of_rights',
    },
    {
      all: [
        '\\b(?:core|fundamental) (?:labou?r )?(?:conventions|standards)\\b',
        '\\b(?:labou?r|ILO)\\b',
        '\\b(?:respect(?!ive)\\w*|support\\w*|uphold\\w*|honou?r\\w*|apply|adher\\w*|implement\\w*|recogni[sz]\\w*)\\b',
      ],
      part: 'ilo_declaration',
    },
  ],
  E07: [
    ...rightsAtWork,
    rightUnder('freedom_of_association', '\\b(?:association|collective bargaining|unions?)\\b'),
    rightUnder('forced_labour', '\\b(?:forced|slavery|trafficking|freely chosen)\\b'),
    rightUnder('child_labour', '\\b(?:child(?:ren)?|young workers|minimum age)\\b'),
    rightUnder('discrimination', '\\b(?:(?:non-?)?discrimination|equal\\w*|diversity)\\b'),
    rightUnder(
      'safety_and_health',
      '\\b(?:(?:occupational|workplace) (?:health|safety)|health and safety|safety and health|safe work\\w*)\\b',
    ),
  ],
  E08: [
    {
      all: [
        '\\b(?:compl(?:y|ies|iance|ying)|observ(?:e|es|ed|ing)|obey(?:s|ed)?|abides?|follow(?:s|ed|ing)?|adher\\w*|respect(?:s|ed|ing)?|keep(?:s)? (?:to|within)|met|meets?|within|honou?r\\w*|conform\\w*|beyond|in line with|take account of|sticks? to|mindful of|attentive to|start\\w*)\\b',
        '\\b(?:laws?|legislation|legal(?:ly)?|regulations?|statut\\w+|lawful\\w*|working time (?:regulations|act)|employment act|minimum wage)\\b',
      ],
      part: 'compliance',
      within: 90,
      unless:
        '\\b(?:data protection|GDPR|tax|export control|environmental|products?|customs|international (?:law|human)|conflict\\w*|differ\\w*|contradict\\w*|allowed by law|permitted by law|protected by law)\\b',
    },
    {
      all: [
        '\\b(?:conflict\\w*|differ\\w*|contradict\\w*|diverg\\w*|different directions|less (?:protection|strict\\w*|than)|weaker|lower|fall(?:s)? (?:short|below)|silent|stricter|clash\\w*|inconsisten\\w*|at odds|collid\\w*|incompatib\\w*|tension|higher (?:standard|level|protection)|stronger|gaps?)\\b',
        '\\b(?:international\\w*|human rights|norms|higher|latter|principles)\\b',
        '\\b(?:law|laws|legislation|national|local|domestic|country|countries|legal|rules?)\\b',
      ],
      part: 'conflict_rule',
      denies: true,
      unless: '\\b(?:minerals?|conflicts? of interest|take no view|not dealt)\\b',
    },
  ],
  E09: [
    {
      all: [
        '\\b(?:focus(?:es|ed)?|concentrat\\w*|attention|heed|single[sd]? out|priorit\\w*|salient|greatest|gravest|severest|foremost|above all|especially|most (?:important|serious|significant|severe|pressing|exposed|likely|at risk)|main|key|biggest|chief|particular care|matters? most)\\b',
        '\\b(?:issues?|risks?|topics?|areas?|matters|subjects?|themes?|concerns|points|challenges|problems)\\b',
        '[,:;]|\\b(?:and|three|four|five|two)\\b',
      ],
      denies: true,
      unless:
        '\\b(?:sales|audits?|training|report\\w*|complaints?|register|hot ?line|process|review\\w*|identify|assess\\w*|quality|suppliers? that|remed\\w*|questionnaires?|order of)\\b',
    },
    {
      all: ['[,:;]|\\band\\b'],
      under:
        '\\b(?:salient|priorit\\w+|key (?:issues|risks)|issues|focus areas?|risks we|matters? most|particular attention|main risks|challenges|concerns us|careful about)\\b',
      denies: true,
      unless: '\\b(?:review\\w*|revisit\\w*|train\\w*|mapped|report\\w*|contact|identify|assess\\w*)\\b',
    },
    {
      all: [
        '\\b(?:harass\\w*|bull(?:y|ied|ying)|working hours|weekly hours|overtime|inhumane|conflict minerals)\\b',
        '\\b(?:not|no|never|zero|prohibit\\w*|forbid\\w*|tolerat\\w*|bans?|banned|free (?:of|from)|limit\\w*|exceed|no place|unacceptable|reject\\w*)\\b',
      ],
      denies: true,
      unless: '\\b(?:report\\w*|protected|speaks? up|train\\w*)\\b',
    },
    { all: ['\\bliving wages?\\b'], unless: '\\bsuppliers? of\\b' },
    {
      all: [
        '\\b(?:cobalt|tin|tantalum|tungsten|mica|minerals?|smelters?|mines?)\\b',
        '\\b(?:source[sd]?|sourcing|buy|trace\\w*|check\\w*|investigat\\w*|survey\\w*|ask\\w*|only)\\b',
        '\\b(?:conflict|responsible|human rights|abuses?|child\\w*|forced|origin|smelters?)\\b',
      ],
      unless: '\\b(?:train\\w*|hot ?line|price)\\b',
    },
  ],
};
