/** The Dockerfile's reader refuses what it does not know, and its steps are carried out as Docker would. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { carryOut } from './carry-out.js';
import { readDockerfile } from './dockerfile.js';
import { readIgnore } from './ignore.js';
import { inspectImage } from './inspect-image.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spp-dockerfile-'));
  mkdirSync(join(folder, 'target'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function given(files: Record<string, string>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, 'context', path)), { recursive: true });
    writeFileSync(join(folder, 'context', path), content);
  }
}

const built = async (dockerfile: string) =>
  await carryOut(readDockerfile(dockerfile), { context: join(folder, 'context'), target: join(folder, 'target') });

describe('reading', () => {
  it.each([
    ['VOLUME /data', 'line 2: VOLUME is not known'],
    ['ADD . .', 'line 2: ADD is not known'],
    ['CMD node main.js', 'line 2: the command must be written as a list'],
    ['COPY --chown=node . .', 'line 2: COPY --chown=node . . is not understood'],
    ['COPY *.json ./', 'is not understood'],
    ['COPY a b c', 'several sources need a target that ends in /'],
    ['ENV NAME value', 'ENV NAME is not understood'],
    ['RUN --mount=type=secret npm ci', 'is not understood'],
    ['RUN npm ci \\', 'goes on into nothing'],
  ])('refuses %s', (line, reason) => {
    expect(() => readDockerfile(`FROM node:24-slim\n${line}`)).toThrow(reason);
  });

  it('refuses a file without a stage', () => {
    expect(() => readDockerfile('# nothing')).toThrow('no FROM');
    expect(() => readDockerfile('USER node')).toThrow('before the first FROM');
  });

  it('understands the one of this project', () => {
    const stages = readDockerfile(readFileSync(new URL('../../Dockerfile', import.meta.url), 'utf8'));
    expect(stages.map(({ name }) => name)).toEqual(['build', 'dependencies', null]);
    expect(stages.at(-1)).toMatchObject({
      user: 'node',
      command: ['node', 'dist/main.js'],
      environment: { NODE_ENV: 'production' },
    });
  });
});

describe('carrying out', () => {
  it('copies what is not ignored, and from stages what they made', async () => {
    given({
      '.dockerignore': '*\n!src\n!main.js\nsrc/secret\n',
      'main.js': '1',
      'src/a/b.js': '2',
      'src/secret/c': '',
    });
    given({ '.env': 'secret', 'other/d.js': '' });
    const image = await built(
      'FROM node:24 AS build\nWORKDIR /app\nCOPY . .\nRUN cp main.js made.js && rm main.js\n' +
        'FROM node:24\nWORKDIR /srv\nCOPY --from=build /app/src source\nCOPY --from=build /app/made.js ./\nCOPY main.js kept.js\n',
    );
    const has = (path: string) => existsSync(join(image.folder, path));
    expect(['source/a/b.js', 'made.js', 'kept.js'].map(has)).toEqual([true, true, true]);
    expect(['.env', 'other', 'main.js', 'source/secret'].map(has)).toEqual([false, false, false, false]);
    expect(existsSync(join(folder, 'target', 'build', 'app', '.env'))).toBe(false);
  });

  it('names the line that fails', async () => {
    given({ 'main.js': '1', '.dockerignore': 'secret', secret: '' });
    await expect(built('FROM node:24\nRUN echo why && false')).rejects.toThrow(/line 2: .* ended with 1\.\nwhy/);
    rmSync(join(folder, 'target'), { recursive: true });
    mkdirSync(join(folder, 'target'));
    await expect(built('FROM node:24 AS a\nCOPY nothing ./')).rejects.toThrow('line 2: there is no nothing to copy');
    await expect(built('FROM node:24 AS b\nCOPY secret ./')).rejects.toThrow('line 2: there is no secret to copy');
    await expect(built('FROM node:24 AS c\nCOPY --from=d x ./')).rejects.toThrow('no earlier stage d');
    await expect(built('FROM node:24 AS e\nRUN cat /etc/passwd')).rejects.toThrow('absolute path');
    await expect(built('FROM debian AS f')).rejects.toThrow('not one of Node');
  });

  it('is looked through for what must not be in an image', async () => {
    given({ 'package.json': '{}', 'dist/playground/a.js': '', 'tests/b.js': '', '.env': '', 'c.ts': '', 'd.js': '' });
    given({ 'node_modules/tool/index.js': '', 'node_modules/needed/index.js': '' });
    const image = await built('FROM node:24\nWORKDIR /app\nCOPY . .\nUSER root\n');
    const lock = { packages: { 'node_modules/tool': { devOptional: true }, 'node_modules/needed': {}, '': {} } };
    expect(inspectImage(image, lock).toSorted()).toEqual(
      [
        'NODE_ENV is not production in the image.',
        'The image has no CMD.',
        'The image has no HEALTHCHECK.',
        'The image runs as root.',
        'app/.env may hold secrets.',
        'app/c.ts is a source file.',
        'app/dist/playground/a.js belongs to the playground.',
        'app/tests/b.js is for development only.',
        'node_modules/tool is for development only.',
      ].toSorted(),
    );
  });
});

it('the last rule of a .dockerignore that matches decides', () => {
  const { file, folder: closed } = readIgnore('# all\n*\n!src\nsrc/*.log\n**/.env*\n!src/kept.log\n');
  const inside = (path: string) => !file(path);
  expect(['src/a.js', 'src/deep/a.log', 'src/kept.log'].map(inside)).toEqual([true, true, true]);
  expect(['a.js', 'src/a.log', 'src/deep/.env.local', '.env'].map(inside)).toEqual([false, false, false, false]);
  expect([closed('tests'), closed('src')]).toEqual([true, false]);
});
