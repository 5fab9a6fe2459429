/** Gives the secretariat its programme and roster as files that can be imported again. */
import { z } from 'zod';
import { extendTransaction } from '../../prisma/client.js';
import { oneByOne } from '../files/file-bytes.js';
import { linkLifetimes } from '../files/file-links.js';
import { fileNameOf } from '../files/file-name.js';
import { secretariat } from '../members/roles.js';
import { type Element, elements } from '../messages/message.js';
import { memberAction } from '../requests/action.js';
import type { Context } from '../requests/context.js';
import { type ExportedFile, makeExportFiles, refusedOf } from './export-files.js';
import { wordFault } from './findings.js';
import { readExport } from './read-export.js';
import { exportRecogniser } from './recognisers.js';
import { importTexts } from './texts.js';

/** Of a roster with thousands of people, on a busy server. */
const LONGEST_TRANSACTION_MILLISECONDS = 60_000;

/** More are counted only. */
const MOST_NAMED = 10;

export const exportProgrammeAction = memberAction({
  name: 'programme.export',
  texts: importTexts,
  command: 'export-programme',
  who: secretariat,
  input: z.object({}),
  recognise: exportRecogniser,
  offered: 'help',
  // The files are only another form of what can be read anyway, and gone in a day.
  confirm: 'read',
  run: async (context) => {
    const { transaction, membership, language, now } = context;
    extendTransaction(transaction, LONGEST_TRANSACTION_MILLISECONDS);
    const read = await readExport(transaction, membership.programmeId);
    const files = await makeExportFiles(read, language);
    const refused = await refusedOf(files, now);
    const texts = importTexts[language];
    const summary = texts.exported({ sessions: read.programme.sessions.length, lines: read.people.length });
    const shortened = (lines: readonly string[]) => [
      ...lines.slice(0, MOST_NAMED),
      ...(lines.length > MOST_NAMED ? [texts.more(lines.length - MOST_NAMED)] : []),
    ];
    const note = (said: string, lines: readonly string[]): Element => ({
      ...{ kind: 'note', text: [said, ...shortened(lines)].join('\n') },
    });
    return {
      message: {
        summary,
        elements: elements(
          { kind: 'heading', text: texts.actions['programme.export'].title },
          { kind: 'text', text: summary },
          { kind: 'note', text: `${texts.leftOut}\n${texts.forYouAlone}` },
          read.unnamed.length > 0 && note(texts.unnamed(read.unnamed.length), read.unnamed),
          refused.length > 0 &&
            note(
              texts.refusedAsItIs,
              refused.map((fault) => wordFault(fault, language)),
            ),
          ...(await keepFiles(context, read.code, files)),
          {
            kind: 'buttons',
            buttons: [{ label: texts.exportAgain, action: 'programme.export', input: {} }],
          },
        ),
      },
    };
  },
});

/** Written in the transaction, so that a request that fails leaves no file. */
async function keepFiles(
  { transaction, files, fileLinks, membership, person, language, now }: Context,
  code: string,
  made: readonly ExportedFile[],
): Promise<readonly Element[]> {
  const kept: Element[] = [];
  for (const { name: plain, contentType, bytes } of made) {
    const [title = '', ending = ''] = plain.split('.');
    const name = fileNameOf(`${code}_${title}`, `.${ending}`);
    const { programmeId } = membership;
    const expiresAt = new Date(now.getTime() + linkLifetimes.list);
    const about = { kind: 'export', programmeId, personId: person.id, name, contentType, now, expiresAt } as const;
    const { id } = await files.write(about, oneByOne(bytes), transaction);
    const link = fileLinks.linkTo(id, 'list');
    kept.push({ kind: 'file', file: id, name, label: importTexts[language].open, link });
  }
  return kept;
}
