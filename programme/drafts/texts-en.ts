/** All words of drafts in English. */
import { deliverableTexts } from '../deliverables/texts.js';
import { actionTexts as action } from '../messages/action-texts.js';
import { pick } from '../messages/bilingual.js';
import type { DraftFault } from './read-draft.js';
import type { DraftName, DraftTexts } from './texts-ja.js';

const faults: Readonly<Record<DraftFault['kind'], (pages: string) => string>> = {
  wrong_type: () =>
    'I cannot take a draft of this kind. Please save it as Word (.docx), PDF, Markdown (.md) or plain text (.txt), and send it again.',
  old_word: () =>
    'This is Word’s older format (.doc). Please open it in Word, save it as “Word Document (.docx)”, and send it again.',
  macros: () =>
    'I cannot take Word documents with macros. Please save it as “Word Document (.docx)”, and send it again.',
  encrypted: () => 'I cannot read files with a password. Please take the password off and send it again.',
  too_large: () =>
    'This draft is too large to be read. Please bring it below 10 MB, with fewer pictures for instance, and send it again.',
  damaged: () =>
    'This file is damaged and cannot be read. Please open and save it anew where it was made, and send it again.',
  links_elsewhere: () =>
    'On opening, this document would fetch something from elsewhere. Please remove its links to outside templates, pictures and objects, and send it again.',
  unreadable: (pages) =>
    `No text can be read${pages === '' ? '' : ` (${pages})`}. It seems to be a scan, or a PDF without its letters. Please make the PDF anew from Word, or send the Word file itself.`,
  empty: () => 'There is no text in it. Please send the file that has the text.',
  took_too_long: () =>
    'Reading it took too long. Please take out pictures and embedded objects, or send the Word file itself.',
  too_much_memory: () =>
    'It is too complex to be read. Please take out pictures and embedded objects, or send it as plain text.',
};

function pagesOf(pages: readonly number[]): string {
  return `${pages.length === 1 ? 'page' : 'pages'} ${pages.slice(0, 10).join(', ')}${pages.length > 10 ? ' and more' : ''}`;
}

