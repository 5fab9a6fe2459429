/** What the page is, how it is used, and that nothing leaves this machine. */
import { useWords } from '../language.js';
import { Icon } from './icons.js';
import { Sheet } from './sheet.js';
import { shellWords } from './words.js';

export function AboutSheet({ onClose }: { readonly onClose: () => void }) {
  const words = useWords(shellWords).about;
  return (
    <Sheet heading={words.heading} shape="centre" onClose={onClose}>
      <p>{words.what}</p>
      <h3>{words.stepsHeading}</h3>
      <ol className="shell-about-steps">
        {words.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <div className="shell-about-safety">
        <h3>
          <Icon name="lock" /> {words.safetyHeading}
        </h3>
        <ul>
          {words.safety.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
    </Sheet>
  );
}
