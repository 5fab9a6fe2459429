-- Who was in a meeting by its participant list, which the secretariat dropped into the chat.
ALTER TYPE "attendance_source" ADD VALUE 'online_list';
