/** What importing a programme and its roster says and understands, in English. */
import type { ImportTexts } from './texts-ja.js';

/** “A, B or C” */
function oneOf(choices: readonly string[]): string {
  return choices.length < 2 ? choices.join('') : `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`;
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `“${name}”`).join(', ');
}

const MOST_SHOWN = 10;

/** 3, 5, 7 and 2 more */
function shortened(numbers: readonly number[]): string {
  const shown = numbers.slice(0, MOST_SHOWN).join(', ');
  return numbers.length > MOST_SHOWN ? `${shown} and ${numbers.length - MOST_SHOWN} more` : shown;
}

export const importing: ImportTexts = {
  columns: {
    companyCode: ['Company code'],
    companyNameJa: ['Company name (Japanese)', 'Company name', 'Company name ja'],
    companyNameEn: ['Company name (English)', 'Company name en'],
    companyKana: ['Company kana', 'Company name (kana)'],
    nameJa: ['Name (Japanese)', 'Name', 'Person name', 'Name ja'],
    nameEn: ['Name (English)', 'Name en'],
    furigana: ['Furigana', 'Name (kana)'],
    email: ['E-mail', 'Email', 'Mail', 'E-mail address', 'Email address'],
    role: ['Role'],
    level: ['Level'],
    language: ['Language'],
    timeZone: ['Time zone', 'Timezone'],
    slack: ['Slack workspace', 'Slack workspaces', 'Slack workspace id', 'Slack'],
    teams: ['Teams tenant', 'Teams tenants', 'Teams tenant id', 'Teams'],
    personCode: ['Person code', 'Person ID'],
    advisers: ['Advisers', 'Company adviser', 'Company advisers'],
    jobTitleJa: ['Job title (Japanese)', 'Job title', 'Job title ja'],
    jobTitleEn: ['Job title (English)', 'Job title en'],
  },
  columnNotes: {
    companyCode:
      'Required for participants. A short code per company, such as P01; the same for everyone of the company.',
    companyNameJa: 'Required for participants. The full name.',
    companyNameEn: 'Required for participants.',
    companyKana: 'Required for participants. For sorting; without 株式会社 and the like.',
    nameJa: 'Required. With a space between family and given name.',
    nameEn: 'Required.',
    furigana: 'Required. For sorting.',
    email: 'Required. One per person: the address under which Slack or Teams knows the person.',
    role: 'Required. Participant, Adviser, Secretariat or Speaker.',
    level: 'Required for participants: Management or Working. Empty for everyone else.',
    language: 'Optional. Japanese or English; Japanese where it is empty.',
    timeZone: "Optional, such as Asia/Tokyo; the programme's where it is empty.",
    slack:
      "Optional. The ID of the company's Slack workspace (T followed by letters and digits); several are separated by commas.",
    teams: "Optional. The ID of the company's Teams tenant; several are separated by commas.",
    advisers:
      'Optional, in the lines of participants. The e-mail address or person code of the adviser who looks after the company; several are separated by commas.',
    jobTitleJa: 'Optional. Shown where two people of one company have the same name. An empty cell changes nothing.',
    jobTitleEn: 'Optional.',
    personCode:
      'Optional. A code per person that never changes, by which a person with a new e-mail address is recognised.',
  },
  rosterSheet: 'Roster',
  notesSheet: 'How to fill in',
  attendance: ['Attendance'],
  ignored: ['Ignore', 'Ignored'],
  role: {
    participant: ['Participant'],
    adviser: ['Adviser', 'Advisor'],
    secretariat: ['Secretariat'],
    speaker: ['Speaker'],
  },
  level: {
    management: ['Management', 'Management-level'],
    working: ['Working', 'Working-level'],
  },
  language: {
    ja: ['Japanese', 'ja'],
    en: ['English', 'en'],
  },
  mode: {
    onsite: ['On site', 'Onsite', 'On-site'],
    online: ['Online'],
  },
  kind: { seminar: 'seminar', workshop: 'workshop', meeting: 'meeting', closing: 'closing' },
  audience: { management: 'management', working: 'working level', all: 'everyone' },
  method: { in_person: 'on site only', online: 'online only', mixed: 'on site and online' },
  yes: 'yes',
  no: 'no',
  nothing: '(none)',
  faults: {
    fileTooLarge: (megabytes) => `The file is too large; files of up to ${megabytes} MB can be imported.`,
    fileEmpty: () => 'The file is empty.',
    otherFormat: (format) =>
      `This is ${/^[AEO]/.test(format) ? 'an' : 'a'} ${format} file. Save it as “Excel Workbook (.xlsx)”.`,
    noHeadings: () =>
      'The line of headings is not found. Write “Company code”, “Name (Japanese)”, “E-mail”, “Role” and so on in the first line, one in each column.',
    noSheet: (sheets) =>
      `No sheet has the headings of a roster (sheets: ${quoted(sheets)}). Write them in the first line of the sheet with the roster.`,
    severalSheets: (sheets) =>
      `Several sheets have the headings of a roster (${quoted(sheets)}). Leave only the one to be imported, or hide the others.`,
    oldExcel: () =>
      'This is an Excel file of the old kind (.xls) or one with a password. Remove the password and save it as “Excel Workbook (.xlsx)”.',
    excelUnreadable: () => 'The Excel file is damaged and cannot be read. Open it in Excel and save it again.',
    excelTooLarge: () =>
      'The Excel file grows too large when unpacked. Delete the rows, columns and sheets that are not needed.',
    excelMacros: () => 'Excel files with macros are not imported. Save it as “Excel Workbook (.xlsx)”.',
    encoding: () => 'The character encoding cannot be recognised. Save it in Excel as “CSV UTF-8 (Comma delimited)”.',
    quotes: () => 'A quotation mark (") is not closed properly, so nothing from this line on can be read.',
    tooManyLines: (most) => `There are too many lines; up to ${most} can be imported at once.`,
    noLines: () => 'There is no line below the headings.',
    formula: (cells) => `There are cells with formulas or errors (${cells}). Replace them with their values.`,
    mergedCells: (cells) => `There are merged cells (${cells}). Unmerge them and fill in every line.`,
    dateCell: (column) =>
      `Excel has turned “${column}” into a date. Set the cell's format to “Text” and type it again.`,
    formattedCell: (column, cell) =>
      `A number format shows “${column}” (cell ${cell}) in another form. Set the cell's format to “Text” and type it again.`,
    columnUnknown: (heading) =>
      `The heading “${heading}” is not known. If the column is not to be imported, call it “ignore:${heading}”.`,
    columnTwice: (heading) => `There are two columns “${heading}”.`,
    columnMissing: (column) => `The column “${column}” is missing.`,
    cellsWithoutHeading: () => 'There are values in a column without a heading.',
    missing: (column) => `“${column}” is empty.`,
    tooLong: (column, most) => `“${column}” is too long (up to ${most} characters).`,
    lineBreak: (column) => `“${column}” contains a line break or another control character.`,
    lostCharacter: (column, value) =>
      `“${column}” reads “${value}”, in which a character seems to have been lost when the file was saved. Save it as Excel (.xlsx) or “CSV UTF-8”.`,
    gaiji: (column) =>
      `“${column}” contains a user-defined character (gaiji), which no other computer shows. Write another character, or kana.`,
    codeMalformed: (column, value) =>
      `“${column}” cannot be “${value}”: use up to 32 letters, digits, hyphens, underscores and full stops.`,
    notKana: (column, value) => `“${column}” cannot be “${value}”: write it in katakana or hiragana.`,
    emailMalformed: (value) => `“${value}” is not an e-mail address.`,
    notAChoice: (column, value, choices) => `“${column}” cannot be “${value}”: it is ${oneOf(choices)}.`,
    notATimeZone: (value) => `“${value}” is not a time zone. Write it like Asia/Tokyo.`,
    slackMalformed: (value) => `“${value}” is not a Slack workspace's ID (T followed by letters and digits).`,
    teamsMalformed: (value) => `“${value}” is not a Teams tenant's ID (8-4-4-4-12 letters and digits).`,
    levelMissing: () => 'A participant needs a “Level” (Management or Working).',
    levelNotForRole: () => 'Only participants have a “Level”.',
    companyNotForRole: () =>
      'Only participants have a company. Leave its columns empty for the secretariat, advisers and speakers.',
    companyDiffers: (column, value, line, other) =>
      `“${column}” is “${value}” here but “${other}” in line ${line}, under the same company code.`,
    codesDifferInCase: (code, other) => `The codes “${code}” and “${other}” differ only in upper and lower case.`,
    emailShared: (email, line) =>
      `“${email}” is also the address of someone else in line ${line}. Every person needs an address of their own.`,
    personDiffers: (column, value, line, other) =>
      `“${column}” is “${value}” here but “${other}” in line ${line}, for the same person.`,
    personTwice: (email, role, line) => `“${email}” is already in line ${line} with the same role (${role}).`,
    twoCompanies: (email, company, line, other) =>
      `“${email}” belongs to two companies: ${company} here and ${other} in line ${line}.`,
    otherProgramme: (code, own) =>
      `This is the file of the programme “${code}”. In this chat “${own}” is imported; the operator imports other programmes.`,
    emailElsewhere: (name, email) =>
      `${name} also takes part in another programme, so the e-mail cannot become “${email}” here. Ask the operator.`,
    codeShared: (code, line) =>
      `The person code “${code}” is also that of someone else in line ${line}. Every person needs a code of their own.`,
    mergedTwice: (name, line) =>
      `This is ${name}, who is already in line ${line}: two entries were merged into one person. Delete one of the lines, or write the same e-mail in both.`,
    codeDisagrees: (code, holder, email) =>
      `The person code “${code}” is that of ${holder}, but the e-mail “${email}” is someone else's. Correct one of them.`,
    adviserUnknown: (column, value) =>
      `“${column}” names “${value}”, who is no adviser in this roster. Write the e-mail address or person code of an adviser.`,
    sessionUnknown: (code) => `The programme file has no session “${code}”.`,
    modeNotOffered: (session, mode, method) => `${session} is held ${method}, so “${mode}” is not possible.`,
    companyUnknown: (code) => `The roster has no company “${code}”.`,
    notJson: (found) =>
      `This is not valid JSON. Look for a missing or extra quotation mark, comma or bracket around “${found}”.`,
    notAProgramme: () => 'The programme has to be a JSON file in UTF-8.',
    jsonEnds: () => 'The JSON ends too early. Look for a bracket or quotation mark that is not closed.',
    jsonLetter: (found, right) => `The sign ${found} cannot be used here. Type a plain ${right} instead.`,
    jsonDeep: () => 'Brackets are opened within too many others. Please look for brackets that do not belong there.',
    jsonSpace: () => 'This kind of space cannot be used here. Type an ordinary one.',
    jsonComma: () => 'There must be no comma before a closing bracket. Delete it.',
    jsonComment: () => 'Comments cannot be used. Delete it.',
    keyTwice: (key) => `“${key}” is there twice.`,
    required: () => 'This is required but missing.',
    unknownKey: (key) => `“${key}” is not known here.`,
    wrongType: (expected) => `This is the wrong kind of value (${expected} is needed).`,
    notOneOf: (choices) => `It is one of ${oneOf(choices)}.`,
    empty: () => 'This is empty.',
    textTooLong: (most) => `This is too long (up to ${most} characters).`,
    numberTooSmall: (least) => `This has to be a whole number of at least ${least}.`,
    numberTooBig: (most) => `This has to be a whole number of at most ${most}.`,
    tooMany: (most) => `There are too many (up to ${most}).`,
    invalid: () => 'This value is not valid.',
    notACode: () => 'Use up to 32 letters, digits, hyphens, underscores and full stops.',
    notADate: () => 'Write an existing date like 2024-11-07.',
    notAWindow: () => 'Write the beginning and the end like 09:00-12:00.',
    windowsOutOfOrder: () => 'Write the windows in their order, without overlaps.',
    noSuchReminder: (text) =>
      `There is no reminder “${text}”. Write it like 7d (seven days before), 0d (on the day), 1h (an hour before). After a deadline there are -1d, -2d and -3d of invitation only.`,
    notAClock: () => 'Write a time of the day like 09:00.',
    notATime: () => 'Write an existing date and time like 2024-11-07T15:30 (local time) or 2024-11-07T15:30+09:00.',
    notALink: () => 'Write an address that begins with https://.',
    endsBeforeStart: () => 'The end is not after the start.',
    deadlineAfterStart: () => 'The registration deadline is after the start.',
    roomNotOffered: () => 'A session held online only has no venue and no places in a room.',
    lineNotOffered: () => 'A session held on site only has no link and no places online.',
    groupSizeWithoutGroups: () => 'Without group work there is no group size.',
    closureTwice: (from, to) => `The closure ${from} to ${to} is defined twice.`,
    sessionTwice: (code) => `The session “${code}” is defined twice.`,
    planOverlap: (other) =>
      `This overlaps with ${other}, of the same company or adviser. Change the time of one of them.`,
    planMovesWithin: () => 'The time before the move overlaps with the time after it.',
    draftPlanOutOfOrder: () => 'These times have to come one after the other: begun, submitted, approved, published.',
    draftPlanUnknown: (code) => `“${code}” is not among the “deliverables” of this programme.`,
    draftPlanTooFar: () =>
      'Only what was submitted and confirmed can be approved, and only what was approved can be published.',
    planOutside: (first, last) => `This has to lie within the programme (${first} to ${last}).`,
    planOverMidnight: () => 'A consultation ends on the day on which it begins. Choose another time.',
    planTooLong: (longest) => `A consultation takes at most ${longest} minutes (“longest”).`,
    planTooMany: (company, most) =>
      `${company} has ${most === 1 ? '1 consultation' : `${most} consultations`} (“consultations”), and more are planned.`,
    deliverableTwice: (code) => `The deliverable “${code}” is defined twice.`,
    deliverableUnknown: (code) => `There is no deliverable “${code}” in this file. Write the code of one of them.`,
    deliverableCircle: (codes) =>
      `These deliverables wait for each other in a circle (${codes.join(' → ')}). Take out one dependsOn.`,
    dueOutside: (first, last) => `Write a day within the programme (${first} to ${last}).`,
    reportSubject: (isOfSession) =>
      isOfSession
        ? 'This part belongs to a session. Write the session’s code in “session”.'
        : 'This part belongs to the whole programme. Leave out “session”.',
    reportSessionUnknown: (code) => `“${code}” is not among the “sessions” of this file. Please check the code.`,
    reportTwice: () => 'This part of the report is written twice. Keep one of them.',
    planSameAdviser: () => 'It is taken over from the adviser who holds it. Name another one.',
  },
  warnings: {
    onlyCompany: (name) => `“${name}” is named without anybody of it.`,
    hiddenSheet: (sheet) => `The hidden sheet “${sheet}” was read.`,
    hiddenLines: (lines) => `Hidden lines were read, too (${shortened(lines)}).`,
    invisible: (column) => `Characters that nobody sees were removed from “${column}”.`,
    perhapsLost: (column, value) => `Is the “?” in “${column}” (“${value}”) a character that was lost in saving?`,
    writtenTwoWays: (column, value, line, other) =>
      `“${column}” (“${value}”) is taken for the same as “${other}” in line ${line}, and written as it is there.`,
    oddYear: (date) => `The date is ${date}. Is the year right?`,
    deadlineEarly: (days) => `The registration deadline is ${days} days before the start.`,
    longSession: (days) => `It lasts ${days} days from start to end.`,
    outsideProgramme: (from, to) => `This is outside the programme (${from} to ${to}).`,
  },
  fields: {
    email: 'e-mail',
    personCode: 'person code',
    nameJa: 'name (Japanese)',
    nameEn: 'name (English)',
    kana: 'kana',
    furigana: 'furigana',
    timeZone: 'time zone',
    startsOn: 'first day',
    endsOn: 'last day',
    contact: 'contact',
    contactEn: 'contact (English)',
    concernContacts: 'contacts for concerns',
    consultations: 'consultations per company',
    longest: 'longest consultation (minutes)',
    guardHours: 'changes of consultations until (hours before)',
    absenceUses: 'a consultation to which the company did not come counts',
    openRecords: 'the secretariat reads what was said in consultations',
    openDrafts: 'the secretariat reads drafts',
    modelUse: 'what is sent to the language model',
    checklist: 'checklist',
    dueOn: 'due',
    dependsOn: 'comes after',
    reviewDays: 'business days of a review',
    position: 'place',
    reportJa: 'the Japanese text',
    reportEn: 'the English text',
    opensAt: 'office opens',
    closesAt: 'office closes',
    closures: 'closures',
    windows: 'hours in which messages are sent',
    askNumberFrom: 'announcements: type the number from so many people on',
    quietDays: 'quiet companies: after so many working days',
    approvalFrom: 'announcements: approval from so many people on',
    reminders: 'reminders',
    level: 'level',
    jobTitleJa: 'job title (Japanese)',
    jobTitleEn: 'job title (English)',
    company: 'company',
    kind: 'kind',
    titleJa: 'title (Japanese)',
    titleEn: 'title (English)',
    audience: 'audience',
    startsAt: 'start',
    endsAt: 'end',
    method: 'method',
    venueJa: 'venue (Japanese)',
    venueEn: 'venue (English)',
    link: 'link',
    roomCapacity: 'places in the room',
    onlineCapacity: 'places online',
    deadline: 'registration deadline',
    agenda: 'agenda',
    materials: 'materials',
    groupWork: 'group work',
    groupSize: 'group size',
  },
  changes: {
    what: { create: 'Add', change: 'Change', end: 'End', remark: 'Note' },
    kind: {
      programme: 'programme',
      company: 'company',
      binding: 'workspace or tenant',
      person: 'person',
      membership: 'role',
      session: 'session',
      assignment: 'adviser of a company',
      deliverable: 'deliverable',
      reportText: 'text of the report',
    },
    changed: (field, before, after) => `${field}: ${before} → ${after}`,
    replaced: (field) => `${field} changed`,
    separator: '; ',
    held: (when, deadline) => `${when}, registration until ${deadline}`,
    organiser: 'organiser',
    joins: (role) => `joins as ${role}`,
    returns: (role) => `returns as ${role}`,
    leaves: (role) => `not on the roster any more, so no longer ${role} (records are kept)`,
    advises: (adviser) => `looked after by ${adviser}`,
    advisesNoMore: (adviser) => `no longer looked after by ${adviser}`,
    setInChat: (adviser) => `${adviser} was assigned in the chat; left as it is`,
    withdrawnInChat: (adviser) => `${adviser} was withdrawn in the chat; left as it is`,
    noLongerGuest: (code) =>
      `the company of the same name that is recorded as a guest (${code}) becomes one of the programme, with its people and their attendance`,
    unbound: 'not in the files any more, so no longer trusted',
    bound: 'trusted from now on',
    sessionAbsent: 'not in the file; left as it is',
    sessionCalledOff: 'called off; left as it is',
    sessionTakesPlace: 'called off in the file; left as it is. Call it off in the chat, so that people are told',
    sessionKept: 'changed in the chat since the last import; that change is kept',
    deliverableGoes: 'not in the file, and no company has begun it: deleted',
    deliverableStays: 'not in the file; kept, as a company has begun it',
    reportTextKept: 'written in the chat; left as it is',
    sessionOverwritten: 'what was changed in the chat is replaced by what the file says',
  },
  wordFault: (file, line, path, reason) =>
    `${[file, ...(line === null ? [] : [`line ${line}`]), ...(path === null ? [] : [path])].join(', ')}: ${reason}`,
  warning: (words) => `Warning: ${words}`,
  sheetRead: (file, sheet) => `The sheet “${sheet}” of ${file} was read.`,
  question: (file, line, newcomer, known) =>
    `${file}, line ${line}: is ${newcomer} the same person as ${oneOf(known.map((one) => `“${one}”`))}, who is registered?`,
  wordChange: (what, kind, name, details) => `${what} ${kind} “${name}”${details === '' ? '' : `: ${details}`}`,
};
