/** The inspector's words in English. */
import type { InspectorWords } from './words-ja.js';

export const en: InspectorWords = {
  title: 'Inspector',
  tabs: { timeline: 'Timeline', notifications: 'Notifications', machinery: 'Queues and worker', troubles: 'Trouble' },
  platforms: { slack: 'Slack', teams: 'Teams' },
  loading: 'Loading…',
  timeline: {
    lead: 'The actual HTTP requests between Slack, Teams and the bot. Press a line to see its contents.',
    platform: 'Platform',
    both: 'All',
    onlyFailures: 'Failures only',
    empty: 'Nothing has been sent yet. Do something in one of the clients and it will appear here.',
    nothingFits: 'No requests match.',
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
      notes: 'Notes',
      status: 'Result',
      milliseconds: 'Duration',
    },
    toTheBot: 'to the bot',
    fromTheBot: 'from the bot',
    again: 'again',
    noAnswer: 'no answer',
    trouble: (kind) => `trouble: ${kind}`,
    request: 'Request',
    response: 'Response',
    nothing: '(nothing)',
    forgotten: 'The contents of this request are no longer kept.',
  },
  notifications: {
    lead: 'The ledger of who is to be told what, and when. It is written before anything is sent, so nothing is lost whatever happens. Press a state to filter by it.',
    empty: 'There are no notifications yet.',
    nothingFits: 'None of the latest notifications is in this state.',
    columns: {
      created: 'Created',
      due: 'Due',
      settled: 'Finished',
      when: 'Finished / due',
      kind: 'Kind',
      person: 'For',
      platform: 'Platform',
      state: 'State',
      notes: 'Notes',
    },
    faults: (count) => (count === 1 ? 'failed once' : `failed ${count} times`),
    mayRepeat: 'may have arrived twice',
    none: '—',
    states: {
      pending: { word: 'pending', meaning: 'Waiting for its time.' },
      queued: { word: 'queued', meaning: 'In the queue, waiting its turn.' },
      sending: { word: 'sending', meaning: 'Being sent right now.' },
      delivered: { word: 'delivered', meaning: 'The platform has accepted it.' },
      suppressed: { word: 'suppressed', meaning: 'No longer true when it was due, so it was not sent.' },
      unreachable: { word: 'unreachable', meaning: 'The person has no account that the bot can write to.' },
      unknown: {
        word: 'unknown',
        meaning:
          'No answer came, so it may have arrived. It is not sent again automatically, so that nobody gets it twice.',
      },
      failed: { word: 'failed', meaning: 'The platform refused it.' },
      missed: { word: 'missed', meaning: 'It could not be sent before it was too late to be of use.' },
      stopped: { word: 'stopped', meaning: 'Its announcement was stopped; it is sent once that is resumed.' },
    },
  },
  machinery: {
    worker: 'Worker',
    workerLead: 'It sends the notifications. The bot answers without it, so conversations go on while it is down.',
    states: {
      running: 'running',
      starting: 'starting…',
      killed: 'killed',
    },
    processId: (id) => `process ${id}`,
    kill: 'Kill it (kill -9)',
    start: 'Start it',
    killing: 'Killing…',
    whatToSee:
      'Even when it is killed in the middle of sending, nothing is lost: about 10 seconds after it is started again, it picks up the rest. Anything that may already have gone out is marked “may have arrived twice”. To catch it while it is sending, switch on “Slow” under Trouble first.',
    whileKilled: 'While the worker is down, new notifications stay “pending”.',
    queues: 'Queues',
    queuesLead: (store) => `Work waits in queues in ${store} until the worker takes it.`,
    columns: { name: 'Queue', waiting: 'Waiting', delayed: 'Scheduled', active: 'In progress', failed: 'Failed' },
    names: { deliveries: 'deliveries', sweeps: 'sweeps' },
    delayedNote: '“Scheduled” counts sweeps that start when their time comes.',
  },
  troubles: {
    lead: 'Cause the kind of trouble that happens in real life and watch how the bot copes. Only the Slack and Teams on this page are affected.',
    on: 'On',
    off: 'Off',
    banner: 'Trouble is on',
    allOff: 'Switch everything off',
    oneAtATime: 'Only one of these can be on at a time: switching on another replaces it.',
    incoming: 'Requests to the bot',
    outgoing: 'Requests from the bot',
    kinds: {
      '429': {
        word: 'Rate limit (429)',
        see: 'Requests are refused with “wait 5 seconds”. Notifications and answers in conversations stay in the ledger, wait as long as they are told to, and arrive once.',
      },
      'time-out': {
        word: 'No answer',
        see: 'Nothing is done and nothing comes back. As it may have arrived, a notification becomes “unknown” and is not sent again automatically; nor is an answer in a conversation.',
      },
      'lost answer': {
        word: 'Lost answer',
        see: 'The request is carried out, but its answer is lost on the way. The message arrives; the ledger says “unknown”.',
      },
      'server error': {
        word: 'Server error (503)',
        see: 'An error comes back and nothing is done. On Teams, notifications and answers are tried again after a pause. Slack’s error leaves open whether the request was carried out: notifications become “unknown”, and answers are not sent again either.',
      },
      slow: {
        word: 'Slow (2 s)',
        see: 'The right answer, two seconds late. Handy for killing the worker while it is sending.',
      },
      'every request twice': {
        word: 'Every request twice',
        see: 'Every request to the bot arrives a second time right afterwards. Nobody is registered twice, and nothing is answered twice.',
      },
    },
    again: 'Send the latest request again',
    againLead: 'Delivers the latest request to the bot once more, as the platform does when it is in doubt.',
    sameId: 'Same ID',
    newId: 'New ID',
    sentAgain: 'Sent again:',
    answered: (status, milliseconds) => `The bot answered ${status} (${milliseconds} ms).`,
  },
};
