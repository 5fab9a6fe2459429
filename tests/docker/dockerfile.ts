/** Reads a Dockerfile into its stages; what it does not know it refuses, so that nothing is silently left out. */

export type Step =
  | { readonly kind: 'workdir'; readonly path: string; readonly line: number }
  | { readonly kind: 'run'; readonly command: string; readonly line: number }
  | {
      readonly kind: 'copy';
      /** Null where the files come from the build's context. */
      readonly from: string | null;
      readonly sources: readonly string[];
      readonly target: string;
      readonly line: number;
    };

export interface Stage {
  readonly image: string;
  /** Null for a stage that no other can name. */
  readonly name: string | null;
  readonly steps: readonly Step[];
  readonly environment: Readonly<Record<string, string>>;
  readonly user: string | null;
  readonly healthcheck: readonly string[] | null;
  readonly command: readonly string[] | null;
}

/** Throws an error that names the line where something is not understood. */
export function readDockerfile(text: string): readonly Stage[] {
  const stages: Draft[] = [];
  for (const { keyword, rest, line } of instructions(text)) {
    if (keyword === 'FROM') {
      stages.push(begin(rest, line));
      continue;
    }
    const stage = stages.at(-1);
    if (stage === undefined) throw refusal(line, `${keyword} stands before the first FROM`);
    take(stage, keyword, rest, line);
  }
  if (stages.length === 0) throw new Error('The Dockerfile has no FROM.');
  return stages;
}

type Draft = { -readonly [Key in keyof Stage]: Stage[Key] } & { steps: Step[]; environment: Record<string, string> };

interface Instruction {
  readonly keyword: string;
  readonly rest: string;
  readonly line: number;
}

function* instructions(text: string): Generator<Instruction> {
  let pending: { text: string; line: number } | null = null;
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const content = raw.trim();
    if (content === '' || content.startsWith('#')) continue;
    const line: number = pending?.line ?? index + 1;
    const whole: string = pending === null ? content : `${pending.text} ${content}`;
    if (whole.endsWith('\\')) {
      pending = { text: whole.slice(0, -1).trim(), line };
      continue;
    }
    pending = null;
    const [, keyword = '', rest = ''] = /^(\S+)\s*(.*)$/.exec(whole) ?? [];
    yield { keyword: keyword.toUpperCase(), rest, line };
  }
  if (pending !== null) throw refusal(pending.line, 'the last line goes on into nothing');
}

function begin(rest: string, line: number): Draft {
  const [, image, name = null] = /^([\w./:@-]+)(?:\s+AS\s+([\w.-]+))?$/i.exec(rest) ?? [];
  if (image === undefined) throw refusal(line, `FROM ${rest} is not understood`);
  return { image, name, steps: [], environment: {}, user: null, healthcheck: null, command: null };
}

function take(stage: Draft, keyword: string, rest: string, line: number): void {
  switch (keyword) {
    case 'WORKDIR':
      stage.steps.push({ kind: 'workdir', path: rest, line });
      return;
    case 'RUN':
      if (rest.startsWith('[') || rest.startsWith('--')) throw refusal(line, `RUN ${rest} is not understood`);
      stage.steps.push({ kind: 'run', command: rest, line });
      return;
    case 'COPY':
      stage.steps.push(copyStep(rest, line));
      return;
    case 'ENV':
      for (const pair of rest.split(/\s+/)) {
        const [, name, value] = /^(\w+)=([^"'\\$]*)$/.exec(pair) ?? [];
        if (name === undefined || value === undefined) throw refusal(line, `ENV ${pair} is not understood`);
        stage.environment[name] = value;
      }
      return;
    case 'USER':
      stage.user = rest;
      return;
    case 'EXPOSE':
      return;
    case 'HEALTHCHECK': {
      const [, command] = /^(?:--[a-z-]+=\S+\s+)*CMD\s+(.*)$/.exec(rest) ?? [];
      stage.healthcheck = execForm(command ?? '', line);
      return;
    }
    case 'CMD':
      stage.command = execForm(rest, line);
      return;
    default:
      throw refusal(line, `${keyword} is not known`);
  }
}

function copyStep(rest: string, line: number): Step {
  const words = rest.split(/\s+/);
  const [, from = null] = /^--from=([\w.-]+)$/.exec(words[0] ?? '') ?? [];
  const paths = from === null ? words : words.slice(1);
  const target = paths.at(-1);
  const sources = paths.slice(0, -1);
  if (target === undefined || sources.length === 0 || paths.some((path) => /^--|[*?[\]"$]/.test(path))) {
    throw refusal(line, `COPY ${rest} is not understood`);
  }
  if (sources.length > 1 && !target.endsWith('/')) throw refusal(line, 'several sources need a target that ends in /');
  return { kind: 'copy', from, sources, target, line };
}

/** The shell form would put a shell between the process and the signals that are to end it. */
function execForm(text: string, line: number): readonly string[] {
  try {
    const words: unknown = JSON.parse(text);
    if (Array.isArray(words) && words.length > 0 && words.every((word) => typeof word === 'string')) return words;
  } catch {
    // Refused below.
  }
  throw refusal(line, `the command must be written as a list of strings: ${text}`);
}

function refusal(line: number, reason: string): Error {
  return new Error(`Dockerfile, line ${line}: ${reason}.`);
}
