/** A button that carries something out, waits for it, and hands over what came of it. */
import { type ReactNode, useState } from 'react';
import type { Command, Done } from '../../command.js';
import { carryOut } from '../connection.js';
import { useLanguage } from '../language.js';

interface CommandButtonProps {
  readonly command: Command;
  readonly onDone: (done: Done) => void;
  readonly disabled?: boolean;
  readonly dangerous?: boolean;
  /** Shown while it is being done. */
  readonly meanwhile?: string;
  readonly label?: string;
  readonly children: ReactNode;
}

export function CommandButton({
  command,
  onDone,
  disabled,
  dangerous,
  meanwhile,
  label,
  children,
}: CommandButtonProps) {
  const [busy, setBusy] = useState(false);
  async function press(): Promise<void> {
    setBusy(true);
    onDone(await carryOut(command));
    setBusy(false);
  }
  return (
    <button
      type="button"
      className={dangerous ? 'inspector-button inspector-dangerous' : 'inspector-button'}
      disabled={disabled === true || busy}
      aria-label={label}
      onClick={() => void press()}
    >
      {busy && meanwhile ? meanwhile : children}
    </button>
  );
}

/** Why a command could not be done, read out at once; nothing where all went well. */
export function CommandProblem({ done }: { readonly done: Done | null }) {
  const { language } = useLanguage();
  const error = done?.error ?? null;
  if (error === null) return null;
  return (
    <p role="alert" className="inspector-alert">
      {typeof error === 'string' ? error : error[language]}
    </p>
  );
}
