/** All words of group work, in Japanese and English. */
import { actionTexts as action } from '../messages/action-texts.js';
import { type Bilingual, pick } from '../messages/bilingual.js';
import type { Language } from '../requests/context.js';

interface GroupLine {
  readonly number: number;
  /** Empty where room and line are mixed. */
  readonly where: string;
  readonly people: number;
  readonly facilitator: string;
}

interface Facilitation {
  readonly number: number;
  /** Who did until now; empty: nobody. */
  readonly before: string;
  readonly facilitator: string;
  /** Who is told of it. */
  readonly people: number;
}

const ja = {
  kinds: { told: 'グループ分けのお知らせ' },
  notices: {
    told: (title: string, number: number) => `「${title}」のグループワークでは、グループ${number}です。`,
    changed: (title: string, before: number, number: number) =>
      `「${title}」のグループワークのグループが、${before}から${number}に変わりました。`,
    details: (title: string, number: number, aspects: readonly string[]) =>
      `「${title}」のグループワークのグループ${number}について、${aspects.join('と')}が変わりました。`,
  },
  aspects: { mode: '参加方法', facilitator: '進行役', people: '人数' },
  modes: { onsite: '会場', online: 'オンライン' },
  by: { size: '1グループの人数(この人数まで)', number: 'グループの数' },
  arrangements: { mixed: '会場とオンラインを混ぜる', apart: '会場とオンラインを分ける' },
  labels: {
    by: '決め方',
    value: '人数、またはグループの数',
    arrangement: '会場とオンライン',
    facilitators: '進行役',
    group: 'グループ',
    where: '参加方法',
    facilitator: '進行役',
    people: '人数',
    person: '移す方',
    number: '移す先のグループ',
    other: '入れ替える方',
  },
  hints: {
    value: '1以上の数',
    facilitators: '1行に1名、グループの順に。分ける場合は、会場のグループが先です',
    other: '2名を入れ替える場合は、移す先の代わりにお選びください',
    facilitator: '空欄にすると、未定に戻ります',
  },
  next: '次へ',
  make: 'グループを作る',
  move: '移す',
  facilitate: '決める',
  show: 'グループを見る',
  tell: '知らせる',
  groupNamed: (number: number) => `グループ${number}`,
  groupAt: (number: number, where: string) => `グループ${number}(${where})`,
  groupWith: (number: number, facilitator: string) => `グループ${number} 進行役: ${facilitator}`,
  peopleIn: (count: number) => `${count}名`,
  line: (label: string, value: string) => `${label}: ${value}`,
  groupsOf: (title: string) => `「${title}」のグループ`,
  ownGroup: 'あなたのグループ',
  takingPart: (all: number, onsite: number, online: number) =>
    `参加予定は${all}名です(会場${onsite}名・オンライン${online}名)。`,
  makeIntro: '同じ企業の方は、別のグループになります。作っただけでは、参加者には知らされません。',
  makeAgainIntro:
    '今のグループは、手で移した分も含めて作り直されます。参加者の増減だけを反映する場合は「グループの組み直し」をお使いください。',
  makeDoes: (title: string, people: number) =>
    `「${title}」の参加予定${people}名でグループを作ります。参加者にはまだ知らされません。`,
  made: 'グループを作りました。参加者にはまだ知らせていません。',
  counts: (people: number, groups: number, untold: number) =>
    `${people}名、${groups}グループ。${untold === 0 ? '全員に知らせてあります。' : `まだ知らせていない方: ${untold}名。`}`,
  outdated: (joined: number, left: number, changed: number) =>
    `グループを作ったあとの変化: 追加${joined}名、取り消し${left}名、参加方法などの変更${changed}名。`,
  allKept: '決まりはすべて守られています。',
  notKept: '守れていない決まりがあります。',
  broken: {
    company: (company: string, people: number, groups: number) =>
      `${company}は${people}名で、入れるグループが${groups}つしかありません。グループを${people}つ以上にしてください。`,
    together: (company: string, group: number) => `${company}の方が、グループ${group}に2名以上います。`,
    apart: (person: string, group: number) =>
      `${person}は、参加方法の異なるグループ${group}にいます。組み直してください。`,
    noGroup: (mode: string, people: number) =>
      `${mode}の${people}名が入れるグループがありません。グループを作り直してください。`,
    unplaced: (names: readonly string[], more: number) =>
      `グループのない方: ${names.join('、')}${more > 0 ? ` ほか${more}名` : ''}。`,
    sizes: (smallest: number, largest: number) =>
      `人数の差が1名を超えています(${smallest}名から${largest}名)。会場とオンラインを分けたとき、または手で移したときに起こります。`,
    facilitators: (groups: readonly number[]) => `進行役のいないグループ: ${groups.join('、')}。`,
  },
  outside: 'グループのない方',
  groupLine: ({ number, where, people, facilitator }: GroupLine) =>
    `グループ${number}${where === '' ? '' : `(${where})`} ${people}名 進行役: ${facilitator}`,
  noFacilitator: '未定',
  names: (names: readonly string[]) => names.join('、'),
  more: (count: number) => `ほか${count}名`,
  buttons: {
    more: '続きを見る',
    rebuild: '組み直す',
    publish: (count: number) => `${count}名に知らせる`,
    move: '手で移す',
    again: '作り直す',
  },
  moveIntro:
    '移す先のグループか、入れ替える方のどちらかをお選びください。参加者には「知らせる」を押すまで伝わりません。',
  moveDoes: (name: string, number: number, other: string | null) =>
    other === null
      ? `${name}様をグループ${number}に移します。`
      : `${name}様を、${other}様と入れ替えてグループ${number}に移します。`,
  moved: (name: string, number: number, other: string | null) =>
    other === null
      ? `${name}様をグループ${number}に移しました。`
      : `${name}様を、${other}様と入れ替えてグループ${number}に移しました。`,
  facilitateDoes: ({ number, before, facilitator, people }: Facilitation) =>
    `グループ${number}の進行役を${before === '' ? '' : `${before}様から`}${facilitator === '' ? '未定' : `${facilitator}様`}に${facilitator === '' ? '戻します' : before === '' ? '決めます' : '変えます'}。${people === 0 ? 'お知らせは送られません。' : `グループを知らせてある${people}名に、お知らせします。`}`,
  facilitated: (number: number, facilitator: string, people: number) =>
    `グループ${number}の進行役を${facilitator === '' ? '未定に戻しました' : `${facilitator}様に決めました`}。${people === 0 ? '' : `${people}名にお知らせします。`}`,
  rebuildDoes: (title: string, moved: number) =>
    `「${title}」のグループを、今の参加者に合わせて組み直します。${moved === 0 ? 'グループの変わる方はいません。' : `グループが変わるのは${moved}名です。`}`,
  moving: (names: readonly string[], more: number) =>
    `グループが変わる方: ${names.join('、')}${more > 0 ? ` ほか${more}名` : ''}`,
  rebuilt: (moved: number) => `組み直しました。グループが変わったのは${moved}名です。参加者にはまだ知らせていません。`,
  publishDoes: (title: string, people: number) =>
    `「${title}」のグループを、まだ知らせていない${people}名に知らせます。`,
  published: (people: number) => `${people}名にグループをお知らせします。`,
  refusals: {
    over_for_groups: (_facts: Readonly<Record<string, never>>) =>
      'この回は終わったか、中止になっています。これから開かれる回をお選びください。',
    no_sessions: (_facts: Readonly<Record<string, never>>) =>
      'これから開かれる回がありません。先に「開催回の登録」で回を登録してください。',
    nobody: (_facts: Readonly<Record<string, never>>) =>
      'この回には、まだ参加予定の方がいません。申し込みがあってからお試しください。',
    more_groups_than_people: ({ people }: { readonly people: number }) =>
      `参加予定は${people}名です。グループの数は${people}以下でご入力ください。`,
    no_groups: (_facts: Readonly<Record<string, never>>) => 'グループがまだありません。「グループ作成」で作れます。',
    nothing_to_rebuild: (_facts: Readonly<Record<string, never>>) =>
      'グループを作ったあと、参加者に変わりはありません。手で移す場合は「グループの移動」をお使いください。',
    groups_outdated: (_facts: Readonly<Record<string, never>>) =>
      'グループを作ったあとに参加者が変わっています。先に「組み直す」を押してください。',
    rules_broken: (_facts: Readonly<Record<string, never>>) =>
      'グループのない方、または一緒にできない方がいるため、知らせられません。「グループ」で内容を確認し、直してください。',
    nothing_to_tell: (_facts: Readonly<Record<string, never>>) =>
      '全員に知らせてあります。グループを変えると、変わった方にだけ知らせられます。',
    not_in_groups: (_facts: Readonly<Record<string, never>>) =>
      'この方はグループに入っていません。先に「組み直す」を押してください。',
    nothing_to_swap: (_facts: Readonly<Record<string, never>>) =>
      'この方にはまだグループがありません。入れ替える代わりに、移す先のグループをお選びください。',
    groups_changed: (_facts: Readonly<Record<string, never>>) =>
      'ご覧になったあとに、グループが変えられています。「グループ」で今の内容を確認し、もう一度お試しください。',
    same_facilitator: ({ number, name }: { readonly number: number; readonly name: string }) =>
      name === ''
        ? `グループ${number}の進行役は、すでに未定です。お名前をご入力ください。`
        : `グループ${number}の進行役は、すでに${name}様です。ほかのお名前をご入力ください。`,
    already_in_group: ({ number }: { readonly number: number }) =>
      `すでにグループ${number}です。ほかのグループをお選びください。`,
    no_such_group: ({ groups }: { readonly groups: number }) => `グループは1から${groups}までです。`,
    other_mode: ({ number }: { readonly number: number }) =>
      `グループ${number}は参加方法が異なります。ほかのグループをお選びください。`,
    with_colleague: ({ number, name }: { readonly number: number; readonly name: Bilingual }) =>
      `グループ${number}には、同じ企業の${pick('ja', name)}様がいます。ほかのグループをお選びください。`,
    one_or_other: (_facts: Readonly<Record<string, never>>) =>
      '移す先のグループか、入れ替える方の、どちらか一方をお選びください。',
    no_own_group: (_facts: Readonly<Record<string, never>>) =>
      'お知らせしたグループはまだありません。決まりましたら、このチャットでお知らせします。',
  },
  actions: {
    'groups.show': action('グループ', 'グループワークのグループを表示します', 'グループ分け'),
    'groups.make': action('グループ作成', '同じ企業の方が重ならないようにグループを作ります'),
    'groups.rebuild': action('グループの組み直し', '参加者の増減に合わせて、できるだけ動かさずに組み直します'),
    'groups.move': action('グループの移動', 'グループの間で1名を移すか、2名を入れ替えます'),
    'groups.facilitate': action('グループの進行役', '1つのグループの進行役を決めるか、変えます'),
    'groups.publish': action('グループのお知らせ', '参加者に、それぞれのグループを知らせます'),
  },
};

