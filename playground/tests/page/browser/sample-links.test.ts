/** Every address of the sample programme leads to a page that is there. */
import { createServer } from 'node:http';
import express from 'express';
import { expect, it } from 'vitest';
import { sampleFile } from '../../../host/sample.js';
import { samplePage } from '../../../page/browser/sample-page.js';
import { serveSamplePages } from '../../../page/sample-pages.js';

it('leads each link of the sample to a page in both languages, and no other link', async () => {
  const { content } = await sampleFile('programme.json');
  const links =
    Buffer.from(content)
      .toString('utf8')
      .match(/https:\/\/[^"\s]+/g) ?? [];
  expect(links.length).toBeGreaterThan(5);
  const app = express();
  serveSamplePages(app);
  const server = createServer(app).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const origin = `http://127.0.0.1:${address.port}`;
  for (const link of links) {
    const response = await fetch(`${origin}${samplePage(link)}`);
    expect(response.status, link).toBe(200);
    expect(await response.text()).toMatch(/見本のプログラム.+sample programme/);
  }
  expect((await fetch(`${origin}/sample/other/x`)).status).toBe(404);
  expect(samplePage('https://example.org/msm-1')).toBeNull();
  expect(samplePage('https://meet.spp.example.org/msm-1')).toBeNull();
  expect(samplePage('no address')).toBeNull();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
