/** The entry of the app: the bot, the worker and the commands, without the playground. */
import { runCommandLine } from './app/command-line.js';

await runCommandLine(null);
