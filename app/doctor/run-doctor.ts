/** `node dist/main.js doctor`: looks at credentials, scopes, database, queue, clock and bindings, and says what to do. Changes nothing. */
import type { Configuration } from '../configuration.js';
import { useProxy } from '../proxy.js';
import { say } from '../say.js';
import { examine, isWell, wordFinding } from './examine.js';

/** The exit status: 0 where nothing fails, so that a script can wait for it. */
export async function runDoctor(configuration: Configuration): Promise<number> {
  const proxy = await useProxy(configuration.proxy);
  try {
    if (proxy !== null) say(`ok    Proxy: What goes out goes through ${proxy.name}.`);
    const findings = await examine(configuration);
    say(...findings.map(wordFinding));
    const well = isWell(findings);
    say(well ? 'Nothing has to be put right.' : 'What fails has to be put right before it works.');
    return well ? 0 : 1;
  } finally {
    await proxy?.close();
  }
}
