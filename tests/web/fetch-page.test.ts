/** A page that a stranger names is fetched within limits, and nothing of this machine or its network is ever asked. */
import net from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fetchPage } from '../../web/fetch-page.js';
import { startWeb, type WebServer, webReach } from './web-stand-in.js';

let web: WebServer;
/** Stands for what is inside: the same machine at another address. */
let inside: WebServer;
/** By path. */
let pages: Record<string, { status?: number; headers?: Record<string, string>; body?: string | Buffer }>;

beforeEach(async () => {
  pages = { '/policy': { headers: { 'content-type': 'text/html; charset=utf-8' }, body: '<title>人権方針</title>' } };
  web = await startWeb(({ url = '' }, response) => {
    const page = pages[url];
    response.writeHead(page === undefined ? 404 : (page.status ?? 200), page?.headers ?? {});
    response.end(page?.body ?? '');
  });
  inside = await startWeb((_request, response) => response.end('SECRET'), '127.0.0.2');
});
afterEach(async () => await Promise.all([web.close(), inside.close()]));

const at = (path: string, host = 'www.sakura.example') => `http://${host}:${web.port}${path}`;
const leadsTo = (location: string, status = 302) => {
  pages['/moved'] = { status, headers: { location } };
};
const fetched = async (url: string, reach = webReach()) => await fetchPage(url, { reach });

describe('a page', () => {
  it('is fetched by its name, at an address that its name has', async () => {
    const page = await fetched(at('/policy'));
    expect(page).toMatchObject({ outcome: 'fetched', status: 200, contentType: 'text/html; charset=utf-8' });
    expect(page.outcome === 'fetched' && Buffer.from(page.content).toString()).toBe('<title>人権方針</title>');
    expect(web.asked).toEqual([`www.sakura.example:${web.port}/policy`]);
  });

  it.each([301, 302, 303, 307, 308])('is fetched where a %s leads to it', async (status) => {
    leadsTo('/policy', status);
    expect(await fetched(at('/moved'))).toMatchObject({ outcome: 'fetched' });
    leadsTo(at('/policy', 'other.example'), status);
    expect(await fetched(at('/moved'))).toMatchObject({ outcome: 'fetched' });
  });

  it('is not reached where it is not there, refuses, or redirects for ever', async () => {
    expect(await fetched(at('/gone'))).toEqual({ outcome: 'not_reachable', status: 404 });
    pages['/closed'] = { status: 403 };
    expect(await fetched(at('/closed'))).toEqual({ outcome: 'not_reachable', status: 403 });
    leadsTo('/moved');
    expect(await fetched(at('/moved'))).toEqual({ outcome: 'not_reachable', status: null });
    expect(web.asked.filter((one) => one.endsWith('/moved')).length).toBeLessThan(10);
  });

  it('is not reached where its name leads nowhere, or nobody listens there', async () => {
    expect(await fetched(at('/policy'), webReach({ 'www.sakura.example': [[]] }))).toEqual({
      ...{ outcome: 'not_reachable', status: null },
    });
    const { port } = web;
    await web.close();
    expect(await fetched(`http://www.sakura.example:${port}/`)).toEqual({ outcome: 'not_reachable', status: null });
  });

  it('is tried at a further address of its name where the first does not answer', async () => {
    const reach = webReach({ 'www.sakura.example': [['127.0.0.3', '127.0.0.1']] });
    const page = await fetchPage(at('/policy'), { reach: { ...reach, allows: () => true } });
    expect(page).toMatchObject({ outcome: 'fetched' });
  });

  it('is asked for its certificate by its name, at the address that was checked', async () => {
    const greeting = await new Promise<Buffer>((resolve) => {
      const server = net.createServer((socket) => {
        socket.once('data', (bytes) => {
          resolve(bytes);
          socket.destroy();
          server.close();
        });
        socket.on('error', () => {});
      });
      server.listen(0, '127.0.0.1', () => {
        const address = server.address();
        const port = typeof address === 'object' ? address?.port : 0;
        void fetched(`https://www.sakura.example:${port}/policy`);
      });
    });
    expect(greeting.includes('www.sakura.example')).toBe(true);
  });
});

