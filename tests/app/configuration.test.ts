/** Each variable that is wrong or missing is named in one sentence. */
import { describe, expect, it } from 'vitest';
import { type Configuration, readConfiguration } from '../../app/configuration.js';

const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'a-signing-secret' };
const teams = { TEAMS_APP_ID: '5bb0a5ee-91a7-4c8b-8f1e-5b1a5e5b0a11', TEAMS_APP_PASSWORD: 'secret' };
const database = { DATABASE_URL: 'postgresql://user:password@host:5432/spp' };

function complaints(variables: Record<string, string>): readonly string[] {
  const read = readConfiguration(variables);
  return 'complaints' in read ? read.complaints : [];
}

function configuration(variables: Record<string, string>): Configuration {
  const read = readConfiguration(variables);
  if ('complaints' in read) throw new Error(read.complaints.join('\n'));
  return read.configuration;
}

describe('a configuration', () => {
  it('without anything is the one of the playground', () => {
    expect(configuration({})).toEqual({
      production: false,
      databaseUrl: null,
      redisUrl: null,
      slack: null,
      teams: null,
      host: '127.0.0.1',
      port: 3000,
      dataFolder: '.data',
      dataFolderGiven: false,
      logLevel: 'info',
      publicUrl: null,
      linkSecret: null,
      filesFolder: null,
      metricsToken: null,
      operator: null,
      mail: null,
      looksAtPages: false,
      languageModel: null,
      proxy: { https: null, http: null, except: '' },
    });
  });

  it('takes empty variables, as in a copied .env.example, for absent ones', () => {
    const names = [
      'SLACK_BOT_TOKEN',
      'SLACK_APP_TOKEN',
      'TEAMS_APP_ID',
      'TEAMS_TENANT_ID',
      'DATABASE_URL',
      'REDIS_URL',
    ];
    const files = ['SPP_FILES', 'PUBLIC_URL', 'LINK_SECRET', 'SLACK_API_URL', 'METRICS_TOKEN', 'OPERATOR_NAME'];
    const more = [
      'OPERATOR_CONTACT',
      'HTTPS_PROXY',
      'HTTP_PROXY',
      'NO_PROXY',
      'LOOK_AT_PUBLISHED_PAGES',
      'HOST',
      'PORT',
      'SPP_DATA',
      'LOG_LEVEL',
      'NODE_ENV',
      'SLACK_SIGNING_SECRET',
      'TEAMS_APP_PASSWORD',
      ...['LLM_BASE_URL', 'LLM_MODEL', 'LLM_API_KEY', 'LLM_CALLS_PER_DAY', 'LLM_TOKENS_PER_DAY'],
    ];
    const empty = Object.fromEntries([...names, ...files, ...more].map((name) => [name, ' ']));
    expect(configuration(empty)).toEqual(configuration({}));
  });

  it('reads everything that is set, without the white space of a pasted line', () => {
    expect(
      configuration({
        ...slack,
        ...teams,
        ...database,
        SLACK_BOT_TOKEN: ' xoxb-1\r\n',
        SLACK_APP_TOKEN: 'xapp-1',
        TEAMS_TENANT_ID: '00000000-0000-4000-8000-000000000001',
        REDIS_URL: 'rediss://one:6379, rediss://two:6379',
        HOST: '::1',
        PORT: '0',
        SPP_DATA: '/var/lib/spp',
        SPP_FILES: '/var/lib/spp/files',
        PUBLIC_URL: 'https://bot.example.org/spp/',
        LINK_SECRET: 'a'.repeat(32),
        SLACK_API_URL: 'https://slack-gov.com/api',
        METRICS_TOKEN: 'm'.repeat(16),
        OPERATOR_NAME: 'SPP事務局',
        OPERATOR_CONTACT: 'spp@example.org',
        SMTP_URL: 'smtps://spp:secret@smtp.example.org',
        MAIL_FROM: 'SPP事務局 <spp@example.org>',
        https_proxy: 'http://proxy.example.org:3128',
        NO_PROXY: 'example.org',
        LOOK_AT_PUBLISHED_PAGES: 'no',
        LLM_BASE_URL: 'https://llm.example.org/v1/',
        LLM_MODEL: 'some-model',
        LLM_API_KEY: 'the-key',
        LLM_CALLS_PER_DAY: '50',
        LLM_TOKENS_PER_DAY: '20000',
        LOG_LEVEL: 'debug',
        NODE_ENV: 'production',
      }),
    ).toEqual({
      production: true,
      databaseUrl: database.DATABASE_URL,
      redisUrl: 'rediss://one:6379, rediss://two:6379',
      slack: {
        ...{ botToken: 'xoxb-1', signingSecret: 'a-signing-secret', appToken: 'xapp-1' },
        slackApiUrl: 'https://slack-gov.com/api/',
      },
      teams: {
        appId: teams.TEAMS_APP_ID,
        appPassword: 'secret',
        tenantId: '00000000-0000-4000-8000-000000000001',
      },
      host: '::1',
      port: 0,
      dataFolder: '/var/lib/spp',
      dataFolderGiven: true,
      logLevel: 'debug',
      publicUrl: 'https://bot.example.org/spp',
      linkSecret: 'a'.repeat(32),
      filesFolder: '/var/lib/spp/files',
      metricsToken: 'm'.repeat(16),
      operator: { name: 'SPP事務局', contact: 'spp@example.org' },
      mail: { smtpUrl: 'smtps://spp:secret@smtp.example.org', from: 'SPP事務局 <spp@example.org>' },
      looksAtPages: false,
      languageModel: {
        ...{ baseUrl: 'https://llm.example.org/v1', model: 'some-model', apiKey: 'the-key' },
        ...{ callsPerDay: 50, tokensPerDay: 20_000 },
      },
      proxy: { https: 'http://proxy.example.org:3128', http: null, except: 'example.org' },
    });
  });

  it('looks at published pages where the operator says so, and nowhere else', () => {
    expect(configuration({ LOOK_AT_PUBLISHED_PAGES: 'yes' }).looksAtPages).toBe(true);
    expect(configuration({}).looksAtPages).toBe(false);
  });

  it('asks no language model unless a server and a model are named, and then within limits for each person', () => {
    const { languageModel } = configuration({ LLM_BASE_URL: 'http://127.0.0.1:11434/v1', LLM_MODEL: 'some-model' });
    expect(languageModel).toEqual({
      ...{ baseUrl: 'http://127.0.0.1:11434/v1', model: 'some-model' },
      ...{ callsPerDay: 200, tokensPerDay: 1_000_000 },
    });
  });

  it('is reached from everywhere in production, and from this machine otherwise', () => {
    expect(configuration({ ...teams, ...database, NODE_ENV: 'production' }).host).toBe('0.0.0.0');
    expect(configuration({ ...teams, ...database }).host).toBe('127.0.0.1');
  });
});

