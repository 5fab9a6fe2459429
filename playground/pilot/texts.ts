/** All words of the app in one language, as the pilot and the tests read them on the screen. */
import type { Language } from '../../prisma/client.js';
import { adviserTexts } from '../../programme/advisers/texts.js';
import { announcementTexts } from '../../programme/announcements/texts.js';
import { attendanceTexts } from '../../programme/attendance/texts.js';
import { calendarTexts } from '../../programme/calendar/texts.js';
import { companyTexts } from '../../programme/consultations/bookings/company-texts.js';
import { bookingTexts } from '../../programme/consultations/bookings/texts.js';
import { briefTexts } from '../../programme/consultations/briefs/texts.js';
import { entitlementTexts } from '../../programme/consultations/entitlement/texts.js';
import { handoverTexts } from '../../programme/consultations/handovers/texts.js';
import { invitationTexts } from '../../programme/consultations/invitations/texts.js';
import { consultationFileTexts } from '../../programme/consultations/oversight/file-texts.js';
import { overviewTexts } from '../../programme/consultations/oversight/texts.js';
import { recordTexts } from '../../programme/consultations/records/texts.js';
import { hourTexts } from '../../programme/consultations/slots/texts.js';
import { watchTexts } from '../../programme/consultations/watches/texts.js';
import { completionTexts } from '../../programme/deliverables/completion/texts.js';
import { extensionTexts } from '../../programme/deliverables/extensions/texts.js';
import { deliverableOverviewTexts } from '../../programme/deliverables/oversight/texts.js';
import { publicationTexts } from '../../programme/deliverables/publication/texts.js';
import { deliverableTexts } from '../../programme/deliverables/texts.js';
import { deliveryTexts } from '../../programme/deliveries/texts.js';
import { draftTexts } from '../../programme/drafts/texts.js';
import { feedbackTexts } from '../../programme/feedback/texts.js';
import { fileTexts } from '../../programme/files/texts.js';
import { groupTexts } from '../../programme/groups/texts.js';
import { homeTexts } from '../../programme/home/texts.js';
import { importTexts } from '../../programme/import/texts.js';
import { knowledgeTexts } from '../../programme/knowledge/texts.js';
import { memberTexts } from '../../programme/members/texts.js';
import { chatTexts } from '../../programme/messages/texts.js';
import { modelUseTexts } from '../../programme/model-use/texts.js';
import { companyCardTexts } from '../../programme/overview/company/texts.js';
import { programmeOverviewTexts } from '../../programme/overview/texts.js';
import { faqTexts } from '../../programme/questions/faq/texts.js';
import { questionTexts } from '../../programme/questions/texts.js';
import { registrationTexts } from '../../programme/registrations/texts.js';
import { reminderTexts } from '../../programme/reminders/texts.js';
import { documentTexts } from '../../programme/reports/document-texts.js';
import { figureTexts } from '../../programme/reports/figure-texts.js';
import { photographTexts } from '../../programme/reports/photographs/texts.js';
import { presentationTexts } from '../../programme/reports/presentations/texts.js';
import { reportTexts } from '../../programme/reports/texts.js';
import { requestTexts } from '../../programme/requests/texts.js';
import { answerTexts } from '../../programme/reviews/answer-texts.js';
import { commentTexts } from '../../programme/reviews/comment-texts.js';
import { changeTexts } from '../../programme/reviews/difference/texts.js';
import { markTexts } from '../../programme/reviews/mark-texts.js';
import { reviewTexts } from '../../programme/reviews/texts.js';
import { uploadTexts } from '../../programme/reviews/upload-texts.js';
import { rosterTexts } from '../../programme/roster/texts.js';
import { sessionCalendarTexts } from '../../programme/sessions/calendar-texts.js';
import { sessionTexts } from '../../programme/sessions/texts.js';
import { yearTexts } from '../../programme/years/texts.js';

/** What a room says beside the names of its actions and its refusals, which stand together. */
function ownWords<T extends { readonly actions: unknown; readonly refusals?: unknown }>({
  actions: _actions,
  refusals: _refusals,
  ...own
}: T): Omit<T, 'actions' | 'refusals'> {
  return own;
}

/** What is said where no action stands beside it. */
function withoutRefusals<T extends { readonly refusals: unknown }>({
  refusals: _refusals,
  ...own
}: T): Omit<T, 'refusals'> {
  return own;
}

/** Refusals whose words need no facts are called as those that do. */
type WithFacts<Words> = {
  readonly [Reason in keyof Words]: Words[Reason] extends (facts: infer Facts) => string
    ? (facts: Facts) => string
    : never;
};

