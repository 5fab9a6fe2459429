/** Why something failed, in the page's language, with the code beside it for whoever looks it up. */
import { useLanguage } from '../language.js';
import { reasonIn } from './reasons.js';

export function ReasonText({ raw }: { readonly raw: string }) {
  const { language } = useLanguage();
  const { words, code } = reasonIn(language, raw);
  return (
    <>
      {words}
      {code !== null && (
        <>
          {' '}
          <code className="curtain-code">{code}</code>
        </>
      )}
    </>
  );
}