describe('a sentence names', () => {
  it.each([
    ['DATABASE_URL', { DATABASE_URL: 'mysql://host/spp' }, 'must be an address such as postgresql://'],
    ['DATABASE_URL', { DATABASE_URL: 'host:5432/spp' }, 'must be an address such as postgresql://'],
    ['SMTP_URL', { SMTP_URL: 'smtp.example.org' }, 'must be an address such as smtps://'],
    ['MAIL_FROM', { MAIL_FROM: 'SPP' }, 'must be an address such as SPP <spp@example.org>'],
    ['LOOK_AT_PUBLISHED_PAGES', { LOOK_AT_PUBLISHED_PAGES: 'true' }, 'must be yes or no'],
    ['LOOK_AT_PUBLISHED_PAGES', { LOOK_AT_PUBLISHED_PAGES: 'yes', HTTPS_PROXY: 'http://proxy:1' }, 'must be no where'],
    ['LLM_BASE_URL', { LLM_BASE_URL: 'llm.example.org' }, 'must be an address such as https://llm.example.org/v1'],
    ['LLM_BASE_URL', { LLM_MODEL: 'some-model' }, 'must be set together'],
    ['LLM_BASE_URL', { LLM_BASE_URL: 'https://llm.example.org/v1', LLM_API_KEY: 'key' }, 'must be set together'],
    ['LLM_CALLS_PER_DAY', { LLM_CALLS_PER_DAY: '0' }, 'must be a whole number from 1 on'],
    ['SMTP_URL', { MAIL_FROM: 'spp@example.org' }, 'must be set together'],
    ['REDIS_URL', { REDIS_URL: 'localhost:6379' }, 'must be an address such as redis://host:6379'],
    ['REDIS_URL', { REDIS_URL: 'redis://one:6379,two:6379' }, 'must be an address such as redis://host:6379'],
    ['SLACK_BOT_TOKEN', { ...slack, SLACK_BOT_TOKEN: 'xoxp-1' }, 'must begin with xoxb-'],
    ['SLACK_APP_TOKEN', { ...slack, SLACK_APP_TOKEN: 'xoxb-1' }, 'must begin with xapp-'],
    ['SLACK_SIGNING_SECRET', { ...slack, SLACK_SIGNING_SECRET: 'short' }, 'is too short'],
    ['TEAMS_APP_ID', { ...teams, TEAMS_APP_ID: 'my-bot' }, 'must be the GUID'],
    ['TEAMS_TENANT_ID', { ...teams, TEAMS_TENANT_ID: 'contoso' }, 'must be the GUID'],
    ['PORT', { PORT: 'http' }, 'must be a port number'],
    ['PORT', { PORT: '-1' }, 'must be a port number'],
    ['PORT', { PORT: '65536' }, 'must be a port number'],
    ['PORT', { PORT: '30.5' }, 'must be a port number'],
    ['PUBLIC_URL', { PUBLIC_URL: 'http://bot.example.org' }, 'must be an address such as https://bot.example.org'],
    ['LINK_SECRET', { LINK_SECRET: 'a'.repeat(31) }, 'must have at least 32 characters'],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }, 'must be fatal, error, warn, info, debug or silent'],
    ['SLACK_BOT_TOKEN', { SLACK_SIGNING_SECRET: 'a-signing-secret' }, 'is missing'],
    ['SLACK_BOT_TOKEN', { SLACK_APP_TOKEN: 'xapp-1' }, 'is missing'],
    [
      'SLACK_SIGNING_SECRET',
      { SLACK_BOT_TOKEN: 'xoxb-1' },
      '(for HTTP) or SLACK_APP_TOKEN (for Socket Mode) is missing',
    ],
    ['TEAMS_APP_ID', { TEAMS_APP_PASSWORD: 'secret' }, 'is missing'],
    ['TEAMS_APP_PASSWORD', { TEAMS_APP_ID: teams.TEAMS_APP_ID }, 'is missing'],
  ])('%s given %j', (name, variables, reason) => {
    const said = complaints(variables);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(new RegExp(`^${name} [^\\n]*\\.$`));
    expect(said[0]).toContain(reason);
  });

  it('every variable that is wrong, and never its value', () => {
    const said = complaints({ SLACK_BOT_TOKEN: 'the-secret-1', DATABASE_URL: 'the-secret-2', PORT: 'the-secret-3' });
    expect(said.map((sentence) => sentence.split(' ')[0])).toEqual(['DATABASE_URL', 'SLACK_BOT_TOKEN', 'PORT']);
    expect(said.join()).not.toContain('the-secret');
  });

  it('what is missing of both platforms at once', () => {
    const said = complaints({ SLACK_BOT_TOKEN: 'xoxb-1', TEAMS_TENANT_ID: '00000000-0000-4000-8000-000000000001' });
    expect(said.join('\n')).toMatch(/SLACK_SIGNING_SECRET.*\nTEAMS_APP_ID is missing.*\nTEAMS_APP_PASSWORD is missing/);
  });
});

it('names the operator with a contact or not at all', () => {
  expect(complaints({ OPERATOR_NAME: 'SPP' })).toEqual([
    'OPERATOR_NAME and OPERATOR_CONTACT must be set together: people are to know whom to ask, and how.',
  ]);
});

describe('in production', () => {
  const production = { NODE_ENV: 'production' };

  it.each([
    ['a platform and a database are needed', {}, ['SLACK_BOT_TOKEN or TEAMS_APP_ID', 'DATABASE_URL']],
    ['a platform is needed', database, ['SLACK_BOT_TOKEN or TEAMS_APP_ID']],
    ['a database is needed', slack, ['DATABASE_URL']],
    ['nothing more is needed with Slack', { ...slack, ...database }, []],
    ['nothing more is needed with Teams', { ...teams, ...database }, []],
  ])('%s', (_, variables, named) => {
    const said = complaints({ ...production, ...variables });
    expect(said).toHaveLength(named.length);
    for (const [index, name] of named.entries()) expect(said[index]).toMatch(new RegExp(`^In production ${name} `));
  });
});
