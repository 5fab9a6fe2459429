/** What companies presented, for tests: a file that somebody has dropped, and one that the report has. */
import { zipSync } from 'fflate';
import { contentTypes } from '../../documents/type-by-content.js';
import type { Company, Session } from '../../prisma/client.js';
import { oneByOne } from '../../programme/files/file-bytes.js';
import type { TestServices } from './factories.js';
import { storeReceivedFile } from './files.js';

/** As much of a PowerPoint file as tells what it is. */
export function presentationBytes(): Buffer {
  const part = Buffer.from('<?xml version="1.0"?><x/>');
  return Buffer.from(zipSync({ '[Content_Types].xml': part, 'ppt/presentation.xml': part }, { mtime: '2024-11-07' }));
}

export async function storePresentation(
  services: Pick<TestServices, 'files' | 'clock'>,
  personId: string,
  name = 'talk.pptx',
): Promise<string> {
  return await storeReceivedFile(services, personId, { name, type: 'pptx', content: presentationBytes() });
}

interface BuiltPresentation {
  readonly session: Pick<Session, 'id' | 'programmeId'>;
  readonly company: Pick<Company, 'id'>;
  readonly titleEn?: string;
  readonly name?: string;
}

/** After those of its session. */
export async function buildPresentation(
  { database, files, clock }: Pick<TestServices, 'database' | 'files' | 'clock'>,
  { session: { id: sessionId, programmeId }, company, titleEn = '', name = 'talk.pptx' }: BuiltPresentation,
) {
  const now = clock.now();
  const about = { kind: 'report-presentation', programmeId, contentType: contentTypes.pptx, name, now } as const;
  const { id: fileId } = await files.write(about, oneByOne(presentationBytes()));
  const position = (await database.reportPresentation.count({ where: { sessionId } })) + 1;
  const data = { programmeId, sessionId, companyId: company.id, fileId, position, titleEn, addedAt: now };
  return await database.reportPresentation.create({ data });
}
