/** By which everyday words the elements of practice (E10 to E17) show themselves in English, beside the formal ones. */
import type { WordRule } from '../checklist.js';
import { document, otherReview, posts, stakeholders } from './vocabulary-en.js';

const aboutRights =
  '\\b(?:human rights|people|workers|due diligence|rights|labou?r|adverse|dignity|modern slavery|this policy|who might)\\b';
const harm =
  '\\b(?:impacts?|effects? on|harm(?:s|ed|ful)?|hurt|abuses?|affect(?:s|ing)? people|effects|(?:human rights|labou?r|rights|modern slavery)[^.]{0,24} risks?|risks? (?:to|for) (?:people|workers|human rights|rights)|risks? of (?:human rights|harm|abuse|forced|labou?r)|affected|wronged|infringe\\w*)\\b';
const finds =
  '\\b(?:identif\\w*|assess\\w*|map(?:s|ped|ping)?|screen\\w*|register|check(?:s|ed)?|ask ourselves|find(?:s)?|monitor\\w*|track\\w*|survey\\w*|questionnaires?|audit\\w*|examin\\w*|evaluat\\w*|look (?:for|at|into)|analy[sz]\\w*|investigat\\w* where|understand\\w*|review(?:s|ed)?|visits?|inspect\\w*|describ\\w*|scor(?:es?|ed|ing)|list(?:s|ed)?|record\\w*)\\b';
const lessens =
  '\\b(?:prevent\\w*|mitigat\\w*|avoid\\w*|avert\\w*|reduc\\w*|lessen\\w*|soften\\w*|act(?:s|ed|ing)? (?:up)?on|address\\w*|controls?|eliminat\\w*|minimi[sz]\\w*|follow\\w* up|remov\\w*|deal(?:s|t)? with|corrective|put right|manage[sd]?|counter)\\b';
const concerns =
  '\\b(?:concerns?|report(?:s|ed|ing)?|complain\\w*|grievance\\w*|raise\\w*|speak\\w*|call(?:s|ers?)?|whistle\\w*|something wrong|wrong|worr\\w+|unhappy|hot ?line|help ?line|ombud\\w*|platform|listens)\\b';

