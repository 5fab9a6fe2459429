/** Every action is listed once, under a name and a command of its own; anything else ends the start of the app. */

import { expect, it } from 'vitest';
import { z } from 'zod';
import { memberTexts } from '../../../programme/members/texts.js';
import { openAction } from '../../../programme/requests/action.js';
import { collectActions } from '../../../programme/requests/registry.js';
import { actions, collectRooms } from '../../../programme/rooms.js';

it('knows the actions of every room, in the order of the menu', () => {
  const { actions: collected } = collectRooms();
  expect([...collected.values()]).toEqual(actions);
  expect(actions.map(({ command }) => command).join(' ')).toBe(
    'menu question company sessions session calendar register mode cancel decline substitute check-in join join-help feedback groups ' +
      'deliverables submit-draft draft-check declare begun draft-file withdraw-draft ' +
      'consult consultations consultation add-files book move cancel-consultation propose-time watch unwatch ' +
      'confirm-record done consultation-calendar approved published take-report-back extend comments answer-comment difference advisers faq ask-question my-questions withdraw-question look-up rate-answer answer-announcement overview overview-list overview-file company-note company-notes create-session change-session call-off ' +
      'change-history ' +
      'attendees attendees-file move-up record walk-in online-list history check-in-code feedback-results remind-feedback quote-feedback drop-quote make-groups rebuild-groups move-in-groups facilitate-group publish-groups brief agenda offer-hours withdraw-hours hand-over answer-request away consultation-record note consultation-overview grant-hours ledger consultations-file deliverable-overview decide-extension deliverables-file reviews review review-comment review-upload review-correct review-end mark-check my-companies company-answers assign-adviser withdraw-adviser questions reply-question correct-answer pass-question add-faq change-faq retire-faq settle-rating knowledge add-knowledge retire-knowledge reminders upcoming set-reminder sending-hours announce announcements announcement-status announcement-answers-file announcement-audience send-announcement approve-announcement stop-announcement resume-announcement post-arrived post-again cancel-announcement correct-announcement withdraw-announcement remind-announcement add-person account merge-people end-membership ' +
      'member-history call-list called report report-figures report-programme report-session report-text report-text-history report-photograph report-photographs report-photograph-caption report-photograph-out report-presentation report-presentations report-presentation-out report-correct report-freeze import export-programme copy-programme announce-programme language-model delivery-problems delivery-arrived delivery-again invite programme language settings link not-my-account mute help files file-link confirm dismiss discard-draft',
  );
  expect(collected.get('no.such-action')).toBeUndefined();
});

it('refuses two actions of one name or of one command', () => {
  const [first, second] = actions;
  if (first === undefined || second === undefined) throw new Error('no actions');
  expect(() => collectActions([...actions, { ...first }])).toThrow(`Two actions are called ${first.name}.`);
  expect(() => collectActions([first, { ...second, command: first.command }])).toThrow(
    `Two actions have the command ${first.command}.`,
  );
});

// The last one: an action that was declared stays so for the rest of the process.
it('refuses to start with an action that no room lists', () => {
  openAction({
    name: 'help.show',
    texts: memberTexts,
    command: 'forgotten',
    input: z.object({}),
    offered: 'contextual',
    confirm: 'read',
    run: async () => {
      throw new Error('never run');
    },
  });
  expect(() => collectRooms()).toThrow('The action help.show is declared and listed by no room.');
});
