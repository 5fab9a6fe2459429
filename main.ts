/** The front door: reads what is asked for and the configuration, and starts what this process is for. */
import { existsSync } from 'node:fs';
import { type Configuration, readConfiguration } from './start/configuration.js';
import { readEnvironmentFile } from './start/environment-file.js';
import { complain, say } from './start/say.js';
import { endAtOnceWhenTold } from './start/stop.js';

const usage = [
  'npm start                     the bot and the worker; without credentials, the playground',
  'npm start -- bot | worker     one half alone',
  'npm run programme -- import   brings a programme and its people into the database',
  'npm run reset                 empties the private database of the playground',
];

/** Returns the exit status. */
async function main(words: readonly string[]): Promise<number> {
  const [command, ...rest] = words;
  if (command === 'help') {
    say(...usage);
    return 0;
  }
  const unreadable = readEnvironmentFile();
  if (unreadable !== null) {
    complain(unreadable);
    return 1;
  }
  const read = readConfiguration(process.env);
  if ('complaints' in read) {
    complain(...read.complaints);
    return 1;
  }
  const { configuration } = read;
  switch (command) {
    case undefined:
      return await start(configuration);
    case 'bot':
    case 'worker':
      return await startHalf(configuration, command);
    case 'programme':
      return await (await import('./start/programme-command.js')).programmeCommand(configuration, rest);
    case 'reset':
      await (await import('./start/reset.js')).reset(configuration.dataFolder);
      return 0;
    default:
      complain(`There is no command "${command}".`, ...usage);
      return 1;
  }
}

async function start(configuration: Configuration): Promise<number> {
  if (configuration.slack === null && configuration.teams === null) {
    return await startPlayground(configuration);
  }
  await (await import('./start/run.js')).runAssistant(configuration, ['bot', 'worker']);
  return 0;
}

/** Loaded under a name that the compiler does not follow, so that no build contains the playground. */
async function startPlayground(configuration: Configuration): Promise<number> {
  const folder = new URL('./start/', import.meta.url);
  const file = ['run-playground.ts', 'run-playground.js'].map((name) => new URL(name, folder)).find(existsSync);
  const playground: unknown = file && (await import(file.href));
  if (typeof playground !== 'object' || playground === null || !('runPlayground' in playground)) {
    complain('A build has no playground: set SLACK_BOT_TOKEN or TEAMS_APP_ID, or both; see .env.example.');
    return 1;
  }
  const { runPlayground } = playground;
  if (typeof runPlayground === 'function') await runPlayground(configuration);
  return 0;
}

async function startHalf(configuration: Configuration, part: 'bot' | 'worker'): Promise<number> {
  if (configuration.slack === null && configuration.teams === null) {
    complain('SLACK_BOT_TOKEN or TEAMS_APP_ID must be set, or both; see .env.example.');
    return 1;
  }
  if (configuration.databaseUrl === null) {
    complain('DATABASE_URL must be set where the halves run apart, since both need the same database.');
    return 1;
  }
  await (await import('./start/run.js')).runAssistant(configuration, [part]);
  return 0;
}

endAtOnceWhenTold();
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const { explain } = await import('./start/explain.js');
  complain(explain(error));
  process.exitCode = 1;
}
