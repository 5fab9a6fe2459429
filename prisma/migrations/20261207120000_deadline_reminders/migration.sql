-- A kind of reminders: before and after a due date. It can be used from the next migration on.
ALTER TYPE "reminder_kind" ADD VALUE 'deadline';