const version = ({ title, number }: DraftName) => `version ${number} of “${title}”`;
const counted = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`);
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export const en: DraftTexts = {
  version,
  ofCompany: (company, about) => `${about} of ${company}`,
  labels: { draft: 'Draft' },
  submits: (plan) => {
    const { replaces, advisers, due, colleagues } = plan;
    const told =
      advisers.length === 0
        ? 'Your company has no adviser yet, who will see it once there is one.'
        : `${advisers.join(' and ')} will be told, and will review it by ${due}.`;
    const instead =
      replaces === null
        ? ''
        : ` It takes the place of version ${replaces}, which nobody has opened, and whose content is erased.`;
    const others = colleagues === 0 ? '' : ` ${counted(colleagues, 'colleague', 'colleagues')} will be told, too.`;
    return `Submits this as ${version(plan)}. ${told}${instead}${others}`;
  },
  sentFile: ({ name, characters }) => `File: ${name} (${characters} characters of text)`,
  unreadPages: (pages) =>
    `No text came from ${pagesOf(pages)}, which the check cannot look at. Unless these are pictures or empty, please make the PDF anew from Word.`,
  begins: (line) => `It begins: “${line}”`,
  before: (title) => `“${title}” is to be finished first. You can submit this all the same.`,
  openComments: (count) => `Comments that you have not answered yet: ${count}`,
  comment: ({ number, element, words }) => `Comment ${number}${element === null ? '' : ` [${element}]`}: ${words}`,
  moreComments: (count) => `and ${count} more`,
  addDetails: 'Say which comments it answers',
  useForConsultation: 'Use it for our consultation',
  form: {
    deliverable: 'Deliverable',
    sent: 'Files that you have sent',
    file: 'The draft',
    fileHint:
      'Word (.docx), PDF, Markdown (.md) or plain text (.txt), up to 10 MB. Where there is no such field, send it in this chat.',
    text: 'Or paste the text',
    textHint: 'Up to 3,000 characters. Paste a longer text into this chat, or send a file.',
    answers: 'Comments that this version answers',
    note: 'Note to your adviser',
    submit: 'Submit',
    next: 'Next',
  },
  submitted: (name) => `${capital(version(name))} is submitted.`,
  told: (advisers, due) =>
    advisers.length === 0
      ? 'It will be reviewed once your company has an adviser.'
      : `${advisers.join(' and ')} will be told. The review is due on ${due}.`,
  replaced: (number) => `It took the place of version ${number}, whose content is erased.`,
  colleagueBefore: (by, number) =>
    `${by} submitted version ${number} just before. Both are kept; please agree among yourselves.`,
  answered: (count) => `It answers ${counted(count, 'comment', 'comments')}.`,
  stillOpen: (count) => (count === 1 ? '1 comment is not answered yet.' : `${count} comments are not answered yet.`),
  check: {
    heading: 'What the text mentions',
    of: (about) => `What ${about} mentions`,
    counts: ({ found, partly, weak, not_found }) =>
      `Mentioned: ${found}; partly: ${partly}; worded as an effort: ${weak}; no mention was found: ${not_found}`,
    meaning:
      'This is found by rules in the words of the text, and says nothing about how good they are. Your adviser decides.',
    line: (name, status) => `• ${name}: ${status}`,
    quoted: (sentence) => `“${sentence}”`,
    parts: (status, parts) => `${status} (${parts.join(', ')})`,
    both: (one, other) => `${one}; ${other}`,
    advice: (words) => `→ ${words}`,
    leftOut: (sentence) => `Left out: “${sentence}”`,
    declared: (words) => `Your company says: ${words}`,
    none: 'There is no checklist for this deliverable.',
    page: (from, to, total) => `${from} to ${to} of ${total}`,
    more: 'Show more',
    show: 'Element by element',
  },
  declare: {
    button: 'Tell what the text cannot show',
    introduction:
      'Please tell what the text cannot show. It helps your adviser. An empty field takes back what you told before.',
    labels: {
      'board date': 'Who approved it, and when',
      'review log': 'Materials and experts that you relied on',
      publication: 'Where it is published (such as a URL), and how it is made known',
      procedures: 'Internal rules that reflect it, and when it is reviewed',
    },
    hints: {
      'board date': 'For instance: approved by the board on 20 March 2025',
      'review log': 'For instance: advice of a labour consultant, February 2025',
      publication: 'For instance: https://www.example.co.jp/human-rights',
      procedures: 'For instance: article 3 of our work rules; reviewed every April',
    },
    save: 'Save',
    saved: (title) => `What your company says about “${title}” is saved.`,
  },
  mine: {
    heading: 'Your deliverables',
    none: 'This programme has nothing to be handed in yet.',
    since: (stage, day) => `${stage} (since ${day})`,
    due: (day, days) =>
      days > 0
        ? `${day} (${counted(days, 'day', 'days')} left)`
        : days === 0
          ? `${day} (today)`
          : `${day} (${counted(-days, 'day', 'days')} ago)`,
    latest: (number, by, at) => `version ${number} (${at}, ${by})`,
    noVersion: 'none yet',
    opened: 'your adviser has opened it',
    notOpened: 'your adviser has not opened it yet',
    reviewDue: (day) => `review due on ${day}`,
    open: (count) => `not answered yet: ${count}`,
    labels: { latest: 'Latest version', comments: 'Comments' },
    submit: 'Submit a draft',
    begin: 'We have begun',
    check: 'What it mentions',
    file: 'Open the draft',
    withdraw: 'Take it back',
    answers: 'Comments',
    changes: 'What changed',
    approve: 'Report approval',
    publish: 'Report publication',
    extend: 'Ask for more time',
    show: 'Show our deliverables',
  },
  begin: {
    done: (title) => `It is noted that you have begun with “${title}”. Send your draft here once it is ready.`,
    submit: 'Note it',
  },
  withdraw: {
    does: (plan) => {
      const { comments, answers, isLast, stage } = plan;
      const along = [
        'the file, its text and its check',
        ...(comments > 0 ? [`the words of ${counted(comments, 'comment', 'comments')}`] : []),
        ...(answers > 0 ? [`what it answered (${counted(answers, 'comment', 'comments')})`] : []),
        ...(isLast ? ['what your company told about it'] : []),
      ];
      return `Takes back ${version(plan)} (now: ${stage}) and erases ${along.join(', ')}. This cannot be undone. Only the times of its submission and withdrawal are kept.`;
    },
    told: 'Your adviser and your colleagues will be told.',
    submit: 'Take back and erase',
    done: (name, stage) =>
      `${capital(version(name))} is taken back, and its content is erased. The stage is now: ${stage}.`,
  },
  file: {
    ready: (about) => `Here is ${about}. The link opens it for 15 minutes.`,
    open: 'Open the draft',
  },
  notices: {
    submitted: ({ company, title, number }) => `${company} has submitted ${version({ title, number })}.`,
    due: (day) => `Please review it by ${day}.`,
    note: (words) => `Note of the company: ${words}`,
    answers: (count) => `The company says that it answers ${counted(count, 'comment', 'comments')}.`,
    replaces: 'It takes the place of the version that you were told of and had not opened.',
    withdrawn: ({ company, title, number }) =>
      `${company} has taken back ${version({ title, number })}. Its content is erased, and there is nothing left to review.`,
    colleague: ({ by, title, number }) => `${by} has submitted ${version({ title, number })}.`,
    colleagueWithdrew: ({ by, title, number }) =>
      `${by} has taken back ${version({ title, number })}. Its content is erased.`,
  },
  home: (title, stage, due) => `${title}: ${stage}${due === '' ? '' : `, due ${due}`}`,
  actions: {
    'draft.mine': action(
      'Deliverables',
      'Shows the stage, due date and latest draft of what your company hands in',
      'our deliverables',
      'our drafts',
    ),
    'draft.submit': action(
      'Submit a draft',
      'Submits a draft, such as your human rights policy, and shows what it mentions',
      'submit draft',
    ),
    'draft.check': action(
      'Check of a draft',
      'Shows element by element what a submitted draft mentions',
      'check draft',
    ),
    'draft.declare': action('Company’s word', 'Tells what no text can show, such as the day of the board’s approval'),
    'draft.begin': action('We have begun', 'Notes that your company has begun with a deliverable'),
    'draft.file': action('Open a draft', 'Gives you a submitted draft as it was sent', 'draft file'),
    'draft.withdraw': action('Take back a draft', 'Takes back a submitted draft and erases it', 'withdraw draft'),
  },
  refusals: {
    document_fault: ({ kind, pages }) => faults[kind](pages.length === 0 ? '' : pagesOf(pages)),
    document_not_read: () => 'The text of this file has not been read yet. Please send it once more in this chat.',
    one_document: () => 'Drafts are submitted one at a time. Please send just the one file that you want to submit.',
    same_content: ({ title, number }) =>
      `This is the same as ${version({ title: pick('en', title), number })}, so there is no need to submit it again. Please send the file that you have changed.`,
    nothing_to_hand_in: () => 'This programme has nothing to be handed in yet. Please ask the secretariat.',
    already_begun: ({ title, stage }) =>
      `“${pick('en', title)}” is past that: ${deliverableTexts.en.stages[stage]}. Send your draft here once it is ready.`,
    no_draft_yet: () => 'No draft has been submitted yet. To submit one, send the file in this chat.',
    draft_is_gone: ({ title, number }) =>
      `${capital(version({ title: pick('en', title), number }))} was replaced or taken back, and its content is gone. “Deliverables” shows the latest version.`,
    draft_is_closed: () =>
      'In this programme only the company and its adviser read drafts. Please ask the company itself.',
    nothing_declared: () => 'No element of this checklist needs the company’s word. Please go on with “Deliverables”.',
  },
};
