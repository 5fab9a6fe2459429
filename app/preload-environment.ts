/** Loaded with `--import` before a script that reads variables but knows of no .env. */
import { readEnvironmentFile } from './environment-file.js';
import { complain } from './say.js';

const complaint = readEnvironmentFile();
if (complaint !== null) {
  complain(complaint);
  process.exit(1);
}
