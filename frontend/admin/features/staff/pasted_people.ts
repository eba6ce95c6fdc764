/** What is wrong with a pasted person. */
export type Wrong = 'name' | 'email' | 'twice' | 'known' | 'long';

/** A person who was pasted. */
export interface PastedPerson {
  firstName: string;
  lastName: string;
  /** Empty if none was pasted. */
  email: string;
  /** The line it was read from. */
  line: string;
  /** Why the person cannot be created; undefined if nothing is in the way. */
  wrong?: Wrong | undefined;
}

/** Someone who has a profile already. */
export interface KnownPerson {
  displayName: string;
  email: string;
}

/** The columns of a table that has a heading line. */
type Column = 'first' | 'last' | 'name' | 'email' | 'other';

/** The longest name that the server takes. */
const longest = 100;

const headings: readonly [Column, RegExp][] = [
  ['email', /^(e-?mail|e-?mail-?(adresse|address)|mail)$/iu],
  ['first', /^(vorname|first ?name|given ?name)$/iu],
  ['last', /^(nachname|familienname|last ?name|surname|family ?name)$/iu],
  ['name', /^(name|mitarbeiter|staff|person)$/iu],
];

const address = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>.]+$/u;

/**
 * Reads people from pasted text, one per line: names with or without an address as mail programs write it, and tables of spreadsheets, with
 * or without a heading line. Lines without any letter are left out.
 */
export function pastedPeople(text: string, known: readonly KnownPerson[] = []): PastedPerson[] {
  let columns: Column[] | undefined;
  const people: PastedPerson[] = [];
  for (const line of linesOf(text)) {
    const heading = columnsOf(line);
    if (heading) {
      columns = heading;
      continue;
    }
    const person = columns ? fromColumns(line, columns) : fromLine(line);
    people.push({ ...person, line, wrong: wrongIn(person, people, known) });
  }
  return people;
}

/** Splits a text into lines, and a list of addresses as mail programs write it into its people. */
const linesOf = (text: string): string[] =>
  text
    .split(/\r\n?|\n/u)
    .flatMap((line) => line.split(/(?<=>)\s*[,;]\s*/u))
    .map((line) => line.replaceAll(/["\u00a0]/gu, ' ').replaceAll(/^ +|\s+$/gu, '')) // leading tabs are empty columns
    .filter((line) => /\p{L}/u.test(line));

/** Splits a line at tabs or semicolons, else at commas. */
function cellsOf(line: string): string[] {
  const separator = ['\t', ';', ','].find((one) => line.includes(one));
  return (separator ? line.split(separator) : [line]).map((cell) => cell.trim());
}

/** Returns the columns if the line is a heading: every cell but unknown ones is the name of a column, and there is one of names. */
function columnsOf(line: string): Column[] | undefined {
  const columns = cellsOf(line).map((cell) => headings.find(([, heading]) => heading.test(cell))?.[0] ?? 'other');
  const isHeading = !line.includes('@') && columns.some((column) => column === 'first' || column === 'name') && (columns.length > 1 || columns[0] === 'name');
  return isHeading ? columns : undefined;
}

type Person = Pick<PastedPerson, 'firstName' | 'lastName' | 'email'>;

function fromColumns(line: string, columns: readonly Column[]): Person {
  const cells = cellsOf(line);
  const cell = (wanted: Column) => (columns.includes(wanted) ? (cells[columns.indexOf(wanted)] ?? '') : '');
  const email = bareAddress(cell('email'));
  if (cell('first') || cell('last')) {
    return { firstName: cell('first') || cell('last'), lastName: cell('first') ? cell('last') : '', email };
  }
  return { ...namesOf(cell('name')), email };
}

function fromLine(line: string): Person {
  const found = /<\s*([^<>]*?)\s*>/u.exec(line) ?? /([^\s<>,;]*@[^\s<>,;]*)/u.exec(line);
  const email = bareAddress(found?.[1] ?? '');
  const rest = found ? line.replace(found[0], ' ') : line;
  const isTable = /[\t;]/u.test(line) || line.split(',').length > 2;
  const cells = cellsOf(isTable ? line : rest).filter((cell) => /\p{L}/u.test(cell) && !cell.includes('@'));
  const [first = '', second] = cells;
  if (second === undefined) {
    return first ? { ...namesOf(first), email } : { ...namesOf(nameIn(email)), email };
  }
  // "Müller, Anna" is how address books write a name; in tables the first name comes first.
  return isTable ? { firstName: first, lastName: second, email } : { firstName: second, lastName: first, email };
}

const bareAddress = (written: string) => written.replace(/^mailto:/iu, '').trim();

/** Splits a name: all but its first word is the last name. */
function namesOf(name: string): Pick<Person, 'firstName' | 'lastName'> {
  const [firstName = '', ...rest] = name.split(/\s+/u).filter(Boolean);
  return { firstName, lastName: rest.join(' ') };
}

/** Returns the name that an address tells: Anna Müller of anna.müller@salon.example. */
const nameIn = (email: string) =>
  (email.split('@')[0] ?? '')
    .split(/[._+-]/u)
    .filter((part) => /\p{L}/u.test(part))
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(' ');

const isSame = (a: string, b: string) => a !== '' && a.toLocaleLowerCase() === b.toLocaleLowerCase();
const fullName = ({ firstName, lastName }: Person) => `${firstName} ${lastName}`.trim();

function wrongIn(person: Person, before: readonly PastedPerson[], known: readonly KnownPerson[]): Wrong | undefined {
  const isLike = (other: { email: string; name: string }) =>
    person.email && other.email ? isSame(person.email, other.email) : isSame(fullName(person), other.name);
  if (!person.firstName) {
    return 'name';
  }
  if (person.email && !address.test(person.email)) {
    return 'email';
  }
  if (person.firstName.length > longest || person.lastName.length > longest) {
    return 'long';
  }
  if (before.some((other) => isLike({ email: other.email, name: fullName(other) }))) {
    return 'twice';
  }
  return known.some(({ email, displayName }) => isLike({ email, name: displayName })) ? 'known' : undefined;
}
