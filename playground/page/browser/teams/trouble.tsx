/** What went wrong, where it went wrong, read out at once. */
import type { Done } from '../../command.js';
import { useLanguage } from '../language.js';
import { sayError } from './client-sentences.js';

export function Trouble({ error }: { readonly error: Done['error'] }) {
  const { language } = useLanguage();
  if (error === null) return null;
  return (
    <p className="teams-trouble" role="alert">
      {sayError(error, language)}
    </p>
  );
}
