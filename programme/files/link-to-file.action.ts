/** Gives a person a link to a file that was made for them: to the one named, or to the newest. */
import { z } from 'zod';
import { everyRole } from '../members/roles.js';
import { elements, plain } from '../messages/message.js';
import { memberAction } from '../requests/action.js';
import { perhapsChosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { refuse } from '../requests/refusal.js';
import { fileTexts } from './texts.js';

export const linkToFile = memberAction({
  name: 'file.link',
  texts: fileTexts,
  command: 'file-link',
  who: everyRole,
  input: z.object({ file: perhapsChosen }),
  offered: 'help',
  confirm: 'read',
  run: async (context, { file: named }) => {
    const { language, files, fileLinks } = context;
    const { linkReady, open, noFile } = fileTexts[language];
    const id = named ?? (await newestFile(context));
    if (id === null) return { message: plain(noFile) };
    const file = (await isClosed(context, id)) ? null : await files.find(id);
    if (file === null) return refuse('file_not_found', {});
    return {
      message: {
        summary: linkReady,
        elements: elements(
          { kind: 'text', text: linkReady },
          { kind: 'file', file: file.id, name: file.name, label: open, link: fileLinks.linkTo(file.id, 'list') },
        ),
      },
    };
  },
});

/** What stands in the report is for the secretariat alone; what a company sent for a consultation is not, unless the programme says so. */
async function isClosed({ transaction, membership }: Context, fileId: string): Promise<boolean> {
  const ofReport = { id: fileId, kind: { in: ['report-photograph', 'report-presentation'] } };
  if (membership.role !== 'secretariat' && (await transaction.file.count({ where: ofReport })) > 0) return true;
  if (membership.role === 'participant' || membership.role === 'adviser') return false;
  const closed = { fileId, booking: { programme: { openRecords: false } } };
  return (await transaction.bookingFile.findFirst({ where: closed, select: { fileId: true } })) !== null;
}

async function newestFile({ transaction, person, membership, now }: Context): Promise<string | null> {
  const newest = await transaction.file.findFirst({
    where: {
      ...{ personId: person.id, programmeId: membership.programmeId },
      kind: {
        in: [
          'attendee-list',
          'consultation-list',
          'answer-list',
          'deliverable-list',
          'overview-list',
          'report',
          'export',
          'calendar',
        ],
      },
      OR: [{ expiresAt: null }, { expiresAt: { gt: now } }],
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { id: true },
  });
  return newest?.id ?? null;
}
