/** Gives a person a link to a file that was made for them. */
import { z } from 'zod';
import { everyRole } from '../members/roles.js';
import { memberAction } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import { refuseFile } from './refuse-file.js';
import { fileTexts } from './texts.js';

export const linkToFile = memberAction({
  name: 'file.link',
  texts: fileTexts,
  command: 'file-link',
  who: everyRole,
  input: z.object({ file: chosen }),
  offered: 'contextual',
  confirm: 'read',
  run: async ({ language, files, fileLinks }, { file: id }) => {
    const file = await files.find(id);
    if (file === null) return refuseFile('file_gone', {});
    const { linkReady, open } = fileTexts[language];
    return {
      message: {
        summary: linkReady,
        elements: [
          { kind: 'text', text: linkReady },
          { kind: 'file', file: file.id, name: file.name, label: open, link: fileLinks.linkTo(file.id, 'list') },
        ],
      },
    };
  },
});
