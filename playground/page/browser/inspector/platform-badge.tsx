/** The name of a platform in its own colour. */
import type { Platform } from '../../protocol.js';

const names: Readonly<Record<Platform, string>> = { slack: 'Slack', teams: 'Teams' };

export function PlatformBadge({ platform }: { readonly platform: Platform }) {
  return <span className={`inspector-badge inspector-on-${platform}`}>{names[platform]}</span>;
}
