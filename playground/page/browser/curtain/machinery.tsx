/** The worker, which can be killed and started, and the queues that it works on. */
import './ledger.css';
import { useState } from 'react';
import type { Done } from '../../deed.js';
import type { WorkerState } from '../../protocol.js';
import { useWords } from '../language.js';
import { useStore } from '../store.js';
import { DeedButton, DeedProblem } from './deed-button.js';
import { curtainWords } from './words.js';

const lights: Readonly<Record<WorkerState, string>> = {
  running: 'good',
  starting: 'warn',
  killed: 'bad',
};

export function Machinery() {
  const all = useWords(curtainWords);
  const words = all.machinery;
  const ledger = useStore(({ ledger }) => ledger);
  const [done, setDone] = useState<Done | null>(null);
  if (ledger === null) return <p className="curtain-empty">{all.loading}</p>;
  const { worker, queue, counts } = ledger;
  const states = all.notifications.states;
  return (
    <>
      <section className="curtain-card" aria-labelledby="curtain-worker">
        <h3 id="curtain-worker">{words.worker}</h3>
        <p className="curtain-lead">{words.workerLead}</p>
        <div className="curtain-worker">
          <p role="status" className="curtain-worker-state">
            <span aria-hidden="true" className={`curtain-light curtain-light-${lights[worker.state]}`} />
            <strong>{words.states[worker.state]}</strong>
            {worker.processId !== null && <span className="curtain-muted">{words.processId(worker.processId)}</span>}
          </p>
          <div className="curtain-buttons">
            <DeedButton
              deed={{ worker: 'kill' }}
              onDone={setDone}
              disabled={worker.state !== 'running'}
              dangerous
              meanwhile={words.killing}
            >
              {words.kill}
            </DeedButton>
            <DeedButton
              deed={{ worker: 'start' }}
              onDone={setDone}
              disabled={worker.state !== 'killed'}
              meanwhile={words.states.starting}
            >
              {words.start}
            </DeedButton>
          </div>
        </div>
        <DeedProblem done={done} />
        <p className="curtain-hint">{worker.state === 'killed' ? words.whileKilled : words.whatToSee}</p>
        <dl className="curtain-figures">
          {(['pending', 'queued', 'sending', 'delivered', 'unknown', 'failed'] as const).map((state) => (
            <div key={state}>
              <dt>{states[state].word}</dt>
              <dd>{(counts[state] ?? 0).toLocaleString('en')}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="curtain-card" aria-labelledby="curtain-queues">
        <h3 id="curtain-queues">{words.queues}</h3>
        <p className="curtain-lead">{words.queuesLead(queue.kind)}</p>
        <table className="curtain-table curtain-table-figures">
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
        <p className="curtain-hint">{words.delayedNote}</p>
      </section>
    </>
  );
}

function isNamed(name: string): name is 'deliveries' | 'sweeps' {
  return name === 'deliveries' || name === 'sweeps';
}
