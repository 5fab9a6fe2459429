/** Calls every text of announcements that is a function, with digits for names, and has an example of every refusal. */
import type { Texts } from '../../../playground/pilot/texts.js';

export function callAnnouncements(texts: Texts['announcements']): void {
  const counted = {
    planned: 9,
    delivered: 1,
    underWay: 1,
    stopped: 1,
    unreachable: 1,
    unknown: 1,
    missed: 1,
    failed: 1,
    suppressed: 2,
  };
  const none = {
    planned: 1,
    delivered: 1,
    underWay: 0,
    stopped: 0,
    unreachable: 0,
    unknown: 0,
    missed: 0,
    failed: 0,
    suppressed: 0,
  };
  for (const counts of [counted, none]) texts.messages(counts);
  texts.either(['1', '2']);
  texts.and(['1', '2']);
  texts.inSession('1', '2');
  texts.named(['1', '2']);
  const reach = { people: 9, companies: 3, chatCompanies: 1, mailCompanies: 1, silent: ['1'], muted: 1, none: 2 };
  for (const one of [
    reach,
    { ...reach, companies: 0, silent: [], muted: 0, mailCompanies: 0 },
    { ...reach, people: 1, none: 0, muted: 0, companies: 1, mailCompanies: 0 },
  ])
    texts.reach(one);
  const names = (['never', 'blocked', 'bounced'] as const).map((why) => ({ name: '1', why }));
  for (const more of [0, 2]) {
    texts.unreached({ names, more });
    texts.missingNames(['1', '2'], more);
  }
  for (const when of [null, '1']) {
    for (const companies of [0, 1, 2]) texts.does({ people: companies + 1, companies, when });
    texts.doesPost({ place: '1', when });
  }
  texts.over('1');
  texts.attachment('1');
  texts.buttonsOf(['1', '2']);
  for (const nearest of [[], ['1', '2']]) {
    texts.warnings.holiday('1', nearest);
    texts.warnings.outside('1', nearest);
  }
  for (const people of [1, 2]) {
    texts.numberIntroduction(people);
    for (const differences of [null, '1']) texts.sent({ people, differences });
    for (const say of [texts.stopped, texts.resumed, texts.corrected, texts.withdrawn, texts.reminded]) say(people);
  }
  texts.posted('1');
  texts.scheduled('1');
  texts.proposed(['1', '2']);
  texts.differences((['added', 'left', 'cancelled', 'answered', 'other'] as const).map((why) => ({ why, people: 2 })));
  texts.withdrawIntroduction('1');
  texts.answersFile.fileName('1');
  texts.answersFile.columns.answeredAt('1');
  for (const people of [1, 2]) texts.answersFile.ready(people);
  texts.warnings.named(['1', '2']);
  for (const count of [0, 1]) {
    texts.stoppedPost(count);
    for (const isUnfound of [false, true])
      for (const say of [texts.correctedPost, texts.withdrawnFromPlace]) say(count, isUnfound);
  }
  for (const isEdit of [false, true]) texts.notices.post('1', { place: '2', state: 'unknown', isEdit });
  for (const answer of ['read', 'attend', 'help'] as const) texts.answered(answer);
  texts.audienceKept('1');
  texts.statusTitle('1');
  for (const count of [1, 2]) texts.answersLine({ read: count, attend: count, help: count, unanswered: count });
  texts.notices.approval('1');
  for (const what of ['approved', 'declined', 'missed', 'nobody'] as const) texts.notices[what]('1');
  texts.notices.changed('1', '2');
  texts.notices.ended('1', '2');
  texts.notices.help('1', '2');
}

export const announcementRefusals = {
  text_empty: {},
  mentions_everybody: { mention: '1' },
  audience_empty: {},
  audience_unclear: {},
  session_missing: {},
  deliverable_missing: {},
  name_unknown: { name: '1' },
  name_ambiguous: { name: '1', found: '2' },
  latest_before_sending: {},
  one_file: {},
  file_refused: { name: '1' },
  place_gone: {},
  post_settled_meanwhile: {},
  post_too_late: {},
  not_posted_withdrawn: {},
  post_personal: {},
  post_meeting_link: { session: '1' },
  posted_to_place: {},
  number_wrong: { people: 3 },
  changed_since: {},
  nobody_approves: {},
  own_approval: {},
  not_draft: { state: 'sent' },
  begun_already: {},
  not_begun: {},
  not_proposed: {},
  announcement_too_late: {},
  reminded_already: {},
  nothing_asked: {},
  nothing_to_answer: {},
  everyone_answered: {},
  announcement_withdrawn: {},
  same_text: {},
  no_announcement: {},
  same_name: { name: { ja: '1', en: '1' } },
} as const;
