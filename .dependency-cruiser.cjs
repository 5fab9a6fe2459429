/** The doors of the house: which room may import which. A broken door fails `npm run check`. */

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      comment: 'Types may refer to each other both ways: they are gone when the program runs.',
      from: {},
      to: { circular: true, viaOnly: { pathNot: '^prisma/generated/', dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'programme-knows-itself-and-the-database-client',
      severity: 'error',
      from: { path: '^programme/' },
      to: { path: '^(?!programme/|documents/|prisma/client\\.ts|node_modules/)', dependencyTypesNot: ['core'] },
    },
    {
      name: 'programme-knows-no-platform-and-no-queue',
      severity: 'error',
      from: { path: '^programme/' },
      to: { path: 'node_modules/(@slack|@microsoft|botbuilder|bullmq|ioredis|express|node-cron)' },
    },
    {
      name: 'bot-knows-programme-and-prompts',
      severity: 'error',
      from: { path: '^bot/' },
      to: { path: '^(?!bot/|programme/|prompts/|node_modules/)', dependencyTypesNot: ['core'] },
    },
    {
      name: 'slack-and-teams-never-meet',
      severity: 'error',
      from: { path: '^bot/slack/' },
      to: { path: '^bot/teams/' },
    },
    {
      name: 'teams-and-slack-never-meet',
      severity: 'error',
      from: { path: '^bot/teams/' },
      to: { path: '^bot/slack/' },
    },
    {
      name: 'teams-ai-stays-in-its-folder',
      severity: 'error',
      from: { pathNot: '^(bot/teams/|tests/)' },
      to: { path: 'node_modules/(@microsoft/teams-ai|botbuilder)' },
    },
    {
      name: 'slack-sdk-stays-in-its-folder',
      severity: 'error',
      from: { pathNot: '^(bot/slack/|tests/)' },
      to: { path: 'node_modules/@slack/' },
    },
    {
      name: 'jobs-know-programme',
      severity: 'error',
      from: { path: '^jobs/' },
      to: { path: '^(?!jobs/|programme/|node_modules/)', dependencyTypesNot: ['core'] },
    },
    {
      name: 'queues-stay-in-jobs',
      severity: 'error',
      from: { pathNot: '^(jobs/|tests/)' },
      to: { path: 'node_modules/(bullmq|ioredis|node-cron)/' },
    },
    {
      name: 'prisma-knows-nothing-of-ours',
      severity: 'error',
      from: { path: '^prisma/' },
      to: { path: '^(?!prisma/|node_modules/)', dependencyTypesNot: ['core'] },
    },
    {
      name: 'playground-knows-the-protocols-only',
      severity: 'error',
      from: { path: '^playground/', pathNot: '^playground/pilot/' },
      to: { path: '^(programme|bot|jobs|prisma|start|main\\.ts)' },
    },
    {
      name: 'the-pilot-is-left-to-itself',
      severity: 'error',
      comment: 'It knows the programme; whatever of the playground imported it would know it, too.',
      from: { path: '^playground/', pathNot: '^playground/pilot/' },
      to: { path: '^playground/pilot/' },
    },
    {
      name: 'the-page-in-the-browser-stays-there',
      severity: 'error',
      comment:
        'It runs in a browser: it knows its own files, the words that it shares with its server, and what draws.',
      from: { path: '^playground/page/browser/' },
      to: {
        path: '^(?!playground/page/(browser/|(protocol|deed)\\.ts)|node_modules/(@types/)?(react|react-dom|slack-blocks-to-jsx|adaptivecards|markdown-it)/)',
      },
    },
    {
      name: 'the-words-of-the-page-know-only-each-other',
      severity: 'error',
      comment: 'Whatever they imported would be in the browser, too.',
      from: { path: '^playground/page/(protocol|deed)\\.ts$' },
      to: { pathNot: '^playground/page/protocol\\.ts$' },
    },
    {
      name: 'nothing-imports-the-page-in-the-browser',
      severity: 'error',
      from: { pathNot: '^(playground/page/browser/|tests/playground/page/)' },
      to: { path: '^playground/page/browser/' },
    },
    {
      name: 'the-browser-libraries-stay-in-the-page',
      severity: 'error',
      from: { pathNot: '^playground/page/browser/' },
      to: { path: 'node_modules/(react|react-dom|slack-blocks-to-jsx|adaptivecards|markdown-it)/' },
    },
    {
      name: 'only-the-front-door-starts',
      severity: 'error',
      from: { pathNot: '^(start/|main\\.ts|tests/|playground/pilot/)' },
      to: { path: '^start/' },
    },
    {
      name: 'playground-is-loaded-late',
      severity: 'error',
      comment: 'It is no part of a production build, so that only types and dynamic imports may name it.',
      from: { path: '^(start/|main\\.ts)' },
      to: { path: '^playground/', dependencyTypesNot: ['dynamic-import', 'type-only'] },
    },
    {
      name: 'nothing-imports-the-playground',
      severity: 'error',
      from: { pathNot: '^(playground/|tests/|start/|main\\.ts)' },
      to: { path: '^playground/' },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
