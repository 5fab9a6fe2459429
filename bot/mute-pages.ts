/** The page to which a mail's link leads that asks for no more of a topic: it shows a button, and only pressing it mutes. */
import { type ErrorRequestHandler, type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { type MuteLinks, type Muting, mutePath } from '../programme/notifications/mute-links.js';
import { muteTopic, unmuteTopic } from '../programme/notifications/mute-topic.js';
import type { Services } from '../programme/requests/services.js';
import { type MuteWords, mutePageTexts } from './mute-page-texts.js';
import { refuse } from './refuse.js';

const ofTheSender = z.object({ status: z.number().int().min(400).max(499) });

/**
 * To be mounted at the root. GET changes nothing, as mail programs and filters look into links by themselves. POST mutes, from
 * the page's button and, without the page, from a mail program (RFC 8058).
 */
export function muteRouter(services: Services, links: MuteLinks): Router {
  const router = Router();
  const open = (request: Request): Muting | null => {
    const { token } = request.params;
    return links.read(typeof token === 'string' ? token : '');
  };
  router.get(`${mutePath}/:token`, (request, response) => {
    const muting = open(request);
    if (muting === null) return show(response, 404, mutePageTexts.unknown);
    show(response, 200, mutePageTexts.ask(muting.topic), '');
  });
  router.post(`${mutePath}/:token`, async (request, response) => {
    const muting = open(request);
    if (muting === null) return show(response, 404, mutePageTexts.unknown);
    await muteTopic(services.database, { ...muting, now: services.clock.now() });
    show(response, 200, mutePageTexts.muted(muting.topic), `${String(request.params.token)}/again`);
  });
  router.post(`${mutePath}/:token/again`, async (request, response) => {
    const muting = open(request);
    if (muting === null) return show(response, 404, mutePageTexts.unknown);
    await unmuteTopic(services.database, muting);
    show(response, 200, mutePageTexts.again(muting.topic));
  });
  // Of what went wrong nothing is told that names the token.
  router.use(mutePath, ((error: unknown, _request, response, _next) => {
    const status = ofTheSender.safeParse(error).data?.status ?? 500;
    if (status === 500) services.log.error({ error, where: 'mute' }, 'a request failed');
    refuse(response, status);
  }) satisfies ErrorRequestHandler);
  return router;
}

/** @param target where the button posts to, beside this page; without one there is no button. Its letters come from a token that was read. */
function show(response: Response, status: number, words: MuteWords, target?: string): void {
  const section = (language: 'ja' | 'en') => {
    const { title, text, button } = words[language];
    const form =
      target === undefined || button === null
        ? ''
        : `<form method="post" action="${target}"><button>${button}</button></form>`;
    return `<section lang="${language}"><h1>${title}</h1><p>${text}</p>${form}</section>`;
  };
  response
    .status(status)
    .set({
      'cache-control': 'no-store',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
    })
    .type('html')
    .send(
      [
        '<!doctype html><html lang="ja"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        `<title>${words.ja.title} / ${words.en.title}</title>`,
        '<style>body{font:1rem/1.7 system-ui,sans-serif;max-width:36rem;margin:2rem auto;padding:0 1rem;color:#1d1d1d;background:#fff}h1{font-size:1.3rem}button{font:inherit;padding:.5rem 1.2rem}section+section{border-top:1px solid #ccc;margin-top:2rem;padding-top:1rem}</style>',
        `</head><body>${section('ja')}${section('en')}</body></html>\n`,
      ].join(''),
    );
}
