/** The step that says what became of the files that came with a request, where that is not what was hoped for. */
import type { FileType } from '../../documents/type-by-content.js';
import { aboutFilesName } from '../files/about-files-name.js';
import type { FileOutcome } from '../files/file-outcome.js';
import { fileTexts } from '../files/texts.js';
import { whereToSend } from '../files/where-to-send.js';
import { memberTexts } from '../members/texts.js';
import { type Element, elements, type Reply } from '../messages/message.js';
import type { Action } from './action.js';
import { mayTry } from './authorise.js';
import type { ActingPerson, Language, OpenContext } from './context.js';
import type { Request } from './request.js';
import type { Services } from './services.js';
import type { StepResult } from './step-result.js';

/** The result with the words in front, so that no file is passed over in silence. */
export async function tellAboutFiles(
  { actions }: Pick<Services, 'actions'>,
  context: OpenContext,
  request: Request,
  result: StepResult,
): Promise<StepResult> {
  const { language, actor } = context;
  const { files = [], alsoAsked } = request;
  const sentences = sentencesAbout(files, language, (file) => takenFromOthers(actions, actor.person, file));
  const refused = refusedFiles(files, result.reply, language);
  if (refused !== null) sentences.push(refused);
  const unwanted = files.some(({ outcome }) => outcome === 'unwanted');
  if (unwanted && actor.person !== null && request.action !== aboutFilesName) {
    sentences.push(await whereToSend(context, actor.person));
  }
  const title = alsoAsked && actions.get(alsoAsked.action)?.texts[language].title;
  const after: readonly Element[] =
    alsoAsked && title !== undefined
      ? [
          { kind: 'note', text: fileTexts[language].alsoAsked },
          { kind: 'buttons', buttons: [{ label: title, ...alsoAsked, proposed: true }] },
        ]
      : [];
  if (sentences.length === 0 && after.length === 0) return result;
  const told = (reply: Reply) => tellIn(reply, sentences, after);
  const { remembered } = result;
  return { ...result, reply: told(result.reply), ...(remembered && { remembered: told(remembered) }) };
}

/** The sender of a photo would not know what a refusal is about that does not name the files that led to it. */
function refusedFiles(files: readonly FileOutcome[], reply: Reply, language: Language): string | null {
  if (reply.kind === 'form' || reply.outcome !== 'refused') return null;
  const { summary } = reply.message;
  const taken = files.filter(({ name, outcome }) => outcome === 'taken' && (name === '' || !summary.includes(name)));
  if (taken.length === 0) return null;
  const texts = fileTexts[language];
  const names = texts.named(taken.flatMap(({ name }) => (name === '' ? [] : [name])));
  return texts.refused(names || texts.looks[taken[0]?.looks ?? 'file']);
}

function tellIn(reply: Reply, sentences: readonly string[], after: readonly Element[]): Reply {
  const before = sentences.map((text) => ({ kind: 'text', text }) as const);
  if (reply.kind === 'form') {
    const { form } = reply;
    return { ...reply, form: { ...form, introduction: [...before, ...form.introduction] } };
  }
  const { summary, elements: own } = reply.message;
  const message = { summary: sentences[0] ?? summary, elements: elements(...before, ...own, ...after) };
  return { ...reply, message };
}

/** By their names, since what nobody takes from this person is not looked into. Word and text files may be anything. */
const typesByEnding: Readonly<Record<string, FileType>> = {
  xlsx: 'xlsx',
  xlsm: 'macros',
  xls: 'ole',
  csv: 'csv',
  tsv: 'csv',
  json: 'json',
};

/** The action that takes such a file from others. */
function takenFromOthers(
  actions: Services['actions'],
  person: ActingPerson | null,
  { name }: FileOutcome,
): Action | null {
  const type = typesByEnding[/\.([^.]+)$/.exec(name.toLowerCase())?.[1] ?? ''];
  if (person === null || type === undefined) return null;
  // What takes it only at times, or only some of its kind, is not what it is for.
  const taking = [...actions.values()].filter(
    ({ receives }) => receives?.types.includes(type) && receives.when === undefined && !receives.onlyRecognised,
  );
  return taking.some((action) => mayTry(action, person)) ? null : (taking[0] ?? null);
}

/** One sentence for all files with the same fate. */
function sentencesAbout(
  files: readonly FileOutcome[],
  language: Language,
  takenBy: (file: FileOutcome) => Action | null,
): string[] {
  const texts = fileTexts[language];
  const groups = new Map<string, { readonly file: FileOutcome; readonly names: string[] }>();
  for (const file of files) {
    if (file.outcome === 'taken') continue;
    const key = file.outcome === 'unwanted' ? `${file.outcome} ${file.looks} ${takenBy(file)?.name}` : file.outcome;
    const group = groups.get(key) ?? { file, names: [] };
    groups.set(key, group);
    if (file.name !== '') group.names.push(file.name);
  }
  return [...groups.values()].map(({ file, names }) => {
    const { outcome, looks } = file;
    const named = texts.named(names);
    const action = outcome === 'unwanted' ? takenBy(file) : null;
    if (action !== null && action.who !== 'anyone') {
      const who = action.who.map((role) => memberTexts[language].roles[role]).join(language === 'ja' ? '・' : ', ');
      return texts.notYours({ names: named, title: action.texts[language].title, who });
    }
    return outcome === 'unwanted' || outcome === 'taken'
      ? texts.unwanted(looks, named)
      : texts.problems[outcome](named || texts.looks[looks]);
  });
}
