/** A worker that may ask the internet looks at pages that companies report, from the report to what is shown of it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startWorker } from '../../jobs/worker.js';
import { inTransaction, type Transaction } from '../../prisma/client.js';
import { recordEvent } from '../../programme/deliverables/record-event.js';
import { pageLooker } from '../../web/look-at-page.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { buildCompany, buildPerson, buildProgramme, buildServices } from '../support/factories.js';
import { buildPolicy, buildVersion } from '../support/reviews.js';
import { startWeb, type WebServer, webReach } from '../web/web-stand-in.js';
import { eventually, makeTestServices, onEachStore, recordingGateway } from './support.js';

onEachStore('published pages', (store) => {
  let test: TestDatabase;
  let web: WebServer;

  beforeAll(async () => {
    test = await createTestDatabase();
    web = await startWeb(({ url }, response) => {
      response.writeHead(url === '/policy' ? 200 : 404, { 'content-type': 'text/html' });
      response.end('<h1>人権方針</h1>');
    });
  });
  afterAll(async () => await Promise.all([test.close(), web.close()]));

  /** Returns the identifier of the deliverable. */
  async function publish(path: string): Promise<string> {
    const services = { ...buildServices(test.database), clock: { now: () => new Date() } };
    const programme = await buildProgramme(buildServices(test.database));
    const company = await buildCompany(buildServices(test.database), programme);
    const { id: personId } = await buildPerson(buildServices(test.database), { programme, company });
    const typeId = await buildPolicy(services, programme);
    const { deliverableId } = await buildVersion(services, { typeId, company, personId });
    await inTransaction(test.database, async (transaction: Transaction) => {
      const report = { at: new Date(), day: '2024-10-01', personId };
      await recordEvent(transaction, deliverableId, { ...report, kind: 'approved', approvedBy: '取締役会' });
      const url = `http://www.sakura.example:${web.port}${path}`;
      await recordEvent(transaction, deliverableId, { ...report, kind: 'published', url });
    });
    return deliverableId;
  }

  const seen = async (deliverableId: string) =>
    (await test.database.publicationLook.findMany({ where: { deliverableId } }))
      .map(({ outcome, status }) => `${outcome} ${status}`)
      .join();

  it('are looked at by the sweep, one after the other', async () => {
    const [there, gone] = [await publish('/policy'), await publish('/gone')];
    const services = makeTestServices(test.app);
    const lookAtPages = pageLooker({ reach: webReach() });
    const intervals = { publications: 100 };
    const about = { databaseUrl: test.url, ...store(), intervals, lookAtPages };
    const worker = await startWorker(services, { slack: recordingGateway() }, about);
    try {
      await eventually(async () => (await seen(there)) === 'shows_title 200');
      await eventually(async () => (await seen(gone)) === 'not_reachable 404');
    } finally {
      await worker.close();
    }
    expect(services.errors).toEqual([]);
    expect(web.asked).toHaveLength(2);
  });
});
