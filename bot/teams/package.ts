/** Makes the app package that an administrator uploads to Teams: `npm run teams:package`. */
import { readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import draft4 from 'ajv-draft-04';
import { strToU8, zipSync } from 'fflate';
import { z } from 'zod';
import { privacyPath, termsPath } from '../pages.js';
import { languageFile, type ManifestOptions, manifest, manifestVersion } from './manifest.js';

/** What is wrong with a package, in the words of Microsoft's schema. */
export class InvalidPackage extends Error {}

export interface PackageFiles {
  readonly manifest: unknown;
  readonly languages: Readonly<Record<string, unknown>>;
}

const load = createRequire(import.meta.url);

function check(schemaName: string, file: string, value: unknown): void {
  const path = `@microsoft/app-manifest/build/json-schemas/teams/v${manifestVersion}/${schemaName}`;
  const schema = z.record(z.string(), z.unknown()).parse(load(path));
  // The schema's patterns are not valid under the u flag; its formats are checked by their patterns.
  const ajv = new draft4.default({ strict: false, unicodeRegExp: false, validateFormats: false, allErrors: true });
  const validate = ajv.compile(schema);
  if (!validate(value)) throw new InvalidPackage(`${file}: ${ajv.errorsText(validate.errors)}`);
}

/** `color.png` is 192 × 192 in full colour, `outline.png` 32 × 32 in white on transparent, as Teams asks. */
function icon(name: 'color.png' | 'outline.png'): Uint8Array {
  return readFileSync(new URL(name, import.meta.url));
}

/** Zips the package. Throws InvalidPackage where Microsoft's schemas refuse the manifest or a language file. */
export function packApp({ manifest, languages }: PackageFiles): Uint8Array {
  check('MicrosoftTeams.schema.json', 'manifest.json', manifest);
  for (const [file, texts] of Object.entries(languages)) {
    check('MicrosoftTeams.Localization.schema.json', file, texts);
  }
  const json = (value: unknown) => strToU8(`${JSON.stringify(value, null, 2)}\n`);
  return zipSync(
    {
      'manifest.json': json(manifest),
      'color.png': icon('color.png'),
      'outline.png': icon('outline.png'),
      ...Object.fromEntries(Object.entries(languages).map(([file, texts]) => [file, json(texts)])),
    },
    // The same package for the same manifest, whenever it is made.
    { mtime: new Date('2024-01-01T00:00:00') },
  );
}

/** The package's files for one installation of the bot. */
export function appFiles(options: ManifestOptions): PackageFiles {
  return { manifest: manifest(options), languages: { 'ja.json': languageFile('ja'), 'en.json': languageFile('en') } };
}

const https = z
  .url({ protocol: /^https$/, error: 'must be an https address' })
  .transform((url) => url.replace(/\/$/, ''));
const environment = z.object({
  TEAMS_APP_ID: z.guid({ error: 'must be the app’s id, a GUID' }),
  PUBLIC_URL: https,
  PRIVACY_URL: https.optional(),
  TERMS_URL: https.optional(),
});

/** Reads what the package needs. Throws an error that names each variable that is missing or wrong. */
export function readOptions(variables: NodeJS.ProcessEnv, version: string): ManifestOptions {
  const read = environment.safeParse(variables);
  if (!read.success) {
    throw new Error(read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
  }
  const { TEAMS_APP_ID, PUBLIC_URL, PRIVACY_URL, TERMS_URL } = read.data;
  return {
    appId: TEAMS_APP_ID,
    publicUrl: PUBLIC_URL,
    // The bot has pages of its own there.
    privacyUrl: PRIVACY_URL ?? `${PUBLIC_URL}${privacyPath}`,
    termsUrl: TERMS_URL ?? `${PUBLIC_URL}${termsPath}`,
    version,
  };
}

const target = 'out/spp-assistant-teams.zip';

async function main(): Promise<void> {
  const described: unknown = JSON.parse(await readFile('package.json', 'utf8'));
  const { version } = z.object({ version: z.string() }).parse(described);
  const zip = packApp(appFiles(readOptions(process.env, version)));
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, zip);
  process.stdout.write(`${target}\n`);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}
