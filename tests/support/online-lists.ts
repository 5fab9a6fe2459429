/** A participant list of Zoom that somebody of the secretariat has dropped, with whatever a list can hold. */
import type { TestServices } from './factories.js';
import { storeReceivedFile } from './files.js';

/** Of each person once, without times, as Zoom saves it on wish; returns the file's identifier. */
export async function storeOnlineList(
  services: TestServices,
  senderId: string,
  lines: readonly { readonly name: string; readonly email?: string; readonly minutes: number }[],
): Promise<string> {
  const rows = lines.map(({ name, email = '', minutes }) => `"${name}",${email},${minutes},Yes`);
  const text = ['Name (Original Name),User Email,Total Duration (Minutes),Guest', ...rows].join('\r\n');
  return await storeReceivedFile(services, senderId, {
    ...{ name: 'participants_812.csv', type: 'csv' as const },
    content: Buffer.from(`\uFEFF${text}\r\n`),
  });
}
