/** The invented companies and people of the examples, as a sentence may name them. */
import type { KnownNames } from '../mentions/known-names.js';
import { readExampleDirectory } from './read-examples.js';

/** What companies hand in, as the examples call it. */
const deliverableTypes = [
  { id: 'human_rights_policy', nameJa: '人権方針', nameEn: 'Human rights policy', also: ['方針', 'policy'] },
  {
    id: 'due_diligence_plan',
    nameJa: '人権デュー・ディリジェンス計画',
    nameEn: 'Due diligence plan',
    also: ['dd計画', 'デューデリ', 'デュー・ディリジェンス', 'デューディリジェンス', 'due diligence'],
  },
  {
    id: 'grievance_mechanism',
    nameJa: '苦情処理の仕組み',
    nameEn: 'Grievance mechanism',
    also: ['苦情処理', '苦情窓口', '相談窓口', 'grievance'],
  },
] as const;

export function exampleDirectory(): Pick<KnownNames, 'companies' | 'members' | 'deliverableTypes'> {
  const { companies, people } = readExampleDirectory();
  const names = ({ ja, en, furigana }: { readonly ja: string; readonly en: string; readonly furigana: string }) => ({
    ...{ nameJa: ja, nameEn: en, reading: furigana },
  });
  return {
    deliverableTypes,
    companies: companies.map(({ id, also, ...company }) => ({ id, ...names(company), also })),
    members: people.map(({ id, role, ...person }) => ({ id, role, ...names(person) })),
  };
}