type RefusalWords = (typeof requestTexts)['ja']['refusals'] &
  (typeof sessionTexts)['ja']['refusals'] &
  (typeof registrationTexts)['ja']['refusals'] &
  (typeof attendanceTexts)['ja']['refusals'] &
  (typeof rosterTexts)['ja']['refusals'] &
  (typeof reminderTexts)['ja']['refusals'] &
  (typeof memberTexts)['ja']['refusals'] &
  (typeof adviserTexts)['ja']['refusals'] &
  (typeof importTexts)['ja']['refusals'] &
  (typeof deliveryTexts)['ja']['refusals'] &
  (typeof draftTexts)['ja']['refusals'] &
  (typeof announcementTexts)['ja']['refusals'] &
  (typeof bookingTexts)['ja']['refusals'] &
  (typeof companyTexts)['ja']['refusals'] &
  (typeof watchTexts)['ja']['refusals'] &
  (typeof recordTexts)['ja']['refusals'] &
  (typeof entitlementTexts)['ja']['refusals'] &
  (typeof hourTexts)['ja']['refusals'] &
  (typeof sessionCalendarTexts)['ja']['refusals'] &
  (typeof invitationTexts)['ja']['refusals'] &
  (typeof briefTexts)['ja']['refusals'] &
  (typeof handoverTexts)['ja']['refusals'] &
  (typeof completionTexts)['ja']['refusals'] &
  (typeof extensionTexts)['ja']['refusals'] &
  (typeof reviewTexts)['ja']['refusals'] &
  (typeof commentTexts)['ja']['refusals'] &
  (typeof answerTexts)['ja']['refusals'] &
  (typeof markTexts)['ja']['refusals'] &
  (typeof uploadTexts)['ja']['refusals'] &
  (typeof changeTexts)['ja']['refusals'] &
  (typeof companyCardTexts)['ja']['refusals'] &
  (typeof questionTexts)['ja']['refusals'] &
  (typeof faqTexts)['ja']['refusals'] &
  (typeof knowledgeTexts)['ja']['refusals'] &
  (typeof feedbackTexts)['ja']['refusals'] &
  (typeof groupTexts)['ja']['refusals'] &
  (typeof reportTexts)['ja']['refusals'] &
  (typeof photographTexts)['ja']['refusals'] &
  (typeof presentationTexts)['ja']['refusals'] &
  (typeof yearTexts)['ja']['refusals'];

