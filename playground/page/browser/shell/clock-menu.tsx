/** The programme's clock, which opens all the ways to move it forward. */
import './clock.css';
import { useLanguage, useWords } from '../language.js';
import { formatDate, formatSeconds, formatTime } from './clock.js';
import { Icon } from './icons.js';
import { JumpPanel } from './jump-panel.js';
import { Popover } from './popover.js';
import { useProgrammeTime } from './use-programme-time.js';
import { shellWords } from './words.js';

export function ClockMenu() {
  const words = useWords(shellWords).clock;
  return (
    <Popover label={words.open} className="shell-clock" button={<ClockFace />}>
      <JumpPanel />
    </Popover>
  );
}

function ClockFace() {
  const { language } = useLanguage();
  const words = useWords(shellWords).clock;
  const now = useProgrammeTime();
  return (
    <>
      <Icon name="clock" />
      <span className="visually-hidden">{words.open}: </span>
      {now === null ? (
        <span className="shell-clock-time">–:–</span>
      ) : (
        <time className="shell-clock-face" dateTime={now.toISOString()}>
          <span className="shell-clock-date">{formatDate(now, language)}</span>{' '}
          <span className="shell-clock-time">
            {formatTime(now, language)}
            <span className="shell-clock-seconds">:{formatSeconds(now, language)}</span>
          </span>
        </time>
      )}
      <span className="shell-clock-zone">{words.zone}</span>
      <span className="shell-clock-chevron">
        <Icon name="chevron" />
      </span>
    </>
  );
}
