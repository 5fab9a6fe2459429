/** All words of a programme's knowledge in English. */
import { actionTexts as action } from '../messages/action-texts.js';
import type { ja } from './texts-ja.js';

const places = (count: number) => (count === 1 ? '1 passage' : `${count} passages`);

export const en: typeof ja = {
  levels: {
    requirement: 'It is one of the five requirements of Guiding Principle 16.',
    'METI example item': 'METI’s reference material gives an example of it.',
    'common practice': 'Many published policies have it.',
  },
  kinds: { docx: 'Word', pdf: 'PDF', markdown: 'Markdown', plain: 'Text', pasted: 'Pasted text' },
  languages: { ja: 'Japanese', en: 'English' },
  labels: {
    ...{ words: 'Words or question', source: 'Document', title: 'Title', language: 'Language' },
    ...{
      file: 'File',
      sent: 'Files that you sent',
      missing: 'What was missing?',
      rating: 'Question',
      helpful: 'Did it help?',
    },
  },
  hints: {
    words: 'For example: what is a grievance mechanism?',
    title: 'Answers name it as their source. A document of the same title is replaced by the newer one.',
    missing: 'For example: it does not say the deadline.',
    file: 'Word (.docx), PDF, Markdown (.md) or plain text (.txt). Only its text is read; the file is not kept.',
  },
  helpful: 'Helpful',
  unhelpful: 'Not helpful',
  helped: 'Thank you. It is good to know that this helped.',
  shownToSecretariat: (words) =>
    `The secretariat will be shown your question “${words}” and what you write here, with your name.`,
  unhelpfulShown:
    'Of an answer that did not help, the secretariat will be shown the question and what was missing, with your name.',
  send: 'Send',
  unhelpfulNoted: 'Thank you for telling us. The secretariat will look at it.',
  settles: 'Marks the answer that did not help as settled.',
  settle: 'Settle',
  settled: 'It is settled.',
  unhelpfulLeft: 'Show what is left',
  next: 'Next',
  change: 'Change title or language',
  look: 'Look up',
  add: 'Add',
  glossary: (source) => (source === null ? 'Glossary' : `Glossary (${source})`),
  means: (term, english) => `${english}: in Japanese ${term}.`,
  checklist: (id) => `Checklist for human rights policies, ${id}`,
  partsAre: (parts) => `It has: ${parts.join(', ')}`,
  session: 'Sessions',
  page: (page) => `page ${page}`,
  found: (words) => `This is what the programme’s material says on “${words}”.`,
  madeByAi: 'AI wrote the answer above. The numbers are those of the sources below: please check it against them.',
  quoted: 'The sentences are quoted word for word.',
  nothing: (words) => `Nothing in the material of the programme answers “${words}”.`,
  askThem: 'You can ask the secretariat; your question is filled in.',
  askAnyway: 'If this does not answer it, ask the secretariat.',
  howToAdd:
    'If a document answers it, send it to this chat as Word, PDF or Markdown, and add it with “Add to knowledge”.',
  ask: 'Ask the secretariat',
  showSession: 'Show the session',
  adds: ({ title, passages }) => `Adds “${title}” to the knowledge (${places(passages)}).`,
  replaces: ({ title, passages, since }) =>
    `Puts this file in the place of “${title}” in the knowledge, which was added on ${since} (${places(passages)}).`,
  begins: (line) => `It begins: ${line}`,
  writtenIn: (language) => `Language: ${language}`,
  unread: (pages) => `Pages from which no text can be read: ${pages.join(', ')}`,
  seenByAll: 'Everybody in the programme can read it in answers: participants, advisers, speakers and the secretariat.',
  added: (title) => `“${title}” was added to the knowledge. Questions are answered from it now.`,
  replaced: (title) => `“${title}” was replaced in the knowledge. Questions are answered from the new file now.`,
  sources: (count) =>
    count === 0 ? 'There is no document in the knowledge yet.' : `Documents in the knowledge: ${count}`,
  alsoFrom: 'Questions are also answered from the FAQ, the sessions, the checklist and the glossary.',
  sourceLine: ({ kind, language, passages }) => `${kind}, ${language}, ${places(passages)}`,
  addedOn: (day, by) => (by === '' ? `Added on ${day}` : `Added on ${day} by ${by}`),
  retire: 'Stop using',
  retires: (title) => `Takes “${title}” out of the knowledge.`,
  retiresTold: 'Nothing is answered from it any more. To bring it back, add the file again.',
  retired: (title) => `“${title}” was taken out of the knowledge.`,
  more: 'Show more',
  refusals: {
    source_says_nothing: () => 'There is no text in it beside headings. Please send the file that has the text.',
    too_many_sources: ({ most }) =>
      `The knowledge holds ${most} documents. Please take one out under “Documents in the knowledge”, and add this one then.`,
    too_much_knowledge: () =>
      'This is more than the knowledge holds. Please take documents out under “Documents in the knowledge”, or add only the part that is needed.',
    source_known: ({ title }) => `The same file is there already, as “${title}”. There is nothing to add.`,
    source_gone: () => 'This document was taken out before. See “Documents in the knowledge” for those that there are.',
    no_ratings: () => 'No rating of an answer waits for the secretariat. There is nothing to settle.',
    rating_settled: () =>
      'This answer was settled before. See what is left under “Answers that did not help” in the overview.',
    rating_changed: () =>
      'Its author has changed it since the list was shown. Please look at it again under “Answers that did not help” in the overview.',
    no_sources: () => 'There is no document in the knowledge yet. Please add one with “Add to knowledge”.',
    added_meanwhile: () =>
      'Somebody else has just added a document of the same title or content. Please look under “Documents in the knowledge”.',
    one_source: () => 'Documents are added one at a time. Please choose one file.',
    source_of_wrong_type: () =>
      'I cannot read a document of this kind. Please save it as Word (.docx), PDF, Markdown (.md) or plain text (.txt), and send it again.',
    source_too_large: () =>
      'This document is too large to be read. Please bring it below 10 MB, with fewer pictures for instance, and send it again.',
  },
  actions: {
    'knowledge.search': action(
      'Look up',
      'Answers questions and explains terms from the programme’s material, with its source',
      'glossary',
    ),
    'knowledge.rate': action('Rate an answer', 'Says whether an answer helped'),
    'knowledge.settle-rating': action('Settle a rating', 'Marks an answer that did not help as settled'),
    'knowledge.sources': action(
      'Documents in the knowledge',
      'Lists the documents that questions are answered from',
      'knowledge',
      'knowledge documents',
    ),
    'knowledge.add': action('Add to knowledge', 'Adds a document that questions are answered from', 'add knowledge'),
    'knowledge.retire': action(
      'Take out of the knowledge',
      'Stops answering questions from a document',
      'remove from knowledge',
    ),
  },
};