describe('what is not public', () => {
  const nothingInside = (page: unknown) => {
    expect(page).toEqual({ outcome: 'not_public', status: null });
    expect(inside.asked).toEqual([]);
  };

  it('is never asked where its name leads inside', async () => {
    const reach = webReach({ 'www.sakura.example': [['127.0.0.2']] });
    nothingInside(await fetched(`http://www.sakura.example:${inside.port}/`, reach));
  });

  it('is never asked where only one of its addresses is inside, and neither are the others', async () => {
    for (const addresses of [
      ['127.0.0.1', '10.0.0.1'],
      ['::1', '127.0.0.1'],
    ]) {
      nothingInside(await fetched(at('/policy'), webReach({ 'www.sakura.example': [addresses] })));
    }
    expect(web.asked).toEqual([]);
  });

  it.each([
    ['an address inside', () => `http://127.0.0.2:${inside.port}/`],
    ['the cloud’s own address', () => 'http://169.254.169.254/latest/meta-data/'],
    ['a private network', () => 'http://10.1.2.3/'],
    ['one that is written as a number', () => 'http://0x7f000002/'],
    ['this machine in IPv6', () => `http://[::1]:${inside.port}/`],
    ['an address of IPv4 that is written as one of IPv6', () => `http://[::ffff:127.0.0.2]:${inside.port}/`],
    ['a local network of IPv6', () => 'http://[fd00::1]/'],
  ])('is never asked where a page redirects to %s', async (_, location) => {
    leadsTo(location());
    nothingInside(await fetched(at('/moved')));
    expect(web.asked).toHaveLength(1);
  });

  it('is never asked where a page redirects to a name that leads inside', async () => {
    leadsTo(`http://inside.example:${inside.port}/`);
    nothingInside(await fetched(at('/moved'), webReach({ 'inside.example': [['127.0.0.2']] })));
  });

  it('is never asked where a name leads elsewhere the second time: each is resolved once for one request', async () => {
    const reach = webReach({ 'www.sakura.example': [['127.0.0.1'], ['127.0.0.2']] });
    expect(await fetched(at('/policy'), reach)).toMatchObject({ outcome: 'fetched' });
    expect(reach.resolved).toEqual(['www.sakura.example']);
    // Asked for again by a redirect, it is checked again.
    leadsTo(at('/policy'));
    const turning = webReach({ 'www.sakura.example': [['127.0.0.1'], ['127.0.0.2']] });
    nothingInside(await fetched(at('/moved'), turning));
  });

  it('is asked where nothing checks: the control', async () => {
    leadsTo(`http://127.0.0.2:${inside.port}/`);
    const page = await fetchPage(at('/moved'), { reach: { ...webReach(), allows: () => true } });
    expect(page.outcome === 'fetched' && Buffer.from(page.content).toString()).toBe('SECRET');
  });

  it('is every address of this machine, as long as no test says otherwise', async () => {
    expect(await fetchPage(`http://127.0.0.1:${web.port}/policy`)).toEqual({ outcome: 'not_public', status: null });
    expect(await fetchPage(`http://localhost:${web.port}/policy`)).toEqual({ outcome: 'not_public', status: null });
    expect(web.asked).toEqual([]);
  });

  it.each(['file:///etc/passwd', 'ftp://www.sakura.example/', 'gopher://127.0.0.2/', 'data:text/html,x', 'no address'])(
    'is nothing that the web can lead to: %s',
    async (location) => {
      expect(await fetched(location)).toEqual({ outcome: 'not_reachable', status: null });
      leadsTo(location === 'no address' ? 'http://[' : location);
      expect(await fetched(at('/moved'))).toEqual({ outcome: 'not_reachable', status: null });
    },
  );
});

describe('limits', () => {
  it('end a page that never answers, that never ends, and a name that is never resolved', async () => {
    const silent = await startWeb(() => {});
    const endless = await startWeb((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      const timer = setInterval(() => response.write('x'), 5);
      response.on('close', () => clearInterval(timer));
    });
    const limits = { milliseconds: 200 };
    const slow = { outcome: 'not_reachable', status: null };
    for (const { port } of [silent, endless]) {
      expect(await fetchPage(`http://slow.example:${port}/`, { reach: webReach(), limits })).toEqual(slow);
    }
    const never = { ...webReach(), resolve: () => new Promise<readonly string[]>(() => {}) };
    expect(await fetchPage(at('/policy'), { reach: never, limits })).toEqual(slow);
    await Promise.all([silent.close(), endless.close()]);
  });

  it('end a page that is too large, as it comes or once it is unpacked', async () => {
    const limits = { bytes: 10_000 };
    pages['/large'] = { body: Buffer.alloc(20_000, 'x') };
    pages['/bomb'] = { headers: { 'content-encoding': 'gzip' }, body: gzipSync(Buffer.alloc(5_000_000)) };
    pages['/packed'] = { headers: { 'content-encoding': 'gzip' }, body: gzipSync(Buffer.from('人権方針')) };
    const fetchedWithin = async (path: string) => await fetchPage(at(path), { reach: webReach(), limits });
    expect(await fetchedWithin('/large')).toEqual({ outcome: 'too_large', status: 200 });
    expect(await fetchedWithin('/bomb')).toEqual({ outcome: 'too_large', status: 200 });
    const packed = await fetchedWithin('/packed');
    expect(packed.outcome === 'fetched' && Buffer.from(packed.content).toString()).toBe('人権方針');
  });

  it('are not needed for what is packed in another way than it says', async () => {
    pages['/broken'] = { headers: { 'content-encoding': 'gzip' }, body: 'no gzip' };
    expect(await fetched(at('/broken'))).toEqual({ outcome: 'not_reachable', status: null });
  });
});
