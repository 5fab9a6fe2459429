/** All words with which photographs are put into the report, in Japanese and English. */
import { actionTexts as action } from '../../messages/action-texts.js';
import type { Language } from '../../requests/context.js';

/** Why a picture is not taken. */
export const photographFaults = ['wrong_type', 'too_large', 'damaged', 'took_too_long', 'too_much_memory'] as const;

type PhotographFault = (typeof photographFaults)[number];

const ask = 'PNGまたはJPEGで保存し直して、もう一度お送りください。';
const faultsJa: Record<PhotographFault, string> = {
  wrong_type: `PNGまたはJPEGの写真ではありません。${ask}`,
  too_large: '2,500万画素を超えています。縮小して、もう一度お送りください。',
  damaged: `写真として開けませんでした。${ask}`,
  took_too_long: '大きすぎて読み込めませんでした。縮小して、もう一度お送りください。',
  too_much_memory: '大きすぎて読み込めませんでした。縮小して、もう一度お送りください。',
};

const faultsEn: typeof faultsJa = {
  wrong_type: 'is neither a PNG nor a JPEG picture. Please save it as one of them and send it again.',
  too_large: 'has more than 25 million pixels. Please make it smaller and send it again.',
  damaged: 'could not be opened as a picture. Please save it as PNG or JPEG and send it again.',
  took_too_long: 'is too large to be read. Please make it smaller and send it again.',
  too_much_memory: 'is too large to be read. Please make it smaller and send it again.',
};

interface Adding {
  readonly count: number;
  /** Of the session, or the programme. */
  readonly where: string;
  /** How many are there already. */
  readonly there: number;
  readonly from: number;
}

interface Moved {
  readonly number: number;
  readonly where: string;
}

const ja = {
  addDoes: ({ count, where, there, from }: Adding) =>
    `写真${count}枚を、報告書の「${where}」に${there === 0 ? '' : `${from}枚目から`}載せます。${there === 0 ? '' : `すでに${there}枚あります。`}`,
  added: (count: number, where: string) => `写真${count}枚を、報告書の「${where}」に載せました。`,
  removesPlace: '撮影場所などの情報は取り除き、向きを直して、本文の幅に合わせます。送られた元の写真は保存しません。',
  details: '載せる所と説明を変える',
  numbered: (number: number, name: string) => `${number}枚目: ${name}`,
  captionIn: (language: string, caption: string) => `${language}: ${caption}`,
  whole: 'プログラム全体',
  listOf: (count: number, lacking: number) =>
    `報告書の写真は${count}枚です。${lacking === 0 ? '' : `うち${lacking}枚は説明がそろっていません。`}`,
  none: '報告書の写真はまだありません。PNGまたはJPEGの写真を、このチャットにそのままお送りください。',
  entry: (where: string, number: number) => `${where} ${number}枚目`,
  size: (width: number, height: number) => `${width} × ${height}ピクセル`,
  change: '説明と順番',
  takeOut: '外す',
  open: '写真を開く',
  showMore: '続きを見る',
  showAll: '写真の一覧',
  add: '写真を載せる',
  changed: ({ number, where }: Moved) => `写真の説明を保存しました(「${where}」の${number}枚目)。`,
  removeDoes: ({ number, where }: Moved, frozen: boolean) =>
    `「${where}」の${number}枚目の写真を報告書から外し、写真のファイルを削除します。元には戻せません。${frozen ? '報告書は確定済みのため、その場所には「写真は取り下げられました」と載ります。' : ''}`,
  removed: ({ number, where }: Moved) => `「${where}」の${number}枚目だった写真を外し、削除しました。`,
  next: '次へ',
  save: '保存する',
  labels: {
    sent: 'お送りいただいた写真',
    here: '写真のファイル',
    session: '開催回',
    ofProgramme: '載せる所',
    captionJa: '説明(日本語)',
    captionEn: '説明(英語)',
    position: '何枚目に置くか',
    photograph: '写真',
  },
  hints: {
    here: 'ここで選べない場合は、このチャットに写真をそのままお送りください',
    captions: '何が写っているかを1枚につき1行で。画像を見られない方にも読まれます',
    caption: '何が写っているか。画像を見られない方にも読まれます',
    position: '空欄なら最後に置きます',
  },
  places: { programme: 'プログラム全体', session: '上の開催回' },
  refusals: {
    photograph_unread: ({ file, problem }: { readonly file: string; readonly problem: PhotographFault }) =>
      `「${file}」は載せられません。${faultsJa[problem]}`,
    photographs_full: ({ megabytes }: { readonly megabytes: number }) =>
      `報告書に載せられる写真は合わせて${megabytes}MBまでです。「報告書の写真」から要らない写真を外して、もう一度お試しください。`,
    captions_do_not_fit: ({ files }: { readonly files: number }) =>
      `説明の行数が写真の枚数(${files}枚)より多くなっています。1枚につき1行でご入力ください。`,
    no_photographs: (_facts: Readonly<Record<string, never>>): string => ja.none,
  },
  actions: {
    'report.add-photographs': action(
      '報告書に写真を載せる',
      '開催回またはプログラムの写真を、説明を付けて報告書に載せます',
      '写真を載せる',
    ),
    'report.photographs': action('報告書の写真', '報告書に載る写真とその説明を表示します', '写真の一覧'),
    'report.change-photograph': action('報告書の写真を変更', '写真の説明、順番、載せる所を変えます'),
    'report.remove-photograph': action('報告書の写真を外す', '写真を報告書から外し、ファイルを削除します'),
  },
};

