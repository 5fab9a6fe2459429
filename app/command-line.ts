/** Reads what is asked for on the command line and the configuration, and starts what this process is for. */
import { type Configuration, readConfiguration } from './configuration.js';
import { readEnvironmentFile } from './environment-file.js';
import { complain, say } from './say.js';
import { endAtOnceWhenTold } from './stop.js';

const usage = [
  'npm start                     the bot and the worker; without credentials, the playground',
  'npm start -- bot | worker     one half alone',
  'npm run programme -- import   brings a programme and its people into the database; export FOLDER writes them as files',
  'npm run doctor                checks credentials, database, queue and bindings, and says what to do',
  'npm run audit:notifications   compares what was planned with what became of it',
  'npm run knowledge -- import F adds the documents of a folder to what a programme answers from; list prints them',
  'npm run report                makes the implementation report as files; --language ja|en|both, --out FOLDER, --programme CODE',
  'npm run check-policy -- FILE   looks through a text for the elements of a human rights policy; --lines, --lang, --json',
  'npm run understand -- --file F  says how the sentences of a file are understood, and how often that is right; --json',
  'npm run reset                 empties the private database of the playground',
  'In a build: node dist/main.js, with bot, worker, programme, knowledge, report, doctor, audit or check-policy after it',
];

/** What only a checkout with the playground can do; a build is given none of it. */
export interface PlaygroundCommands {
  start(configuration: Configuration): Promise<void>;
  reset(configuration: Configuration): Promise<void>;
}

/** Runs the process's command and sets its exit status; what stops a start is told in a sentence. */
export async function runCommandLine(playground: PlaygroundCommands | null): Promise<void> {
  endAtOnceWhenTold();
  try {
    process.exitCode = await run(process.argv.slice(2), playground);
  } catch (error) {
    const { explain } = await import('./explain.js');
    complain(explain(error));
    process.exitCode = 1;
  }
}

/** Returns the exit status. */
async function run([command, ...rest]: readonly string[], playground: PlaygroundCommands | null): Promise<number> {
  if (command === 'help') {
    say(...usage);
    return 0;
  }
  if (command === 'check-policy') return await (await import('./check-policy-command.js')).checkPolicyCommand(rest);
  if (command === 'understand') return await (await import('./understand-command.js')).understandCommand(rest);
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
      return await start(configuration, playground);
    case 'bot':
    case 'worker':
      return await startHalf(configuration, command);
    case 'programme':
      return await (await import('./programme-command.js')).programmeCommand(configuration, rest);
    case 'knowledge':
      return await (await import('./knowledge-command.js')).knowledgeCommand(configuration, rest);
    case 'report':
      return await (await import('./report-command.js')).reportCommand(configuration, rest);
    case 'doctor':
      return await (await import('./doctor/run-doctor.js')).runDoctor(configuration);
    case 'audit':
      return await (await import('./audit-command.js')).auditCommand(configuration);
    case 'reset':
      if (playground === null) return withoutPlayground();
      await playground.reset(configuration);
      return 0;
    default:
      complain(`There is no command "${command}".`, ...usage);
      return 1;
  }
}

async function start(configuration: Configuration, playground: PlaygroundCommands | null): Promise<number> {
  if (configuration.slack === null && configuration.teams === null) {
    if (playground === null) return withoutPlayground();
    await playground.start(configuration);
    return 0;
  }
  await (await import('./run.js')).runAssistant(configuration, ['bot', 'worker']);
  return 0;
}

function withoutPlayground(): number {
  complain('A build has no playground: set SLACK_BOT_TOKEN or TEAMS_APP_ID, or both; see .env.example.');
  return 1;
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
  await (await import('./run.js')).runAssistant(configuration, [part]);
  return 0;
}
