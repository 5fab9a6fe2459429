/** Offers a message's files for the person's OneDrive, each under a card of its own below the message, whose links stay for those who decline. */
import { fileTexts } from '../../programme/files/texts.js';
import type { Message } from '../../programme/messages/message.js';
import type { AccountIdentity, Language } from '../../programme/requests/context.js';
import type { Services } from '../../programme/requests/services.js';
import { consentActivity } from './file-cards.js';
import type { MessageActivity } from './types.js';

type Offering = Pick<Services, 'files' | 'fileLinks' | 'log'>;

/**
 * To be called in personal chats once the message is sent; Teams takes files nowhere else. Never throws: the message must not be
 * sent again, and brings the file in any case.
 */
export async function offerFiles(
  services: Offering,
  { platform, tenant, userId }: AccountIdentity,
  { message, language }: { readonly message: Message; readonly language: Language },
  send: (activity: MessageActivity) => Promise<unknown>,
): Promise<void> {
  for (const element of message.elements) {
    if (element.kind !== 'file') continue;
    try {
      const file = await services.files.find(element.file);
      // Teams takes no empty file.
      if (file === null || file.size === 0) continue;
      const offer = services.fileLinks.offerTo(file.id, { platform, tenant, userId });
      const { offered, offeredAlone } = fileTexts[language];
      const description = element.link === null ? offeredAlone : offered;
      await send(consentActivity({ name: file.name, size: file.size, description, offer }));
    } catch (error) {
      services.log.warn({ error, file: element.file }, 'a file was not offered in Teams and is left to its link');
    }
  }
}
