/** The process of the playground's worker, compiled. */
import { runCompiled } from './run-compiled.mjs';

await runCompiled('host/playground-worker');
