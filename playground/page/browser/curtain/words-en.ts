/** The curtain's words in English. */
import { purposes } from './purposes-en.js';
import type { CurtainWords } from './words-ja.js';

export const en: CurtainWords = {
  title: 'Behind the curtain',
  tabs: { timeline: 'Timeline', notifications: 'Notifications', machinery: 'Queues and worker', troubles: 'Trouble' },
  platforms: { slack: 'Slack', teams: 'Teams' },
  loading: 'Loading…',
  timeline: {
    lead: 'The HTTP requests that Slack, Teams and the bot really send each other. Press a line to see what is in it.',
    platform: 'Platform',
    both: 'All',
    onlyFailures: 'Only failures',
    empty: 'Nothing has been sent yet. Do something in one of the clients and it appears here.',
    nothingFits: 'No request fits.',
    count: (shown, all, capped) => {
      const of = `${capped ? 'the latest ' : ''}${all} ${all === 1 ? 'request' : 'requests'}`;
      return shown === all ? of : `${shown} of ${of}`;
    },
    failures: (count) => `${count} failed`,
    speed: (milliseconds, count) =>
      count === 1
        ? `the bot answered in ${milliseconds} ms`
        : `the bot answers in ${milliseconds} ms (median of the latest ${count})`,
    showEarlier: (count) => `Show ${count} earlier`,
    columns: {
      time: 'Time',
      platform: 'Platform',
      direction: 'Direction',
      who: 'Who',
      what: 'Request',
      gist: 'What it says',
      status: 'Result',
      milliseconds: 'Duration',
    },
    toTheBot: 'to the bot',
    fromTheBot: 'from the bot',
    again: 'sent again',
    noAnswer: 'no answer',
    trouble: (kind) => `trouble: ${kind}`,
    request: 'Request',
    response: 'Response',
    nothing: '(nothing)',
    forgotten: 'What was in this request is no longer kept.',
  },
  purposes,
  notifications: {
    lead: 'The ledger of who is to be told what, and when. It is written before anything is sent, so that nothing is lost whatever happens. Press a state to see only that.',
    empty: 'There are no notifications yet.',
    nothingFits: 'None of the latest notifications is in this state.',
    columns: {
      created: 'Made',
      due: 'Due',
      settled: 'Settled',
      when: 'Settled / due',
      kind: 'Kind',
      person: 'For',
      platform: 'On',
      state: 'State',
      notes: 'Notes',
    },
    faults: (count) => (count === 1 ? 'failed once' : `failed ${count} times`),
    mayRepeat: 'may have arrived twice',
    none: '—',
    states: {
      pending: { word: 'pending', meaning: 'Waits for its time.' },
      queued: { word: 'queued', meaning: 'Is in the queue and waits its turn.' },
      sending: { word: 'sending', meaning: 'Is being sent right now.' },
      delivered: { word: 'delivered', meaning: 'The platform has taken it.' },
      suppressed: { word: 'suppressed', meaning: 'Was no longer true when it was due, so it was not sent.' },
      unreachable: { word: 'unreachable', meaning: 'The person has no account, or the bot may not write to it.' },
      unknown: {
        word: 'unknown',
        meaning: 'No answer came: it may have arrived. It is not sent again by itself, so that nobody gets it twice.',
      },
      failed: { word: 'failed', meaning: 'The platform refused it.' },
    },
  },
  machinery: {
    worker: 'Worker',
    workerLead: 'It sends the notifications. The bot answers without it, so conversations go on while it is down.',
    states: {
      running: 'running',
      'running as a process of its own': 'running as a process of its own',
      starting: 'starting…',
      killed: 'killed',
    },
    processId: (id) => `process ${id}`,
    kill: 'Kill it (kill -9)',
    start: 'Start it',
    killing: 'Killing…',
    whatToSee:
      'Killed in the middle of sending, it loses nothing: some 10 seconds after a new start the rest is taken over. What may have gone out already is marked “may have arrived twice”. To hit it while it sends, switch on “Slow” under Trouble first.',
    firstTime:
      'The first time, the work moves to a process of its own before that is killed; what is being sent just then is finished.',
    whileKilled: 'While the worker is down, new notifications stay “pending”.',
    queues: 'Queues',
    queuesLead: (store) => `Work waits in queues in ${store}, from which the worker takes it.`,
    columns: { name: 'Queue', waiting: 'Waiting', delayed: 'Scheduled', active: 'In work', failed: 'Failed' },
    names: { deliveries: 'deliveries', sweeps: 'sweeps' },
    delayedNote: '“Scheduled” are sweeps that start when their time comes.',
  },
  troubles: {
    lead: 'Cause what goes wrong in real life and watch the bot cope. Only the Slack and Teams of this page are affected.',
    on: 'On',
    off: 'Off',
    banner: 'Trouble is on',
    allOff: 'Switch all off',
    oneAtATime: 'Of the troubles for requests from the bot one is on at a time: another takes its place.',
    incoming: 'Requests to the bot',
    outgoing: 'Requests from the bot',
    kinds: {
      '429': {
        word: 'Rate limit (429)',
        see: 'Refused with “wait 5 seconds”. Notifications and answers in conversations stay in the ledger, wait as long as told and arrive once.',
      },
      'time-out': {
        word: 'No answer',
        see: 'Nothing is done and nothing comes back. As it may have arrived, a notification becomes “unknown” and is not sent again automatically; nor is an answer in a conversation.',
      },
      'lost answer': {
        word: 'Lost answer',
        see: 'It is done, but the answer is lost on the way. The message arrives; the ledger says “unknown”.',
      },
      'server error': {
        word: 'Server error (503)',
        see: 'An error comes back and nothing is done. On Teams, notifications and answers are tried again after a pause. Slack’s error leaves open whether it was done: notifications become “unknown”, and answers are not sent again either.',
      },
      slow: {
        word: 'Slow (2 s)',
        see: 'The right answer, two seconds late. Handy for killing the worker while it sends.',
      },
      'every request twice': {
        word: 'Every request twice',
        see: 'Whatever is sent to the bot comes again right after. Nobody is registered, and nothing answered, twice.',
      },
    },
    again: 'Send the newest request again',
    againLead: 'Delivers the newest request to the bot once more, as the platform does when it is in doubt.',
    sameId: 'Same id',
    newId: 'New id',
    sentAgain: (name, gist) => `Sent again: ${[name && `${name},`, gist && `“${gist}”`].filter(Boolean).join(' ')}`,
    answered: (status, milliseconds) => `The bot answered ${status} (${milliseconds} ms).`,
  },
};
