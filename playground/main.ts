/** The entry of a checkout: what `main.ts` does, and the playground where no credentials are set. */
import { runCommandLine } from '../app/command-line.js';

await runCommandLine({
  async start(configuration) {
    await (await import('./host/run-playground.js')).runPlayground(configuration);
  },
  async reset({ dataFolder }) {
    await (await import('./host/reset.js')).reset(dataFolder);
  },
});