const together = (language: Language) => {
  const session = sessionTexts[language];
  const registration = registrationTexts[language];
  const attendance = attendanceTexts[language];
  const home = homeTexts[language];
  const adviser = adviserTexts[language];
  const member = memberTexts[language];
  const file = fileTexts[language];
  const importing = importTexts[language];
  const year = yearTexts[language];
  const modelUse = modelUseTexts[language];
  const delivery = deliveryTexts[language];
  const draft = draftTexts[language];
  const reminder = reminderTexts[language];
  const announcement = announcementTexts[language];
  const request = requestTexts[language];
  const roster = rosterTexts[language];
  const company = companyTexts[language];
  const watch = watchTexts[language];
  const booking = bookingTexts[language];
  const record = recordTexts[language];
  const entitlement = entitlementTexts[language];
  const overview = overviewTexts[language];
  const programmeOverview = programmeOverviewTexts[language];
  const companyCard = companyCardTexts[language];
  const consultationFile = consultationFileTexts[language];
  const hours = hourTexts[language];
  const invitation = invitationTexts[language];
  const sessionCalendar = sessionCalendarTexts[language];
  const brief = briefTexts[language];
  const handover = handoverTexts[language];
  const completion = completionTexts[language];
  const extension = extensionTexts[language];
  const deliverableOverview = deliverableOverviewTexts[language];
  const review = reviewTexts[language];
  const comment = commentTexts[language];
  const answer = answerTexts[language];
  const mark = markTexts[language];
  const change = changeTexts[language];
  const upload = uploadTexts[language];
  const report = reportTexts[language];
  const photograph = photographTexts[language];
  const presentation = presentationTexts[language];
  const question = questionTexts[language];
  const faq = faqTexts[language];
  const knowledge = knowledgeTexts[language];
  const feedback = feedbackTexts[language];
  const group = groupTexts[language];
  const refusals: WithFacts<RefusalWords> = {
    ...request.refusals,
    ...session.refusals,
    ...registration.refusals,
    ...attendance.refusals,
    ...roster.refusals,
    ...reminder.refusals,
    ...member.refusals,
    ...adviser.refusals,
    ...importing.refusals,
    ...delivery.refusals,
    ...draft.refusals,
    ...announcement.refusals,
    ...booking.refusals,
    ...company.refusals,
    ...watch.refusals,
    ...record.refusals,
    ...entitlement.refusals,
    ...hours.refusals,
    ...invitation.refusals,
    ...sessionCalendar.refusals,
    ...brief.refusals,
    ...handover.refusals,
    ...completion.refusals,
    ...extension.refusals,
    ...review.refusals,
    ...comment.refusals,
    ...answer.refusals,
    ...mark.refusals,
    ...change.refusals,
    ...upload.refusals,
    ...report.refusals,
    ...photograph.refusals,
    ...presentation.refusals,
    ...year.refusals,
    ...companyCard.refusals,
    ...question.refusals,
    ...faq.refusals,
    ...knowledge.refusals,
    ...feedback.refusals,
    ...group.refusals,
  };
  return {
    actions: {
      ...home.actions,
      ...session.actions,
      ...registration.actions,
      ...attendance.actions,
      ...adviser.actions,
      ...roster.actions,
      ...reminder.actions,
      ...member.actions,
      ...request.actions,
      ...file.actions,
      ...importing.actions,
      ...delivery.actions,
      ...draft.actions,
      ...announcement.actions,
      ...company.actions,
      ...watch.actions,
      ...record.actions,
      ...entitlement.actions,
      ...overview.actions,
      ...consultationFile.actions,
      ...hours.actions,
      ...invitation.actions,
      ...sessionCalendar.actions,
      ...brief.actions,
      ...handover.actions,
      ...completion.actions,
      ...extension.actions,
      ...deliverableOverview.actions,
      ...review.actions,
      ...comment.actions,
      ...answer.actions,
      ...mark.actions,
      ...change.actions,
      ...upload.actions,
      ...report.actions,
      ...photograph.actions,
      ...presentation.actions,
      ...year.actions,
      ...modelUse.actions,
      ...programmeOverview.actions,
      ...companyCard.actions,
      ...question.actions,
      ...faq.actions,
      ...knowledge.actions,
      ...feedback.actions,
      ...group.actions,
    },
    chat: chatTexts[language],
    calendar: calendarTexts[language],
    advisers: ownWords(adviser),
    members: ownWords(member),
    files: ownWords(file),
    imports: ownWords(importing),
    years: ownWords(year),
    modelUse: ownWords(modelUse),
    deliveries: ownWords(delivery),
    drafts: ownWords(draft),
    announcements: ownWords(announcement),
    problems: request.problems,
    requests: ownWords(request),
    reminders: ownWords(reminder),
    roster: ownWords(roster),
    consultations: {
      bookings: withoutRefusals(booking),
      companies: ownWords(company),
      watches: ownWords(watch),
      briefs: ownWords(brief),
      handovers: ownWords(handover),
      hours: ownWords(hours),
      invitations: ownWords(invitation),
      records: ownWords(record),
      entitlement: ownWords(entitlement),
      overview: ownWords(overview),
      file: ownWords(consultationFile),
    },
    deliverables: {
      ...deliverableTexts[language],
      completion: ownWords(completion),
      publication: publicationTexts[language],
      extensions: ownWords(extension),
      overview: ownWords(deliverableOverview),
    },
    reviews: {
      rounds: ownWords(review),
      comments: ownWords(comment),
      answers: ownWords(answer),
      marks: ownWords(mark),
      changes: ownWords(change),
      uploads: ownWords(upload),
    },
    feedback: ownWords(feedback),
    groups: ownWords(group),
    reports: {
      ...ownWords(report),
      photographs: ownWords(photograph),
      presentations: ownWords(presentation),
      ...{ document: documentTexts[language], figures: figureTexts[language] },
    },
    overview: { ...ownWords(programmeOverview), company: ownWords(companyCard) },
    questions: { ...ownWords(question), faq: ownWords(faq) },
    knowledge: ownWords(knowledge),
    refusals,
    sessions: {
      ...ownWords(session),
      ...ownWords(registration),
      ...ownWords(attendance),
      ...ownWords(home),
      calendar: ownWords(sessionCalendar),
      notices: { ...session.notices, ...registration.notices },
    },
  };
};

export type Texts = ReturnType<typeof together>;
export type ActionName = keyof Texts['actions'];

export function isActionName(name: string): name is ActionName {
  return name in byLanguage.ja.actions;
}

const byLanguage: Record<Language, Texts> = { ja: together('ja'), en: together('en') };

export function textsFor(language: Language): Texts {
  return byLanguage[language];
}