const photographs = (count: number) => (count === 1 ? 'one photograph' : `${count} photographs`);

const en: typeof ja = {
  addDoes: ({ count, where, there, from }) =>
    `Put ${photographs(count)} into the report: “${where}”${there === 0 ? '' : `, from number ${from} on (${there} there already)`}.`,
  added: (count, where) =>
    `${count === 1 ? 'One photograph is' : `${count} photographs are`} in the report now: “${where}”.`,
  removesPlace:
    'Where it was taken, and all else beside the picture, is left out; it is put upright and as wide as the text. The file that you sent is not kept.',
  details: 'Change place and captions',
  numbered: (number, name) => `${number}: ${name}`,
  captionIn: (language, caption) => `${language}: ${caption}`,
  whole: 'the whole programme',
  listOf: (count, lacking) =>
    `The report has ${photographs(count)}.${lacking === 0 ? '' : ` Without all of its captions: ${lacking}.`}`,
  none: 'The report has no photographs yet. Please drop PNG or JPEG pictures here, just as they are.',
  entry: (where, number) => `${where}, number ${number}`,
  size: (width, height) => `${width} × ${height} pixels`,
  change: 'Caption and order',
  takeOut: 'Take it out',
  open: 'Open the picture',
  showMore: 'Show more',
  showAll: 'All photographs',
  add: 'Add photographs',
  changed: ({ number, where }) => `The photograph is saved: “${where}”, number ${number}.`,
  removeDoes: ({ number, where }, frozen) =>
    `Photograph ${number} of “${where}” is taken out of the report, and its file is deleted. This cannot be undone.${frozen ? ' The report is final, so it will say there that a photograph was taken out.' : ''}`,
  removed: ({ number, where }) => `What was photograph ${number} of “${where}” is taken out and deleted.`,
  next: 'Next',
  save: 'Save',
  labels: {
    sent: 'Pictures that you have sent',
    here: 'Picture files',
    session: 'Session',
    ofProgramme: 'Where it goes',
    captionJa: 'Caption in Japanese',
    captionEn: 'Caption in English',
    position: 'Number among them',
    photograph: 'Photograph',
  },
  hints: {
    here: 'Where none can be chosen here, drop the pictures into this chat',
    captions: 'What is to be seen, a line for each picture; also read out to who cannot see it',
    caption: 'What is to be seen; also read out to who cannot see it',
    position: 'Left empty, it comes last',
  },
  places: { programme: 'The whole programme', session: 'The session above' },
  refusals: {
    photograph_unread: ({ file, problem }) => `“${file}” ${faultsEn[problem]}`,
    photographs_full: ({ megabytes }) =>
      `The photographs of a report may have ${megabytes} MB together. Please take out some in “Photographs of the report” and try again.`,
    captions_do_not_fit: ({ files }) =>
      `There are more lines of captions than pictures (${files}). Please enter one line for each picture.`,
    no_photographs: () => en.none,
  },
  actions: {
    'report.add-photographs': action(
      'Report: add photographs',
      'Puts photographs of a session or the programme into the report, with captions',
      'add photographs',
    ),
    'report.photographs': action('Photographs of the report', 'Shows the photographs of the report and their captions'),
    'report.change-photograph': action('Report: a photograph', 'Changes caption, order and place of a photograph'),
    'report.remove-photograph': action('Report: take out a photo', 'Takes a photograph out and deletes its file'),
  },
};

export const photographTexts: Readonly<Record<Language, typeof ja>> = { ja, en };