export const everydayPracticesEn: Readonly<Record<string, readonly WordRule[]>> = {
  E10: [
    {
      all: [
        '\\b(?:labou?r|working|employment) (?:conditions|records?|practices)\\b',
        '\\b(?:audit\\w*|findings?|inspect\\w*|look\\w* into|examin\\w*|check\\w*)\\b',
        '\\b(?:clos(?:e|ed)|correct\\w*|follow\\w* up|deadline|end(?:s|ed)?|mend(?:s|ed)?|put right|improv\\w*)\\b',
      ],
      unless: '\\b(?:hot ?line|train\\w*)\\b',
    },
    {
      all: [
        '\\b(?:cobalt|tin|tantalum|tungsten|mica|minerals?|smelters?|mines?)\\b',
        '\\b(?:source[sd]?|sourcing|buy|trace\\w*|only)\\b',
        '\\b(?:check\\w*|investigat\\w*|survey\\w*|audit\\w*|questionnaires?)\\b',
      ],
      unless: '\\b(?:train\\w*|hot ?line|price)\\b',
    },
    {
      all: [harm, finds],
      about: aboutRights,
      unless:
        '\\b(?:environmental|climate|production|financial|hot ?line|complain\\w*|grievance\\w*|remed\\w*|train\\w*|products?|corrective|relief|infringed|risk management)\\b',
      within: 170,
    },
    {
      all: [harm, lessens],
      about: aboutRights,
      unless:
        '\\b(?:environmental|climate|production|financial|hot ?line|complain\\w*|grievance\\w*|remed\\w*|train\\w*|products?|caused|contributed|where we have|corrective|relief|infringed|risk management)\\b',
      within: 170,
    },
    {
      all: [
        '\\b(?:risks?|impacts?|issues)\\b',
        finds,
        '\\b(?:rank\\w*|priorit\\w*|trigger\\w*|act(?:ed)? (?:up)?on|score\\w*|annual\\w*|each (?:year|spring)|every|yearly|quarter\\w*|regular\\w*|year|process|controls?|follow\\w*)\\b',
      ],
      about:
        '\\b(?:human rights|labou?r (?:practice|standards|rights|conditions)|due diligence|forced labou?r|child labou?r|modern slavery|impacts? on people|conditions)\\b',
      unless:
        '\\b(?:environmental|financial|production|train\\w*|hot ?line|report progress|policy is reviewed|price)\\b',
    },
    {
      all: [`${finds}|${lessens}`],
      under:
        '\\b(?:due diligence|impacts?|risk (?:assessment|management)|manage risk|knowing and showing|risks? we)\\b',
      unless: '\\b(?:train\\w*|report\\w* (?:publicly|progress)|hot ?line)\\b',
    },
  ],
  E11: [
    {
      all: [
        '\\b(?:harm(?:ed)?|hurt|wrong(?:ed)?|caused|contributed|abuses?|injustice|infring\\w*|violat\\w*|adverse(?:ly)?|damage|upheld|suffer\\w*|played a part|impact|grievance|complaint)\\b',
        '\\b(?:amends|put(?:s|ting)? (?:it|things?|matters|them|that|this) right|(?:wrong|matter) is put right|set (?:it|things|matters) right|make (?:it |things )?good|heal(?:s|ing)?|compensat\\w*|apologi[sz]\\w*|restor(?:e|es|ed|ing)|reparation\\w*|redress|remed\\w*|rectif\\w*|reimburs\\w*|own up|relief|make (?:it|this) up|make (?:you|them|people|anyone) whole)\\b',
      ],
      within: 190,
      unless: '\\b(?:products?|customers?|environmental|contaminated|risk of|beyond what a court|training|defects?)\\b',
    },
    {
      all: [
        '\\b(?:deficienc\\w*|non-?conformit\\w*|shortcomings?|violations?|breach\\w*|findings)\\b',
        '\\b(?:corrected|remedied|rectified|put right|improvement plans?|closed)\\b',
      ],
      within: 120,
      unless: '\\b(?:products?|quality|customers?|environmental)\\b',
    },
    {
      all: [
        '\\b(?:if|where|when|should)\\b',
        '\\b(?:agree|draw up|set|work out)\\b[^.]{0,20}\\bplan\\b',
        '\\b(?:suppliers?|them|partners?)\\b',
      ],
      unless: '\\b(?:business plan|audit plan|sales)\\b',
    },
    {
      all: [
        '\\b(?:remed\\w*|redress|amends|right|restor\\w*|compensat\\w*|apologi[sz]\\w*|correct\\w*|heal|sorry|make good|make (?:it|this) up)\\b',
      ],
      under:
        '\\b(?:remed(?:y|iation|ies)|redress|putting (?:matters|things|it) right|making (?:things|it) (?:right|good)|(?:get|got|goes?|went) (?:it |things )?wrong|in the wrong)\\b',
      unless: '\\b(?:grievance mechanism is|hot ?line|court orders)\\b',
    },
  ],
  E12: [
    {
      all: [
        '\\b(?:wrong|worr(?:y|ied|ies)|troubl\\w+|problems?|unhappy|upset|badly|unfair\\w*|treated)\\b',
        '\\b(?:speak|talk|turn|go|come) to\\b|\\b(?:tell|see)\\b',
        '\\b(?:supervisor|manager|convenor|foreman|steward|representative|director|owner|president|boss|union|nurse|doctor)\\b',
      ],
      part: 'channel',
      isFirm: true,
      within: 140,
      unless: '\\b(?:products?|customers?|orders?|deliver\\w*|train\\w*)\\b',
    },
    {
      all: [
        '\\b(?:complaints?|concerns?|grievances?|problems)\\b',
        '\\b(?:can|may|should) be (?:raised|brought|reported|addressed|taken|put|lodged|sent|made)\\b',
      ],
      part: 'channel',
      isFirm: true,
      within: 80,
      unless: '\\b(?:products?|customers?|data subjects?)\\b',
    },
    {
      all: [
        '\\b(?:any(?:one|body)|every(?:one|body)|employees?|workers?|staff|those|people|you)\\b',
        '\\b(?:complaints?|concerns?|grievances?|problems?|unhappy|wronged|worr(?:y|ies|ied))\\b',
        '\\b(?:can|may|(?:is|are) (?:free|invited|encouraged|welcome|able) to|open to)\\b',
      ],
      part: 'channel',
      isFirm: true,
      within: 120,
      unless:
        '\\b(?:products?|customers?|sales|press|data subjects?|train\\w*|stakeholder dialogue|suppliers? (?:shall|must))\\b',
    },
    {
      all: [
        '\\b(?:turn to|contact|talk to|speak (?:to|with)|report(?:s|ed)? (?:to|it|them|through)|call(?:s)?|write to|e-?mail|raise|lodge|complain|bring|approach|go to|put in writing|get in touch|tell|takes calls|reach)\\b',
        `\\b(?:anyone|any person|everyone|employees?|workers?|staff|those|people|you|who(?:ever)?|complaints?|concerns?|grievances?|members)\\b`,
        '\\b(?:officer|line|desk|manager|secretary|counsel|law firm|lawyer|platform|mediator|department|HR|personnel|office|ombud\\w+|e-?mail|phone|telephone|web|form|box|hot ?line|help ?line|provider|representative|committee)\\b',
      ],
      part: 'channel',
      isFirm: true,
      unless:
        '\\b(?:products?|customers?|sales|press|media|investors?|any questions|progress|annual report|board|data subjects?|train\\w*|suppliers? (?:shall|must))\\b',
    },
    {
      all: [
        '\\b(?:(?:integrity|ethics|compliance|speak-? ?up|concern|reporting|help|hot|trust|open door|phone|telephone|advice|multilingual)[- ]?(?:line|channel|platform|desk|portal|mailbox|box)|ombuds\\w*|grievance (?:procedure|mechanism|channel|committee|box)s?|suggestion box|mailbox)\\b',
      ],
      part: 'channel',
      isFirm: true,
      unless: '\\b(?:customers?|products?|train\\w*)\\b',
    },
    {
      all: [
        '\\b(?:officer|line|desk|manager|secretary|counsel|lawyer|platform|mediator|department|HR|office|ombud\\w+|e-?mail|phone|form|box|anyone|everyone)\\b',
      ],
      under:
        '\\b(?:speak\\w*|grievance\\w*|concerns?|complain\\w*|reporting|whistle\\w*|raising|reach us|listen(?:s|ing) to)\\b',
      part: 'channel',
      isFirm: true,
      unless: '\\b(?:progress|annual|board|train\\w*|products?|customers?)\\b',
    },
    {
      all: [
        '\\b(?:need not give (?:their|his|her|a|your) names?|without giving (?:a|their|your|his|her) names?|(?:remain|stay|are|be) (?:unidentified|unnamed|unknown|anonymous)|anonym\\w*|confiden\\w*|(?:identity|names?)[^.]{0,40}(?:not|no one|never|without|nobody|secret|protected|disclosed|only)|in secret|discree?t\\w*|discretion|privacy|goes no further|(?:not|never) pass on|stays? between|between you and)\\b',
      ],
      about: concerns,
      part: 'confidentiality',
      denies: true,
      unless:
        '\\b(?:customers?|personal data|cannot|unable|trade secrets?|confidential information|may not be guaranteed|no guarantee)\\b',
    },
    {
      all: [
        '\\b(?:reprisals?|retaliat\\w*|detriment\\w*|adverse (?:consequences?|treatment|action)|disadvantag\\w*|victimi[sz]\\w*|penali[sz]\\w*|punish\\w*|dismiss\\w*|worse off|held against|repercussions?|lose (?:(?:their|his|her) job|out|anything)|fear)\\b',
        '\\b(?:no|not|never|nobody|any|protect\\w*|without|free|shall|forbid\\w*|misconduct|gross|tolerat\\w*|prohibit\\w*)\\b',
      ],
      about: concerns,
      part: 'no_retaliation',
      denies: true,
      unless: '\\b(?:customers?|suppliers? shall)\\b',
    },
  ],
  E13: [
    {
      all: [
        '\\b(?:instruct(?:ed|ion|s)|taught|teach(?:es|ing)?|courses?|modules?|training|trained|trains|coach(?:ed|ing)|briefed|briefings?|talks (?:on|about)|toolbox|lessons|one-day course|online module|refresh\\w*|educat\\w*|learn(?:ing|s)?(?! (?:how|that|of|from|whether))|e-?learning|seminars?|awareness (?:sessions?|programmes?|programs?|training|courses?)|(?:attends?|holds?|runs?|half-day|annual|training|awareness)[^.]{0,20}workshops?)\\b',
        '\\b(?:employees?|staff|officers?|directors?|managers?|everyone|joiners?|newcomers|workers|people|colleagues|team|all|every|annual\\w*|year\\w*|given|gives?|receives?|january|monthly|biennial\\w*)\\b',
      ],
      about:
        '\\b(?:human rights|this (?:policy|statement|rule|standard|pledge|document)|the (?:policy|statement|rule)|dignity|these things|know-how|one-day course|online module)\\b',
      unless:
        '\\b(?:suppliers? (?:shall|must|train)|partner workshops|sales|technical|product|machine|driver|welding|quality|forklifts?|lessons? (?:from|learn\\w*)|partners?|learn(?:s|ed|t)? (?:that|of|from|about it)|if we learn|auditors?|briefing notes?|what to learn|apprentice\\w* learn)\\b',
    },
    {
      all: [
        '\\b(?:courses?|modules?|sessions?|hours?|train\\w*|learn\\w*|taught|teach\\w*|workshops?|instruct\\w*|awareness|briefings?|attend\\w*|seminars?)\\b',
      ],
      under: '\\b(?:training|education|learning|awareness|capacity)\\b',
      unless: '\\b(?:report\\w*|sales|forklifts?|hot ?line)\\b',
    },
  ],
  E14: [
    {
      all: [
        stakeholders,
        '\\b(?:conversations?|in touch|opinions|views|voices?|hear(?:s|ing)?|listen\\w*|talks?|dialogues?|meets?|meetings?|consult(?:s|ed|ing|ation|ations)|engag(?:e|es|ing|ement)|exchange|discuss\\w*|round ?tables?|focus groups?|surveys?|seek out|feedback|for comments?|input from|work(?:s|ing)? with)\\b',
      ],
      within: 150,
      unless:
        '\\b(?:consultation (?:desk|window)|hot ?line|help ?line|engaged (?:in|by)|training|health and safety committee|draft\\w*|prepar\\w*|developed|key accounts|shareholders|investors|concerns?|report(?:s|ed)?|expectations?|line manager|larger companies|read (?:out|aloud)|confidential\\w*|surveyed|due diligence)\\b',
    },
    {
      all: [`${stakeholders}|\\b(?:meet\\w*|talks?|survey\\w*|views|opinions)\\b`],
      under: '\\b(?:listening|dialogue|stakeholders?|engagement|consultation|hearing)\\b',
      unless: '\\b(?:investors|shareholders|products?|key accounts|train\\w*|hot ?line)\\b',
    },
  ],
  E15: [
    {
      all: [
        '\\b(?:responsib(?:le|ility|ilities)|accountab\\w*|answers? for|answerable|in charge|watch(?:es)? over|oversees?|oversight|supervis\\w*|steer(?:s|ing)?|leads?|led by|runs?|rests? with|lies with|custodian|owner|appointed|sponsor\\w*|champion\\w*|coordinat\\w*|charged with|entrusted|looks? after|responsible)\\b',
        posts,
      ],
      about:
        '\\b(?:human rights|this (?:policy|statement|rule|standard|pledge|programme|program)|the (?:policy|statement|pledge|rule)|(?:these|our|the) (?:principles|commitments)|responsib\\w*|governance|accountab\\w*|(?:process|policy|document|standard) owner|delivery|implementation|in charge|oversight)\\b',
      within: 170,
      unless:
        '\\b(?:approved by|signed|concerns?|complain\\w*|hot ?line|helpline|train(?:ing|ed)|products?|website team|quality|environmental|data protection|responsibility to respect|suppliers? (?:are|is|shall)|corporate responsibility|register of|run by an)\\b',
    },
    {
      all: [posts],
      under:
        '\\b(?:responsib\\w+|governance|oversight|structure|organi[sz]ation|accountab\\w+|administration|in charge|who (?:is|runs))\\b',
      unless: '\\b(?:concerns?|train\\w*|approved|respect human rights)\\b',
    },
  ],
  E16: [
    {
      all: [
        '^\\W*(?:a )?cop(?:y|ies)\\b',
        '\\b(?:canteen|notice|wall|board|rooms?|web\\w*|www|intranet|reception|example|gate|office)\\b',
      ],
    },
    {
      all: [
        `${document}|\\b(?:it|copy|copies|current version)\\b`,
        '\\b(?:download\\w*|web ?sites?|web ?page|internet(?: pages?)?|home ?page|intranet|online|notice ?boards?|display\\w*|exhibit\\w*|posted|published|publish|public(?:ly)?|available|issued to|handed|given to|sent to|e-?mailed|distribut(?:e|es|ed|ing|ion)|read (?:out|aloud|in)|(?:can|may) be read(?! together)|translat\\w*|circulat\\w*|welcome (?:folder|pack)|new-hire|onboarding|induction pack|communicat\\w*|shared with|share with|made known|informed of|make known|explained to|on the wall|hangs?|hung|pinned|posters?|in (?:\\w+ )?languages)\\b',
      ],
      about: `${document}|\\b(?:find it|communication|publication|access to|availability)\\b`,
      within: 170,
      unless:
        '\\b(?:progress|results|data|financial|annual report|report (?:a|any)|concerns?|form|sales|products?|train(?:ing|ed)|hot ?line|help ?line|impacts?|price list|dialogue|not to be circulated|minerals|yearbook|what we have)\\b',
    },
    {
      all: [
        '\\b(?:page|web\\w*|pack|folder|annex|intranet|site|copy|languages?|posted|displayed|exhibited|issued|handed|read|published|available|download\\w*)\\b',
      ],
      under:
        '\\b(?:communicat\\w+|publication|where to find|find it|availability|publicity|access|dissemination|making it known|transparency)\\b',
      unless: '\\b(?:progress|results|report\\w*|train\\w*|hot ?line|performance|concerns?)\\b',
    },
  ],
  E17: [
    {
      all: [
        '\\b(?:reflect\\w*|embed\\w*|integrat\\w*|incorporat\\w*|buil[dt] into|carried over|written into|writ(?:e|es) (?:it|them) into|taken up in|anchored|revised|amended|adapted|aligned|changed|brought into line|agree with|mirror\\w*|added to|inserted|worked into|woven into|part of)\\b',
        '\\b(?:procedures?|internal rules|work rules|processes|criteria|contracts?|handbook|terms|guidelines|manuals?|conditions|selection|appraisals?|regulations|standing orders|disciplinary code|checklists|objectives|instructions|systems|decision\\w*|management system|day-to-day|operations)\\b',
      ],
      about: `${document}|\\b(?:human rights|commitments?|practice|embedding|integration|requirements)\\b`,
      part: 'embedding',
      within: 190,
      unless:
        '\\b(?:national|laws?|confidentiality|security|health and safety committee|suppliers? shall|integrated policy)\\b',
    },
    {
      all: [
        '\\b(?:disclos\\w*|report(?:s|ing|ed)?|publish\\w*|public(?:ly)?|told|tell(?:s)?|account(?:s)?|communicat\\w*|updates?|share(?:s)?)\\b',
        '\\b(?:progress|results|metrics|indicators|efforts|activities|initiatives|status|implementation|performance|achiev\\w*|failed|measures|outcomes?|findings|steps|figures|what (?:we|has|remains)[^.]{0,30}(?:did|done|achieved|do)|lessons)\\b',
        '\\b(?:annual\\w*|year\\w*|each|every|public(?:ly)?|report|website|web site|publish\\w*|disclos\\w*|regular\\w*|yearbook|openly|externally|stakeholders)\\b',
      ],
      part: 'disclosure',
      within: 150,
      unless:
        '\\b(?:to the (?:\\w+ )?(?:board|president|management|committee)|hot ?line|concerns?|complain\\w*|sales|financial|environmental|retaliat\\w*|price list|intranet|suppliers? shall)\\b',
    },
    {
      all: [
        '\\b(?:review\\w*|updat\\w*|revis\\w*|re-?examin\\w*|re-?visit\\w*|re-?assess\\w*|amend\\w*|improv\\w*|re-?consider\\w*|considered (?:afresh|again|anew)|look(?:s|ed)? at (?:it|this|them)? ?again|re-?read|(?:goes|go|gone|went) (?:through|over)|read(?:s)? (?:it|this|them) again|up for renewal|renew\\w*)\\b',
        '\\b(?:regular\\w*|periodic\\w*|annual\\w*|every|each year|yearly|once|necessary|needed|continu\\w+|from time to time|after|at least|months|years?|whenever|changes?|no less than|biennial\\w*|january|april|intervals)\\b',
        `${document}|\\b(?:it|itself)\\b`,
      ],
      about: document,
      part: 'review',
      within: 150,
      unless: `${otherReview}|\\b(?:suppliers?|risks?|issues|lists?|price|training|cases?|impacts?|concerns?|not (?:be )?review\\w*|complaints?)\\b`,
    },
    {
      all: ['\\b(?:review\\w*|updat\\w*|revis\\w*|look\\w*|re-?\\w*examin\\w*|years?)\\b'],
      under: '\\b(?:reviews?|revision|amendment|updating)\\b',
      part: 'review',
      unless: '\\b(?:suppliers?|risks?|price|train\\w*)\\b',
    },
  ],
};
