/** The worker, which can be killed and started, and the queues that it works on. */
import './outbox.css';
import { useState } from 'react';
import type { Done } from '../../command.js';
import type { WorkerState } from '../../protocol.js';
import { useWords } from '../language.js';
import { useStore } from '../store.js';
import { CommandButton, CommandProblem } from './command-button.js';
import { inspectorWords } from './words.js';

const lights: Readonly<Record<WorkerState, string>> = {
  running: 'good',
  starting: 'warn',
  killed: 'bad',
};

export function Machinery() {
  const all = useWords(inspectorWords);
  const words = all.machinery;
  const outbox = useStore(({ outbox }) => outbox);
  const [done, setDone] = useState<Done | null>(null);
  if (outbox === null) return <p className="inspector-empty">{all.loading}</p>;
  const { worker, queue, counts } = outbox;
  const states = all.notifications.states;
  return (
    <>
      <section className="inspector-card" aria-labelledby="inspector-worker">
        <h3 id="inspector-worker">{words.worker}</h3>
        <p className="inspector-lead">{words.workerLead}</p>
        <div className="inspector-worker">
          <p role="status" className="inspector-worker-state">
            <span aria-hidden="true" className={`inspector-light inspector-light-${lights[worker.state]}`} />
            <strong>{words.states[worker.state]}</strong>
            {worker.processId !== null && <span className="inspector-muted">{words.processId(worker.processId)}</span>}
          </p>
          <div className="inspector-buttons">
            <CommandButton
              command={{ worker: 'kill' }}
              onDone={setDone}
              disabled={worker.state !== 'running'}
              dangerous
              meanwhile={words.killing}
            >
              {words.kill}
            </CommandButton>
            <CommandButton
              command={{ worker: 'start' }}
              onDone={setDone}
              disabled={worker.state !== 'killed'}
              meanwhile={words.states.starting}
            >
              {words.start}
            </CommandButton>
          </div>
        </div>
        <CommandProblem done={done} />
        <p className="inspector-hint">{worker.state === 'killed' ? words.whileKilled : words.whatToSee}</p>
        <dl className="inspector-figures">
          {(['pending', 'queued', 'sending', 'delivered', 'unknown', 'failed'] as const).map((state) => (
            <div key={state}>
              <dt>{states[state].word}</dt>
              <dd>{(counts[state] ?? 0).toLocaleString('en')}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="inspector-card" aria-labelledby="inspector-queues">
        <h3 id="inspector-queues">{words.queues}</h3>
        <p className="inspector-lead">{words.queuesLead(queue.kind)}</p>
        <table className="inspector-table inspector-table-figures">
          <thead>
            <tr>
              <th scope="col">{words.columns.name}</th>
              <th scope="col">{words.columns.waiting}</th>
              <th scope="col">{words.columns.delayed}</th>
              <th scope="col">{words.columns.active}</th>
              <th scope="col">{words.columns.failed}</th>
            </tr>
          </thead>
          <tbody>
            {queue.queues.map(({ name, waiting, delayed, active, failed }) => (
              <tr key={name}>
                <th scope="row">{isNamed(name) ? words.names[name] : name}</th>
                <td data-label={words.columns.waiting}>{waiting}</td>
                <td data-label={words.columns.delayed}>{delayed}</td>
                <td data-label={words.columns.active}>{active}</td>
                <td data-label={words.columns.failed}>{failed}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="inspector-hint">{words.delayedNote}</p>
      </section>
    </>
  );
}

function isNamed(name: string): name is 'deliveries' | 'sweeps' {
  return name === 'deliveries' || name === 'sweeps';
}
