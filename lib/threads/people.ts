/** Finds whom a person means who types "@" and the beginning of a name. Pure. */

/** Letters without their accents, in lower case: "Kovač" is found by "kovac". */
const plain = (text: string) => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLocaleLowerCase();

/**
 * Those whose name, or one of its later words, begins with the query; names first, then in order of the alphabet.
 * @param most how many at most
 */
export function peopleNamed<P extends { name: string }>(people: readonly P[], query: string, most: number): P[] {
  const wanted = plain(query);
  const rank = ({ name }: P) => {
    if (plain(name).startsWith(wanted)) return 0;
    return plain(name)
      .split(/[\s-]+/)
      .some((word) => word.startsWith(wanted))
      ? 1
      : 2;
  };
  return people
    .map((person) => ({ person, rank: rank(person) }))
    .filter((each) => each.rank < 2)
    .sort((a, b) => a.rank - b.rank || a.person.name.localeCompare(b.person.name))
    .slice(0, most)
    .map(({ person }) => person);
}