const en: typeof ja = {
  kinds: { told: 'group work' },
  notices: {
    told: (title, number) => `You are in group ${number} in the group work of “${title}”.`,
    changed: (title, before, number) => `Your group in “${title}” has changed from ${before} to ${number}.`,
    details: (title, number, aspects) =>
      `Of your group ${number} in “${title}” this has changed: ${aspects.join(', ')}.`,
  },
  aspects: { mode: 'where', facilitator: 'the facilitator', people: 'the size' },
  modes: { onsite: 'in the room', online: 'online' },
  by: { size: 'People in a group (at most)', number: 'Number of groups' },
  arrangements: { mixed: 'Mix room and online', apart: 'Keep room and online apart' },
  labels: {
    by: 'Decide by',
    value: 'That number',
    arrangement: 'Room and online',
    facilitators: 'Facilitators',
    group: 'Group',
    where: 'Where',
    facilitator: 'Facilitator',
    people: 'Size',
    person: 'Whom to move',
    number: 'Into which group',
    other: 'Whom to swap with',
  },
  hints: {
    value: '1 or more',
    facilitators: 'One a line in the order of the groups. Where they are apart, those in the room come first',
    other: 'To swap two people, choose this instead of a group',
    facilitator: 'Leave it empty for nobody yet',
  },
  next: 'Next',
  make: 'Make the groups',
  move: 'Move',
  facilitate: 'Decide',
  show: 'Show the groups',
  tell: 'Tell them',
  groupNamed: (number) => `Group ${number}`,
  groupAt: (number, where) => `Group ${number} (${where})`,
  groupWith: (number, facilitator) => `Group ${number}, facilitator: ${facilitator}`,
  peopleIn: (count) => (count === 1 ? '1 person' : `${count} people`),
  line: (label, value) => `${label}: ${value}`,
  groupsOf: (title) => `Groups of “${title}”`,
  ownGroup: 'Your group',
  takingPart: (all, onsite, online) => `Taking part: ${all} (${onsite} in the room, ${online} online).`,
  makeIntro: 'People of one company are put into different groups. Nobody is told yet.',
  makeAgainIntro:
    'The groups are made anew, also what you have moved by hand. If people only came or left, use “Rebuild groups”.',
  makeDoes: (title, people) =>
    `Groups will be made of the ${people === 1 ? 'one person' : `${people} people`} taking part in “${title}”. Nobody is told yet.`,
  made: 'The groups are made. Nobody has been told yet.',
  counts: (people, groups, untold) =>
    `People: ${people}. Groups: ${groups}. ${untold === 0 ? 'Everyone has been told.' : `Not told yet: ${untold}.`}`,
  outdated: (joined, left, changed) =>
    `Since the groups were made: ${joined} joined, ${left} dropped out, ${changed} changed how they attend.`,
  allKept: 'All rules are kept.',
  notKept: 'Some rules are not kept.',
  broken: {
    company: (company, people, groups) =>
      `${company} sends ${people}, and they can only be in ${groups === 1 ? '1 group' : `${groups} groups`}. Please make at least ${people} groups.`,
    together: (company, group) => `Group ${group} has more than one person of ${company}.`,
    apart: (person, group) => `${person} attends otherwise than group ${group}. Please rebuild the groups.`,
    noGroup: (mode, people) => `There is no group for the ${people} who attend ${mode}. Please make the groups anew.`,
    unplaced: (names, more) => `Without a group: ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,
    sizes: (smallest, largest) =>
      `The groups differ by more than one (from ${smallest} to ${largest}), as room and online are apart or somebody was moved by hand.`,
    facilitators: (groups) => `Groups without a facilitator: ${groups.join(', ')}.`,
  },
  outside: 'Without a group',
  groupLine: ({ number, where, people, facilitator }) =>
    `Group ${number}${where === '' ? '' : ` (${where})`}, size ${people}, facilitator: ${facilitator}`,
  noFacilitator: 'none yet',
  names: (names) => names.join(', '),
  more: (count) => `and ${count} more`,
  buttons: {
    more: 'Show more',
    rebuild: 'Rebuild',
    publish: (count) => (count === 1 ? 'Tell 1 person' : `Tell ${count} people`),
    move: 'Move by hand',
    again: 'Make anew',
  },
  moveIntro: 'Choose either a group or a person to swap with. Nobody is told until you press “Tell”.',
  moveDoes: (name, number, other) =>
    other === null
      ? `${name} will be moved into group ${number}.`
      : `${name} will go into group ${number} in exchange with ${other}.`,
  moved: (name, number, other) =>
    other === null
      ? `${name} is in group ${number} now.`
      : `${name} is in group ${number} now, in exchange with ${other}.`,
  facilitateDoes: ({ number, before, facilitator, people }) =>
    `${facilitator === '' ? `Nobody will facilitate group ${number} yet` : `${facilitator} will facilitate group ${number}`}${before === '' ? '' : ` instead of ${before}`}. ${people === 0 ? 'Nobody is told now.' : `People of the group who are told: ${people}.`}`,
  facilitated: (number, facilitator, people) =>
    `${facilitator === '' ? `Nobody facilitates group ${number} yet` : `${facilitator} facilitates group ${number} now`}.${people === 0 ? '' : ` People who are told: ${people}.`}`,
  rebuildDoes: (title, moved) =>
    `The groups of “${title}” will be fitted to who takes part now. ${moved === 0 ? 'Nobody moves.' : `People who get another group: ${moved}.`}`,
  moving: (names, more) => `These get another group: ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  rebuilt: (moved) => `The groups are rebuilt. People in another group: ${moved}. Nobody has been told yet.`,
  publishDoes: (title, people) =>
    `${people === 1 ? 'One person' : `${people} people`} will be told their group in “${title}”.`,
  published: (people) => (people === 1 ? 'One person is told their group.' : `${people} people are told their group.`),
  refusals: {
    over_for_groups: () => 'This session is over or was called off. Please choose one that is still to come.',
    no_sessions: () => 'No session is to come. Please create one first.',
    nobody: () => 'Nobody takes part in this session yet. Please try again once people have registered.',
    more_groups_than_people: ({ people }) => `Taking part: ${people}. Please enter at most that many groups.`,
    no_groups: () => 'There are no groups yet. “Make groups” makes them.',
    nothing_to_rebuild: () =>
      'Nobody has come or left since the groups were made. To move somebody by hand, use “Move between groups”.',
    groups_outdated: () => 'People have come or left since the groups were made. Please press “Rebuild” first.',
    rules_broken: () =>
      'Somebody has no group, or is where they cannot be, so nobody can be told. Please look at “Groups” and put it right.',
    nothing_to_tell: () => 'Everyone has been told. If you change a group, only those concerned are told.',
    not_in_groups: () => 'This person is in no group. Please press “Rebuild” first.',
    nothing_to_swap: () => 'This person has no group yet. Please choose a group instead of somebody to swap with.',
    groups_changed: () => 'The groups have been changed since you saw them. Please look at “Groups” and try again.',
    same_facilitator: ({ number, name }) =>
      name === ''
        ? `Group ${number} has no facilitator yet. Please enter a name.`
        : `${name} facilitates group ${number} already. Please enter another name.`,
    already_in_group: ({ number }) => `That is group ${number} already. Please choose another one.`,
    no_such_group: ({ groups }) => `There are groups 1 to ${groups}. Please choose one of them.`,
    other_mode: ({ number }) => `In group ${number} people attend otherwise. Please choose another one.`,
    with_colleague: ({ number, name }) =>
      `${pick('en', name)} of the same company is in group ${number}. Please choose another one.`,
    one_or_other: () => 'Please choose either a group or a person to swap with.',
    no_own_group: () => 'You have not been told of a group yet. Once it is decided, you will be told here.',
  },
  actions: {
    'groups.show': action('Groups', 'Shows the groups of the group work'),
    'groups.make': action('Make groups', 'Makes groups in which nobody meets a colleague'),
    'groups.rebuild': action('Rebuild groups', 'Fits the groups to who takes part now, moving as few as possible'),
    'groups.move': action('Move between groups', 'Moves one person into another group, or swaps two'),
    'groups.facilitate': action('Facilitator of a group', 'Assigns or changes the facilitator of one group'),
    'groups.publish': action('Tell people their groups', 'Tells each participant their own group'),
  },
};

export const groupTexts: Readonly<Record<Language, typeof ja>> = { ja, en };
