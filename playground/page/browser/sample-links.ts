/** Leads links of the sample programme to the pages that the playground serves in their place. */
import { samplePage } from './sample-page.js';

/** Just before a link is followed, so that what is drawn stays what the platform would draw. */
export function leadSampleLinks(document: Document): void {
  const lead = ({ target }: Event) => {
    const link = target instanceof Element ? target.closest('a') : null;
    const page = link === null ? null : samplePage(link.href);
    if (link !== null && page !== null) link.href = page;
  };
  for (const kind of ['click', 'auxclick'] as const) document.addEventListener(kind, lead, { capture: true });
}
