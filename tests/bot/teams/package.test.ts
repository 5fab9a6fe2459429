/** The app package: what is in it, and that Microsoft's schemas decide whether it is made. */
import { inflateSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { appFiles, InvalidPackage, packApp, readOptions } from '../../../bot/teams/package.js';
import { textsFor } from '../../../playground/pilot/texts.js';

const options = readOptions(
  { TEAMS_APP_ID: '0e4c1f6a-5b7d-4a53-9c51-2a8f5d1b7e10', PUBLIC_URL: 'https://spp.example.org/' },
  '1.2.3',
);
const zip = unzipSync(packApp(appFiles(options)));

function file(name: string): Uint8Array {
  const found = zip[name];
  if (!found) throw new Error(`the package has no ${name}`);
  return found;
}

const manifest = z
  .object({
    id: z.string(),
    version: z.string(),
    manifestVersion: z.string(),
    accentColor: z.string(),
    validDomains: z.array(z.string()),
    bots: z.array(
      z.object({
        botId: z.string(),
        scopes: z.array(z.string()),
        commandLists: z.array(
          z.object({ commands: z.array(z.object({ title: z.string(), description: z.string() })) }),
        ),
      }),
    ),
  })
  .parse(JSON.parse(strFromU8(file('manifest.json'))));

test('holds exactly what Teams reads, at the root', () => {
  expect(Object.keys(zip).sort()).toEqual(['color.png', 'en.json', 'ja.json', 'manifest.json', 'outline.png']);
});

test('names the app, its version and where it lives', () => {
  expect(manifest).toMatchObject({
    id: options.appId,
    version: '1.2.3',
    manifestVersion: '1.25',
    validDomains: ['spp.example.org'],
    bots: [{ botId: options.appId, scopes: ['personal', 'team', 'groupChat'] }],
  });
});

test('offers commands that the bot understands, in both languages', () => {
  const lists = manifest.bots[0]?.commandLists ?? [];
  expect(lists.length).toBeLessThanOrEqual(3);
  const english = z.record(z.string(), z.string()).parse(JSON.parse(strFromU8(file('en.json'))));
  const titles = (language: 'ja' | 'en') => Object.values(textsFor(language).actions).map(({ title }) => title);
  for (const [list, { commands }] of lists.entries()) {
    expect(commands.length).toBeGreaterThan(0);
    expect(commands.length).toBeLessThanOrEqual(12);
    for (const [command, { title }] of commands.entries()) {
      expect(titles('ja')).toContain(title);
      expect(titles('en')).toContain(english[`bots[0].commandLists[${list}].commands[${command}].title`]);
    }
  }
});

/** Width, height and the pixels as red, green, blue and alpha of a PNG without filters. */
function readPng(png: Uint8Array) {
  const bytes = Buffer.from(png);
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const data = bytes.subarray(bytes.indexOf('IDAT') + 4);
  const rows = inflateSync(data.subarray(0, bytes.readUInt32BE(bytes.indexOf('IDAT') - 4)));
  const pixels = Array.from({ length: width * height }, (_, index) => {
    const at = Math.floor(index / width) * (1 + width * 4) + 1 + (index % width) * 4;
    return [...rows.subarray(at, at + 4)];
  });
  return { width, height, pixels };
}

test('the icons have the sizes and colours that Teams asks for', () => {
  const color = readPng(file('color.png'));
  expect([color.width, color.height]).toEqual([192, 192]);
  expect(color.pixels.every(([, , , alpha]) => alpha === 255)).toBe(true);
  const [red = 0, green = 0, blue = 0] = color.pixels[0] ?? [];
  expect(`#${Buffer.from([red, green, blue]).toString('hex').toUpperCase()}`).toBe(manifest.accentColor);
  const outline = readPng(file('outline.png'));
  expect([outline.width, outline.height]).toEqual([32, 32]);
  expect(outline.pixels.every(([red, green, blue]) => red === 255 && green === 255 && blue === 255)).toBe(true);
  expect(outline.pixels.filter(([, , , alpha]) => alpha === 0).length).toBeGreaterThan(400);
  expect(outline.pixels.filter(([, , , alpha]) => alpha === 255).length).toBeGreaterThan(50);
});

test.each([
  ['a name that is too long', { name: { short: 'あ'.repeat(31) } }],
  ['no icons', { icons: undefined }],
  ['an id that is none', { id: 'bot' }],
  ['something that Teams does not know', { surprise: true }],
  ['an address that is none', { developer: { name: 'x', websiteUrl: 'x', privacyUrl: 'x', termsOfUseUrl: 'x' } }],
])('a manifest with %s is refused', (_, change) => {
  const files = appFiles(options);
  const broken = JSON.parse(JSON.stringify({ ...z.looseObject({}).parse(files.manifest), ...change }));
  expect(() => packApp({ ...files, manifest: broken })).toThrow(InvalidPackage);
});

test('a language file without a name is refused', () => {
  const files = appFiles(options);
  expect(() => packApp({ ...files, languages: { 'en.json': { 'name.full': 'SPP' } } })).toThrow(/^en\.json: /);
});

test('what is missing or wrong in the environment is named', () => {
  expect(() => readOptions({ PUBLIC_URL: 'http://spp.example.org' }, '1.0.0')).toThrow(/TEAMS_APP_ID.*\nPUBLIC_URL/);
});

test('the same manifest makes the same package', () => {
  expect(packApp(appFiles(options))).toEqual(packApp(appFiles(options)));
});
