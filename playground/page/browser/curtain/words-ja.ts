/** The curtain's words in Japanese, which the English ones follow. */
import { purposes } from './purposes-ja.js';

export const ja = {
  title: '舞台裏',
  tabs: { timeline: 'タイムライン', notifications: '通知', machinery: 'キューとワーカー', troubles: 'トラブル' },
  platforms: { slack: 'Slack', teams: 'Teams' },
  loading: '読み込んでいます…',
  timeline: {
    lead: 'Slack・Teams とボットの間で実際に送られた HTTP リクエストです。行を押すと中身が開きます。',
    platform: 'プラットフォーム',
    both: 'すべて',
    onlyFailures: '失敗のみ',
    empty: 'まだ何も送られていません。Slack や Teams の画面で何か操作すると、ここに表示されます。',
    nothingFits: '条件に合うリクエストはありません。',
    count: (shown: number, all: number, capped: boolean) => {
      const of = capped ? `最新の ${all} 件` : `${all} 件`;
      return shown === all ? of : `${of}中 ${shown} 件`;
    },
    failures: (count: number) => `失敗 ${count} 件`,
    speed: (milliseconds: number, count: number) =>
      count === 1 ? `ボットの応答 ${milliseconds} ms` : `ボットの応答 ${milliseconds} ms (直近 ${count} 件の中央値)`,
    showEarlier: (count: number) => `以前の ${count} 件を表示`,
    columns: {
      time: '時刻',
      platform: 'サービス',
      direction: '向き',
      who: '相手',
      what: '種類',
      gist: '内容',
      status: '結果',
      milliseconds: '所要時間',
    },
    toTheBot: 'ボットへ',
    fromTheBot: 'ボットから',
    again: '再送',
    noAnswer: '応答なし',
    trouble: (kind: string) => `トラブル: ${kind}`,
    request: 'リクエスト',
    response: 'レスポンス',
    nothing: '(内容なし)',
    forgotten: 'このリクエストの中身は、もう残っていません。',
  },
  purposes,
  notifications: {
    lead: 'ボットが「誰に・いつ・何を」伝えるかの台帳です。送る前に記録されるので、途中で何が起きても失われません。状態を押すと絞り込めます。',
    empty: '通知はまだありません。',
    nothingFits: 'この状態の通知は、最近のものにはありません。',
    columns: {
      created: '作成',
      due: '送信予定',
      settled: '完了',
      when: '完了 / 送信予定',
      kind: '種類',
      person: '宛先',
      platform: '送信先',
      state: '状態',
      notes: '備考',
    },
    faults: (count: number) => `失敗 ${count} 回`,
    mayRepeat: '二重に届いた可能性あり',
    none: '—',
    states: {
      pending: { word: '待機中', meaning: '送る時刻を待っています。' },
      queued: { word: 'キュー', meaning: 'キューに入り、順番を待っています。' },
      sending: { word: '送信中', meaning: 'いま送っています。' },
      delivered: { word: '配信済み', meaning: 'プラットフォームが受け取りました。' },
      suppressed: { word: '取りやめ', meaning: '送る時点で事実ではなくなっていたため、送りませんでした。' },
      unreachable: { word: '届け先なし', meaning: '相手に、ボットから書き込めるアカウントがありません。' },
      unknown: {
        word: '不明',
        meaning: '応答がなく、届いたかどうか分かりません。二重に届くのを避けるため、自動では再送しません。',
      },
      failed: { word: '失敗', meaning: 'プラットフォームに拒まれ、送れませんでした。' },
    },
  },
  machinery: {
    worker: 'ワーカー',
    workerLead: '通知を送る係です。ボットの返事とは別に動くので、止めても会話はそのまま続きます。',
    states: {
      running: '稼働中',
      starting: '起動しています…',
      killed: '停止 (強制終了)',
    },
    processId: (id: number) => `プロセス ID ${id}`,
    kill: '強制終了する (kill -9)',
    start: '起動する',
    killing: '強制終了しています…',
    whatToSee:
      '送信の最中に強制終了しても、通知は失われません。再び起動すると 10 秒ほどで続きを引き取ります。送信済みかどうか確認できないものには「二重に届いた可能性あり」と記録します。「トラブル」で「遅い」を入れてから試すと、送信中に止められます。',
    whileKilled: 'ワーカーが止まっている間、新しい通知は「待機中」のまま溜まります。',
    queues: 'キュー',
    queuesLead: (store: string) => `仕事は ${store} のキューに置かれ、ワーカーが取り出します。`,
    columns: { name: 'キュー', waiting: '待ち', delayed: '予約', active: '処理中', failed: '失敗' },
    names: { deliveries: '配信', sweeps: '見回り' },
    delayedNote: '「予約」は、時間が来ると始まる見回りの仕事です。',
  },
  troubles: {
    lead: '本番で起こりうる障害を起こして、ボットがどう対処するかをご覧いただけます。影響を受けるのは、この画面の中の Slack と Teams だけです。',
    on: '入',
    off: '切',
    banner: '発生中のトラブル',
    allOff: 'すべて切る',
    oneAtATime: '一度に起こせるのは一つだけです。別のものを入れると切り替わります。',
    incoming: 'ボットへのリクエスト',
    outgoing: 'ボットからのリクエスト',
    kinds: {
      '429': {
        word: '送信制限 (429)',
        see: '「5 秒待ってください」と断られます。通知も会話への返事も台帳に残り、待ち時間を守って一度だけ届きます。',
      },
      'time-out': {
        word: '応答なし',
        see: 'リクエストは処理されず、応答も返りません。届いた可能性があるため、通知は「不明」となり、自動では再送されません。会話への返事も再送されません。',
      },
      'lost answer': {
        word: '応答の消失',
        see: '処理はされますが、応答が途中で失われます。メッセージは届き、台帳では「不明」になります。',
      },
      'server error': {
        word: 'サーバーエラー (503)',
        see: '処理されずにエラーが返ります。Teams では、通知も返事も間隔を空けて送り直します。Slack のエラーは処理の有無が分からないため、通知は「不明」とし、返事も送り直しません。',
      },
      slow: { word: '遅い (2 秒)', see: '正しい応答が 2 秒遅れて返ります。ワーカーの強制終了を試すのに便利です。' },
      'every request twice': {
        word: 'すべて二回届く',
        see: 'ボットへのリクエストが、直後にもう一度届きます。二重に登録されたり返信されたりしないことを確かめられます。',
      },
    },
    again: '直前のリクエストをもう一度送る',
    againLead: 'ボットへの直前のリクエストを、プラットフォームが再送したように届けます。',
    sameId: '同じ ID で',
    newId: '新しい ID で',
    sentAgain: (name: string | null | undefined, gist: string) =>
      `再送したもの: ${[name && `${name}さん`, gist && `「${gist}」`].filter(Boolean).join('の')}`,
    answered: (status: number, milliseconds: number) => `ボットの応答: ${status} (${milliseconds} ms)`,
  },
};

export type CurtainWords = typeof ja;
