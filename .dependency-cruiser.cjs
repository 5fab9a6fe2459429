/** Which folder may import which; ARCHITECTURE.md explains it under "Dependency rules". A broken rule fails `npm run check`. */

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      comment: 'Types included: files that only know each other as types cannot be read or moved apart either.',
      from: {},
      to: { circular: true, viaOnly: { pathNot: '^prisma/generated/' } },
    },
    {
      name: 'every-folder-has-its-rules',
      severity: 'error',
      comment:
        'A new folder (mail/, prompts/) gets rules here, and its place in check:dependencies, with its first file.',
      from: {},
      to: {
        path: '^(?!(app|bot|documents|jobs|playground|prisma|programme|tests|node_modules)/|main\\.ts$)',
        dependencyTypesNot: ['core'],
      },
    },
    {
      name: 'programme-imports-only-itself-documents-and-the-database-client',
      severity: 'error',
      comment:
        'Of libraries only these: no chat platform, no queue, no HTTP server, no model. The rest is decided here.',
      from: { path: '^programme/' },
      to: {
        path: '^(?!programme/|documents/|prisma/client\\.ts$|node_modules/(@holiday-jp|csv-parse|jsonc-parser|lru-cache|temporal-polyfill|wanakana|write-excel-file|zod)/)',
        dependencyTypesNot: ['core'],
      },
    },
    {
      name: 'notifications-import-no-room-but-members',
      severity: 'error',
      comment: 'Rooms declare their kinds; programme/rooms.ts lists them and is handed in.',
      from: { path: '^programme/(notifications|messages)/' },
      to: {
        path: '^programme/(?!notifications/|messages/|requests/|members/)([^/]+/|rooms\\.ts)',
      },
    },
    {
      name: 'requests-import-no-room-but-members',
      severity: 'error',
      comment: 'Rooms declare their actions; programme/rooms.ts lists them and they are handed in.',
      from: { path: '^programme/requests/' },
      to: { path: '^programme/(?!requests/|notifications/|messages/|members/|files/)([^/]+/|rooms\\.ts)' },
    },
    {
      name: 'calendar-imports-no-room-but-members-and-files',
      severity: 'error',
      comment: 'Sessions and consultations put what they are into calendars; it knows neither.',
      from: { path: '^programme/calendar/' },
      to: { path: '^programme/(?!calendar/|requests/|notifications/|messages/|members/|files/)([^/]+/|rooms\\.ts)' },
    },
    {
      name: 'members-import-no-other-room',
      severity: 'error',
      comment: 'Every room knows members. The help, which tells of every room, stands in home.',
      from: { path: '^programme/members/' },
      to: { path: '^programme/(?!members/|requests/|notifications/|messages/)([^/]+/|rooms\\.ts)' },
    },
    {
      name: 'calendar-imports-no-room-but-members-and-files',
      severity: 'error',
      comment: 'Days, office hours and invitations are below everything that takes place.',
      from: { path: '^programme/calendar/' },
      to: { path: '^programme/(?!calendar/|requests/|notifications/|messages/|members/|files/)([^/]+/|rooms\\.ts)' },
    },
    {
      name: 'attendance-imports-no-registrations',
      severity: 'error',
      from: { path: '^programme/attendance/' },
      to: { path: '^programme/registrations/' },
    },
    {
      name: 'no-room-imports-what-reads-all-of-them',
      severity: 'error',
      comment: 'Overviews, imports and figures read the rooms; the list of rooms names them.',
      from: { path: '^programme/(?!home/|import/|reports/|rooms\\.ts$)' },
      to: { path: '^programme/(home/|import/|reports/|rooms\\.ts$)' },
    },
    {
      name: 'what-reads-all-rooms-stays-apart',
      severity: 'error',
      from: { path: '^programme/(home|import|reports)/' },
      to: { path: '^programme/(home/|import/|reports/|rooms\\.ts$)', pathNot: '^programme/$1/' },
    },
    {
      name: 'bot-imports-only-programme-and-prompts',
      severity: 'error',
      from: { path: '^bot/' },
      to: { path: '^(?!bot/|programme/|prompts/|node_modules/)', dependencyTypesNot: ['core'] },
    },
    {
      name: 'platforms-do-not-import-the-interpreter',
      severity: 'error',
      comment: 'Words are interpreted for an identified person, by what the services bring.',
      from: { path: '^bot/(slack|teams)/' },
      to: { path: '^bot/interpret/' },
    },
    {
      name: 'slack-does-not-import-teams',
      severity: 'error',
      from: { path: '^bot/slack/' },
      to: { path: '^bot/teams/' },
    },
    {
      name: 'teams-does-not-import-slack',
      severity: 'error',
      from: { path: '^bot/teams/' },
      to: { path: '^bot/slack/' },
    },
    {
      name: 'teams-ai-stays-in-one-file',
      severity: 'error',
      comment: 'Both libraries are at the end of their life: to leave them must cost one file.',
      from: { pathNot: '^(bot/teams/sdk\\.ts$|tests/|playground/tests/)' },
      to: { path: 'node_modules/(@microsoft/teams-ai|botbuilder)' },
    },
    {
      name: 'slack-sdk-stays-in-its-folder',
      severity: 'error',
      from: { pathNot: '^(bot/slack/|tests/|playground/tests/)' },
      to: { path: 'node_modules/@slack/' },
    },
    {
      name: 'jobs-import-only-programme',
      severity: 'error',
      from: { path: '^jobs/' },
      to: { path: '^(?!jobs/|programme/|node_modules/)', dependencyTypesNot: ['core'] },
    },
    {
      name: 'queues-stay-in-jobs',
      severity: 'error',
      from: { pathNot: '^(jobs/|tests/|playground/tests/)' },
      to: { path: 'node_modules/(bullmq|ioredis|node-cron)/' },
    },
    {
      name: 'documents-import-nothing-of-ours',
      severity: 'error',
      comment:
        'Bytes to data and back, without rules: programme may import it. Of libraries only those that read or write.',
      from: { path: '^documents/' },
      to: {
        path: '^(?!documents/|node_modules/(ical-generator|saxes|write-excel-file|yauzl)/)',
        dependencyTypesNot: ['core'],
      },
    },
    {
      name: 'archives-are-read-within-limits',
      severity: 'error',
      from: { pathNot: '^documents/' },
      to: { path: 'node_modules/yauzl/' },
    },
    {
      name: 'prisma-imports-nothing-of-ours',
      severity: 'error',
      from: { path: '^prisma/' },
      to: { path: '^(?!prisma/|node_modules/)', dependencyTypesNot: ['core'] },
    },
    {
      name: 'only-entry-points-import-app',
      severity: 'error',
      comment: 'It puts the rooms together, so that only entry points of a process and tests import it.',
      from: { pathNot: '^(app/|main\\.ts|tests/|playground/)' },
      to: { path: '^app/' },
    },
    {
      name: 'the-app-does-not-import-the-playground',
      severity: 'error',
      comment: 'The playground depends on the app. Tests use its stand-ins.',
      from: { pathNot: '^(playground/|tests/)' },
      to: { path: '^playground/' },
    },
    {
      name: 'the-stand-ins-import-nothing-of-the-app',
      severity: 'error',
      comment: 'Written from the platforms documents, not from what the bot happens to send.',
      from: { path: '^playground/(slack|teams)/' },
      to: { path: '^(programme|bot|jobs|prisma|app|main\\.ts|playground/(host|page|pilot)/)' },
    },
    {
      name: 'the-page-imports-only-the-stand-ins',
      severity: 'error',
      comment: 'What the app knows comes through the host.',
      from: { path: '^playground/page/' },
      to: { path: '^(programme|bot|jobs|prisma|app|main\\.ts|playground/(host|pilot)/)' },
    },
    {
      name: 'browser-code-imports-only-browser-code',
      severity: 'error',
      comment:
        'It runs in a browser: it imports its own files, the words that it shares with its server, and what draws.',
      from: { path: '^playground/page/browser/' },
      to: {
        path: '^(?!playground/page/(browser/|(protocol|command|traffic-order)\\.ts)|node_modules/(@types/)?(react|react-dom|slack-blocks-to-jsx|adaptivecards|markdown-it)/)',
      },
    },
    {
      name: 'the-words-of-the-page-import-only-each-other',
      severity: 'error',
      comment: 'Whatever they imported would be in the browser, too.',
      from: { path: '^playground/page/(protocol|command|traffic-order)\\.ts$' },
      to: { pathNot: '^playground/page/protocol\\.ts$' },
    },
    {
      name: 'nothing-imports-the-page-in-the-browser',
      severity: 'error',
      from: { pathNot: '^playground/(page/browser|tests/page)/' },
      to: { path: '^playground/page/browser/' },
    },
    {
      name: 'the-browser-libraries-stay-in-the-page',
      severity: 'error',
      from: { pathNot: '^playground/page/browser/' },
      to: { path: 'node_modules/(react|react-dom|slack-blocks-to-jsx|adaptivecards|markdown-it)/' },
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
