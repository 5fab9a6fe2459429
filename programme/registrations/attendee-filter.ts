/** Which of the people whom a session concerns a list shows: each group is defined once, in `groupsOf` of registrations.sql.ts. */

export const attendeeGroups = [
  'onsite',
  'online',
  'waiting',
  'declined',
  'cancelled',
  'substituted',
  'unanswered',
  'came',
  'absent',
] as const;

/** Somebody who waits may hold a place in the other mode meanwhile: they are of both groups. */
export type AttendeeGroup = (typeof attendeeGroups)[number];

/** Groups by themselves, and those who are registered in either mode. */
export const attendeeFilters = [...attendeeGroups, 'registered'] as const;

export type AttendeeFilter = (typeof attendeeFilters)[number];

/** Those that the list offers as buttons, where there is anybody to show. */
export const offeredFilters = ['unanswered', 'registered', 'waiting', 'declined', 'came'] as const;
