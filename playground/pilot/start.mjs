/** What `npm run pilot` runs, compiled: documents are read in threads, each of which would load its sources one by one. */
import { runCompiled } from '../run-compiled.mjs';

await runCompiled('pilot/run');
