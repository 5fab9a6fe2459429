/** Names a channel or team, with the platform where it is. */
import type { Place } from '../../../prisma/client.js';

const platforms: Readonly<Record<Place['platform'], string>> = { slack: 'Slack', teams: 'Teams' };

export function placeName(place: Pick<Place, 'name' | 'platform'> | null): string {
  return place === null ? '' : `${place.name} (${platforms[place.platform]})`;
}
