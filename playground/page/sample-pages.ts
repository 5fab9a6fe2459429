/** Serves what the sample programme links to: its addresses under `.spp.example` are nobody's, so the page leads to these instead. */
import type { Express } from 'express';

/** Meeting rooms and materials as the sample names them: `meet.spp.example/msm-1`, `materials.spp.example/msm-1/slides.pdf`. */
const pages: Readonly<Record<string, { readonly ja: string; readonly en: string }>> = {
  meet: {
    ja: 'ここは、見本のプログラムのオンライン会場です。実際の会議は開かれません。',
    en: 'This is the online room of the sample programme. No meeting takes place here.',
  },
  materials: {
    ja: 'ここは、見本のプログラムの配布資料です。実際の資料は含まれていません。',
    en: 'This is a handout of the sample programme. It holds no real material.',
  },
};

export function serveSamplePages(app: Express): void {
  app.get('/sample/:kind/{*path}', (request, response, next) => {
    const page = Object.hasOwn(pages, request.params.kind) ? pages[request.params.kind] : undefined;
    if (page === undefined) return next();
    const words = [page.ja, page.en].map((text) => `<p>${text}</p>`).join('');
    response.type('html').send(`<!doctype html><html lang="ja"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>SPP</title><body>${words}</body></html>`);
  });
}
