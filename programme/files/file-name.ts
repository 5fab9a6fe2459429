/** Names for files that people save: whatever somebody has written into them, every system takes them. */

/** What Windows takes in no name (learn.microsoft.com, "Naming files, paths, and namespaces"), and what hides how a name ends. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: taking them out is the purpose.
const unsafe = /[\u0000-\u001f\u007f-\u009f<>:"/\\|?*\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** In characters; with the ending a name stays well under the 255 bytes that most systems take. */
const LONGEST = 70;

/** @param ending with its dot */
export function fileNameOf(title: string, ending: string): string {
  const kept = [...title.toWellFormed().replace(unsafe, '_')].slice(0, LONGEST).join('');
  return `${kept.replace(/^[\s.]+|[\s.]+$/g, '') || '_'}${ending}`;
}

/** The name that somebody gave a file, so that it can be shown, stored and saved. */
export function givenFileName(name: string): string {
  const at = name.lastIndexOf('.');
  // A long "ending" is a sentence with a full stop in it.
  const hasEnding = at > 0 && name.length - at <= 10;
  const ending = hasEnding ? name.slice(at).replace(/[^.\w-]/g, '_') : '';
  return fileNameOf(hasEnding ? name.slice(0, at) : name, ending);
}
