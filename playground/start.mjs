/** What `npm start` runs: the entry of a checkout, compiled. */
import { runCompiled } from './run-compiled.mjs';

await runCompiled('main');
