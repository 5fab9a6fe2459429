/** What is seen of a page: whether it opens, and whether it says what the document is called. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { pageLooker } from '../../web/look-at-page.js';
import { decodePage, visibleWords } from '../../web/page-words.js';
import { makeDocx, paragraph, run } from '../documents/support/docx.js';
import { drawn, pagesOf } from '../documents/support/pdf.js';
import { startWeb, type WebServer, webReach } from './web-stand-in.js';

let web: WebServer;
let page: { readonly type: string; readonly body: string | Uint8Array };

beforeEach(async () => {
  web = await startWeb((_request, response) => {
    response.writeHead(200, page.type === '' ? {} : { 'content-type': page.type });
    response.end(page.body);
  });
});
afterEach(async () => await web.close());

const titles = ['人権方針', 'Human rights policy'];
const look = async (limits = {}) =>
  await pageLooker({ reach: webReach(), limits })(`http://www.sakura.example:${web.port}/policy`, titles);

it.each([
  ['its heading', 'text/html', '<html><h1>当社の人権方針について</h1></html>'],
  ['its title, in the other language', 'text/html; charset=utf-8', '<title>Our Human Rights\nPolicy</title>'],
  ['signs between tags, of another width and with spaces', 'text/html', '<p>人<b>権</b>　方 針</p>'],
  ['characters that are written as numbers', 'text/html', '<p>&#20154;&#x6A29;方針</p>'],
  ['a page of which the server says nothing', '', '<h1>人権方針</h1>'],
  ['a plain text', 'text/plain', '人権方針'],
  ['an older writing, as the server says', 'text/html; charset=Shift_JIS', shiftJis('')],
  ['an older writing, as the page says', 'text/html', shiftJis('<meta charset="shift_jis">')],
  ['a document for Word', 'application/octet-stream', makeDocx({ body: paragraph(run('人権方針')) })],
  ['a PDF', 'application/pdf', pagesOf(drawn([50, 700, 'Human rights policy']))],
])('a page shows its title in %s', async (_, type, body) => {
  page = { type, body };
  expect(await look()).toEqual({ outcome: 'shows_title', status: 200 });
});

it.each([
  ['another page', '<h1>会社概要</h1>'],
  ['what is not shown', '<script>"人権方針"</script><!-- 人権方針 --><style>人権方針</style>'],
  ['what an attribute holds', '<img alt="x" data-x="人権方針">'],
  ['a tag that is never closed', `${'<'.repeat(50_000)}人権方針`],
  ['a comment that is never closed', `${'<!--'.repeat(50_000)}人権方針`],
  ['a script that is never closed', `${'<script>'.repeat(50_000)}人権方針`],
])('a page does not show its title in %s', async (_, body) => {
  page = { type: 'text/html', body };
  expect(await look()).toEqual({ outcome: 'shows_no_title', status: 200 });
});

it('a page whose words cannot be read opens all the same', async () => {
  page = { type: 'image/png', body: '人権方針' };
  expect(await look()).toEqual({ outcome: 'unread', status: 200 });
  page = { type: 'application/pdf', body: '%PDF-1.7 broken' };
  expect(await look()).toEqual({ outcome: 'unread', status: 200 });
  page = { type: 'text/html', body: '人権方針'.repeat(1_000) };
  expect(await look({ bytes: 100 })).toEqual({ outcome: 'unread', status: 200 });
});

it('a page that cannot be had says why', async () => {
  const looks = pageLooker({ reach: webReach({ 'inside.example': [['10.0.0.1']] }), limits: { milliseconds: 2_000 } });
  expect(await looks('http://inside.example/', titles)).toEqual({ outcome: 'not_public', status: null });
  expect(await looks('http://no port/', titles)).toEqual({ outcome: 'not_reachable', status: null });
});

it('a title of no words is shown by no page', async () => {
  page = { type: 'text/html', body: '<p>x</p>' };
  const looks = pageLooker({ reach: webReach() });
  expect((await looks(`http://www.sakura.example:${web.port}/`, ['', ' '])).outcome).toBe('shows_no_title');
});

it('words are decoded as they say, and as UTF-8 where they name no such writing', () => {
  expect(decodePage(Buffer.from('方針'), 'text/html; charset=nonsense')).toBe('方針');
  expect(visibleWords('a&amp;b&unknown;c&#x110000;')).toBe('a&b&unknown;c&#x110000;');
});

/** 人権方針 */
function shiftJis(before: string): Uint8Array {
  return Buffer.concat([Buffer.from(`${before}<p>`), Buffer.from('906c8ca095fb906a', 'hex'), Buffer.from('</p>')]);
}
