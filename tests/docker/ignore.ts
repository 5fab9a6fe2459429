/** Tells which files of a folder a .dockerignore keeps out. Rules: docs.docker.com, "Build context", .dockerignore files. */

export interface Ignore {
  /** Whether this path, relative with slashes, stays out. */
  file(path: string): boolean;
  /** Whether nothing below this folder can get in. */
  folder(path: string): boolean;
}

interface Rule {
  readonly pattern: RegExp;
  readonly exception: boolean;
  readonly text: string;
}

/** The last rule that matches a path, or a folder it is in, decides. */
export function readIgnore(text: string): Ignore {
  const rules = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(readRule);
  const file = (path: string) => rules.findLast(({ pattern }) => pattern.test(path))?.exception === false;
  return {
    file,
    folder: (path) =>
      file(path) &&
      !rules.some(({ exception, text }) => exception && (text.startsWith(`${path}/`) || text.startsWith('**'))),
  };
}

function readRule(line: string): Rule {
  const exception = line.startsWith('!');
  const text = (exception ? line.slice(1) : line).replace(/^\/|\/$/g, '');
  if (/[[\]\\]/.test(text)) throw new Error(`.dockerignore: "${line}" is not understood.`);
  const pattern = text.replace(/[.+^${}()|]/g, '\\$&').replace(/\*\*\/|\*\*|\*|\?/g, (wildcard) => {
    if (wildcard === '**/') return '(?:.*/)?';
    if (wildcard === '**') return '.*';
    return wildcard === '*' ? '[^/]*' : '[^/]';
  });
  return { pattern: new RegExp(`^${pattern}(?:/.*)?$`), exception, text };
}
