/** Two people of one name in one company are told apart wherever people are chosen; nobody else is shown with more than is needed. */
import { expect, it } from 'vitest';
import { fieldOf } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const given = programmeFixture();

/** The labels of the choices of people. */
async function offered(): Promise<readonly string[]> {
  const field = fieldOf(await given.opened(given.secretary, 'member.end'), 'person');
  if (!('choices' in field)) throw new Error('no choices');
  return field.choices.map(({ label }) => label);
}

it('by their titles, or by how the name is read where none is known', async () => {
  const name = { nameJa: '佐藤 真', nameEn: 'Makoto Sato', company: given.company };
  const [head, other, elsewhere] = [
    await given.member(name),
    await given.member(name),
    await given.member({ ...name, company: undefined }),
  ];
  await given.database.membership.updateMany({
    where: { personId: head.id },
    data: { titleJa: '総務部長', titleEn: 'General manager' },
  });
  const company = given.company.nameEn;
  const labels = await offered();
  expect(labels).toContain(`Makoto Sato (${company}, General manager)`);
  expect(labels).toContain(`Makoto Sato (${company}, ${other.furigana})`);
  // Of another company, by which the name is told apart already.
  expect(labels).toContain(`Makoto Sato (${elsewhere.company?.nameEn})`);
});
